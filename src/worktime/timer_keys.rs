//! One key for each task of the timer (計測のキー).

use super::task_list::TaskList;

const OFFERED: &str = "1234567890abcdefghijklmnopqrstuvwxyz";

impl TaskList {
    /// The key of each task, in the order of the list: the one that was chosen for it, else the next free one of 1–9, 0, a–z.
    ///
    /// Keys in `reserved` are given to no task that did not choose them. `None` when no key is left.
    pub fn timer_keys(&self, reserved: &[char]) -> Vec<Option<char>> {
        let chosen: Vec<char> = self.tasks.iter().filter_map(|task| task.key).collect();
        let taken = |key: &char| reserved.contains(key) || chosen.iter().any(|chosen| chosen.eq_ignore_ascii_case(key));
        let mut free = OFFERED.chars().filter(|key| !taken(key));
        self.tasks.iter().map(|task| task.key.or_else(|| free.next())).collect()
    }

    /// The place of the task with this key; a capital is the key of its small letter unless it is a key of its own.
    pub fn task_at_key(&self, key: char, reserved: &[char]) -> Option<usize> {
        let keys = self.timer_keys(reserved);
        let place = |key: char| keys.iter().position(|its_key| *its_key == Some(key));
        place(key).or_else(|| place(key.to_ascii_lowercase()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::list_history::tests::list;

    #[test]
    fn keys_go_by_the_order_of_the_list_and_spare_what_is_reserved_or_chosen() {
        let codes: Vec<String> = (1..=14).map(|code| code.to_string()).collect();
        let mut list = list("fourteen", &codes.iter().map(String::as_str).collect::<Vec<_>>());
        list.tasks[4].key = Some('B');
        let keys: String = list.timer_keys(&['a', 'd']).into_iter().flatten().collect();
        assert_eq!(keys, "1234B567890cef");
        assert_eq!(list.task_at_key('b', &['a', 'd']), None);
        assert_eq!(list.task_at_key('C', &['a', 'd']), Some(11));
        assert_eq!(list.task_at_key('B', &['a', 'd']), Some(4));
    }

    #[test]
    fn a_task_beyond_the_last_key_is_chosen_with_the_arrows() {
        let codes: Vec<String> = (1..=40).map(|code| code.to_string()).collect();
        let list = list("forty", &codes.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(list.timer_keys(&[]).into_iter().flatten().count(), 36);
    }
}
