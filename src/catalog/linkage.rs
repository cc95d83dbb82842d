//! What is known of sending slips: steps, dated prices, published figures.

use super::error::CatalogError;
use super::{Catalog, file, replace_or_push};
use crate::documents::LinkageFigures;

/// The file that is built in.
pub(super) const LINKAGE: (&str, &str) = ("linkage.toml", include_str!("../../indicators/linkage.toml"));

impl Catalog {
    /// What is known of sending slips between offices (ケアプランデータ連携).
    pub fn linkage(&self) -> &LinkageFigures {
        &self.linkage
    }

    /// Takes a file; what has the id, or for prices the first day, of something known takes its place.
    pub(super) fn take_linkage(&mut self, name: &str, text: &str) -> Result<(), CatalogError> {
        let figures = file::linkage(name, text)?;
        let known = &mut self.linkage;
        for step in figures.steps {
            replace_or_push(&mut known.steps, step, |one, other| one.id == other.id);
        }
        for price in figures.licences {
            replace_or_push(&mut known.licences, price, |one, other| one.from == other.from);
        }
        known.licences.sort_by_key(|price| price.from);
        for reference in figures.references {
            replace_or_push(&mut known.references, reference, |one, other| one.id == other.id);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::documents::SendingWay;

    /// The price as it is told: `none` before the first one, `unknown` where nobody knows it yet.
    fn price(catalog: &Catalog, year: i32, month: u32) -> String {
        let day = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        match catalog.linkage().licence_on(day) {
            None => "none".to_owned(),
            Some(price) => price.yen.map_or_else(|| "unknown".to_owned(), |yen| yen.to_string()),
        }
    }

    #[test]
    fn the_price_of_a_licence_is_that_of_its_day() {
        let catalog = Catalog::built_in();
        assert_eq!(price(&catalog, 2023, 3), "none");
        assert_eq!(price(&catalog, 2026, 3), "21000");
        assert_eq!(price(&catalog, 2026, 4), "0");
        assert_eq!(price(&catalog, 2027, 3), "0");
        assert_eq!(price(&catalog, 2027, 4), "unknown");
    }

    #[test]
    fn every_way_of_sending_has_steps_and_published_figures_say_where_they_come_from() {
        let catalog = Catalog::built_in();
        let figures = catalog.linkage();
        for way in SendingWay::ALL {
            assert!(figures.steps.iter().any(|step| step.ways.contains(&way)), "{way:?}");
        }
        assert!(figures.references.iter().all(|it| it.source.contains("参考")));
    }

    #[test]
    fn an_office_puts_its_own_price_in_the_place_of_a_known_one() {
        let mut catalog = Catalog::built_in();
        let own = "[[licences]]\nfrom = \"2027-04-01\"\nyen = 12000\nnote = { ja = \"自前\", en = \"own\" }\nsource = \"自前\"\n";
        catalog.take_linkage("linkage.toml", own).unwrap();
        assert_eq!(price(&catalog, 2028, 1), "12000");
        assert_eq!(price(&catalog, 2025, 1), "21000");
    }

    #[test]
    fn a_step_that_stands_twice_in_a_file_is_refused() {
        let step = "[[steps]]\nid = \"x\"\nname = { ja = \"一\", en = \"one\" }\nways = [\"fax\"]\n";
        let error = Catalog::built_in().take_linkage("linkage.toml", &step.repeat(2));
        assert!(error.is_err());
    }
}
