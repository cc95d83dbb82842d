//! Official forms (様式), drawn by ourselves at the addresses of the originals.

mod betten4;
mod codes;
mod figures;
mod ledger;
mod notices;
mod paper;
mod reminders;
mod spelling;
mod survey;

pub use betten4::{FormError, betten4, betten4_book, betten4_file_name, betten4_has_minutes};
pub use codes::code_list;
pub use figures::{figures_book, range_phrase};
pub use ledger::{LedgerSheet, ledger_book};
pub use notices::notice_sheet;
pub use reminders::reminder_list;
pub use survey::{KnownNames, SurveyHead, filled_survey_sheet, survey_sheet};
