//! What the headings of an answer table mean: statements by their words or codes, fields by the names that people give them.

use crate::intake::written::plain;
use crate::issues::{ColumnMap, Questionnaire, Statement, StatementCode, SurveyColumn, mapped};

/// Letters that a part of a statement must have to stand for the whole.
const TELLING: usize = 6;

/// What a column of an answer table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// Something that a book may keep.
    Kept(SurveyColumn),
    /// When the answer was sent, as a web form writes it.
    Stamp,
    /// Which answer a line belongs to; it is not kept.
    Respondent,
    /// Id of the questionnaire.
    Questionnaire,
    /// The statement, in a table with a line for each answer.
    Statement,
    /// The answer, in such a table.
    Answer,
    /// Who it was: never kept.
    Personal,
    /// Nothing that is kept.
    Ignored,
    /// Nothing stands there.
    Blank,
    /// It begins with the code of one statement and has the words of another.
    Contradicts(StatementCode, StatementCode),
    /// Nobody knows; the statement whose code it begins with, where it begins with one.
    Unknown(Option<StatementCode>),
}

/// Names of fields, in the spelling of [`plain`] and in small letters.
const NAMES: [(Meaning, &[&str]); 13] = [
    (
        Meaning::Kept(SurveyColumn::Staff),
        &[
            "staff",
            "staffid",
            "staff_id",
            "staffcode",
            "職員id",
            "職員番号",
            "職員コ-ド",
            "職員",
            "回答者コ-ド",
            "回答者id",
            "respondentcode",
            "respondent_code",
        ],
    ),
    (
        Meaning::Kept(SurveyColumn::Role),
        &["role", "職種", "jobtype", "職種名"],
    ),
    (
        Meaning::Kept(SurveyColumn::Unit),
        &[
            "unit",
            "floor",
            "ユニット",
            "フロア",
            "フロア-",
            "ユニット・フロア",
            "ユニット/フロア",
            "所属",
            "所属部署",
            "部署",
            "所属ユニット",
            "担当ユニット",
            "階",
        ],
    ),
    (Meaning::Kept(SurveyColumn::Position), &["position", "立場"]),
    (
        Meaning::Kept(SurveyColumn::Date),
        &["date", "日付", "回答日", "記入日", "調査日", "回答した日"],
    ),
    (
        Meaning::Kept(SurveyColumn::Round),
        &["wave", "round", "時期", "調査時期", "調査の時期"],
    ),
    (
        Meaning::Stamp,
        &[
            "タイムスタンプ",
            "timestamp",
            "完了時刻",
            "completiontime",
            "送信日時",
            "回答日時",
            "submittedat",
            "submitted",
        ],
    ),
    (
        Meaning::Respondent,
        &[
            "respondent",
            "回答者",
            "回答番号",
            "回答者番号",
            "no",
            "no.",
            "番号",
            "連番",
            "id",
            "#",
        ],
    ),
    (Meaning::Questionnaire, &["questionnaire", "質問票", "調査票"]),
    (
        Meaning::Statement,
        &[
            "statement",
            "設問",
            "設問番号",
            "設問コ-ド",
            "質問",
            "質問番号",
            "項目",
            "question",
        ],
    ),
    (Meaning::Answer, &["answer", "回答", "答え", "評価", "rating"]),
    (
        Meaning::Personal,
        &[
            "名前",
            "お名前",
            "氏名",
            "ご氏名",
            "name",
            "fullname",
            "user",
            "username",
            "ユ-ザ-名",
            "ユ-ザ-",
            "メ-ル",
            "メ-ルアドレス",
            "mail",
            "email",
            "e-mail",
            "emailaddress",
            "電子メ-ル",
            "電子メ-ルアドレス",
            "電話番号",
            "電話",
            "tel",
            "phone",
            "連絡先",
            "フリガナ",
            "ふりがな",
        ],
    ),
    (
        Meaning::Ignored,
        &[
            "開始時刻",
            "starttime",
            "最終変更時刻",
            "lastmodifiedtime",
            "スコア",
            "score",
            "得点",
            "合計",
            "合計点",
            "言語",
            "language",
            "備考",
            "自由記述",
            "自由記入",
            "ご意見",
            "意見",
            "感想",
            "ご意見・ご感想",
            "意見・感想",
            "コメント",
            "comment",
            "comments",
            "note",
        ],
    ),
];

/// Words around the name of a field in the questions of web forms.
const AROUND: [&str; 12] = [
    "を教えてください",
    "をお選びください",
    "を選んでください",
    "を選択してください",
    "をご記入ください",
    "を記入してください",
    "を入力してください",
    "は何ですか",
    "必須",
    "任意",
    "(",
    "[",
];

