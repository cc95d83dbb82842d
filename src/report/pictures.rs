//! The findings of pictures, made together for the workbook.

use super::finding::{Class, Heat, Pareto, PeopleSpread, PlanFinding, Shares, Summary};
use super::{Holdings, classes, heat, pareto, plan, shares, spread};
use crate::text::Text;
use crate::worktime::Wave;

/// What the workbook draws besides its tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictures {
    /// Categories in the order of the list, with their colours.
    pub classes: Vec<Class>,
    /// 分類の割合
    pub shares: Shares,
    /// 業務 in order of their minutes.
    pub pareto: Pareto,
    /// 時間帯×業務, wave by wave.
    pub heat: Vec<Heat>,
    /// 個人差
    pub spread: PeopleSpread,
    /// 業務表と実際
    pub plan: PlanFinding,
}

/// Makes the findings of pictures from everything that a book holds.
pub fn pictures(holdings: &Holdings, summary: &Summary, text: &Text) -> Pictures {
    let list = &holdings.founding.task_list;
    let classes = classes(list, text);
    let waves = summary.waves.iter().filter_map(|wave| Wave::parse(&wave.id));
    Pictures {
        shares: shares(summary, &classes),
        pareto: pareto(summary, list, &classes, text),
        heat: waves
            .filter_map(|wave| heat(&holdings.sheets, wave, list, &classes, text))
            .collect(),
        spread: spread(summary, &classes, holdings.catalog.indicators(), text),
        plan: plan(holdings, text),
        classes,
    }
}
