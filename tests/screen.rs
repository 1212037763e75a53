//! Whole pages: at every size, in both languages, with every layer, and after every message.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/page.rs"]
mod page;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use esg_tui::app::{Effect, Message, Page, update};
use esg_tui::derive::Ledger;
use esg_tui::export;
use esg_tui::keymap;
use esg_tui::locale::Lang;
use esg_tui::phrase;
use esg_tui::view::{Layer, LayerKind, Mode, Stop, View};

use built_in::built_in;

const TABS: [&str; 4] = ["emissions", "cloud-energy", "logistics", "social"];

/// The sizes that pages are designed at.
const SIZES: [(u16, u16); 3] = [(128, 36), (80, 24), (40, 12)];

/// A printed figure: its tab, its digits, and the hedge in English and in Thai.
type Printed = (usize, &'static str, [&'static str; 2]);

const PLAIN: [&str; 2] = ["", ""];
const MORE: [&str; 2] = ["more than", "มากกว่า"];
const ALMOST: [&str; 2] = ["almost", "เกือบ"];

/// Every printed figure on the tabs that show it.
const PRINTED: [Printed; 24] = [
    (0, "4.681", PLAIN),
    (0, "12.9%", PLAIN),
    (0, "1.419", PLAIN),
    (0, "128.9%", PLAIN),
    (0, "8.7", PLAIN),
    (0, "5.7%", PLAIN),
    (0, "22.907", PLAIN),
    (0, "6.863", PLAIN),
    (0, "187", PLAIN),
    (1, "53.9%", PLAIN),
    (1, "21.6%", PLAIN),
    (1, "1.215", PLAIN),
    (1, "1.247", PLAIN),
    (1, "6.863", PLAIN),
    (1, "2,580", PLAIN),
    (2, "184,000", PLAIN),
    (2, "1,460", MORE),
    (2, "50,000", ALMOST),
    (3, "320,000", MORE),
    (3, "118,746", PLAIN),
    (3, "60,000", MORE),
    (3, "14,002", PLAIN),
    (3, "900,000", MORE),
    (3, "102", PLAIN),
];

/// What is needed to draw a page and to change its view.
struct Stage<'a> {
    ledger: &'a Ledger<'a>,
    view: View,
    area: Rect,
}

impl Stage<'_> {
    fn send(&mut self, message: Message) -> Option<Effect> {
        let hints = keymap::hints();
        update(&mut self.view, self.ledger, &hints, self.area, message)
    }

    fn draw(&self) -> Buffer {
        page::draw(self.ledger, &self.view, self.area.width, self.area.height)
    }

    fn rows(&self) -> Vec<String> {
        page::rows(&self.draw())
    }

    /// The id of the focused figure.
    fn focus(&self) -> String {
        figures(self.ledger, self.view.tab).swap_remove(self.view.focus)
    }

    fn type_in(&mut self, query: &str) {
        self.send(Message::Toggle(LayerKind::Find));
        for letter in query.chars() {
            self.send(Message::Type(letter));
        }
    }

    /// Sees that presenter mode shows a panel of the focused figure, and its place in the report.
    fn shows_focus(&self, what: &str) {
        let tabs = &self.ledger.dataset.tabs;
        let panel = tabs[self.view.tab].panels().nth(self.view.slide);
        let figures = panel.map_or(&[][..], |panel| &panel.figures);
        let focus = self.focus();
        assert!(figures.contains(&focus), "{what}: {focus} in {figures:?}");
        let before = tabs.iter().take(self.view.tab);
        let before: usize = before.map(|tab| tab.panels().count()).sum();
        let count: usize = tabs.iter().map(|tab| tab.panels().count()).sum();
        // The cover is before the panels, the notes and the end are behind them.
        let place = format!("{}/{}", before + self.view.slide + 2, count + 3);
        assert!(self.rows().iter().any(|row| row.contains(&place)), "{what}");
    }

    fn scroll(&self) -> u16 {
        self.view.top().map_or(0, |layer| layer.scroll)
    }
}

/// Runs `test` on the first tab of the built-in report in a window of `width` and `height`.
fn on_stage(width: u16, height: u16, test: impl FnOnce(Stage<'_>)) {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    test(Stage {
        ledger: &ledger,
        view: View::default(),
        area: Rect::new(0, 0, width, height),
    });
}

