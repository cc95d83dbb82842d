//! Whole runs over files: forms, tables, hostile bytes, and the reference files where they are at hand.

mod fixture;
mod reference;
