//! Indicators and scales: taken out of their files, then checked against each other.

use super::error::{CatalogError, Why};
use super::lines::line_of;
use super::{Catalog, file, replace_or_push};
use crate::effect::{Family, Measured, Scale};

/// The files of one folder that say what is measured, each with its name there and its text.
pub(super) struct Files {
    /// `scales.toml`.
    pub(super) scales: Option<(String, String)>,
    /// `efficiency.toml` and `quality.toml`.
    pub(super) indicators: Vec<(String, String, Family)>,
    /// Whether they are the office's own.
    pub(super) are_own: bool,
}

impl Catalog {
    /// Takes scales and indicators; then each has to fit what is there.
    pub(super) fn take_indicator_files(&mut self, files: &Files) -> Result<(), CatalogError> {
        let scales = match &files.scales {
            Some((name, text)) => file::scales(name, text)?,
            None => Vec::new(),
        };
        for scale in &scales {
            replace_or_push(&mut self.scales, scale.clone(), |one, other| one.id == other.id);
        }
        let mut taken = Vec::new();
        for (name, text, family) in &files.indicators {
            for mut indicator in file::indicators(name, text, *family)? {
                taken.push((name, text, indicator.id.clone()));
                // What an office brings itself it wants to see, also before it has chosen.
                indicator.usual |= files.are_own && indicator.measured.is_of_sheets();
                replace_or_push(&mut self.indicators, indicator, |one, other| one.id == other.id);
            }
        }
        self.indicators.sort_by_key(|indicator| indicator.family);
        for (name, text, id) in &taken {
            self.check_indicator(name, text, id)?;
        }
        if let Some((name, text)) = &files.scales {
            for scale in &scales {
                self.check_use(name, text, scale)?;
            }
        }
        Ok(())
    }

    fn check_indicator(&self, name: &str, text: &str, id: &str) -> Result<(), CatalogError> {
        let Some(indicator) = self.indicator(id) else {
            return Ok(());
        };
        indicator
            .validate(&self.indicators, &self.scales)
            .map_err(|fault| CatalogError {
                file: name.to_owned(),
                line: line_of(text, id, fault.field()),
                why: Why::Indicator(fault),
            })
    }

    /// A scale that takes the place of another may be of other people than the indicators that use it.
    fn check_use(&self, name: &str, text: &str, scale: &Scale) -> Result<(), CatalogError> {
        let uses = |measured: &Measured| matches!(measured, Measured::Scale { scale: used } if *used == scale.id);
        let misfit = self
            .indicators
            .iter()
            .find(|it| uses(&it.measured) && it.per != scale.of);
        match misfit {
            Some(indicator) => Err(CatalogError {
                file: name.to_owned(),
                line: line_of(text, &scale.id, "of"),
                why: Why::ScaleInUse {
                    scale: scale.id.clone(),
                    indicator: indicator.id.clone(),
                },
            }),
            None => Ok(()),
        }
    }
}
