//! The words of the two languages, looked up in `locales/`.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::office::Bilingual;
use crate::phrase::{Gap, Phrase};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

impl Lang {
    /// Reads `ja`, `en`, or a locale that begins with one of them.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let language = name.split(['-', '_', '.']).next()?;
        match language {
            "ja" => Some(Self::Ja),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The name of the language in commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language for a person: what was asked for, else the setting, else the system's, else Japanese.
    pub fn choose(asked: Option<Self>, setting: Option<&str>, system: Option<&str>) -> Self {
        asked
            .or_else(|| setting.and_then(Self::parse))
            .or_else(|| system.and_then(Self::parse))
            .unwrap_or_default()
    }

    /// The name in this language.
    pub fn of(self, name: &Bilingual) -> &str {
        match self {
            Self::Ja => &name.ja,
            Self::En => &name.en,
        }
    }
}

/// Looks up words in one language.
pub struct Text {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

macro_rules! locale_files {
    ($($file:literal),* $(,)?) => {
        const JA: &[&str] = &[$(include_str!(concat!("../locales/ja/", $file, ".ftl"))),*];
        const EN: &[&str] = &[$(include_str!(concat!("../locales/en/", $file, ".ftl"))),*];
    };
}
locale_files![
    "words",
    "catalog",
    "worktime",
    "book",
    "intake",
    "effect",
    "report",
    "form",
    "workbook",
    "screens",
    "commands",
    "quality",
    "meters",
    "survey",
    "lists",
    "plan",
    "keying",
    "timer",
    "views",
    "exchange",
    "chart",
    "issues",
    "seen",
    "alarms",
    "answer",
    "causes",
    "choice",
    "meetings",
    "measures",
    "notices",
    "surveyin",
    "indicators",
    "chosen",
    "entering",
    "series",
    "judging",
    "showing",
    "quadrant",
    "effectbook",
    "compared",
    "formula",
    "documents",
    "ledger",
    "ledgerin",
    "papers",
    "paperview",
    "linkage",
    "rewriting",
    "subsidy",
];

impl Text {
    /// Loads the words of a language.
    pub fn new(lang: Lang) -> Self {
        let (id, files) = match lang {
            Lang::Ja => ("ja", JA),
            Lang::En => ("en", EN),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id.parse().expect("both names are languages")]);
        // The marks that isolate directions would be drawn as boxes by many terminals; both languages run left to right.
        bundle.set_use_isolating(false);
        for file in files {
            // A broken line costs its own key only; the locale test names it.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Says a phrase; an unknown key is said as the key itself.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.find(phrase, None).unwrap_or_else(|| phrase.key().to_owned())
    }

    /// Says a key that has no gaps.
    pub fn get(&self, key: &'static str) -> String {
        self.say(&crate::phrase::phrase(key))
    }

    /// What to try: the `.hint` of a phrase, where it has one.
    pub fn hint(&self, phrase: &Phrase) -> Option<String> {
        self.find(phrase, Some("hint"))
    }

    fn find(&self, phrase: &Phrase, attribute: Option<&str>) -> Option<String> {
        let message = self.bundle.get_message(phrase.key())?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut gaps = FluentArgs::new();
        for (name, gap) in phrase.gaps() {
            let value = match gap {
                Gap::Text(text) => FluentValue::from(text.clone()),
                Gap::Count(count) => FluentValue::from(*count),
                Gap::Phrase(inner) => FluentValue::from(self.say(inner)),
            };
            gaps.set(*name, value);
        }
        // An unfilled gap shows as its name; the locale test compares gaps of the two languages.
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&gaps), &mut errors)
                .into_owned(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_wins_over_the_setting_and_the_system() {
        assert_eq!(Lang::choose(Some(Lang::En), Some("ja"), Some("ja_JP.UTF-8")), Lang::En);
        assert_eq!(Lang::choose(None, Some("en"), Some("ja_JP.UTF-8")), Lang::En);
        assert_eq!(Lang::choose(None, None, Some("en_US.UTF-8")), Lang::En);
        assert_eq!(Lang::choose(None, Some("fr"), Some("C")), Lang::Ja);
    }
}
