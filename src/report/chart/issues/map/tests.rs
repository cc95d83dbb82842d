//! No text is cut or lies on another or leaves its box, at the sizes that are used.

use super::*;
use crate::report::finding::{CauseEvidence, CauseLink};
use crate::text::Lang;

fn evidence(shown: &str, measured: bool) -> CauseEvidence {
    CauseEvidence {
        kind: "statement",
        code: "1a".to_owned(),
        text: "設問".to_owned(),
        value: measured.then_some(0.5),
        n: measured.then_some(12),
        measured,
        hidden: false,
        shown: shown.to_owned(),
    }
}

/// 25 boxes; every fifth says as much as a box may say.
fn found() -> CauseMapFinding {
    let layer = |number: u32| CauseLayer::ALL[usize::try_from((number - 1) * 4 / 25).unwrap()];
    let boxes: Vec<CauseBox> = (1..=25)
        .map(|number| CauseBox {
            number: CauseId(number),
            layer: layer(number),
            layer_name: String::new(),
            text: if number % 5 == 0 {
                "長い項目の言葉".repeat(8)
            } else {
                "記録の用紙を少しずつ足してきた".to_owned()
            },
            leads_to: [number + 6, number + 13, number + 1]
                .into_iter()
                .filter(|to| *to <= 25)
                .map(CauseId)
                .collect(),
            from: Vec::new(),
            evidence: vec![
                evidence("当てはまる66.7%（30人）", number % 3 > 0),
                evidence("頻度5×重さ4＝20", number % 2 > 0),
            ],
            measured: number % 3 > 0 || number % 2 > 0,
            question: None,
        })
        .collect();
    let links = boxes
        .iter()
        .flat_map(|it| it.leads_to.iter().map(|to| (it.number, *to)))
        .map(|(from, to)| CauseLink {
            from,
            to,
            measured: from.0 % 2 == 0,
        });
    CauseMapFinding {
        links: links.collect(),
        sentence: "項目は25個です。".to_owned(),
        boxes,
        ..CauseMapFinding::default()
    }
}

#[test]
fn every_word_stands_whole_in_its_own_place() {
    let text = Text::new(Lang::Ja);
    let found = found();
    for (width, height) in [(1600, 1000), (1000, 700), (800, 500)] {
        let mut canvas = Canvas::new(width, height);
        let room = frame::framed(&mut canvas, "因果関係図", &lead(&found, &text), &[]);
        body(&mut canvas, &found, room, &text);
        let said: String = canvas.words.iter().map(|words| words.text.as_str()).collect();
        assert!(!said.contains('…'), "{width}x{height}");
        for it in &found.boxes {
            assert!(
                said.contains(&it.text.replace(' ', "")),
                "{width}x{height} {}",
                it.number
            );
        }
        let boxes: Vec<[f64; 4]> = canvas
            .words
            .iter()
            .map(|words| {
                let half = words.size * 0.44;
                [words.x, words.y - half, words.x + words.width, words.y + half]
            })
            .collect();
        for (index, [left, top, right, bottom]) in boxes.iter().enumerate() {
            assert!(*left >= 0.0 && *right <= f64::from(width) && *bottom <= f64::from(height));
            for (other, with) in boxes.iter().zip(&canvas.words).skip(index + 1) {
                let apart = *right <= other[0] + 1.0
                    || other[2] <= left + 1.0
                    || *bottom <= other[1] + 1.0
                    || other[3] <= top + 1.0;
                assert!(apart, "{width}x{height}: {:?} lies on {with:?}", canvas.words[index]);
            }
        }
    }
}

#[test]
fn no_two_boxes_lie_on_each_other_and_columns_stand_by_layer() {
    let found = found();
    let canvas = Canvas::new(1000, 700);
    let grid = Grid::new(&canvas, &found, Rect::new(20.0, 100.0, 980.0, 680.0), 140.0);
    let rects: Vec<Rect> = found.boxes.iter().map(|it| grid.rect(it.number).unwrap()).collect();
    for (index, one) in rects.iter().enumerate() {
        assert!(one.bottom <= 680 && one.top >= 140);
        for other in rects.iter().skip(index + 1) {
            let apart = one.right <= other.left
                || other.right <= one.left
                || one.bottom <= other.top
                || other.bottom <= one.top;
            assert!(apart, "{one:?} {other:?}");
        }
    }
    for (it, rect) in found.boxes.iter().zip(&rects) {
        let column = CauseLayer::ALL.iter().position(|layer| *layer == it.layer).unwrap();
        assert_eq!(rect.left, crate::report::chart::canvas::whole(grid.columns[column].0));
    }
}

#[test]
fn the_same_map_is_the_same_picture() {
    let text = Text::new(Lang::Ja);
    let look = Look::new(1000, 700, true).unwrap();
    let one = cause_map_picture(&found(), look, &text).unwrap();
    assert!(one == cause_map_picture(&found(), look, &text).unwrap());
}