impl Meaning {
    /// The field that a heading names.
    fn of_field(heading: &str) -> Option<Self> {
        let mut name = plain(heading).to_lowercase();
        for words in AROUND {
            if let Some((front, _)) = name.split_once(words).filter(|(front, _)| !front.is_empty()) {
                name = front.to_owned();
            }
        }
        let name = name.strip_prefix("あなたの").unwrap_or(&name);
        let name = name.trim_end_matches(['?', ':', '。', '*', '、', '※']);
        let found = NAMES.iter().find(|(_, names)| names.contains(&name));
        found.map(|(meaning, _)| meaning.clone())
    }
}

/// Which statement a text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// This one.
    Statement(StatementCode),
    /// The code of one and the words of another.
    Two(StatementCode, StatementCode),
    /// The code of this one, and words that are none of its own.
    OtherWords(StatementCode),
}

/// A statement in the spellings that are compared.
#[derive(Debug)]
struct Spelt<'a> {
    statement: &'a Statement,
    code: String,
    words: [String; 2],
}

/// The statements of a questionnaire, spelt once for all headings.
#[derive(Debug)]
pub struct Lexicon<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    statements: Vec<Spelt<'a>>,
}

impl<'a> Lexicon<'a> {
    /// Spells the statements of a questionnaire.
    pub fn of(questionnaire: &'a Questionnaire) -> Self {
        let spelt = |statement: &'a Statement| Spelt {
            statement,
            code: plain(statement.code.as_str()).to_lowercase(),
            words: [letters(&statement.text.ja), letters(&statement.text.en)],
        };
        Self {
            questionnaire,
            statements: questionnaire.statements().map(spelt).collect(),
        }
    }

    /// What a heading means; what people said of it counts first.
    pub fn meaning(&self, heading: &str, columns: &ColumnMap) -> Meaning {
        if let Some((_, column)) = mapped(columns, heading) {
            return Meaning::Kept(column.clone());
        }
        match self.told(heading) {
            Some(Told::Statement(code)) => Meaning::Kept(SurveyColumn::Statement(code)),
            Some(Told::Two(code, other)) => Meaning::Contradicts(code, other),
            Some(Told::OtherWords(code)) => Meaning::Unknown(Some(code)),
            None if heading.trim().is_empty() => Meaning::Blank,
            None => Meaning::of_field(heading).unwrap_or(Meaning::Unknown(None)),
        }
    }

    /// Which statement a heading or a cell tells, by words, by code, or both.
    pub fn told(&self, text: &str) -> Option<Told> {
        // The shortest code has two letters; most fields below the headings have one.
        text.chars().nth(1)?;
        let by_code = self.by_code(text).or_else(|| self.by_code(in_brackets(text)?));
        match (self.by_words(text), by_code) {
            (Some(words), Some((coded, _))) if coded.statement.code != words.statement.code => {
                Some(Told::Two(coded.statement.code.clone(), words.statement.code.clone()))
            }
            (Some(words), _) => Some(Told::Statement(words.statement.code.clone())),
            (None, Some((coded, rest))) => {
                let rest = letters(&rest);
                let code = coded.statement.code.clone();
                let begins = |own: &String| rest.chars().count() >= TELLING && own.starts_with(&rest);
                if rest.is_empty() || coded.words.iter().any(begins) {
                    Some(Told::Statement(code))
                } else {
                    Some(Told::OtherWords(code))
                }
            }
            (None, None) => None,
        }
    }

    /// Whether the words of a statement stand in a text.
    pub fn has_words_of(&self, text: &str) -> bool {
        self.by_words(text).is_some()
    }

    /// The statement whose words stand in a text; of two the longer.
    fn by_words(&self, text: &str) -> Option<&Spelt<'a>> {
        let text_letters = letters(text);
        let mut best: Option<(usize, &Spelt)> = None;
        for spelt in &self.statements {
            for own in spelt.words.iter().filter(|own| !own.is_empty()) {
                let stands =
                    *own == text_letters || (own.chars().count() >= TELLING && text_letters.contains(own.as_str()));
                if stands && best.is_none_or(|(longest, _)| own.len() > longest) {
                    best = Some((own.len(), spelt));
                }
            }
        }
        best.map(|(_, spelt)| spelt)
            .or_else(|| self.cut_short(text, &text_letters))
    }

    /// The only statement that begins with words that were cut short by dots.
    fn cut_short(&self, text: &str, begun: &str) -> Option<&Spelt<'a>> {
        let text = text.trim_end_matches([']', '］', '】', ')', '）', ' ', '　']);
        let is_cut = ["…", "...", "･･･", "・・・", "‥"]
            .iter()
            .any(|dots| text.ends_with(dots));
        if !is_cut || begun.chars().count() < TELLING {
            return None;
        }
        let begins = |spelt: &&Spelt| spelt.words.iter().any(|own| own.starts_with(begun));
        let mut found = self.statements.iter().filter(begins);
        found.next().filter(|_| found.next().is_none())
    }

    /// The statement whose code stands at the front, and what stands behind the code.
    fn by_code(&self, text: &str) -> Option<(&Spelt<'a>, String)> {
        let text = plain(text).to_lowercase();
        let mut text = text.trim_start_matches(|c: char| "[({【「『<〔・".contains(c));
        for word in ["設問", "質問", "問", "no.", "q."] {
            text = text.strip_prefix(word).unwrap_or(text);
        }
        let behind_q = text.strip_prefix('q');
        text = behind_q
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(text);
        let found = self.statements.iter().filter_map(|spelt| {
            let rest = text.strip_prefix(&spelt.code)?;
            let is_whole = !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
            is_whole.then(|| (spelt, rest.to_owned()))
        });
        found.max_by_key(|(spelt, _)| spelt.code.len())
    }
}

