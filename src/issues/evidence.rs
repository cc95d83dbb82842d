//! How evidence is written in commands and JSON.

use super::cause::Evidence;
use super::notice::TroubleKind;
use super::number::NoticeId;
use super::questionnaire::StatementCode;
use crate::office::fold;
use crate::worktime::TaskCode;

impl Evidence {
    /// The word of its kind in commands and JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Statement(_) => "statement",
            Self::Notice(_) => "notice",
            Self::Kind(_) => "kind",
            Self::Minutes(_) => "task",
        }
    }

    /// What follows the kind, e.g. `1a`, `3`, `records`, `11`.
    pub fn code(&self) -> String {
        match self {
            Self::Statement(code) => code.to_string(),
            Self::Notice(id) => id.to_string(),
            Self::Kind(kind) => kind.id().to_owned(),
            Self::Minutes(task) => task.to_string(),
        }
    }

    /// As it is written in commands, e.g. `statement:1a`.
    pub fn written(&self) -> String {
        format!("{}:{}", self.kind(), self.code())
    }

    /// Reads what [`Evidence::written`] writes, full-width too.
    pub fn parse(written: &str) -> Option<Self> {
        let folded = fold(written);
        let (kind, code) = folded.split_once(':')?;
        let code = code.trim();
        if code.is_empty() {
            return None;
        }
        match kind.trim().to_lowercase().as_str() {
            "statement" | "設問" => Some(Self::Statement(StatementCode::parse(code))),
            "notice" | "気づき" => NoticeId::parse(code).map(Self::Notice),
            "kind" | "分類" => {
                let of = |it: &TroubleKind| it.id() == code.to_lowercase();
                TroubleKind::ALL.into_iter().find(of).map(Self::Kind)
            }
            "task" | "業務" => Some(Self::Minutes(TaskCode(code.to_owned()))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_read_as_it_is_written() {
        for written in ["statement:2-1c", "notice:3", "kind:records", "task:11"] {
            assert_eq!(Evidence::parse(written).unwrap().written(), written);
        }
        let wide = Evidence::parse("設問：１ａ").unwrap();
        assert_eq!(wide, Evidence::Statement(StatementCode("1a".to_owned())));
        for wrong in ["", "1a", "statement:", "notice:x", "kind:other", "minutes:3"] {
            assert_eq!(Evidence::parse(wrong), None, "{wrong}");
        }
    }
}
