//! The one table of keys: the loop reads it, and so do the footer and the help.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::Message;
use crate::locale::{Action, Actions};
use crate::view::{ActiveIn, Hint, LayerKind, View};

/// Keys with one effect, and how they are shown.
struct Binding {
    keys: &'static [(Key, Message)],
    hint: Hint,
}

/// A key, with Ctrl or without.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Plain(KeyCode),
    Ctrl(char),
}

use Key::{Ctrl, Plain};
use KeyCode::{
    BackTab, Backspace, Char, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab,
    Up,
};

const fn hint(keys: &'static str, action: fn(&Actions) -> Action, footer: Option<u8>) -> Hint {
    Hint {
        keys,
        aliases: "",
        action,
        active_in: ActiveIn::Everywhere,
        footer,
    }
}

impl Hint {
    const fn or(self, aliases: &'static str) -> Self {
        Self { aliases, ..self }
    }

    const fn only_in(self, active_in: ActiveIn) -> Self {
        Self { active_in, ..self }
    }
}

/// What keys do in presenter mode that do something else on the dashboard.
const fn presenter(
    keys: &'static str,
    aliases: &'static str,
    action: fn(&Actions) -> Action,
) -> Binding {
    Binding {
        keys: &[],
        hint: hint(keys, action, None)
            .or(aliases)
            .only_in(ActiveIn::Presenter),
    }
}

