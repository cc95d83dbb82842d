//! What leaves the program: findings, and the ways to show them.

pub mod answering;
pub mod blank;
pub mod blank_figures;
pub mod blank_survey;
pub mod exchange;
pub mod finding;

pub mod chart;

pub mod form;
pub mod ledger_lines;
pub mod save;
pub mod workbook;

mod agreement;
mod board;
mod check;
mod compare;
mod documents;
mod effect;
mod entries;
mod groups;
mod holdings;
mod issues;
mod ledger;
mod linkage;
mod linkage_slips;
mod list_note;
mod list_step;
mod meters;
mod number;
mod plan;
mod scenario;
mod summary;
mod survey_plan;
mod timings;

mod classes;
mod heat;
mod load;
mod pareto;
mod pictures;
mod shares;
mod spread;
mod stage;
mod subsidy;
mod timeline;

pub use agreement::{agreement, agreement_lines, agreements};
pub use board::{boards, day_phrase, reminders};
pub use check::check;
pub use compare::comparisons_of;
pub use documents::{documents, minutes_fewer, reduction_text, sheets_text, yen_text};
pub use effect::{
    Following, FollowingFault, Plan as FeasiblePlan, WaveValues, all_comparisons, chosen, compared, effect,
    entered_indicators, feasible, feasible_people, figure_grid, figure_rule, figures_kept, first_value,
    indicator_laid_aside, indicator_name, indicators_followed, interval_made, is_measurable, judgement_kept,
    judgements, known_residents, known_staff, known_waves, margin_line, margin_text, measured_later,
    own_indicator_kept, own_indicator_removed, paths, period_kept, periods, phase_begun, phase_kept, phase_of, series,
    series_begin, series_bounds, series_figure, series_level, series_level_text, series_of, subjects, surveys,
    time_phrase, times, values, wave_of, wave_values, waves_with_values, way_to_compare,
};
pub use entries::entries;
pub use holdings::Holdings;
pub use issues::{
    EvidenceSource, all_evidence, evidence_kind, evidence_line, evidence_said, issues, issues_since, measure_followed,
    measure_ground, measure_kept, notice_changes, notices_where, similar_pairs, viewpoints,
};
pub use ledger::ledger;
pub use linkage::{linkage, linkage_step};
pub use list_note::list_notes;
pub use list_step::{known_mapping, list_changes, task_uses, without_place};
pub use meters::{hour_list, meter_change, meters};
pub use number::points_text;
pub use number::with_unit;
pub use number::{
    UNKNOWN, decimal_text, ends_text, optional_text, share_text, signed_text, thousands, value_text, whole_text,
};
pub use plan::plan;
pub use scenario::{day_load, move_line, scenario, scenarios};
pub use stage::{forgotten, studied};
pub use subsidy::{granted, programme, programmes};
pub use summary::summary;
pub use survey_plan::{days_near, likely_people, name_in_plan, participant, survey_change, survey_of};

pub use classes::classes;
pub use heat::heat;
pub use load::load;
pub use pareto::pareto;
pub use pictures::{Pictures, pictures};
pub use shares::shares;
pub use spread::spread;
pub use timeline::{fullest_date, timeline, timeline_dates};
pub use timings::{latest_wave, list_of, recorder, task_name, timing, timings, wave_name};
