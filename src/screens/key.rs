//! One key as the table of keys names it.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::office::fold;

/// A key, with or without Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
}

impl Key {
    /// A letter, digit or sign.
    pub const fn of(letter: char) -> Self {
        Self::plain(KeyCode::Char(letter))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            ctrl: true,
        }
    }

    /// An arrow or another key that is no letter, with Ctrl.
    pub const fn ctrl_with(code: KeyCode) -> Self {
        Self { code, ctrl: true }
    }

    /// A function key.
    pub const fn f(number: u8) -> Self {
        Self::plain(KeyCode::F(number))
    }

    /// Any other key.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false }
    }

    /// The key of an event; full-width letters of an input method are folded (`ｍ` is `m`).
    pub fn of_event(event: &KeyEvent) -> Self {
        let code = match event.code {
            KeyCode::Char('\u{3000}') => KeyCode::Char(' '),
            KeyCode::Char(letter) => KeyCode::Char(folded(letter)),
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL) && !event.modifiers.contains(KeyModifiers::ALT);
        let code = match code {
            KeyCode::Char(letter) if ctrl => KeyCode::Char(letter.to_ascii_lowercase()),
            code => code,
        };
        Self { code, ctrl }
    }

    /// The same key without Shift or Caps Lock.
    #[must_use]
    pub fn lower(self) -> Self {
        match self.code {
            KeyCode::Char(letter) => Self {
                code: KeyCode::Char(letter.to_ascii_lowercase()),
                ..self
            },
            _ => self,
        }
    }

    /// The letter that it types; `None` for all other keys.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl => Some(letter),
            _ => None,
        }
    }

    /// Whether it is a letter of a script, which an input method may keep for itself.
    pub fn is_letter(self) -> bool {
        self.typed().is_some_and(char::is_alphabetic)
    }

    /// Its name for people (`Ctrl-C`, `F10`, `↑`).
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(letter) if self.ctrl => letter.to_ascii_uppercase().to_string(),
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::Backspace => "BackSpace".to_owned(),
            other => format!("{other:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

fn folded(letter: char) -> char {
    fold(letter.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Key {
        Key::of_event(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn letters_of_an_input_method_are_the_same_keys() {
        assert_eq!(key(KeyCode::Char('ｉ'), KeyModifiers::NONE), Key::of('i'));
        assert_eq!(key(KeyCode::Char('？'), KeyModifiers::NONE), Key::of('?'));
        assert_eq!(key(KeyCode::Char('：'), KeyModifiers::NONE), Key::of(':'));
        assert_eq!(key(KeyCode::Char('３'), KeyModifiers::NONE), Key::of('3'));
        assert_eq!(key(KeyCode::Char('　'), KeyModifiers::NONE), Key::of(' '));
    }

    #[test]
    fn shift_and_caps_lock_make_no_other_key_with_ctrl() {
        let both = KeyModifiers::CONTROL | KeyModifiers::SHIFT;
        assert_eq!(key(KeyCode::Char('C'), both), Key::ctrl('c'));
        assert_eq!(key(KeyCode::Tab, KeyModifiers::SHIFT), Key::plain(KeyCode::BackTab));
    }

    #[test]
    fn alt_gr_types_a_sign_and_is_no_ctrl() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(key(KeyCode::Char('@'), alt_gr).typed(), Some('@'));
    }

    #[test]
    fn keys_have_names_for_people() {
        assert_eq!(Key::ctrl('c').name(), "Ctrl-C");
        assert_eq!(Key::f(10).name(), "F10");
        assert_eq!(Key::plain(KeyCode::PageUp).name(), "PageUp");
    }
}