/// What stands between the last brackets: web forms write `question [row]` above a column of a grid.
fn in_brackets(text: &str) -> Option<&str> {
    let pairs = [('[', ']'), ('［', '］'), ('【', '】'), ('「', '」')];
    pairs.into_iter().find_map(|(open, close)| {
        let (_, behind) = text.rsplit_once(open)?;
        behind.split_once(close).map(|(inner, _)| inner)
    })
}

/// The letters and digits of a text alone: widths, blanks, brackets and full stops mean nothing.
pub fn letters(text: &str) -> String {
    plain(text)
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn meaning(heading: &str) -> Meaning {
        let catalog = Catalog::built_in();
        let questionnaire = catalog.questionnaire("challenge-facility").unwrap();
        Lexicon::of(questionnaire).meaning(heading, &ColumnMap::new())
    }

    fn statement(code: &str) -> Meaning {
        Meaning::Kept(SurveyColumn::Statement(StatementCode(code.to_owned())))
    }

    #[test]
    fn statements_are_found_under_the_headings_that_web_forms_write() {
        for heading in [
            "1a",
            "１ａ",
            "[1a]",
            "Q1a.",
            "問1a",
            "必要な物を探し回ることがよくあります。",
            "必要な物を探し回ることがよくあります ",
            "1. 必要な物を探し回ることがよくあります。",
            "[1. 必要な物を探し回ることがよくあります。]",
            "１ａ　必要な物を探し回ることが　よくあります。",
            "どのくらい当てはまりますか [必要な物を探し回ることがよくあります。]",
            "どのくらい当てはまりますか [1a]",
            "1a 必要な物を探し回る…",
            "必要な物を探し回る…",
            "We often walk around looking for things we need.",
        ] {
            assert_eq!(meaning(heading), statement("1a"), "{heading}");
        }
        assert_eq!(meaning("２－１ａ"), statement("2-1a"));
    }

    #[test]
    fn fields_are_found_under_the_names_that_people_give_them() {
        for (heading, column) in [
            ("職種", SurveyColumn::Role),
            ("あなたの職種を教えてください", SurveyColumn::Role),
            ("職種（1つ選んでください）", SurveyColumn::Role),
            ("フロアー", SurveyColumn::Unit),
            ("立場？", SurveyColumn::Position),
            ("調査時期", SurveyColumn::Round),
            ("職員ＩＤ", SurveyColumn::Staff),
        ] {
            assert_eq!(meaning(heading), Meaning::Kept(column), "{heading}");
        }
        assert_eq!(meaning("タイムスタンプ"), Meaning::Stamp);
        assert_eq!(meaning("お名前"), Meaning::Personal);
        assert_eq!(meaning("メールアドレス"), Meaning::Personal);
        assert_eq!(meaning("　"), Meaning::Blank);
    }

    #[test]
    fn a_heading_that_is_only_like_a_statement_is_not_taken_for_it() {
        let code = |code: &str| StatementCode(code.to_owned());
        assert_eq!(
            meaning("1a 物の置き場所が決まっている"),
            Meaning::Unknown(Some(code("1a")))
        );
        assert_eq!(
            meaning("1b 必要な物を探し回ることがよくあります。"),
            Meaning::Contradicts(code("1b"), code("1a"))
        );
        assert_eq!(meaning("物の置き場所"), Meaning::Unknown(None));
        assert_eq!(meaning("1aa"), Meaning::Unknown(None));
    }

    #[test]
    fn every_statement_is_found_by_its_code_and_by_its_words_in_both_languages() {
        for questionnaire in Catalog::built_in().questionnaires() {
            let lexicon = Lexicon::of(questionnaire);
            for it in questionnaire.statements() {
                let own = Some(Told::Statement(it.code.clone()));
                for text in [it.code.as_str(), &it.text.ja, &it.text.en] {
                    assert_eq!(lexicon.told(text), own, "{text}");
                }
            }
        }
    }
}
