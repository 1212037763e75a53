//! The dashboard in a real terminal: whatever happens, the terminal is restored.

#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::env;
use std::hint;
use std::io::Write;
use std::iter;
use std::process;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode};
use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rustix::process::Signal;

use esg_tui::dataset::BUILT_IN;
use esg_tui::run::{Draw, EventLoop, Flow, Program, Settings};
use esg_tui::text;

use pty::Terminal;

/// The program under test.
const DASHBOARD: &str = env!("CARGO_BIN_EXE_esg-tui");

/// What only this tab shows, in the order of the tabs.
const TABS: [&str; 4] = [
    "Net emissions",
    "Energy overhead",
    "Rural network",
    "Cloud for Youth",
];

const RIGHT: &str = "\x1b[C";
const CTRL_C: &str = "\x03";
const CTRL_L: &str = "\x0c";
const CTRL_Z: &str = "\x1a";
const CLEAR: &str = "\x1b[2J";
const FRAME: &str = "\x1b[?2026h";
const FRAME_END: &str = "\x1b[?2026l";

fn dashboard() -> CommandBuilder {
    pty::command(DASHBOARD, [])
}

fn open() -> Terminal {
    let terminal = Terminal::start(dashboard(), 120, 36);
    terminal.wait_for(TABS[0]);
    terminal
}

/// A shell script that finds the dashboard in `$0`.
fn in_shell(script: &str) -> Terminal {
    let command = pty::command("/bin/sh", ["-c", script, DASHBOARD]);
    let terminal = Terminal::start(command, 120, 36);
    terminal.wait_for(TABS[0]);
    terminal
}

#[test]
fn quits_and_gives_the_terminal_back() {
    for key in ["q", CTRL_C] {
        let mut terminal = open();
        terminal.wait_until("the alternate screen", |screen| {
            screen.alternate_screen() && screen.hide_cursor()
        });
        assert!(!terminal.is_cooked());
        terminal.keys(key);
        assert_eq!(terminal.finish(), 0);
        assert_eq!(terminal.contents().trim(), "");
    }
}

#[test]
fn leaves_the_last_page_in_the_scrollback() {
    let mut terminal = open();
    // In one burst: the page that stays is the one after the last key.
    terminal.keys(&format!("{RIGHT}Q"));
    assert_eq!(terminal.finish(), 0);
    assert!(terminal.contents().contains(TABS[1]));
}

#[test]
fn asks_the_terminal_nothing() {
    let mut terminal = open();
    terminal.keys(&format!("{CTRL_L}{RIGHT}"));
    terminal.resize(100, 30);
    terminal.wait_for_bytes(CLEAR, 2);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
    for query in [
        "\x1b[6n",
        "\x1b[c",
        "\x1b[0c",
        "\x1b[?u",
        "\x1b]10;?",
        "\x1b]11;?",
    ] {
        assert_eq!(terminal.count(query), 0, "{query:?}");
    }
}

#[test]
fn answers_signals_with_their_number() {
    let signals = [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT];
    for signal in signals {
        let mut terminal = open();
        terminal.signal(signal);
        assert_eq!(terminal.finish(), 128 + signal.as_raw().unsigned_abs());
    }
}