/// The ids of a tab's figures in reading order.
fn figures(ledger: &Ledger<'_>, tab: usize) -> Vec<String> {
    let facts = ledger.of_tab(&ledger.dataset.tabs[tab]);
    facts.iter().map(|fact| fact.figure.id.clone()).collect()
}

fn layer(kind: LayerKind) -> Vec<Layer> {
    vec![Layer { kind, scroll: 0 }]
}

/// Whether a number is on the page by itself, in digits, after its hedge.
fn shows(buf: &Buffer, hedge: &str, number: &str) -> bool {
    let rows = page::rows(buf);
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
    rows.iter().any(|row| {
        row.match_indices(number).any(|(index, _)| {
            let (before, after) = row.split_at(index);
            let after = after.split_at(number.len()).1;
            !before.ends_with(is_part)
                && !after.starts_with(|character: char| character.is_ascii_digit())
                && before.trim_end().ends_with(hedge)
        })
    })
}

/// The sizes at which a page could break: all small ones, and all widths and heights somewhere.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let small = (0..=50).flat_map(|width| (0..=20).map(move |height| (width, height)));
    let wide = (51..=220).flat_map(|width| [7, 24, 70].map(|height| (width, height)));
    let high = (21..=70).flat_map(|height| [30, 80, 220].map(|width| (width, height)));
    small.chain(wide).chain(high)
}

/// Draws every tab at every small size and one at every other; at every eighth also a layer.
fn survive_every_size(lang: Lang) {
    on_stage(0, 0, |mut stage| {
        stage.view.lang = lang;
        for (turn, (width, height)) in sizes().enumerate() {
            stage.area = Rect::new(0, 0, width, height);
            stage.view.focus = turn % 7;
            stage.view.query = ["e", "ก"][turn % 2].into();
            let is_small = width <= 36 && height <= 12;
            let tabs = 0..TABS.len();
            for tab in tabs.filter(|tab| is_small || tab % 4 == turn % 4) {
                stage.view.tab = tab;
                stage.draw();
            }
            if turn % 8 == 0 {
                stage.view.tab = turn / 8 % TABS.len();
                let kind = LayerKind::ALL[turn / 8 % LayerKind::ALL.len()];
                let scroll = if turn % 3 == 0 { u16::MAX } else { 0 };
                stage.view.layers = vec![Layer { kind, scroll }];
                stage.draw();
                stage.view.layers.clear();
            }
        }
    });
}

#[test]
fn draws_every_tab_at_every_size_in_english() {
    survive_every_size(Lang::En);
}

#[test]
fn draws_every_tab_at_every_size_in_thai() {
    survive_every_size(Lang::Th);
}

/// The printed figures that are not on the page of their tab.
fn missing(lang: Lang, width: u16, height: u16, with_hedge: bool) -> Vec<String> {
    let mut missing = Vec::new();
    on_stage(width, height, |mut stage| {
        stage.view.lang = lang;
        for (tab, number, hedges) in PRINTED {
            stage.view.tab = tab;
            let hedge = if with_hedge {
                hedges[lang as usize]
            } else {
                ""
            };
            if !shows(&stage.draw(), hedge, number) {
                missing.push(format!("{}: {hedge} {number}", TABS[tab]));
            }
        }
    });
    missing
}

#[test]
fn shows_every_printed_figure_with_its_hedge_at_the_designed_size() {
    for lang in Lang::ALL {
        let missing = missing(lang, 128, 36, true);
        assert!(missing.is_empty(), "{lang:?}: {missing:#?}");
    }
}

#[test]
fn shows_every_printed_figure_in_a_small_window() {
    for lang in Lang::ALL {
        let missing = missing(lang, 80, 24, true);
        assert!(missing.is_empty(), "{lang:?}: {missing:#?}");
    }
}

#[test]
fn notices_a_figure_that_is_not_there() {
    let lines = ["more than 1,460", "14.681", "4.6810 2,580"];
    let page = Buffer::with_lines(lines);
    assert!(shows(&page, "more than", "1,460"));
    assert!(shows(&page, "", "2,580"));
    assert!(!shows(&page, "almost", "1,460"));
    assert!(!shows(&page, "", "4.681"));
    assert!(!shows(&page, "", "460"));
}

