//! Where the boxes of the cause map stand: a column for each layer, in an order with few crossings.

use std::collections::{BTreeMap, BTreeSet};

use super::cause::{Cause, CauseLayer};
use super::number::CauseId;

/// How often the columns are ordered by their neighbours.
const SWEEPS: usize = 12;

/// A box as the layout sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapNode {
    /// Its number.
    pub id: CauseId,
    /// Its layer.
    pub layer: CauseLayer,
    /// What it leads to.
    pub leads_to: BTreeSet<CauseId>,
}

impl From<&Cause> for MapNode {
    fn from(cause: &Cause) -> Self {
        Self {
            id: cause.id,
            layer: cause.layer,
            leads_to: cause.leads_to.clone(),
        }
    }
}

/// What stands at a place of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MapPlace {
    /// A box.
    Box(CauseId),
    /// A link passes here on its way over this layer.
    Passage {
        /// Where the link begins.
        from: CauseId,
        /// Where it ends.
        to: CauseId,
    },
}

/// A link between two columns that stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MapStretch {
    /// Place in the earlier column.
    pub left: usize,
    /// Place in the later column.
    pub right: usize,
    /// Where the whole link begins.
    pub from: CauseId,
    /// Where it ends.
    pub to: CauseId,
}

/// The order of boxes and passages in the four columns; the same boxes give the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLayout {
    /// From 背景要因 to 影響, each from top to bottom.
    pub columns: [Vec<MapPlace>; 4],
    /// Links to the next column, by earlier column.
    pub stretches: [Vec<MapStretch>; 3],
    /// Links within a layer, as places in its column from which and to which they go.
    pub within: [Vec<(usize, usize)>; 4],
}

/// Neighbours of each place in the column before and in the column after.
type Neighbours = BTreeMap<MapPlace, [Vec<MapPlace>; 2]>;

impl MapLayout {
    /// Lays the boxes out.
    pub fn of(nodes: &[MapNode]) -> Self {
        let column_of = |layer: CauseLayer| CauseLayer::ALL.iter().position(|it| *it == layer).unwrap_or(0);
        let layers: BTreeMap<CauseId, usize> = nodes.iter().map(|it| (it.id, column_of(it.layer))).collect();
        let mut columns: [Vec<MapPlace>; 4] = Default::default();
        for node in nodes {
            columns[column_of(node.layer)].push(MapPlace::Box(node.id));
        }
        let mut chains: Vec<(CauseId, CauseId, Vec<MapPlace>)> = Vec::new();
        let mut inner: Vec<(usize, CauseId, CauseId)> = Vec::new();
        for node in nodes {
            let left = column_of(node.layer);
            for to in &node.leads_to {
                match layers.get(to) {
                    Some(right) if *right == left => inner.push((left, node.id, *to)),
                    Some(right) if *right > left => {
                        let passage = MapPlace::Passage { from: node.id, to: *to };
                        for column in &mut columns[left + 1..*right] {
                            column.push(passage);
                        }
                        let mut chain = vec![MapPlace::Box(node.id)];
                        chain.extend(std::iter::repeat_n(passage, right - left - 1));
                        chain.push(MapPlace::Box(*to));
                        chains.push((node.id, *to, chain));
                    }
                    // A link to nothing, or back, is no part of the picture.
                    _ => {}
                }
            }
        }
        let columns = ordered(columns, &neighbours(&chains));
        let mut layout = Self {
            columns,
            stretches: Default::default(),
            within: Default::default(),
        };
        for (from, to, chain) in &chains {
            let first = layers.get(from).copied().unwrap_or(0);
            for (offset, pair) in chain.windows(2).enumerate() {
                let [one, other] = pair else { continue };
                let column = first + offset;
                if let (Some(left), Some(right)) = (layout.place(column, *one), layout.place(column + 1, *other)) {
                    let (from, to) = (*from, *to);
                    layout.stretches[column].push(MapStretch { left, right, from, to });
                }
            }
        }
        for (column, from, to) in inner {
            let place = |id| layout.place(column, MapPlace::Box(id));
            if let (Some(from), Some(to)) = (place(from), place(to)) {
                layout.within[column].push((from, to));
            }
        }
        for stretches in &mut layout.stretches {
            stretches.sort_unstable();
        }
        layout
    }

