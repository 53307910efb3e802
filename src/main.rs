//! Reads French news in a terminal with a teacher's glosses in the margin.

use std::process::ExitCode;

fn main() -> ExitCode {
    glose::cli::run(std::env::args_os())
}
