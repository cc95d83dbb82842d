//! The `yutori` program.

fn main() {}