    /// The boxes of a column from top to bottom.
    pub fn boxes(&self, column: usize) -> impl Iterator<Item = CauseId> {
        let places = self.columns.get(column).into_iter().flatten();
        places.filter_map(|place| match place {
            MapPlace::Box(id) => Some(*id),
            MapPlace::Passage { .. } => None,
        })
    }

    /// All boxes, column by column.
    pub fn all_boxes(&self) -> Vec<CauseId> {
        (0..4).flat_map(|column| self.boxes(column)).collect()
    }

    /// The column and the place of a box.
    pub fn find(&self, id: CauseId) -> Option<(usize, usize)> {
        (0..4).find_map(|column| Some((column, self.place(column, MapPlace::Box(id))?)))
    }

    /// How often links cross.
    pub fn crossings(&self) -> usize {
        let of = |stretches: &Vec<MapStretch>| crossed(stretches.iter().map(|it| (it.left, it.right)));
        self.stretches.iter().map(of).sum()
    }

    fn place(&self, column: usize, sought: MapPlace) -> Option<usize> {
        self.columns.get(column)?.iter().position(|it| *it == sought)
    }
}

fn neighbours(chains: &[(CauseId, CauseId, Vec<MapPlace>)]) -> Neighbours {
    // A passage over two layers stands in both under one name; each of its ends is the other's neighbour.
    let mut neighbours = Neighbours::new();
    for (.., chain) in chains {
        for pair in chain.windows(2) {
            if let [left, right] = pair {
                neighbours.entry(*left).or_default()[1].push(*right);
                neighbours.entry(*right).or_default()[0].push(*left);
            }
        }
    }
    neighbours
}

