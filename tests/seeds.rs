//! The inputs that fuzzing begins with, and those that once showed a fault: `fuzz/seeds/TARGET/*`.

#![expect(clippy::disallowed_methods, reason = "the seeds are files")]
#![expect(clippy::print_stdout, reason = "a failure shows which seed it was")]

use std::path::Path;

#[path = "../fuzz/checks.rs"]
mod checks;

/// What must hold of the bytes of a file.
type Check = Box<dyn Fn(&[u8])>;

#[test]
fn every_seed_is_well() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let with_text = |check: fn(&str)| move |bytes: &[u8]| check(&String::from_utf8_lossy(bytes));
    let targets: [(&str, Check); 8] = [
        ("annotate", Box::new(with_text(checks::annotate))),
        ("glossary", Box::new(with_text(checks::glossary))),
        ("notation", Box::new(with_text(checks::notation))),
        ("article", Box::new(with_text(checks::article))),
        ("config", Box::new(with_text(checks::config))),
        ("keys", Box::new(with_text(checks::keys))),
        ("bytes", Box::new(checks::bytes)),
        ("session", Box::new(checks::session)),
    ];
    for (target, check) in targets {
        let seeds = std::fs::read_dir(folder.join(target)).unwrap_or_else(|_| panic!("no seeds of {target}"));
        let mut count = 0;
        for seed in seeds {
            let path = seed.expect("a seed").path();
            println!("{}", path.display());
            check(&std::fs::read(&path).expect("a seed"));
            count += 1;
        }
        assert!(count > 0, "no seeds of {target}");
    }
}