/// The figures whose number is not on the page while they are focused.
fn unreached(lang: Lang, width: u16, height: u16) -> Vec<String> {
    let mut unreached = Vec::new();
    on_stage(width, height, |mut stage| {
        stage.view.lang = lang;
        for (tab, name) in TABS.iter().enumerate() {
            stage.send(Message::Tab(tab));
            for id in figures(stage.ledger, tab) {
                assert_eq!(stage.focus(), id);
                let fact = stage.ledger.fact(&id).expect("the tab shows figures");
                let latest = fact.latest().expect("the figure has a value");
                let line = {
                    let scale = phrase::Magnitude::of(fact);
                    phrase::short_value(scale, fact, &latest.value)
                };
                let number = line.trim_start_matches(|character: char| !character.is_ascii_digit());
                if !shows(&stage.draw(), "", number) {
                    unreached.push(format!("{name}: {id} {number}"));
                }
                stage.send(Message::Step(1));
            }
            assert_eq!(stage.view.focus, 0, "the focus wraps");
        }
    });
    unreached
}

#[test]
fn reaches_every_figure_by_its_focus_in_any_window() {
    let sizes = [
        (128, 36),
        (80, 24),
        (60, 16),
        (40, 12),
        (40, 6),
        (34, 30),
        (30, 10),
        (30, 9),
        (32, 7),
        (26, 8),
        (24, 5),
        (20, 4),
        (20, 2),
        (16, 3),
        (14, 1),
        (10, 5),
    ];
    for lang in Lang::ALL {
        for (width, height) in sizes {
            let unreached = unreached(lang, width, height);
            assert!(
                unreached.is_empty(),
                "{lang:?} {width}x{height}: {unreached:#?}"
            );
        }
    }
}