fn crossed(pairs: impl Iterator<Item = (usize, usize)>) -> usize {
    let pairs: Vec<(usize, usize)> = pairs.collect();
    let crosses = |one: &(usize, usize), other: &(usize, usize)| {
        (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
    };
    let with_later = pairs
        .iter()
        .enumerate()
        .map(|(at, one)| pairs.iter().skip(at + 1).filter(|other| crosses(one, other)).count());
    with_later.sum()
}

/// Crossings between all columns.
fn count(columns: &[Vec<MapPlace>; 4], neighbours: &Neighbours) -> usize {
    let between = |left: &Vec<MapPlace>, right: &Vec<MapPlace>| {
        let place: BTreeMap<MapPlace, usize> = right.iter().enumerate().map(|(at, it)| (*it, at)).collect();
        let pairs = left.iter().enumerate().flat_map(|(at, it)| {
            let next = neighbours
                .get(it)
                .map(|[_, after]| after.as_slice())
                .unwrap_or_default();
            next.iter()
                .filter_map(|to| place.get(to))
                .map(move |to| (at, *to))
                .collect::<Vec<_>>()
        });
        crossed(pairs)
    };
    columns.windows(2).map(|pair| between(&pair[0], &pair[1])).sum()
}

/// The columns in the best order that was found.
fn ordered(mut columns: [Vec<MapPlace>; 4], neighbours: &Neighbours) -> [Vec<MapPlace>; 4] {
    let mut best = (count(&columns, neighbours), columns.clone());
    for sweep in 0..SWEEPS {
        if sweep % 2 == 0 {
            for column in 1..4 {
                sort(&mut columns, column, column - 1, 0, neighbours);
            }
        } else {
            for column in (0..3).rev() {
                sort(&mut columns, column, column + 1, 1, neighbours);
            }
        }
        swap_neighbours(&mut columns, neighbours);
        let crossings = count(&columns, neighbours);
        if crossings < best.0 {
            best = (crossings, columns.clone());
        }
    }
    best.1
}

/// Orders a column by the mean place of each one's neighbours in another column; who has none keeps its place.
fn sort(columns: &mut [Vec<MapPlace>; 4], column: usize, other: usize, side: usize, neighbours: &Neighbours) {
    #[expect(clippy::cast_precision_loss, reason = "some dozens of boxes")]
    let height = |at: usize, of: usize| (at as f64 + 0.5) / of.max(1) as f64;
    let of_other: BTreeMap<MapPlace, f64> = columns[other]
        .iter()
        .enumerate()
        .map(|(at, it)| (*it, height(at, columns[other].len())))
        .collect();
    let own = columns[column].len();
    let mut placed: Vec<(f64, MapPlace)> = Vec::new();
    for (at, place) in columns[column].iter().enumerate() {
        let near = neighbours
            .get(place)
            .map(|sides| sides[side].as_slice())
            .unwrap_or_default();
        let heights: Vec<f64> = near.iter().filter_map(|it| of_other.get(it)).copied().collect();
        #[expect(clippy::cast_precision_loss, reason = "some dozens of boxes")]
        let mean = heights.iter().sum::<f64>() / heights.len().max(1) as f64;
        placed.push((if heights.is_empty() { height(at, own) } else { mean }, *place));
    }
    placed.sort_by(|one, next| one.0.total_cmp(&next.0));
    columns[column] = placed.into_iter().map(|(_, place)| place).collect();
}

/// Swaps two that stand one below the other as long as that saves crossings.
fn swap_neighbours(columns: &mut [Vec<MapPlace>; 4], neighbours: &Neighbours) {
    let mut crossings = count(columns, neighbours);
    let mut better = true;
    while better {
        better = false;
        for column in 0..4 {
            for at in 1..columns[column].len() {
                columns[column].swap(at - 1, at);
                let now = count(columns, neighbours);
                if now < crossings {
                    crossings = now;
                    better = true;
                } else {
                    columns[column].swap(at - 1, at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: u32, layer: usize, leads_to: &[u32]) -> MapNode {
        MapNode {
            id: CauseId(id),
            layer: CauseLayer::ALL[layer],
            leads_to: leads_to.iter().map(|id| CauseId(*id)).collect(),
        }
    }

    #[test]
    fn crossed_links_are_put_straight() {
        let nodes = [
            node(1, 0, &[5]),
            node(2, 0, &[4]),
            node(3, 0, &[6]),
            node(4, 1, &[7]),
            node(5, 1, &[8]),
            node(6, 1, &[]),
            node(7, 2, &[]),
            node(8, 2, &[]),
        ];
        let layout = MapLayout::of(&nodes);
        assert_eq!(layout.crossings(), 0);
        assert_eq!(layout, MapLayout::of(&nodes));
    }

    #[test]
    fn a_link_over_a_layer_passes_through_its_column() {
        let layout = MapLayout::of(&[node(1, 0, &[2, 3]), node(2, 1, &[]), node(3, 3, &[])]);
        let passage = MapPlace::Passage {
            from: CauseId(1),
            to: CauseId(3),
        };
        assert!(layout.columns[1].contains(&passage) && layout.columns[2] == [passage]);
        assert_eq!(layout.stretches.each_ref().map(Vec::len), [2, 1, 1]);
        assert_eq!(layout.find(CauseId(3)), Some((3, 0)));
        assert_eq!(layout.all_boxes(), [CauseId(1), CauseId(2), CauseId(3)]);
    }

    #[test]
    fn links_within_a_layer_and_to_nothing_stand_in_no_gap() {
        let layout = MapLayout::of(&[node(1, 2, &[2, 9]), node(2, 2, &[])]);
        assert_eq!(layout.within[2], [(0, 1)]);
        assert!(layout.stretches.iter().all(Vec::is_empty));
    }

    proptest::proptest! {
        /// Whatever is drawn, each box stands once, in the column of its layer.
        #[test]
        fn each_box_has_one_place_in_the_column_of_its_layer(
            drawn in proptest::collection::vec((0..4_usize, proptest::collection::vec(1..30_u32, 0..4)), 0..30)
        ) {
            let nodes: Vec<MapNode> = (1..).zip(&drawn).map(|(id, (layer, to))| node(id, *layer, to)).collect();
            let layout = MapLayout::of(&nodes);
            for node in &nodes {
                let (column, _) = layout.find(node.id).unwrap();
                proptest::prop_assert_eq!(CauseLayer::ALL[column], node.layer);
            }
            proptest::prop_assert_eq!(layout.all_boxes().len(), nodes.len());
            let mut all: Vec<MapPlace> = layout.columns[1].clone();
            all.sort_unstable();
            all.dedup();
            proptest::prop_assert_eq!(all.len(), layout.columns[1].len());
        }
    }
}
