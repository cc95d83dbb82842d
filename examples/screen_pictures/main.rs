//! Draws screens of the program as SVG files into `docs/screens/`: the sample home, the same bytes every time.
//!
//! `cargo run --example screen_pictures [FOLDER]`

mod home;
pub mod pictures;
mod svg;

use std::fs;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = asked.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens"));
    fs::create_dir_all(&folder)?;
    let pictures = pictures::all()?;
    for (name, svg) in &pictures {
        fs::write(folder.join(name), svg)?;
    }
    println!("{}: {} files", folder.display(), pictures.len());
    Ok(())
}