/// The cells of a text as a terminal counts them, by whole clusters.
fn cells(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Where frames are open or crooked: a side that is not below its corner, counted in cells of
/// the printed text.
fn crooked(text: &str, width: u16) -> Vec<String> {
    let rows: Vec<Vec<(usize, &str)>> = text
        .lines()
        .map(|line| {
            let mut at = 0;
            let clusters = line.graphemes(true).map(|cluster| {
                let start = at;
                at += cluster.width();
                (start, cluster)
            });
            clusters.collect()
        })
        .collect();
    let at = |row: usize, x: usize| {
        let cluster = rows.get(row)?.iter().find(|(start, _)| *start == x)?;
        Some(cluster.1)
    };
    let mut crooked = Vec::new();
    for (top, line) in text.lines().enumerate() {
        if cells(line) > usize::from(width) {
            crooked.push(format!("row {top} is {} cells wide", cells(line)));
        }
        for &(x, corner) in &rows[top] {
            let (side, bottom) = match corner {
                "╭" => ("│", "╰"),
                "╮" => ("│", "╯"),
                "┏" => ("┃", "┗"),
                "┓" => ("┃", "┛"),
                _ => continue,
            };
            let mut row = top + 1;
            while at(row, x) == Some(side) {
                row += 1;
            }
            if at(row, x) != Some(bottom) {
                crooked.push(format!("{corner} of row {top} is open at row {row}"));
            }
        }
    }
    crooked
}

#[test]
fn keeps_borders_upright_and_lines_within_the_window() {
    let sizes = [(128, 36), (100, 30), (80, 24), (60, 20), (40, 12), (30, 9)];
    on_stage(0, 0, |mut stage| {
        for lang in Lang::ALL {
            stage.view.lang = lang;
            for (width, height) in sizes {
                stage.area = Rect::new(0, 0, width, height);
                for tab in 0..TABS.len() {
                    stage.view.tab = tab;
                    let is_layered = width == 80 || width == 40;
                    let layers = LayerKind::ALL.map(layer).into_iter().filter(|_| is_layered);
                    for layers in layers.chain([Vec::new()]) {
                        let is_plain = layers.is_empty();
                        stage.view.layers = layers;
                        let text = export::text(&stage.draw());
                        // A layer hides parts of the frames below it.
                        let crooked: Vec<String> = crooked(&text, width)
                            .into_iter()
                            .filter(|row| is_plain || row.contains("wide"))
                            .collect();
                        assert!(crooked.is_empty(), "{crooked:#?}\n{text}");
                    }
                }
            }
        }
    });
}

#[test]
fn draws_the_frame_of_a_layer_upright() {
    for lang in Lang::ALL {
        on_stage(128, 36, |mut stage| {
            stage.view.lang = lang;
            for kind in LayerKind::ALL {
                stage.view.layers = layer(kind);
                let buf = stage.draw();
                let corners: Vec<_> = buf
                    .area
                    .positions()
                    .filter(|at| {
                        let is_corner = ["╭", "╮", "╰", "╯"].contains(&buf[*at].symbol());
                        let is_layer = buf[*at].bg != buf[(0, 0)].bg;
                        is_corner && is_layer
                    })
                    .collect();
                let [left, right, bottom_left, bottom_right] = corners[..] else {
                    panic!("{kind:?} has {} corners", corners.len());
                };
                assert_eq!((left.x, right.x), (bottom_left.x, bottom_right.x));
                for y in left.y + 1..bottom_left.y {
                    assert_eq!(buf[(left.x, y)].symbol(), "│", "{kind:?} row {y}");
                    assert_eq!(buf[(right.x, y)].symbol(), "│", "{kind:?} row {y}");
                }
            }
        });
    }
}

#[test]
fn notices_a_crooked_border() {
    let none: [&str; 0] = [];
    assert_eq!(
        crooked("╭──╮\n│ก้│\n╰──╯", 4),
        ["╮ of row 0 is open at row 1"]
    );
    assert_eq!(crooked("╭──╮\n│ก้ │\n╰──╯", 4), none);
    assert_eq!(crooked("╭──╮\n│กำ│\n╰──╯", 4), none);
    assert_eq!(crooked("12345", 4), ["row 0 is 5 cells wide"]);
}

#[test]
fn wraps_round_the_tabs() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::TurnTab(-1));
        assert_eq!((stage.view.tab, stage.view.focus), (3, 0));
        stage.send(Message::TurnTab(1));
        assert_eq!(stage.view.tab, 0);
        stage.send(Message::Tab(2));
        assert_eq!(stage.view.tab, 2);
        stage.send(Message::Tab(8));
        assert_eq!(stage.view.tab, 2, "there is no ninth tab");
    });
}

#[test]
fn wraps_the_focus_round_the_figures_of_the_tab() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Step(-1));
        assert_eq!(stage.focus(), "carbon-ledger-users");
        stage.send(Message::Step(1));
        assert_eq!(stage.focus(), "net-emissions");
        stage.send(Message::Last);
        assert_eq!(stage.focus(), "carbon-ledger-users");
        stage.send(Message::TurnTab(1));
        assert_eq!(stage.focus(), "clean-share");
        stage.send(Message::TurnPage(1));
        stage.send(Message::TurnPage(1));
        stage.send(Message::TurnPage(1));
        assert_eq!(stage.focus(), "pue", "a page does not wrap");
        stage.send(Message::First);
        assert_eq!(stage.focus(), "clean-share");
    });
}

#[test]
fn never_quits_on_escape() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Toggle(LayerKind::Help));
        for _ in 0..4 {
            assert_eq!(stage.send(Message::Close), None);
        }
        assert!(stage.view.layers.is_empty());
        let leave_page = true;
        let quit = stage.send(Message::Quit { leave_page });
        assert_eq!(quit, Some(Effect::Quit { leave_page }));
    });
}

#[test]
fn stacks_layers_and_closes_the_topmost() {
    on_stage(80, 24, |mut stage| {
        let kinds = |stage: &Stage<'_>| -> Vec<LayerKind> {
            stage.view.layers.iter().map(|layer| layer.kind).collect()
        };
        stage.send(Message::Toggle(LayerKind::Table));
        stage.send(Message::Open);
        stage.send(Message::Toggle(LayerKind::Help));
        let stacked = [LayerKind::Table, LayerKind::Card, LayerKind::Help];
        assert_eq!(kinds(&stage), stacked);
        stage.send(Message::Toggle(LayerKind::Help));
        assert_eq!(kinds(&stage), [LayerKind::Table, LayerKind::Card]);
        stage.send(Message::Toggle(LayerKind::Table));
        assert_eq!(kinds(&stage), [LayerKind::Card, LayerKind::Table]);
        stage.send(Message::Close);
        assert_eq!(kinds(&stage), [LayerKind::Card]);
        stage.send(Message::Press(0, 0));
        assert_eq!(kinds(&stage), []);
    });
}

