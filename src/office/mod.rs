//! Who is measured: office, unit, staff code, role, shift. Pure.

mod cell_text;
mod code_range;
mod decimal;
mod keys;
mod month;
mod name;
mod number;
mod shift;
mod spelling;
mod time;

pub use cell_text::{as_cell, block_cells, of_cell};
pub use code_range::{CodeRangeFault, codes_typed};
pub use decimal::{Decimal, DecimalFault};
pub use keys::{KeyClash, KeyList};
pub use month::Month;
pub use name::{Bilingual, NameError, Office, ResidentCode, Role, StaffCode, Unit};
pub(crate) use number::numbers;
pub use shift::{Shift, ShiftKind};
pub use spelling::{fold, is_missing, printable, remark};
pub use time::{Minutes, Span, SpanError, clock, clock_phrase};

/// Fewest people a group must have before its figures may leave the program.
pub const SMALLEST_GROUP: usize = 3;
