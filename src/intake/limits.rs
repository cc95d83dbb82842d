//! How large a file may be. Every limit is far above what an office makes, and low enough that a hostile file costs
//! neither the memory nor the patience of an old office computer.

/// Years in which a shift may have been; the same as a person may order.
pub const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Bytes of a file as it lies on the disk. A filled time-study form has 30 kB, a year of minutes as CSV about 10 MB.
pub const FILE_BYTES: u64 = 32 * 1024 * 1024;

/// Bytes of a workbook's parts when unpacked, all together, counted while unpacking and not taken from the file's own word.
pub const UNPACKED_BYTES: u64 = 64 * 1024 * 1024;

/// How many times larger than packed a part may become. Styles full of repetitions reach 50; only a bomb reaches 1,000.
pub const UNPACKED_TIMES: u64 = 250;

/// Below this unpacked size nobody asks how well a part was packed.
pub const UNSUSPICIOUS_BYTES: u64 = 2 * 1024 * 1024;

/// Parts of a workbook. A form has about 20; a workbook with a sheet for every day of a month about 200.
pub const PARTS: usize = 2_000;

/// Worksheets of a workbook: a month of one sheet a day, five times over.
pub const WORKSHEETS: usize = 155;

/// Cells of a workbook, whether filled or not, and counted again when a sheet is named twice. A form has 3,000.
pub const CELLS: usize = 1_000_000;

/// Rows of a worksheet that are looked at. The form ends at row 71.
pub const ROWS: u32 = 1_000;

/// Columns of a worksheet that are looked at. The form ends at column AQ, the 43rd.
pub const COLUMNS: u32 = 200;

/// Lines of a text file: 100 people for a month with 100 lines a day.
pub const LINES: u64 = 300_000;

/// Bytes of one line. The longest honest line, with a remark, has some hundred.
pub const LINE_BYTES: usize = 16 * 1024;

/// Faults that are kept of one file; what follows is only counted.
pub const FAULTS: usize = 500;

/// Characters of the remarks that a sheet keeps.
pub const NOTE_CHARS: usize = 2_000;

/// Folders within folders; a link in a circle ends here.
pub const DEPTH: usize = 16;