#[test]
fn jumps_to_what_was_found() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Toggle(LayerKind::Find));
        for letter in "Village".chars() {
            stage.send(Message::Type(letter));
        }
        assert!(stage.rows().iter().any(|row| row.contains("1 found")));
        stage.send(Message::Open);
        assert_eq!(
            (stage.view.tab, stage.focus().as_str()),
            (2, "village-stations")
        );
        assert!(stage.view.layers.is_empty());

        stage.send(Message::Toggle(LayerKind::Find));
        assert_eq!(stage.view.query, "", "a new search starts afresh");
        for letter in "schoolz\u{1b}".chars() {
            stage.send(Message::Type(letter));
        }
        let is_drawn = |row: &String| row.contains(char::is_control);
        assert!(!stage.rows().iter().any(is_drawn), "a terminal would obey");
        stage.send(Message::Open);
        assert_eq!(stage.view.tab, 2, "nothing was found");
        while stage.view.query != "school" {
            stage.send(Message::Erase);
        }
        stage.send(Message::Step(1));
        stage.send(Message::Open);
        assert_eq!(
            (stage.view.tab, stage.focus().as_str()),
            (3, "people-per-school")
        );
        stage.send(Message::TurnHit(-1));
        assert_eq!(stage.focus(), "youth-schools");
    });
}

#[test]
fn presents_the_panel_of_the_focused_figure() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Present);
        stage.type_in("schools");
        stage.send(Message::Open);
        assert_eq!(stage.focus(), "youth-schools");
        stage.shows_focus("a hit");
        for by in [1, 1, 1, -1] {
            stage.send(Message::TurnHit(by));
            stage.shows_focus("the next hit");
        }
        stage.send(Message::Toggle(LayerKind::Table));
        for message in [Message::Step(3), Message::TurnPage(1), Message::Last] {
            stage.send(message);
        }
        stage.send(Message::Close);
        stage.shows_focus("a row of the table");
        stage.send(Message::Tab(2));
        stage.shows_focus("a tab");
        stage.send(Message::Present);
        stage.send(Message::Step(3));
        stage.send(Message::Present);
        stage.shows_focus("a figure of the dashboard");
    });
}

#[test]
fn goes_from_panel_to_panel_in_presenter_mode() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Present);
        let stop = |stage: &Stage<'_>| stage.view.stop;
        stage.send(Message::Last);
        stage.send(Message::TurnTab(1));
        assert_eq!(stop(&stage), Stop::End, "it stops at its end");
        stage.send(Message::Step(-2));
        assert_eq!((stage.view.tab, stage.view.slide), (3, 2));
        stage.shows_focus("the last panel");
        stage.send(Message::First);
        stage.send(Message::TurnPage(-1));
        assert_eq!(stop(&stage), Stop::Cover, "nothing is before it");
        for _ in 0..14 {
            stage.send(Message::Press(40, 12));
            stage.shows_focus("a panel");
            stage.send(Message::Open);
            let card = stage.ledger.fact(&stage.focus()).expect("it is in focus");
            let name = card.figure.name.get(Lang::En);
            assert!(stage.rows().iter().any(|row| row.contains(name)), "{name}");
            stage.send(Message::Close);
            let copied = stage.send(Message::Copy);
            assert!(matches!(copied, Some(Effect::Copy(text)) if text.starts_with(name)));
        }
        stage.send(Message::Press(40, 12));
        assert_eq!(stop(&stage), Stop::Unsaid, "a click goes on");
    });
}

