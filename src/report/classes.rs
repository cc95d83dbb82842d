//! Which colour a category has: the one place that decides it.

use super::finding::Class;
use crate::text::Text;
use crate::worktime::{CategoryKind, Hue, Task, TaskList};

/// Colours in the order in which they are given to categories whose usual colour is taken.
const HUES: [Hue; 8] = [
    Hue::Blue,
    Hue::Orange,
    Hue::BluishGreen,
    Hue::ReddishPurple,
    Hue::SkyBlue,
    Hue::Vermillion,
    Hue::Yellow,
    Hue::Black,
];

/// The usual colour of a kind; the screens use the same ones.
fn usual(kind: CategoryKind) -> Hue {
    match kind {
        CategoryKind::Direct => Hue::Blue,
        CategoryKind::Indirect => Hue::Orange,
        CategoryKind::Rest => Hue::BluishGreen,
        CategoryKind::Other => Hue::ReddishPurple,
        CategoryKind::Slack => Hue::SkyBlue,
    }
}

/// The categories of a list with their colours: those that somebody chose, else the usual one of the kind, else the next that
/// is free.
pub fn classes(list: &TaskList, text: &Text) -> Vec<Class> {
    let mut taken: Vec<Hue> = list.categories.iter().filter_map(|category| category.colour).collect();
    let mut classes = Vec::with_capacity(list.categories.len());
    for category in &list.categories {
        let hue = category.colour.unwrap_or_else(|| {
            let first = usual(category.kind);
            let free = std::iter::once(first).chain(HUES).find(|hue| !taken.contains(hue));
            let hue = free.unwrap_or(first);
            taken.push(hue);
            hue
        });
        classes.push(Class {
            code: category.code.to_string(),
            name: text.lang().of(&category.name).to_owned(),
            kind: category.kind,
            hue,
        });
    }
    classes
}

/// Index of the class of a task.
pub(super) fn class_of(classes: &[Class], task: &Task) -> usize {
    classes
        .iter()
        .position(|class| class.code == task.category.as_str())
        .expect("a task list names the category of each task")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::text::Lang;

    fn hues(list: &TaskList) -> Vec<Hue> {
        classes(list, &Text::new(Lang::Ja))
            .iter()
            .map(|class| class.hue)
            .collect()
    }

    fn official() -> TaskList {
        Catalog::built_in().task_list("kasan-2024").unwrap().clone()
    }

    #[test]
    fn each_kind_of_the_official_list_has_its_usual_colour() {
        assert_eq!(hues(&official()), HUES[..5]);
    }

    #[test]
    fn a_chosen_colour_stays_and_nobody_else_gets_it() {
        let mut list = official();
        list.categories[1].colour = Some(Hue::Blue);
        assert_eq!(hues(&list)[..2], [Hue::Orange, Hue::Blue]);
    }

    #[test]
    fn two_categories_of_one_kind_differ() {
        let mut list = official();
        list.categories[1].kind = CategoryKind::Direct;
        assert_eq!(hues(&list)[..2], [Hue::Blue, Hue::Orange]);
    }
}
