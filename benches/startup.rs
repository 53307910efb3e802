//! From the shell's command to the first glossed frame in a real terminal, beside what people know:
//! `cargo bench --bench startup [-- PROGRAM]`.
//!
//! Each program is started many times in a pseudo-terminal, in turns, and is ended as soon as what is
//! waited for has been written. Told are the median, and how many times that of `less` it is.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "starts programs and looks at the clock"
)]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 101;

/// A program to start, and what it writes when its first screen is there.
struct Start {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    wanted: &'static str,
}

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let room = tempfile::tempdir().expect("a directory for the time being");
    let home = room.path();
    std::fs::copy("articles/treve-ukraine.md", home.join("article.md")).expect("an article");
    let starts = starts();
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); starts.len()];
    for _ in 0..RUNS {
        for (start, times) in starts.iter().zip(&mut times) {
            times.extend(first_screen(start, home));
        }
    }
    tell(&starts, &mut times);
}

fn starts() -> Vec<Start> {
    let other = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let start =
        |name, program: &str, arguments, wanted| Start { name, program: program.into(), arguments, wanted };
    let mut starts = vec![
        start("less", "less", &["article.md"], "article.md"),
        start(
            "bat",
            if Path::new("/usr/bin/batcat").exists() { "batcat" } else { "bat" },
            &["article.md"],
            "+++",
        ),
        start("glose, article", env!("CARGO_BIN_EXE_glose"), &["article.md"], "quit"),
        start("glose, library", env!("CARGO_BIN_EXE_glose"), &[], "quit"),
        start("glose --version", env!("CARGO_BIN_EXE_glose"), &["--version"], "glose"),
    ];
    starts.extend(other.map(|program| start("the other, article", &program, &["article.md"], "quit")));
    starts
}

/// How long it takes until `start` has written what is waited for; none when it never does.
fn first_screen(start: &Start, home: &Path) -> Option<Duration> {
    let pair = native_pty_system()
        .openpty(PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 })
        .expect("a terminal");
    let mut command = CommandBuilder::new(&start.program);
    command.args(start.arguments);
    command.cwd(home);
    command.env("TERM", "xterm-256color");
    for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(variable, home);
    }
    let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
    let begin = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    drop(pair.slave);
    let mut written = Vec::new();
    let mut buffer = [0; 65536];
    let mut time = None;
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        written.extend_from_slice(&buffer[..count]);
        if written.windows(start.wanted.len()).any(|window| window == start.wanted.as_bytes()) {
            time = Some(begin.elapsed());
            break;
        }
    }
    // One that has ended by itself cannot be killed, and need not be.
    _ = child.kill();
    _ = child.wait();
    time
}

fn tell(starts: &[Start], times: &mut [Vec<Duration>]) {
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied()
    };
    let medians: Vec<_> = times.iter_mut().map(median).collect();
    println!("{:24} {:>10} {:>10} {:>8}", "first screen", "median", "least", "× less");
    for ((start, times), median) in starts.iter().zip(times).zip(&medians) {
        match (median, medians[0]) {
            (Some(median), Some(less)) => println!(
                "{:24} {:>7.2} ms {:>7.2} ms {:>8.2}",
                start.name,
                median.as_secs_f64() * 1e3,
                times[0].as_secs_f64() * 1e3,
                median.as_secs_f64() / less.as_secs_f64()
            ),
            _ => println!("{:24} is not here", start.name),
        }
    }
}
