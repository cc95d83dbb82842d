//! Finding: the cause map (因果関係図).

use serde::Serialize;

use crate::issues::{CauseId, CauseLayer, MapLayout, MapNode};

/// Shows the cause map (因果関係図): every box with its evidence, in the order of the outline.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CauseMapFinding {
    /// What there is, and how much of it is measured.
    pub sentence: String,
    /// Boxes with evidence that was measured.
    pub measured: usize,
    /// Boxes without.
    pub unmeasured: usize,
    /// In reading order: from what comes of it back to what lies behind.
    pub boxes: Vec<CauseBox>,
    /// The rows of the outline; a box with several ways to it stands in several rows.
    pub outline: Vec<CauseRow>,
    /// All links.
    pub links: Vec<CauseLink>,
}

impl CauseMapFinding {
    /// The box with this number.
    pub fn find(&self, number: CauseId) -> Option<&CauseBox> {
        self.boxes.iter().find(|it| it.number == number)
    }

    /// Where the boxes stand in a picture.
    pub fn layout(&self) -> MapLayout {
        let mut nodes: Vec<MapNode> = self.boxes.iter().map(MapNode::from).collect();
        nodes.sort_by_key(|it| it.id);
        MapLayout::of(&nodes)
    }
}

/// A box of the cause map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CauseBox {
    /// Its number.
    pub number: CauseId,
    /// Its layer.
    pub layer: CauseLayer,
    /// The layer in words.
    pub layer_name: String,
    /// What it says.
    pub text: String,
    /// The boxes that it leads to.
    pub leads_to: Vec<CauseId>,
    /// The boxes that lead to it.
    pub from: Vec<CauseId>,
    /// What shows that it is so.
    pub evidence: Vec<CauseEvidence>,
    /// Whether any of the evidence was measured.
    pub measured: bool,
    /// What to ask so that it can be measured: the team's own words, else made from what the box says; `null` where it is measured
    /// and nobody wrote a question.
    pub question: Option<String>,
}

impl From<&CauseBox> for MapNode {
    fn from(it: &CauseBox) -> Self {
        Self {
            id: it.number,
            layer: it.layer,
            leads_to: it.leads_to.iter().copied().collect(),
        }
    }
}

/// What shows that a box is so (根拠), with its figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CauseEvidence {
    /// `statement`, `notice`, `kind` or `task`.
    pub kind: &'static str,
    /// The code of the statement or task, the number of the notice, the kind of trouble.
    pub code: String,
    /// What it says.
    pub text: String,
    /// The share for whom a statement applies (0 to 1), often × heavy of a notice, the number of notices of a kind, minutes of a
    /// task per person-day.
    pub value: Option<f64>,
    /// People, notices or person-days behind the value.
    pub n: Option<usize>,
    /// Whether there is anything behind it.
    pub measured: bool,
    /// Whether so few people are behind it that nothing is shown.
    pub hidden: bool,
    /// The figure in words.
    pub shown: String,
}

/// A row of the outline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CauseRow {
    /// The box.
    pub number: CauseId,
    /// How far it is moved in.
    pub depth: usize,
    /// Whether it stands further up already, where what leads to it is shown.
    pub again: bool,
}

/// A link of the cause map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CauseLink {
    /// From this box.
    pub from: CauseId,
    /// To this one.
    pub to: CauseId,
    /// Whether both are measured.
    pub measured: bool,
}
