//! The `yutori` program: parse, run, exit.

use std::ffi::OsString;
use std::process::ExitCode;

use yutori::commands::{Setting, run};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&arguments, Setting::of_environment()))
}