#[test]
fn hears_keys_while_its_input_is_a_pipe() {
    let mut terminal = in_shell(r#": | "$0""#);
    terminal.keys(RIGHT);
    terminal.wait_for(TABS[1]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn redraws_in_full() {
    let mut terminal = open();
    let before = terminal.count(CLEAR);
    terminal.keys(CTRL_L);
    terminal.wait_for_bytes(CLEAR, before + 1);
    terminal.wait_for(TABS[0]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn stops_and_continues_under_a_shell() {
    let script = r#"
        set -m
        "$0"
        printf 'stopped\n'
        read -r answer
        fg >/dev/null
        printf 'ended with %s\n' $?
    "#;
    let mut terminal = in_shell(script);
    terminal.keys(CTRL_Z);
    terminal.wait_until("the shell", |screen| screen.contents().contains("stopped"));
    terminal.is_given_back();
    // The size may change while the program sleeps.
    terminal.resize(100, 30);
    terminal.keys("\r");
    terminal.wait_until("the page again", |screen| {
        screen.alternate_screen() && screen.contents().contains(TABS[0])
    });
    assert!(!terminal.is_cooked());
    terminal.keys(RIGHT);
    terminal.wait_for(TABS[1]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
    assert!(terminal.contents().contains("ended with 0"));
}

#[test]
fn stops_on_request_and_continues() {
    let mut terminal = open();
    for _ in 0..2 {
        terminal.signal(Signal::TSTP);
        terminal.wait_for_stop();
        terminal.wait_until("the main screen", |screen| !screen.alternate_screen());
        terminal.is_given_back();
        terminal.signal(Signal::CONT);
        terminal.wait_until("the page again", |screen| {
            screen.alternate_screen() && screen.contents().contains(TABS[0])
        });
    }
    // A stop that cannot be caught is followed by a full redraw too.
    let clears = terminal.count(CLEAR);
    terminal.signal(Signal::STOP);
    terminal.wait_for_stop();
    terminal.signal(Signal::CONT);
    terminal.wait_for_bytes(CLEAR, clears + 1);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn can_be_ended_while_it_is_stopped() {
    let mut terminal = open();
    terminal.signal(Signal::TSTP);
    terminal.wait_for_stop();
    terminal.signal(Signal::TERM);
    terminal.signal(Signal::CONT);
    assert_eq!(terminal.finish(), 143);
}

#[test]
fn goes_on_where_no_shell_could_continue_it() {
    let mut terminal = open();
    let clears = terminal.count(CLEAR);
    terminal.keys(CTRL_Z);
    terminal.wait_for_bytes(CLEAR, clears + 1);
    terminal.keys(RIGHT);
    terminal.wait_for(TABS[1]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn leaves_no_key_of_a_burst_unread() {
    let mut terminal = open();
    let frames = terminal.count(FRAME);
    // The last key ends it: one key unread, and it would stay for ever.
    terminal.keys(&format!("{}Q", RIGHT.repeat(1001)));
    assert_eq!(terminal.finish(), 0);
    assert!(terminal.contents().contains(TABS[1]));
    let frames = terminal.count(FRAME) - frames;
    assert!(frames < 100, "a thousand keys were drawn {frames} times");
}

#[test]
fn survives_a_storm_of_sizes() {
    let mut terminal = open();
    for step in 0..100 {
        terminal.resize(20 + step, 5 + step % 30);
    }
    for (columns, rows) in [(1, 1), (2, 1), (1, 40), (300, 1), (0, 0), (1, 0), (3, 3)] {
        terminal.resize(columns, rows);
        terminal.keys(RIGHT);
    }
    terminal.resize(90, 25);
    terminal.wait_for(TABS[3]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn follows_a_new_size_without_a_key() {
    let mut terminal = open();
    let clears = terminal.count(CLEAR);
    terminal.resize(90, 25);
    terminal.wait_for_bytes(CLEAR, clears + 1);
    terminal.wait_for(TABS[0]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn draws_something_where_the_size_is_unknown() {
    let mut terminal = Terminal::start(dashboard(), 0, 0);
    terminal.wait_for(TABS[0]);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn starts_at_any_size() {
    for (columns, rows) in [(1, 1), (2, 2), (5, 1), (1, 5), (500, 200)] {
        let mut terminal = Terminal::start(dashboard(), columns, rows);
        terminal.wait_for_bytes(FRAME_END, 1);
        terminal.keys("q");
        assert_eq!(terminal.finish(), 0, "{columns}x{rows}");
    }
}

#[test]
fn lets_the_mouse_go_and_takes_it_again() {
    let mut terminal = open();
    let is_on = |screen: &vt100::Screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease
    };
    terminal.wait_until("clicks without motion", is_on);
    terminal.keys("M");
    terminal.wait_until("no clicks", |screen| !is_on(screen));
    terminal.keys("M");
    terminal.wait_until("clicks again", is_on);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn shows_every_printed_figure_by_the_keys_of_the_tabs() {
    for (columns, rows) in [(128, 36), (80, 24)] {
        let mut terminal = Terminal::start(dashboard(), columns, rows);
        for (key, digits) in PRINTED {
            terminal.keys(key);
            terminal.wait_until(key, |screen| {
                let text = figures(&screen.contents());
                digits.iter().all(|number| text.contains(number))
            });
        }
        terminal.keys("q");
        assert_eq!(terminal.finish(), 0);
    }
}

/// The numbers that the document prints, by the key of the tab they are on.
const PRINTED: [(&str, &[&str]); 4] = [
    (
        "1",
        &[
            "4.681", "12.9%", "1.419", "128.9%", "8.7", "5.7%", "22.907", "187",
        ],
    ),
    ("2", &["53.9%", "21.6%", "1.215", "1.247", "6.863", "2,580"]),
    ("3", &["184,000", "1,460", "50,000"]),
    (
        "4",
        &["118,746", "102", "60,000", "900,000", "320,000", "14,002"],
    ),
];

/// The text of a screen, with numbers in large glyphs read back as digits.
fn figures(screen: &str) -> String {
    let lines: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let mut text = screen.to_owned();
    for rows in lines.windows(4) {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut column = 0;
        while column < width {
            let glyph = GLYPHS.iter().find(|(_, glyph)| {
                glyph.iter().zip(rows).all(|(part, row)| {
                    let at = |(x, symbol)| row.get(column + x).copied().unwrap_or(' ') == symbol;
                    part.chars().enumerate().all(at)
                })
            });
            if let Some((sign, glyph)) = glyph {
                text.push(*sign);
                column += glyph[0].chars().count() + 1;
            } else {
                column += 1;
            }
        }
        text.push('\n');
    }
    text
}

/// Large glyphs and what they mean; the comma last, for it is part of nothing else.
const GLYPHS: [(char, [&str; 4]); 12] = [
    ('0', ["▟▀▀▙", "█  █", "█  █", "▝▀▀▘"]),
    ('1', ["▀█ ", " █ ", " █ ", "▀▀▀"]),
    ('2', ["▀▀▀▙", "▗▄▄▛", "█   ", "▀▀▀▀"]),
    ('3', ["▀▀▀▙", " ▄▄█", "   █", "▀▀▀▘"]),
    ('4', ["█  █", "▜▄▄█", "   █", "   ▀"]),
    ('5', ["█▀▀▀", "▜▄▄▖", "   █", "▀▀▀▘"]),
    ('6', ["▟▀▀▀", "█▄▄▖", "█  █", "▝▀▀▘"]),
    ('7', ["▀▀▀█", "  ▗▛", "  █ ", "  ▀ "]),
    ('8', ["▟▀▀▙", "█▄▄█", "█  █", "▝▀▀▘"]),
    ('9', ["▟▀▀▙", "▜▄▄█", "   █", "▀▀▀▘"]),
    ('.', [" ", " ", " ", "▀"]),
    (',', [" ", " ", " ", "▛"]),
];

#[test]
fn saves_what_is_on_screen_and_never_overwrites() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut command = dashboard();
    command.cwd(folder.path());
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_for(TABS[0]);
    terminal.keys("S");
    terminal.wait_for("saved: ./emissions.svg, ./emissions.png");
    terminal.keys("S");
    terminal.wait_for("saved: ./emissions-2.svg, ./emissions-2.png");
    // A layer as high as the screen does not hide it, and any key takes it away.
    terminal.keys("t");
    terminal.wait_until("no notice", |screen| !screen.contents().contains("saved:"));
    terminal.keys("ST");
    terminal.wait_for("theme: light");
    terminal.keys("z");
    terminal.wait_until("no notice", |screen| !screen.contents().contains("theme:"));
    terminal.keys("tPS");
    terminal.wait_for("saved: ./emissions-slide1.svg, ./emissions-slide1.png");
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
    let svg = std::fs::read_to_string(folder.path().join("emissions-2.svg"));
    assert!(!svg.expect("it was saved").contains("saved:"));
    let files = std::fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(files.count(), 8);
}

#[test]
fn copies_the_figure_with_its_citation() {
    let mut terminal = open();
    terminal.keys("y");
    terminal.wait_for("copied: Net emissions from own operations: 4.681 million t CO₂e");
    // "Net emissions" in base 64.
    terminal.wait_for_bytes("\x1b]52;c;TmV0IGVtaXNzaW9ucy", 1);
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn takes_what_is_pasted_into_the_search_and_nowhere_else() {
    let mut terminal = open();
    terminal.wait_until("pasting to be told", vt100::Screen::bracketed_paste);
    terminal.keys("\x1b[200~q2\x1b[201~/");
    terminal.wait_for("/ ▏");
    assert!(terminal.contents().contains(TABS[0]), "nothing was pressed");
    terminal.keys("\x1b[200~rural\ncounty\x07\x1b[201~");
    terminal.wait_for("/ rural county▏");
    terminal.keys("\x08\x17");
    terminal.wait_for("/ rural ▏");
    terminal.keys("s\x1b\x7f\x15pue");
    terminal.wait_for("/ pue▏");
    terminal.keys(CTRL_C);
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn asks_only_for_a_time_and_takes_no_late_answer_for_keys() {
    let mut command = dashboard();
    command.env("TERM", "foot");
    let mut terminal = Terminal::start(command, 120, 36);
    // The terminal is known to answer, and this one does not.
    terminal.wait_for(TABS[0]);
    assert_eq!(terminal.count("\x1b]11;?"), 1);
    terminal.keys("\x1b]11;rgb:2222/3333/4444\x1b\\");
    terminal.keys("?");
    terminal.wait_for("Ctrl-L");
    assert!(
        terminal.contents().contains(TABS[0]),
        "still on the first tab"
    );
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn presents_panel_by_panel_and_blanks_the_page() {
    let mut command = dashboard();
    command.arg("--present");
    let mut terminal = Terminal::start(command, 120, 36);
    terminal.wait_for("1/17");
    terminal.keys(" ");
    terminal.wait_for("2/17");
    terminal.keys("b");
    terminal.wait_until("nothing", |screen| screen.contents().trim().is_empty());
    terminal.keys("x");
    terminal.keys("b");
    terminal.wait_for("2/17");
    terminal.keys("\x1b[5~");
    terminal.wait_for("1/17");
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn goes_on_by_itself() {
    let mut command = dashboard();
    command.args(["--autoplay", "0.1"]);
    let mut terminal = Terminal::start(command, 120, 36);
    terminal.wait_for("3/17");
    terminal.keys("p");
    terminal.wait_for("paused");
    terminal.keys("p");
    terminal.wait_for("17/17");
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn keeps_bold_and_reverse_without_colours() {
    let mut command = dashboard();
    command.env("NO_COLOR", "1");
    let mut terminal = Terminal::start(command, 120, 36);
    terminal.wait_until("a highlight", |screen| {
        let mut places = (0..36).flat_map(|row| (0..120).map(move |column| (row, column)));
        places.any(|(row, column)| {
            screen
                .cell(row, column)
                .is_some_and(|cell| cell.inverse() || cell.bold())
        })
    });
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn leaves_when_the_terminal_goes_away() {
    for script in [r#"exec "$0""#, r#"trap '' HUP; exec "$0""#] {
        let mut terminal = in_shell(script);
        terminal.hang_up(CTRL_L);
        let ticks = processor_time_at_end(&terminal);
        assert_eq!(terminal.wait_for_exit(), 129, "{script}");
        assert!(ticks < 20, "{script}: {ticks} ticks of processor time");
    }
}

/// Waits for the process to be dead but not yet waited for: hundredths of a second it has used.
#[cfg(target_os = "linux")]
fn processor_time_at_end(terminal: &Terminal) -> u64 {
    use std::fs;

    let path = format!("/proc/{}/stat", terminal.pid().as_raw_nonzero());
    for _ in 0..5000 {
        let stat = fs::read_to_string(&path).expect("a dead process has figures");
        let (_, fields) = stat.rsplit_once(") ").expect("a name is in brackets");
        let fields: Vec<_> = fields.split(' ').collect();
        if fields[0] == "Z" {
            let ticks = |field: &str| field.parse::<u64>().expect("times are numbers");
            return ticks(fields[11]) + ticks(fields[12]);
        }
        thread::sleep(Duration::from_millis(1));
    }
    panic!("the process has outlived its terminal")
}

#[cfg(not(target_os = "linux"))]
const fn processor_time_at_end(_: &Terminal) -> u64 {
    0
}

#[test]
fn ends_even_if_the_terminal_does_not_read() {
    let mut terminal = open();
    let ends = terminal.count(FRAME_END);
    terminal.resize(500, 200);
    terminal.wait_for_bytes(FRAME_END, ends + 1);
    // The next frame is larger than what the kernel keeps: the program is stuck in the middle of it.
    terminal.stop_reading(CTRL_L);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.wait_for_exit(), 143);
    assert!(terminal.is_cooked());
}

#[test]
fn prints_the_report_where_the_terminal_can_only_print() {
    let mut command = dashboard();
    command.env("TERM", "dumb");
    let mut terminal = Terminal::start(command, 60, 500);
    assert_eq!(terminal.finish(), 0);
    let contents = terminal.contents();
    assert!(contents.contains("Tab 4 of 4: Social programmes"));
    assert_eq!(terminal.count("\x1b"), 0);
    // Broken by the report rather than by the terminal.
    let widest = contents.lines().filter(|line| !line.contains("://"));
    let widest = widest.map(text::width).max();
    assert!(widest.is_some_and(|widest| (50..=60).contains(&widest)));
}

#[cfg(target_os = "linux")]
#[test]
fn refuses_to_run_where_nothing_can_be_typed() {
    let script = "setsid --wait \"$0\" < /dev/null; echo \"ended with $?\"";
    let command = pty::command("/bin/sh", ["-c", script, DASHBOARD]);
    let mut terminal = Terminal::start(command, 120, 36);
    assert_eq!(terminal.finish(), 0);
    assert!(
        terminal
            .contents()
            .contains("needs a terminal for keyboard input")
    );
    assert!(terminal.contents().contains("ended with 4"));
    assert_eq!(terminal.count(CLEAR), 0);
}

/// The variable that turns a test into the program it tests.
const INSIDE: &str = "ESG_TUI_TEST_INSIDE";

/// Runs one test of this file inside a terminal.
fn within(test: &str) -> Terminal {
    let itself = env::current_exe().expect("a test has a file");
    let itself = itself.to_str().expect("its path is text");
    let mut command = pty::command(itself, ["--exact", test, "--nocapture"]);
    command.env(INSIDE, "1");
    Terminal::start(command, 120, 36)
}

/// A page that cannot be drawn a second time.
#[derive(Clone, Copy)]
struct Fragile {
    is_broken: bool,
}

impl Draw for Fragile {
    fn draw(&self, page: &mut Buffer) {
        assert!(!self.is_broken, "this page is broken");
        page.set_string(0, 0, "this page is whole", ratatui::style::Style::new());
    }
}

impl Program for Fragile {
    type Page = Self;

    fn page(&self, _: Rect) -> Self {
        *self
    }

    fn handle(&mut self, _: Event) -> Flow {
        self.is_broken = true;
        Flow::Draw
    }
}

#[test]
fn reports_a_panic_on_the_restored_screen() {
    if env::var_os(INSIDE).is_some() {
        color_eyre::install().expect("nothing else is installed");
        EventLoop::open(Settings::default())
            .and_then(|mut events| events.run(&mut Fragile { is_broken: false }))
            .expect("it panics before it ends");
    }
    let mut terminal = within("reports_a_panic_on_the_restored_screen");
    terminal.wait_for("this page is whole");
    terminal.wait_until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.keys("x");
    assert_eq!(terminal.finish(), 101);
    assert!(terminal.contents().contains("this page is broken"));
}

/// Keeps a processor busy for ever.
fn spin() -> ! {
    loop {
        hint::spin_loop();
    }
}

/// A program that counts keys and can be asked for a page whose drawing does not end.
#[derive(Clone, Copy, Default)]
struct Slow {
    keys: usize,
    is_endless: bool,
}

impl Draw for Slow {
    fn draw(&self, page: &mut Buffer) {
        if self.is_endless {
            spin();
        }
        page.set_string(0, 0, "this page is quick", ratatui::style::Style::new());
    }
}

impl Program for Slow {
    type Page = Self;

    fn page(&self, _: Rect) -> Self {
        *self
    }

    fn handle(&mut self, event: Event) -> Flow {
        self.keys += 1;
        self.is_endless = true;
        // Of a hundred keys, all but the last go into the program while it draws.
        let is_last = event
            .as_key_event()
            .is_some_and(|key| key.code == KeyCode::Char('q'));
        if is_last && self.keys == 100 {
            Flow::Quit { leave_page: false }
        } else {
            Flow::Draw
        }
    }
}

/// Runs a slow program if this process is the one inside the terminal.
fn run_slow_program(is_endless: bool) {
    if env::var_os(INSIDE).is_some() {
        let mut program = Slow {
            keys: 0,
            is_endless,
        };
        let mut events = EventLoop::open(Settings::default()).expect("there is a terminal");
        let exit = events.run(&mut program).expect("the terminal stays");
        process::exit(exit.code().into());
    }
}

#[test]
fn handles_keys_while_a_page_is_drawn() {
    run_slow_program(false);
    let mut terminal = within("handles_keys_while_a_page_is_drawn");
    terminal.wait_for("this page is quick");
    terminal.keys(&"q".repeat(100));
    assert_eq!(terminal.finish(), 0);
}

#[test]
fn handles_keys_before_the_first_page_is_drawn() {
    run_slow_program(true);
    let mut terminal = within("handles_keys_before_the_first_page_is_drawn");
    terminal.wait_for_raw_mode();
    terminal.keys(&"q".repeat(100));
    assert_eq!(terminal.finish(), 0);
    assert_eq!(terminal.count("\x1b[?1049l"), 0, "nothing else was changed");
}

#[test]
fn ends_on_a_signal_while_a_page_is_drawn() {
    run_slow_program(false);
    let mut terminal = within("ends_on_a_signal_while_a_page_is_drawn");
    terminal.wait_for("this page is quick");
    terminal.keys("q");
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.finish(), 143);
}

/// A program that is busy with a key for ever.
struct Stuck;

impl Draw for Stuck {
    fn draw(&self, page: &mut Buffer) {
        page.set_string(0, 0, "this page is whole", ratatui::style::Style::new());
    }
}

impl Program for Stuck {
    type Page = Self;

    fn page(&self, _: Rect) -> Self {
        Self
    }

    fn handle(&mut self, _: Event) -> Flow {
        // What the test waits for: from here on nobody listens.
        std::fs::write("/dev/tty", "\x07").expect("the terminal is there");
        spin()
    }
}

#[test]
fn ends_on_a_signal_while_the_program_is_stuck() {
    if env::var_os(INSIDE).is_some() {
        let options = Settings {
            mouse: true,
            ..Settings::default()
        };
        let mut events = EventLoop::open(options).expect("there is a terminal");
        events.run(&mut Stuck).expect("it is killed before it ends");
    }
    let mut terminal = within("ends_on_a_signal_while_the_program_is_stuck");
    terminal.wait_for("this page is whole");
    terminal.keys("x");
    terminal.wait_for_bytes("\x07", 1);
    terminal.signal(Signal::TERM);
    assert_eq!(terminal.finish(), 143);
}

/// A dataset whose first tab has a hundred times its rows, in its own file.
fn huge_report() -> tempfile::NamedTempFile {
    let mut dataset: serde_json::Value =
        serde_json::from_str(BUILT_IN).expect("the built-in dataset is JSON");
    let rows = dataset["tabs"][0]["rows"]
        .as_array_mut()
        .expect("a tab has rows");
    let copies: Vec<_> = iter::repeat_n(&*rows, 100).flatten().cloned().collect();
    *rows = copies;
    let mut file = tempfile::NamedTempFile::new().expect("there is room for a file");
    let text = dataset.to_string();
    file.write_all(text.as_bytes())
        .expect("there is room for it");
    file
}

#[test]
fn quits_while_a_huge_report_is_drawn() {
    let report = huge_report();
    let path = report.path().to_str().expect("its path is text");
    let mut command = dashboard();
    command.args(["--data", path]);
    let mut terminal = Terminal::start(command, 120, 36);
    terminal.wait_for_raw_mode();
    let start = Instant::now();
    terminal.keys("q");
    assert_eq!(terminal.finish(), 0);
    // Ten times what a reader should wait, for a machine that does much else.
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn restores_the_terminal_whenever_it_is_killed() {
    const SIGNALS: [Signal; 4] = [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT];
    let report = huge_report();
    let path = report.path().to_str().expect("its path is text");
    let kill = &|number: u64| {
        // Numbers that look random and are the same in every run.
        let random = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        let mut command = dashboard();
        if number.is_multiple_of(2) {
            command.args(["--data", path]);
        }
        let mut terminal = Terminal::start(command, 120, 36);
        if number.is_multiple_of(4) {
            // Its first page takes long: it is being drawn now.
            terminal.wait_for_raw_mode();
        } else if number % 4 == 1 {
            terminal.wait_for_bytes(FRAME, 1);
            terminal.keys(&[RIGHT, "t", "P", "\r"][random as usize % 4].repeat(20));
        }
        // Any moment will do: a deadline would be wrong here.
        thread::sleep(Duration::from_micros(random % 300_000));
        let signal = SIGNALS[(random >> 8) as usize % 4];
        terminal.signal(signal);
        let code = terminal.finish();
        // Before anything is changed, a signal just ends the process, which counts as 1.
        let expected = [128 + signal.as_raw().unsigned_abs(), 1];
        assert!(expected.contains(&code), "kill {number}: {code}");
    };
    thread::scope(|scope| {
        for first in 0..4 {
            scope.spawn(move || (first..200).step_by(4).for_each(kill));
        }
    });
}

#[test]
fn says_how_far_an_export_is_and_takes_it_back() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let folder = folder.path().to_str().expect("its name is text");
    let arguments = ["export", "--scale", "0.25", "-o", folder];
    // Wide enough for the name of any folder.
    let mut terminal = Terminal::start(pty::command(DASHBOARD, arguments), 400, 36);
    assert_eq!(terminal.finish(), 0);
    for number in 1..=TABS.len() {
        let line = format!("\resg-tui: writing {number}/{} …", TABS.len());
        assert_eq!(terminal.count(&line), 1, "{number}");
    }
    let shown = terminal.contents();
    let lines: Vec<&str> = shown.trim().lines().collect();
    assert_eq!(lines.len(), TABS.len(), "{shown}");
    assert!(lines.iter().all(|line| line.starts_with("esg-tui: wrote ")));
}
