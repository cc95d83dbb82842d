//! Tables of documents as offices have them.

use std::path::PathBuf;

use super::support::Asker;
use crate::documents::{Counted, Decimals, Documents, Medium};
