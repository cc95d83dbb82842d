//! Numbers by which people call things, counted from 1.

/// Makes types of such numbers, each with its own doc sentence.
macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// Reads a number as people write it, full-width digits too; numbers count from 1.
            pub fn parse(written: &str) -> Option<Self> {
                $crate::office::fold(written).trim().parse().ok().filter(|number| *number > 0).map(Self)
            }

            /// The number after the highest of these, or 1.
            pub fn after(numbers: impl Iterator<Item = Self>) -> Self {
                Self(numbers.map(|number| number.0).max().unwrap_or(0).saturating_add(1))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

pub(crate) use numbers;
