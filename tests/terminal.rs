//! The dashboard in a real terminal: whatever happens, the terminal is given back.

#[path = "support/pty.rs"]
mod pty;

use std::env;

use crossterm::event::Event;
use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use rustix::process::Signal;

use esg_tui::run;
use esg_tui::run::Flow;
use esg_tui::run::Options;
use esg_tui::run::Program;
use esg_tui::widget::text;
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
    use std::thread;
    use std::time::Duration;

    let path = format!("/proc/{}/stat", terminal.pid().as_raw_nonzero());
    for _ in 0..5000 {
        let stat = fs::read_to_string(&path).expect("a dead process has figures");
        let (_, fields) = stat.rsplit_once(") ").expect("a name stands in brackets");
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
            .contains("needs a terminal to read keys from")
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
struct Fragile {
    is_broken: bool,
}

impl Program for Fragile {
    fn draw(&self, page: &mut Buffer) {
        assert!(!self.is_broken, "this page is broken");
        page.set_string(0, 0, "this page is whole", ratatui::style::Style::new());
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
        let options = Options { mouse: true };
        run::run(&mut Fragile { is_broken: false }, options).expect("it panics before it ends");
    }
    let mut terminal = within("reports_a_panic_on_the_restored_screen");
    terminal.wait_for("this page is whole");
    terminal.wait_until("the alternate screen", vt100::Screen::alternate_screen);
    terminal.keys("x");
    assert_eq!(terminal.finish(), 101);
    assert!(terminal.contents().contains("this page is broken"));
}
