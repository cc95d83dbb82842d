//! How cells look: few colours, thin rules, one font that every Japanese Excel has.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::text::Text;

/// The font of Japanese Excel; elsewhere the character set makes the program choose another Japanese font. Its digits are
/// about half as wide as a full-width character, as the column widths expect.
pub(super) const FONT: &str = "游ゴシック";
const JAPANESE: u8 = 128;

const INK: Color = Color::RGB(0x0026_3238);
const FAINT_INK: Color = Color::RGB(0x0060_7078);
const RULE: Color = Color::RGB(0x00D0_D7DB);
const STRONG_RULE: Color = Color::RGB(0x0060_7078);
const HEAD: Color = Color::RGB(0x00EA_EFF2);
const GROUP: Color = Color::RGB(0x00F6_F8F9);

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// Title of a sheet.
    Title,
    /// Office and date under the title.
    Byline,
    /// Heading of a part.
    Section,
    /// Column heading.
    Head,
    /// Sentence that is to be read first.
    Lead,
    /// Row of a table.
    Body,
    /// Field of a matrix, with a rule on each side.
    Field,
    /// Row that sums up the rows under it.
    Group,
    /// Last row of a table.
    Total,
    /// Remark.
    Note,
    /// Remark that must not be overlooked.
    Warning,
}

/// What a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Figure {
    /// Text.
    Words,
    /// Whole number.
    Count,
    /// Number with this many decimals.
    Decimals(u8),
    /// Number with this many decimals; nothing where it is 0.
    Sparse(u8),
    /// Share from 0 to 1, shown as percent.
    Percent(u8),
    /// Difference, with its sign.
    Signed(u8),
    /// Share that is a change, with its sign.
    SignedPercent(u8),
    /// A p value.
    P,
    /// A date.
    Date,
    /// Hours and minutes; hours run on past 24.
    Clock,
    /// Number of people.
    People,
    /// Number of sheets.
    Sheets,
    /// Number of days.
    Days,
}

/// Where in the cell the content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Side {
    /// Text left, numbers right.
    Usual,
    /// In the middle.
    Middle,
    /// Right.
    Right,
}

/// The look of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Look {
    pub role: Role,
    pub figure: Figure,
    pub side: Side,
    pub wrap: bool,
    pub indent: u8,
    /// Keeps a text a text even when somebody edits the cell.
    pub quoted: bool,
}

impl Look {
    /// Text or number of this role.
    pub(super) const fn of(role: Role, figure: Figure) -> Self {
        Self {
            role,
            figure,
            side: Side::Usual,
            wrap: false,
            indent: 0,
            quoted: false,
        }
    }

    /// Text of this role.
    pub(super) const fn words(role: Role) -> Self {
        Self::of(role, Figure::Words)
    }

    /// In the middle of the cell.
    pub(super) const fn middle(mut self) -> Self {
        self.side = Side::Middle;
        self
    }

    /// At the right of the cell.
    pub(super) const fn right(mut self) -> Self {
        self.side = Side::Right;
        self
    }

    /// Over several lines.
    pub(super) const fn wrapped(mut self) -> Self {
        self.wrap = true;
        self
    }

    /// Moved in, under its group.
    pub(super) const fn indented(mut self) -> Self {
        self.indent = 1;
        self
    }

    /// Height of one line in points.
    pub(super) fn line_height(self) -> f64 {
        match self.role {
            Role::Title => 24.0,
            Role::Section => 20.0,
            Role::Lead => 17.0,
            Role::Note => 14.0,
            _ => 15.0,
        }
    }

    /// How much wider than body text it is.
    pub(super) fn stretch(self) -> f64 {
        match self.role {
            Role::Title => 1.6,
            Role::Section => 1.2,
            Role::Lead | Role::Head | Role::Group | Role::Total | Role::Warning => 1.08,
            Role::Note => 0.9,
            Role::Byline | Role::Body | Role::Field => 1.0,
        }
    }

    /// The format in the workbook.
    pub(super) fn format(self, text: &Text) -> Format {
        let mut format = self.side_of(self.role_of(base()));
        if let Some(code) = number_format(self.figure, text) {
            format = format.set_num_format(code);
        }
        if self.wrap {
            format = format.set_text_wrap();
        }
        if self.indent > 0 {
            format = format.set_indent(self.indent);
        }
        if self.quoted {
            format = format.set_quote_prefix();
        }
        format
    }