#[test]
fn says_around_a_talk_what_belongs_to_no_panel() {
    for lang in Lang::ALL {
        on_stage(106, 30, |mut stage| {
            stage.view.lang = lang;
            stage.send(Message::Present);
            let shows = |stage: &Stage<'_>, words: &str| {
                let page = stage.rows().join("\n");
                assert!(page.contains(words), "{words} in\n{page}");
            };
            stage.send(Message::First);
            let dataset = stage.ledger.dataset;
            shows(&stage, dataset.report.organisation.get(lang));
            for tab in &dataset.tabs {
                let lead = tab.lead.as_ref().and_then(|lead| stage.ledger.fact(lead));
                let lead = lead.expect("every tab of the built-in report has a lead");
                let latest = lead.latest().expect("it has a value");
                shows(&stage, &phrase::value(lang, lead, latest));
            }
            stage.send(Message::Last);
            stage.send(Message::TurnPage(-1));
            shows(&stage, lang.words().unsaid);
            for tab in &dataset.tabs {
                shows(&stage, tab.title.get(lang));
            }
        });
    }
}

#[test]
fn lists_the_keys_of_the_mode() {
    on_stage(80, 40, |mut stage| {
        stage.send(Message::Toggle(LayerKind::Help));
        let shows =
            |stage: &Stage<'_>, words: &str| stage.rows().iter().any(|row| row.contains(words));
        assert!(shows(&stage, "←→ h l Tab"));
        assert!(!shows(&stage, "blank the page"));
        stage.send(Message::Present);
        assert!(shows(&stage, "blank the page"));
        assert!(shows(&stage, "PgUp PgDn Space Tab"));
        assert!(!shows(&stage, "next or previous tab"));
    });
}

#[test]
fn edits_the_search() {
    on_stage(80, 24, |mut stage| {
        stage.type_in("rural  county ");
        stage.send(Message::EraseWord);
        assert_eq!(stage.view.query, "rural  ");
        stage.send(Message::EraseWord);
        assert_eq!(stage.view.query, "");
        stage.send(Message::Type('ก'));
        stage.send(Message::EraseAll);
        assert_eq!(stage.view.query, "");
        for letter in "0123456789".repeat(30).chars() {
            stage.send(Message::Type(letter));
        }
        let rows = stage.rows();
        assert!(rows.iter().any(|row| row.contains("789▏")), "{rows:#?}");
        let cursor = |stage: &Stage<'_>| {
            let hints = keymap::hints();
            let (ledger, view) = (stage.ledger, &stage.view);
            let page = Page {
                ledger,
                view,
                hints: &hints,
            };
            page.cursor(stage.area).expect("there is something to type")
        };
        assert_eq!(stage.draw()[cursor(&stage)].symbol(), "▏");
        stage.send(Message::EraseAll);
        assert_eq!(stage.draw()[cursor(&stage)].symbol(), "▏");
        stage.send(Message::Close);
        stage.send(Message::EraseAll);
        assert_eq!(stage.view.query, "", "nothing is typed any more");
        stage.view.query = "school".to_owned();
        stage.send(Message::EraseWord);
        assert_eq!(stage.view.query, "school");
    });
}

#[test]
fn finds_figures_in_thai() {
    on_stage(80, 24, |mut stage| {
        stage.view.lang = Lang::Th;
        stage.send(Message::Toggle(LayerKind::Find));
        for letter in "แพทย์".chars() {
            stage.send(Message::Type(letter));
        }
        stage.send(Message::Open);
        assert_eq!(
            (stage.view.tab, stage.focus().as_str()),
            (3, "doctors-trained")
        );
    });
}

#[test]
fn never_scrolls_past_the_end() {
    for (width, height) in [(128, 36), (80, 24), (40, 12), (20, 3), (5, 1), (0, 0)] {
        on_stage(width, height, |mut stage| {
            for kind in LayerKind::ALL {
                stage.view.layers = layer(kind);
                stage.send(Message::Last);
                let last = stage.scroll();
                let at_the_end = stage.rows();
                for message in [Message::Step(3), Message::TurnPage(2), Message::Last] {
                    if matches!(kind, LayerKind::Table | LayerKind::Find) {
                        continue;
                    }
                    stage.send(message);
                    assert_eq!(stage.scroll(), last, "{kind:?} {width}x{height}");
                    assert_eq!(stage.rows(), at_the_end);
                }
                stage.send(Message::First);
                stage.send(Message::Step(-1));
                if !matches!(kind, LayerKind::Table | LayerKind::Find) {
                    assert_eq!(stage.scroll(), 0, "{kind:?} {width}x{height}");
                }
            }
        });
    }
}

