use super::*;
use crate::report::chart::{Choice, Format, draw};
use crate::report::documents::support::ledger;
use crate::report::effect;
use crate::report::finding::{EffectFinding, IssuesFinding, Summary};
use crate::report::{Holdings, issues, summary};
use crate::text::Lang;

const KINDS: [Kind; 3] = [Kind::Documents, Kind::DocumentFlow, Kind::DocumentTrend];

struct Made {
    holdings: Holdings,
    summary: Summary,
    issues: IssuesFinding,
    effect: EffectFinding,
}

fn made(holdings: Holdings, text: &Text) -> Made {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    Made {
        summary: summary(&holdings.founding, &holdings.sheets, text).unwrap(),
        issues: issues(&holdings, today, text),
        effect: effect(&holdings, Vec::new(), today, text).unwrap(),
        holdings,
    }
}

impl Made {
    fn draw(&self, kind: Kind, look: Look, text: &Text) -> Result<String, ChartError> {
        let contents = Contents {
            holdings: &self.holdings,
            summary: &self.summary,
            issues: &self.issues,
            effect: &self.effect,
            version: "0",
        };
        let bytes = draw(kind, &contents, &Choice::default(), look, Format::Svg, text)?;
        Ok(String::from_utf8(bytes).unwrap())
    }
}

#[test]
fn charts_of_documents_say_their_figures_in_both_languages_and_at_each_size() {
    for lang in [Lang::Ja, Lang::En] {
        let text = Text::new(lang);
        let made = made(ledger(), &text);
        for (width, height) in [(1600, 1000), (800, 500), (640, 400)] {
            let look = Look::new(width, height, false).unwrap();
            for kind in KINDS {
                let drawn = made.draw(kind, look, &text).unwrap();
                assert!(drawn.contains(&text.say(&kind.name())), "{kind:?}");
                assert!(!drawn.contains("papers-"), "{kind:?}: a word is missing");
                for block in ['█', '▇', '▆', '▅', '▄', '▃', '▂', '▁', '░', '▒', '▓'] {
                    assert!(!drawn.contains(block), "{kind:?}");
                }
            }
        }
    }
}

#[test]
fn sheets_of_all_kinds_and_of_each_stand_at_the_bars() {
    let text = Text::new(Lang::Ja);
    let made = made(ledger(), &text);
    let drawn = made.draw(Kind::Documents, Look::default(), &text).unwrap();
    for said in ["1,037枚", "519枚", "-49.9%", "620枚", "まだ", "半減した"] {
        assert!(drawn.contains(said), "{said}");
    }
    let trend = made.draw(Kind::DocumentTrend, Look::default(), &text).unwrap();
    for said in ["半分の線（518枚）", "1,037", "519", "2026/10"] {
        assert!(trend.contains(said), "{said}");
    }
}

#[test]
fn an_empty_ledger_has_no_chart_and_says_what_it_takes() {
    let text = Text::new(Lang::Ja);
    let made = made(effect::support::holdings(), &text);
    for kind in KINDS {
        let error = made.draw(kind, Look::default(), &text).unwrap_err();
        assert_eq!(error, ChartError::NothingYet(kind));
        assert!(text.hint(&error.phrase()).unwrap().contains("枚数"));
    }
}
