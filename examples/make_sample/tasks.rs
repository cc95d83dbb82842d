//! What fills the hours: how likely each task is at each hour of the clock.
//!
//! Numbers are task codes of `kasan-2024` and weights.

/// What a person's day is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Care on the floor.
    Care,
    /// Nursing.
    Nurse,
    /// Counselling and coordination.
    Office,
}

/// 記録・文書作成・連絡調整等
pub const RECORDS: u8 = 11;
/// 利用者のアセスメント・情報収集・介護計画の作成・見直し
pub const PLANS: u8 = 12;
/// 休憩・待機・仮眠
pub const BREAK: u8 = 22;
/// 巡回・移動
pub const ROUNDS: u8 = 10;
/// 見守り機器の使用・確認
pub const MONITORS: u8 = 13;
/// 余裕時間
pub const SLACK: u8 = 24;
/// 利用者とのコミュニケーション
pub const TALK: u8 = 4;

type Mix = &'static [(u8, u16)];

const WAKING: Mix = &[(5, 5), (2, 5), (3, 4), (1, 4), (13, 1), (18, 1), (6, 1)];
const BREAKFAST: Mix = &[(7, 8), (16, 4), (1, 3), (3, 2), (2, 2), (8, 1), (20, 1)];
const MORNING: Mix = &[
    (3, 7),
    (17, 3),
    (2, 4),
    (1, 3),
    (18, 2),
    (19, 2),
    (4, 2),
    (8, 2),
    (14, 1),
    (12, 1),
    (10, 1),
];
const BEFORE_LUNCH: Mix = &[(2, 4), (1, 4), (16, 4), (4, 2), (8, 2), (5, 1), (20, 1)];
const LUNCH: Mix = &[(7, 9), (16, 3), (3, 2), (1, 2), (2, 2), (20, 1)];
const AFTERNOON: Mix = &[
    (3, 5),
    (17, 2),
    (4, 4),
    (2, 4),
    (8, 2),
    (1, 2),
    (21, 2),
    (12, 2),
    (15, 1),
    (10, 1),
    (9, 1),
    (23, 1),
];
const TEA: Mix = &[(16, 3), (7, 3), (4, 4), (21, 3), (2, 3), (9, 1), (14, 1)];
const EVENING: Mix = &[(2, 4), (1, 3), (4, 3), (6, 3), (10, 1), (19, 1)];
const SUPPER: Mix = &[(7, 8), (16, 4), (2, 3), (3, 3), (1, 3), (20, 1)];
const BEDTIME: Mix = &[(5, 7), (2, 4), (1, 3), (3, 3), (6, 2), (13, 1)];
const NIGHT: Mix = &[
    (11, 1),
    (10, 5),
    (13, 4),
    (2, 5),
    (1, 3),
    (6, 2),
    (20, 2),
    (5, 1),
    (21, 1),
    (18, 1),
];

const NURSE_MORNING: Mix = &[(8, 9), (12, 2), (11, 1), (10, 2), (4, 2), (20, 2), (2, 1), (15, 1)];
const NURSE_MEAL: Mix = &[(8, 6), (7, 5), (16, 1), (4, 1), (10, 1)];
const NURSE_AFTERNOON: Mix = &[
    (8, 6),
    (12, 3),
    (11, 2),
    (4, 3),
    (15, 2),
    (10, 2),
    (21, 1),
    (20, 1),
    (14, 1),
];

const OFFICE_DAY: Mix = &[(11, 3), (12, 6), (4, 5), (15, 2), (21, 2), (10, 2), (23, 1), (14, 1)];
const OFFICE_MEAL: Mix = &[(4, 4), (7, 3), (16, 2), (11, 1)];

/// What a person does at an hour of the clock.
pub fn mix(work: Work, hour: u16) -> Mix {
    match work {
        Work::Care => match hour {
            6 => WAKING,
            7 => BREAKFAST,
            8..=10 => MORNING,
            11 => BEFORE_LUNCH,
            12 => LUNCH,
            13 | 14 => AFTERNOON,
            15 => TEA,
            16 => EVENING,
            17 | 18 => SUPPER,
            19..=21 => BEDTIME,
            _ => NIGHT,
        },
        Work::Nurse => match hour {
            7 | 12 | 18 => NURSE_MEAL,
            8..=11 => NURSE_MORNING,
            _ => NURSE_AFTERNOON,
        },
        Work::Office => match hour {
            12 => OFFICE_MEAL,
            _ => OFFICE_DAY,
        },
    }
}

/// Shortest and longest stretch of a task, in minutes.
pub fn length(task: u8) -> (u16, u16) {
    match task {
        1 | 13 | 14 | 20 => (3, 8),
        3 | 7 | 12 | 21 => (10, 25),
        8 | 9 | 15 | 17 | 18 | 19 => (6, 18),
        11 => (5, 9),
        _ => (4, 14),
    }
}