#[test]
fn shows_the_last_line_of_a_layer_at_its_end() {
    on_stage(80, 24, |mut stage| {
        stage.send(Message::Toggle(LayerKind::Sources));
        stage.send(Message::Last);
        let rows = stage.rows();
        assert!(
            rows.iter()
                .any(|row| row.contains("not the document itself"))
        );
    });
}

#[test]
fn keeps_the_chosen_row_of_a_table_on_screen() {
    on_stage(60, 10, |mut stage| {
        stage.send(Message::Tab(3));
        stage.send(Message::Toggle(LayerKind::Table));
        for id in figures(stage.ledger, 3) {
            let fact = stage.ledger.fact(&id).expect("the tab shows figures");
            let name = fact.figure.name.get(Lang::En);
            let rows = stage.rows();
            assert!(
                rows.iter().any(|row| row.contains(name)),
                "{name}: {rows:#?}"
            );
            stage.send(Message::Step(1));
        }
    });
}

/// The cell at which `words` start on the page.
fn find(buf: &Buffer, words: &str) -> (u16, u16) {
    let rows = page::rows(buf);
    let found = rows.iter().zip(0..).find_map(|(row, y)| {
        let (before, _) = row.split_once(words)?;
        Some((cells(before) as u16, y))
    });
    found.unwrap_or_else(|| panic!("{words} is not on the page: {rows:#?}"))
}

#[test]
fn follows_a_click_on_a_tab() {
    for lang in Lang::ALL {
        on_stage(80, 24, |mut stage| {
            stage.view.lang = lang;
            for (tab, number) in ["1 ", "2 ", "3 ", "4 "].iter().enumerate().rev() {
                let title = stage.ledger.dataset.tabs[tab].title.get(lang);
                let (x, y) = find(&stage.draw(), &format!("{number}{title}"));
                stage.send(Message::Press(x, y));
                assert_eq!(stage.view.tab, tab);
            }
        });
    }
}

#[test]
fn follows_a_click_on_a_figure_and_opens_its_card_at_the_second() {
    for lang in Lang::ALL {
        on_stage(128, 36, |mut stage| {
            stage.view.lang = lang;
            let places = [
                (0, "1.419", "own-reductions"),
                (0, "22.907", "ecosystem-reductions"),
                (0, "6.863", "customer-reductions"),
                (1, "21.6%", "clean-share"),
                (1, "2,580", "energy-expert-organisations"),
                (3, "14,002", "doctors-trained"),
            ];
            for (tab, words, id) in places {
                stage.send(Message::Tab(tab));
                let (x, y) = find(&stage.draw(), words);
                let was_focused = stage.focus() == id;
                stage.send(Message::Press(x, y));
                assert_eq!(stage.focus(), id);
                assert_eq!(stage.view.layers.is_empty(), !was_focused, "{id}");
                if !was_focused {
                    stage.send(Message::Press(x, y));
                    assert_eq!(stage.view.layers, layer(LayerKind::Card));
                }
                stage.send(Message::Close);
            }
            let before = stage.view.clone();
            stage.send(Message::Press(500, 500));
            assert_eq!(stage.view, before, "a click outside the page does nothing");
        });
    }
}

#[test]
fn clears_the_notice_at_the_next_key() {
    on_stage(80, 24, |mut stage| {
        stage.view.notice = Some("saved as page.svg".to_owned());
        assert!(stage.rows()[23].contains("saved as page.svg"));
        stage.send(Message::Step(1));
        assert_eq!(stage.view.notice, None);
    });
}

#[test]
fn shows_the_notice_in_every_mode_over_every_layer_and_in_no_picture() {
    for (width, height) in [(128, 36), (80, 24), (40, 12), (20, 5), (20, 1)] {
        on_stage(width, height, |mut stage| {
            for mode in [Mode::Dashboard, Mode::Presenter] {
                let layers = LayerKind::ALL.map(layer);
                for layers in layers.into_iter().chain([Vec::new()]) {
                    stage.view = View {
                        mode,
                        layers,
                        ..View::default()
                    };
                    stage.send(Message::Theme);
                    let is_told = |row: &String| row.contains("theme: light");
                    let rows = stage.rows();
                    assert!(rows.iter().any(is_told), "{:?}: {rows:#?}", stage.view);
                    stage.view.is_picture = true;
                    assert!(!stage.rows().iter().any(is_told));
                }
            }
        });
    }
}