    fn role_of(self, format: Format) -> Format {
        match self.role {
            Role::Title => format.set_font_size(16).set_bold(),
            Role::Byline => format.set_font_color(FAINT_INK),
            Role::Section => format.set_font_size(12).set_bold(),
            Role::Head => under(format, STRONG_RULE).set_bold().set_background_color(HEAD),
            Role::Lead => under(format, RULE).set_font_size(10.5),
            Role::Body => under(format, RULE),
            Role::Field => format.set_border(FormatBorder::Thin).set_border_color(RULE),
            Role::Group => under(format, RULE).set_bold().set_background_color(GROUP),
            Role::Total => under(format, STRONG_RULE)
                .set_bold()
                .set_border_top(FormatBorder::Thin)
                .set_border_top_color(STRONG_RULE),
            Role::Note => format.set_font_size(9).set_font_color(FAINT_INK),
            Role::Warning => format.set_bold(),
        }
    }

    fn side_of(self, format: Format) -> Format {
        let format = if self.wrap && matches!(self.role, Role::Note | Role::Lead) {
            format.set_align(FormatAlign::Top)
        } else {
            format.set_align(FormatAlign::VerticalCenter)
        };
        match self.side {
            Side::Middle => format.set_align(FormatAlign::Center),
            Side::Usual if self.figure == Figure::Words => format.set_align(FormatAlign::Left),
            Side::Right | Side::Usual => format.set_align(FormatAlign::Right),
        }
    }
}

fn under(format: Format, color: Color) -> Format {
    format
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(color)
}

/// The format on which all others stand.
pub(super) fn base() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(10)
        .set_font_charset(JAPANESE)
        .set_font_color(INK)
}

fn number_format(figure: Figure, text: &Text) -> Option<String> {
    let decimals = |count: u8| match count {
        0 => String::new(),
        count => format!(".{}", "0".repeat(usize::from(count))),
    };
    let named = |unit: String| format!("#,##0\"{unit}\"");
    Some(match figure {
        Figure::Words => return None,
        Figure::Count => "#,##0".to_owned(),
        Figure::Decimals(count) => format!("#,##0{}", decimals(count)),
        Figure::Sparse(count) => format!("#,##0{0};-#,##0{0};", decimals(count)),
        Figure::Percent(count) => format!("0{}%", decimals(count)),
        Figure::Signed(count) => signed(&format!("#,##0{}", decimals(count)), ""),
        Figure::SignedPercent(count) => signed(&format!("0{}", decimals(count)), "%"),
        Figure::P => "[<0.0001]\"<0.0001\";0.0000".to_owned(),
        Figure::Date => "yyyy/mm/dd".to_owned(),
        Figure::Clock => "[h]:mm".to_owned(),
        Figure::People => named(text.get("workbook-unit-people")),
        Figure::Sheets => named(text.get("workbook-unit-sheets")),
        Figure::Days => named(text.get("workbook-unit-days")),
    })
}

fn signed(number: &str, unit: &str) -> String {
    format!("+{number}{unit};-{number}{unit};{number}{unit}")
}

/// About what a number looks like, to measure it.
pub(super) fn shown(value: f64, figure: Figure) -> String {
    let plain = |decimals: u8, factor: f64| {
        let digits = format!("{:.*}", usize::from(decimals), value.abs() * factor);
        let whole = digits.split('.').next().map_or(0, str::len);
        digits + &",".repeat(whole.saturating_sub(1) / 3)
    };
    match figure {
        Figure::Words => String::new(),
        Figure::Count => plain(0, 1.0),
        Figure::Decimals(count) => "-".to_owned() + &plain(count, 1.0),
        Figure::Sparse(count) => plain(count, 1.0),
        Figure::Percent(count) => plain(count, 100.0) + "%",
        Figure::Signed(count) => "+".to_owned() + &plain(count, 1.0),
        Figure::SignedPercent(count) => "+".to_owned() + &plain(count, 100.0) + "%",
        Figure::P => "<0.0001".to_owned(),
        Figure::Date => "2025/10/06".to_owned(),
        Figure::Clock => "25:30".to_owned(),
        Figure::People | Figure::Sheets | Figure::Days => plain(0, 1.0) + &" ".repeat(7),
    }
}
