//! Any sequence of keys and clicks leads from a view to a view that can be drawn.

#![no_main]

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use esg_tui::app::{Page, update};
use esg_tui::dataset::{BUILT_IN, load};
use esg_tui::derive::Ledger;
use esg_tui::keymap;
use esg_tui_fuzz::{CHOICES, split};
use libfuzzer_sys::fuzz_target;
use ratatui::layout::Rect;

/// The keys that the dashboard knows by name.
const NAMED: [KeyCode; 14] = [
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::F(1),
];

/// The event that two bytes stand for.
fn event([kind, byte]: [u8; 2]) -> Event {
    let key = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
    match kind % 5 {
        0 => key(NAMED[usize::from(byte) % NAMED.len()], KeyModifiers::NONE),
        1 | 2 => key(KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
        3 => key(KeyCode::Char(char::from(byte)), KeyModifiers::CONTROL),
        _ => Event::Mouse(MouseEvent {
            kind: match byte % 3 {
                0 => MouseEventKind::Down(MouseButton::Left),
                1 => MouseEventKind::ScrollUp,
                _ => MouseEventKind::ScrollDown,
            },
            column: u16::from(kind),
            row: u16::from(byte / 3),
            modifiers: KeyModifiers::NONE,
        }),
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((mut choice, keys)) = split(input) else {
        return;
    };
    let dataset = load(BUILT_IN).expect("the built-in dataset is valid");
    let ledger = Ledger::new(&dataset);
    let hints = keymap::hints();
    choice.view.tab %= dataset.tabs.len();
    let area = Rect::new(0, 0, choice.width, choice.height);
    for pair in keys.as_chunks::<2>().0.iter().take(16 * CHOICES) {
        if let Some(message) = keymap::message(&event(*pair), &choice.view) {
            // What the loop would do does not change the view.
            let _effect = update(&mut choice.view, &ledger, &hints, area, message);
        }
    }
    let page = Page {
        ledger: &ledger,
        view: &choice.view,
        hints: &hints,
    };
    assert!(choice.view.tab < dataset.tabs.len(), "no tab is on screen");
    page.draw(choice.width, choice.height);
});