#[test]
fn chooses_a_row_of_a_layer_by_a_click_and_opens_it_by_the_second() {
    for (width, height) in [(128, 36), (60, 60)] {
        on_stage(width, height, |mut stage| {
            stage.send(Message::Toggle(LayerKind::Table));
            let (x, y) = find(&stage.draw(), "│ Carbon intensity");
            let x = x + 2;
            stage.send(Message::Press(x, y));
            assert_eq!(stage.focus(), "carbon-intensity");
            assert_eq!(stage.view.layers.len(), 1);
            stage.send(Message::Press(x, y));
            let top = stage.view.top().map(|layer| layer.kind);
            assert_eq!(top, Some(LayerKind::Card));
            let before = stage.view.clone();
            stage.send(Message::Press(width / 2, height / 2));
            assert_eq!(stage.view, before, "there is nothing to choose on a card");

            stage.view.layers.clear();
            stage.type_in("school");
            let (x, y) = find(&stage.draw(), "people/school");
            stage.send(Message::Press(x, y));
            assert_eq!((stage.view.hit, stage.view.tab), (1, 0));
            stage.send(Message::Press(x, y));
            assert_eq!(stage.focus(), "people-per-school");
            assert!(stage.view.layers.is_empty());
        });
    }
}

#[test]
fn closes_a_layer_only_by_a_click_outside_it() {
    on_stage(128, 36, |mut stage| {
        for kind in LayerKind::ALL {
            stage.view.layers = layer(kind);
            let buf = stage.draw();
            let mut cells = buf.area.positions();
            let corner = cells.find(|at| buf[*at].symbol() == "╭" && buf[*at].bg != buf[(0, 0)].bg);
            let corner = corner.expect("a layer has a border");
            stage.send(Message::Press(corner.x, corner.y));
            assert_eq!(stage.view.layers, layer(kind));
            stage.send(Message::Press(0, 0));
            assert!(stage.view.layers.is_empty(), "{kind:?}");
        }
    });
}

/// Compares a page with the picture of it in `tests/snapshots`.
fn look(name: &str, stage: &Stage<'_>) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, export::text(&stage.draw())));
}

#[test]
fn looks_as_it_did() {
    for lang in Lang::ALL {
        for (width, height) in SIZES {
            on_stage(width, height, |mut stage| {
                stage.view.lang = lang;
                for (tab, name) in TABS.iter().enumerate() {
                    stage.view.tab = tab;
                    look(&format!("{name}_{}_{width}x{height}", lang.code()), &stage);
                }
            });
        }
    }
}

#[test]
fn looks_as_it_did_under_a_layer() {
    // A card for every way in which a value can be derived.
    let cards = [
        (0, "net-emissions"),
        (0, "own-reductions"),
        (1, "clean-share"),
        (1, "pue-overhead"),
        (2, "packaging-per-day"),
        (2, "stations-per-centre"),
        (3, "people-per-school"),
    ];
    for lang in Lang::ALL {
        on_stage(80, 24, |mut stage| {
            stage.view.lang = lang;
            for (tab, id) in cards {
                stage.view.tab = tab;
                let ids = figures(stage.ledger, tab);
                let focus = ids.iter().position(|figure| figure == id);
                stage.view.focus = focus.expect("the tab shows the figure");
                stage.view.layers = layer(LayerKind::Card);
                look(&format!("card_{id}_{}", lang.code()), &stage);
            }
            (stage.view.tab, stage.view.focus) = (1, 2);
            let layers = [
                (LayerKind::Sources, "sources"),
                (LayerKind::Table, "table"),
                (LayerKind::Find, "find"),
                (LayerKind::Help, "help"),
            ];
            for (kind, name) in layers {
                stage.view.layers = layer(kind);
                stage.view.query = ["schools", "โรงเรียน"][lang as usize].to_owned();
                look(&format!("{name}_{}", lang.code()), &stage);
            }
        });
    }
}