const BINDINGS: &[Binding] = &[
    Binding {
        keys: &[
            (Plain(Right), Message::TurnTab(1)),
            (Plain(Left), Message::TurnTab(-1)),
            (Plain(Tab), Message::TurnTab(1)),
            (Plain(BackTab), Message::TurnTab(-1)),
            (Plain(Char('l')), Message::TurnTab(1)),
            (Plain(Char('h')), Message::TurnTab(-1)),
        ],
        hint: hint("←→", |words| words.tab, Some(2))
            .or("h l Tab")
            .only_in(ActiveIn::Dashboard),
    },
    presenter("←→ ↑↓", "h l k j", |words| words.slide),
    presenter("PgUp PgDn", "Space Tab", |words| words.slide),
    presenter("Home End", "g G", |words| words.slide_ends),
    Binding {
        keys: &[],
        hint: hint("1-9", |words| words.tab_number, None),
    },
    Binding {
        keys: &[
            (Plain(Down), Message::Step(1)),
            (Plain(Up), Message::Step(-1)),
            (Plain(Char('j')), Message::Step(1)),
            (Plain(Char('k')), Message::Step(-1)),
        ],
        hint: hint("↑↓", |words| words.figure, Some(3))
            .or("k j")
            .only_in(ActiveIn::Dashboard),
    },
    Binding {
        keys: &[
            (Plain(Home), Message::First),
            (Plain(End), Message::Last),
            (Plain(Char('g')), Message::First),
            (Plain(Char('G')), Message::Last),
        ],
        hint: hint("Home End", |words| words.ends, None)
            .or("g G")
            .only_in(ActiveIn::Dashboard),
    },
    Binding {
        keys: &[
            (Plain(PageUp), Message::TurnPage(-1)),
            (Plain(PageDown), Message::TurnPage(1)),
            (Plain(Char(' ')), Message::TurnPage(1)),
        ],
        hint: hint("PgUp PgDn", |words| words.page, None)
            .or("Space")
            .only_in(ActiveIn::Dashboard),
    },
    Binding {
        keys: &[(Plain(Enter), Message::Open)],
        hint: hint("⏎", |words| words.card, Some(4)),
    },
    Binding {
        keys: &[(Plain(Char('t')), Message::Toggle(LayerKind::Table))],
        hint: hint("t", |words| words.table, Some(5)),
    },
    Binding {
        keys: &[(Plain(Char('s')), Message::Toggle(LayerKind::Sources))],
        hint: hint("s", |words| words.sources, Some(6)),
    },
    Binding {
        keys: &[(Plain(Char('/')), Message::Toggle(LayerKind::Find))],
        hint: hint("/", |words| words.find, Some(8)),
    },
    Binding {
        keys: &[
            (Plain(Char('n')), Message::TurnHit(1)),
            (Plain(Char('N')), Message::TurnHit(-1)),
        ],
        hint: hint("n N", |words| words.next_hit, None),
    },
    Binding {
        keys: &[
            (Ctrl('u'), Message::EraseAll),
            (Ctrl('w'), Message::EraseWord),
            (Ctrl('h'), Message::Erase),
        ],
        hint: hint("Ctrl-U", |words| words.erase, None).or("Ctrl-W"),
    },
    Binding {
        keys: &[(Plain(Esc), Message::Close)],
        hint: hint("Esc", |words| words.close, None).only_in(ActiveIn::Dashboard),
    },
    presenter("Esc", "", |words| words.leave),
    Binding {
        keys: &[(Plain(Char('S')), Message::Save)],
        hint: hint("S", |words| words.save, Some(7)),
    },
    Binding {
        keys: &[(Plain(Char('y')), Message::Copy)],
        hint: hint("y", |words| words.copy, None),
    },
    Binding {
        keys: &[(Plain(Char('P')), Message::Present)],
        hint: hint("P", |words| words.present, None),
    },
    Binding {
        keys: &[
            (Plain(Char('b')), Message::Blank),
            (Plain(Char('.')), Message::Blank),
        ],
        hint: hint("b .", |words| words.blank, None).only_in(ActiveIn::Presenter),
    },
    Binding {
        keys: &[(Plain(Char('p')), Message::Pause)],
        hint: hint("p", |words| words.pause, None).only_in(ActiveIn::Presenter),
    },
    Binding {
        keys: &[(Plain(Char('L')), Message::Language)],
        hint: hint("L", |words| words.language, Some(9)),
    },
    Binding {
        keys: &[(Plain(Char('T')), Message::Theme)],
        hint: hint("T", |words| words.theme, Some(10)),
    },
    Binding {
        keys: &[(Plain(Char('M')), Message::Mouse)],
        hint: hint("M", |words| words.mouse, None),
    },
    Binding {
        keys: &[(Plain(Char('r')), Message::Reload)],
        hint: hint("r", |words| words.reload, None),
    },
    Binding {
        keys: &[(Ctrl('l'), Message::Redraw)],
        hint: hint("Ctrl-L", |words| words.redraw, None),
    },
    Binding {
        keys: &[(Ctrl('z'), Message::Suspend)],
        hint: hint("Ctrl-Z", |words| words.suspend, None),
    },
    Binding {
        keys: &[
            (Plain(Char('?')), Message::Toggle(LayerKind::Help)),
            (Plain(F(1)), Message::Toggle(LayerKind::Help)),
        ],
        hint: hint("?", |words| words.help, Some(1)).or("F1"),
    },
    Binding {
        keys: &[
            (Plain(Char('q')), Message::Quit { leave_page: false }),
            (Ctrl('c'), Message::Quit { leave_page: false }),
        ],
        hint: hint("q", |words| words.quit, Some(0)).or("Ctrl-C"),
    },
    Binding {
        keys: &[(Plain(Char('Q')), Message::Quit { leave_page: true })],
        hint: hint("Q", |words| words.quit_leaving, None),
    },
];

/// Every key and what it does, in the order of the help.
pub fn hints() -> Vec<Hint> {
    BINDINGS.iter().map(|binding| binding.hint).collect()
}

/// What an event asks for; `None` for whatever means nothing.
pub fn message(event: &Event, view: &View) -> Option<Message> {
    match event {
        Event::Key(key) if key.is_press() => pressed(*key, view),
        Event::Mouse(mouse) => clicked(*mouse),
        _ => None,
    }
}

