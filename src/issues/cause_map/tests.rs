//! What may be drawn and what is refused.

use proptest::prelude::*;

use super::*;
use crate::issues::ChallengeId;

/// A → B → C in one layer, D after them.
fn map() -> CauseMap {
    let mut map = CauseMap::of(&[]);
    for (layer, text) in [
        (CauseLayer::Cause, "A"),
        (CauseLayer::Cause, "B"),
        (CauseLayer::Cause, "C"),
        (CauseLayer::Effect, "D"),
    ] {
        map.add(layer, text).unwrap();
    }
    for (from, to) in [(1, 2), (2, 3), (3, 4)] {
        map.link(CauseId(from), CauseId(to)).unwrap();
    }
    kept(&map)
}

/// The map as a book gives it after the changes were written.
fn kept(map: &CauseMap) -> CauseMap {
    CauseMap::of(&causes(map))
}

fn causes(map: &CauseMap) -> Vec<Cause> {
    map.now.values().cloned().collect()
}

#[test]
fn a_loop_is_refused_with_the_way_round() {
    let mut map = map();
    let fault = map.link(CauseId(3), CauseId(1)).unwrap_err();
    let CauseFault::Loop(way) = &fault else {
        panic!("{fault:?}")
    };
    let way: Vec<&str> = way.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(way, ["C", "A", "B", "C"]);
    assert_eq!(map.steps(), []);
    assert!(matches!(map.link(CauseId(1), CauseId(1)), Err(CauseFault::ToItself(_))));
}

#[test]
fn a_link_back_to_an_earlier_layer_is_refused_with_both_layers() {
    let mut map = map();
    let five = map.add(CauseLayer::Background, "E").unwrap();
    let fault = map.link(CauseId(4), five).unwrap_err();
    let CauseFault::Backward {
        from_layer, to_layer, ..
    } = fault
    else {
        panic!("{fault:?}")
    };
    assert_eq!((from_layer, to_layer), (CauseLayer::Effect, CauseLayer::Background));
}

#[test]
fn a_box_moves_only_where_its_links_still_go_forward() {
    let mut map = map();
    map.put_into(CauseId(3), CauseLayer::Effect).unwrap();
    assert!(matches!(
        map.put_into(CauseId(2), CauseLayer::Effect)
            .and_then(|()| map.put_into(CauseId(3), CauseLayer::Trouble)),
        Err(CauseFault::Backward { .. })
    ));
    assert_eq!(map.get(CauseId(3)).unwrap().layer, CauseLayer::Effect);
}

#[test]
fn the_same_link_twice_no_link_and_no_box_are_told() {
    let mut map = map();
    assert!(matches!(
        map.link(CauseId(1), CauseId(2)),
        Err(CauseFault::LinkedAlready(..))
    ));
    assert!(matches!(
        map.unlink(CauseId(1), CauseId(3)),
        Err(CauseFault::NotLinked(..))
    ));
    assert_eq!(map.link(CauseId(1), CauseId(9)), Err(CauseFault::NoBox(CauseId(9))));
    assert_eq!(map.add(CauseLayer::Cause, " \u{200b}"), Err(CauseFault::NoText));
    assert_eq!(
        map.add(CauseLayer::Cause, &"長".repeat(61)),
        Err(CauseFault::TooLong(60))
    );
    let kind = Evidence::Kind(crate::issues::TroubleKind::Records);
    map.support(CauseId(1), kind.clone()).unwrap();
    assert!(matches!(
        map.support(CauseId(1), kind.clone()),
        Err(CauseFault::SupportedAlready(_))
    ));
    map.unsupport(CauseId(1), &kind).unwrap();
    assert!(matches!(
        map.unsupport(CauseId(1), &kind),
        Err(CauseFault::NotSupported(_))
    ));
    assert_eq!(map.steps(), []);
}

#[test]
fn a_box_goes_with_the_links_to_it_and_stays_while_a_challenge_stands_on_it() {
    let mut map = map();
    let challenge = Challenge {
        id: ChallengeId(1),
        text: "二度書きをなくす".to_owned(),
        viewpoint: None,
        causes: [CauseId(3)].into(),
        effect: None,
        ease: None,
        chosen: None,
    };
    let fault = map.take_out(CauseId(3), std::slice::from_ref(&challenge)).unwrap_err();
    assert!(matches!(fault, CauseFault::InChallenge(_, text) if text == challenge.text));
    map.take_out(CauseId(3), &[]).unwrap();
    let steps = map.steps();
    assert_eq!(steps.len(), 2);
    assert!(steps[0].after.as_ref().unwrap().leads_to.is_empty());
    assert_eq!(
        (steps[1].before.as_ref().unwrap().id, &steps[1].after),
        (CauseId(3), &None)
    );
}

#[test]
fn a_map_from_elsewhere_is_checked() {
    let mut causes = causes(&map());
    assert_eq!(CauseMap::check(&causes), Ok(()));
    causes[2].leads_to.insert(CauseId(1));
    assert!(matches!(CauseMap::check(&causes), Err(CauseFault::Loop(_))));
    causes[2].leads_to = [CauseId(8)].into();
    assert_eq!(CauseMap::check(&causes), Err(CauseFault::NoBox(CauseId(8))));
}

/// One random turn; what is refused changes nothing.
fn turn(map: &mut CauseMap, (what, one, other): (u8, u32, u32)) {
    let before = map.clone();
    let layer = CauseLayer::ALL[other as usize % 4];
    let (one, other) = (CauseId(one), CauseId(other));
    let done = match what {
        0 => map.add(layer, "x").map(|_| ()),
        1 => map.take_out(one, &[]),
        2 => map.unlink(one, other),
        3 => map.put_into(one, layer),
        _ => map.link(one, other),
    };
    if done.is_err() {
        assert_eq!(*map, before);
    }
}

proptest! {
    /// No sequence of allowed turns makes a loop, a backward link or a link to nothing; taking a step back gives what was.
    #[test]
    fn allowed_turns_keep_the_rules_and_can_be_taken_back(turns in proptest::collection::vec((0..9_u8, 1..9_u32, 1..9_u32), 0..120)) {
        let mut map = CauseMap::of(&[]);
        for chosen in turns {
            map = kept(&map);
            let was = map.now.clone();
            turn(&mut map, chosen);
            prop_assert_eq!(CauseMap::check(&causes(&map)), Ok(()));
            let mut back = map.now.clone();
            for step in map.steps() {
                if let Some(after) = step.after {
                    back.remove(&after.id);
                }
                if let Some(before) = step.before {
                    back.insert(before.id, before);
                }
            }
            prop_assert_eq!(back, was);
        }
    }
}
