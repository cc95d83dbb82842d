//! Correcting the times of a stretch (時刻の訂正): its neighbours follow.

use super::timing::{DAY, TimerEntry, Timing};
use super::turn::{Turn, TurnError};

impl Timing {
    /// Gives the stretch with this number, counted from 1, another start or end; `None` leaves it as it is.
    ///
    /// A neighbour of the same kind (main or beside) that touched it goes on touching it, and one that would overlap gives way;
    /// none may vanish. An end given to what runs stops it. `now` is the second beyond which nothing can have happened.
    pub fn retime(&self, number: usize, from: Option<u32>, to: Option<u32>, now: u32) -> Result<Turn, TurnError> {
        let place = number.checked_sub(1).filter(|place| *place < self.entries.len());
        let place = place.ok_or(TurnError::NoSuchStretch(number))?;
        let old = &self.entries[place];
        let new = TimerEntry {
            from: from.unwrap_or(old.from),
            to: to.or(old.to),
            ..old.clone()
        };
        let end = new.to.unwrap_or(now);
        if end > now || new.from > now {
            return Err(TurnError::InFuture(now));
        }
        if new.from >= end {
            return Err(TurnError::Backwards);
        }
        let mut entries = self.entries.clone();
        let kin = |(_, other): &(usize, &TimerEntry)| other.parallel == old.parallel;
        let before = self.entries.iter().enumerate().take(place).rfind(kin);
        if let Some((beside, other)) = before
            && let Some(its_end) = other.to
            && (its_end == old.from || its_end > new.from)
        {
            if other.from >= new.from {
                return Err(TurnError::NothingLeft(beside + 1));
            }
            entries[beside].to = Some(new.from);
        }
        let after = self.entries.iter().enumerate().skip(place + 1).find(kin);
        if let Some((beside, other)) = after
            && (Some(other.from) == old.to || other.from < end)
        {
            if other.to.is_some_and(|its_end| its_end <= end) {
                return Err(TurnError::NothingLeft(beside + 1));
            }
            entries[beside].from = end;
        }
        entries[place] = new;
        if entries.iter().map(|entry| entry.from).min() >= Some(DAY) {
            return Err(TurnError::NextDay);
        }
        entries.sort_by_key(|entry| (entry.from, entry.parallel));
        Ok(self.turn_to(&entries))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::turn::tests::{task, timing, told, turned};
    use super::*;

    /// 1 from 0 to 100, 2 to 200, a gap, 3 from 300, running.
    fn three() -> Timing {
        timing()
            .then(|timing| timing.switch(&task("1"), 0, false))
            .then(|timing| timing.switch(&task("2"), 100, false))
            .then(|timing| timing.stop(200))
            .then(|timing| timing.switch(&task("3"), 300, false))
    }

    fn retimed(number: usize, from: Option<u32>, to: Option<u32>) -> Result<Vec<String>, TurnError> {
        let timing = three();
        timing
            .retime(number, from, to, 400)
            .map(|turn| told(&turned(&timing, &turn)))
    }

    #[test]
    fn neighbours_that_touch_follow_and_gaps_stay() {
        assert_eq!(
            retimed(2, Some(90), Some(250)).unwrap(),
            ["1 0-90", "2 90-250", "3 300-"]
        );
        assert_eq!(retimed(2, Some(120), None).unwrap(), ["1 0-120", "2 120-200", "3 300-"]);
        assert_eq!(retimed(2, None, Some(350)).unwrap(), ["1 0-100", "2 100-350", "3 350-"]);
        assert_eq!(retimed(3, Some(150), None).unwrap(), ["1 0-100", "2 100-150", "3 150-"]);
    }

    #[test]
    fn an_end_stops_what_runs() {
        assert_eq!(
            retimed(3, None, Some(390)).unwrap(),
            ["1 0-100", "2 100-200", "3 300-390"]
        );
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_reason() {
        assert_eq!(retimed(4, None, None), Err(TurnError::NoSuchStretch(4)));
        assert_eq!(retimed(0, None, None), Err(TurnError::NoSuchStretch(0)));
        assert_eq!(retimed(2, Some(200), None), Err(TurnError::Backwards));
        assert_eq!(retimed(2, None, Some(401)), Err(TurnError::InFuture(400)));
        assert_eq!(retimed(3, Some(100), None), Err(TurnError::NothingLeft(2)));
        assert_eq!(retimed(1, None, Some(200)), Err(TurnError::NothingLeft(2)));
        let late = timing().then(|timing| timing.switch(&task("1"), 10, false));
        assert_eq!(late.retime(1, Some(DAY), None, DAY + 9), Err(TurnError::NextDay));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

        #[test]
        fn main_stretches_never_overlap_and_none_is_empty(
            number in 1_usize..4, from in proptest::option::of(0_u32..420), to in proptest::option::of(0_u32..420)
        ) {
            let timing = three();
            if let Ok(turn) = timing.retime(number, from, to, 400) {
                let after = turned(&timing, &turn);
                let ends: Vec<(u32, u32)> = after.main().map(|entry| (entry.from, entry.to.unwrap_or(400))).collect();
                prop_assert_eq!(ends.len(), 3);
                prop_assert!(ends.iter().all(|(from, to)| from < to || (*from == 400 && *to == 400)));
                prop_assert!(ends.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{:?}", ends);
            }
        }
    }
}