fn pressed(key: KeyEvent, view: &View) -> Option<Message> {
    let is_ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    if key.code == Backspace
        && key
            .modifiers
            .intersects(KeyModifiers::ALT | KeyModifiers::CONTROL)
    {
        return Some(Message::EraseWord);
    }
    let has_other = key
        .modifiers
        .intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META);
    if has_other {
        return None;
    }
    if view.is_typing() && !is_ctrl {
        match key.code {
            Char(letter) => return Some(Message::Type(letter)),
            Backspace => return Some(Message::Erase),
            Left | Right | Tab | BackTab => return None,
            _ => {}
        }
    }
    let key = match (key.code, is_ctrl) {
        (Char(letter), true) => Ctrl(letter.to_ascii_lowercase()),
        (_, true) => return None,
        (code, false) => Plain(code),
    };
    if let Plain(Char(digit @ '1'..='9')) = key {
        return Some(Message::Tab(digit as usize - '1' as usize));
    }
    let keys = BINDINGS.iter().flat_map(|binding| binding.keys);
    keys.into_iter()
        .find(|(own, _)| *own == key)
        .map(|(_, message)| *message)
}

const fn clicked(mouse: MouseEvent) -> Option<Message> {
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Message::Press(mouse.column, mouse.row)),
        MouseEventKind::ScrollDown => Some(Message::Step(1)),
        MouseEventKind::ScrollUp => Some(Message::Step(-1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::view::Mode;

    use super::*;

    fn typed(code: KeyCode, modifiers: KeyModifiers) -> Option<Message> {
        message(
            &Event::Key(KeyEvent::new(code, modifiers)),
            &View::default(),
        )
    }

    #[test]
    fn binds_every_key_once() {
        let keys: Vec<Key> = BINDINGS
            .iter()
            .flat_map(|binding| binding.keys)
            .map(|(key, _)| *key)
            .collect();
        for (index, key) in keys.iter().enumerate() {
            assert!(!keys[..index].contains(key), "key {index} is bound twice");
        }
    }

    #[test]
    fn tells_letters_by_case_and_takes_shift_as_part_of_them() {
        assert_eq!(
            typed(Char('q'), KeyModifiers::NONE),
            Some(Message::Quit { leave_page: false })
        );
        assert_eq!(
            typed(Char('Q'), KeyModifiers::SHIFT),
            Some(Message::Quit { leave_page: true })
        );
        assert_eq!(typed(Char('z'), KeyModifiers::NONE), None);
        assert_eq!(typed(Char('q'), KeyModifiers::ALT), None);
    }

    #[test]
    fn types_letters_into_the_search() {
        let mut view = View::default();
        view.layers.push(crate::view::Layer {
            kind: LayerKind::Find,
            scroll: 0,
        });
        let press = |code, modifiers| message(&Event::Key(KeyEvent::new(code, modifiers)), &view);
        assert_eq!(
            press(Char('q'), KeyModifiers::NONE),
            Some(Message::Type('q'))
        );
        assert_eq!(
            press(Char('c'), KeyModifiers::CONTROL),
            Some(Message::Quit { leave_page: false })
        );
        assert_eq!(press(Esc, KeyModifiers::NONE), Some(Message::Close));
        for (code, modifiers, expected) in [
            (Backspace, KeyModifiers::NONE, Message::Erase),
            (Char('h'), KeyModifiers::CONTROL, Message::Erase),
            (Char('w'), KeyModifiers::CONTROL, Message::EraseWord),
            (Backspace, KeyModifiers::ALT, Message::EraseWord),
            (Char('u'), KeyModifiers::CONTROL, Message::EraseAll),
        ] {
            assert_eq!(press(code, modifiers), Some(expected));
        }
    }

    #[test]
    fn lists_the_keys_of_a_mode_once() {
        for (mode, expected) in [
            (Mode::Dashboard, "h j k l Tab Space Home g G Esc F1 Ctrl-C"),
            (
                Mode::Presenter,
                "h j k l Tab Space Home g G Esc F1 Ctrl-C b .",
            ),
        ] {
            let hints = hints().into_iter().filter(|hint| hint.is_for(mode));
            let listed: Vec<String> = hints.map(|hint| hint.all(false)).collect();
            let listed: Vec<&str> = listed.iter().flat_map(|keys| keys.split(' ')).collect();
            for key in expected.split(' ') {
                assert!(listed.contains(&key), "{key} in {mode:?}");
            }
            for (index, key) in listed.iter().enumerate() {
                assert!(!listed[..index].contains(key), "{key} in {mode:?} twice");
            }
        }
    }
}
