//! The waves that a file names itself, against the one that a person ordered.

use super::order::Fault;
use super::part::{Reading, Source};
use crate::phrase::phrase;
use crate::worktime::Wave;

/// Notes that the order replaces the one wave of a file; several waves cannot be replaced by one.
///
/// `named` are the waves that the file names, each with its line.
pub fn compare_waves(named: &[(u64, Wave)], source: &Source, reading: &mut Reading) {
    let Some(ordered) = source.wave.filter(|_| source.wave_is_ordered) else {
        return;
    };
    let Some((line, other)) = named.iter().find(|(_, wave)| *wave != ordered) else {
        return;
    };
    let written = other.label();
    if named.iter().any(|(_, wave)| wave != other) {
        let message = phrase("intake-waves-contradict")
            .with("written", written)
            .with("wave", ordered.label());
        reading.faults.push(Fault::line(*line, message));
    } else {
        let message = phrase("intake-note-wave-replaced")
            .with("written", written)
            .with("wave", ordered.label());
        reading.notes.push(message);
    }
}
