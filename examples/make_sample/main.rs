//! Makes `sample-data/` anew: a fictional care home, two survey waves, the same bytes every time.
//!
//! `cargo run --example make_sample [FOLDER]`

mod dice;
pub mod files;
mod home;
mod shift;
mod tasks;
mod totals;

use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = asked.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data"));
    let files = files::all()?;
    for (name, bytes) in &files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    println!("{}: {} files", folder.display(), files.len());
    Ok(())
}
