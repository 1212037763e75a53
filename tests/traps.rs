//! The traps in reading the document, each walked on everything that the program shows, in both
//! languages.

#[path = "support/built_in.rs"]
mod built_in;
#[path = "support/csv.rs"]
mod csv;
#[path = "support/page.rs"]
mod page;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use esg_tui::derive::Ledger;
use esg_tui::locale::Lang;
use esg_tui::overlay::Overlay;
use esg_tui::phrase::story;
use esg_tui::report::{self, ReportFormat};
use esg_tui::theme::Theme;
use esg_tui::view::{Layer, LayerKind, Mode, View};

use built_in::built_in;

/// What keeps a reader from falling into a trap.
struct Trap {
    name: &'static str,
    /// The tab of the figure that it is about, from 0, and the figure's place on it.
    figure: (usize, &'static str),
    /// What its card, the sources, the text, the Markdown and the JSON report say, by language.
    in_words: [&'static str; 2],
    /// What the page and the slide with its panel say, by language; empty where a card is opened for
    /// it.
    shown: [&'static str; 2],
    /// A column of the CSV report and what it holds.
    cell: (&'static str, &'static str),
}

const fn trap(
    name: &'static str,
    figure: (usize, &'static str),
    in_words: [&'static str; 2],
    shown: [&'static str; 2],
    cell: (&'static str, &'static str),
) -> Trap {
    Trap {
        name,
        figure,
        in_words,
        shown,
        cell,
    }
}

#[rustfmt::skip]
const TRAPS: [Trap; 26] = [
    trap("be-years", (0, "net-emissions"),
        ["1 Apr 2022 – 31 Mar 2023", "1 เม.ย. 2565 – 31 มี.ค. 2566"],
        ["FY2022", "ปีงบฯ 2565"], ("start", "2022-04-01")),
    trap("header-date", (0, "net-emissions"),
        ["The document's date is not that of the data", "วันที่บนหน้าเอกสารไม่ใช่ปีของข้อมูล"],
        ["document of 23 Jul 2024", "เอกสารลงวันที่ 23 ก.ค. 2567"], ("period", "FY2023")),
    trap("mt-notation", (0, "net-emissions"),
        ["Its “Mt” means a metric ton", "“Mt” ในเอกสารหมายถึงเมตริกตัน"],
        ["million t CO₂e", "ล้านตัน CO₂e"], ("value", "4681000")),
    trap("intensity-scope", (0, "carbon-intensity"),
        ["it fits the value chain (Scope 3)", "สอดคล้องกับห่วงโซ่คุณค่า (Scope 3)"],
        ["outside the document: the value chain (Scope 3)", "(นอกเอกสาร: สอดคล้องกับ Scope 3)"],
        ("boundary", "Printed as “Alibaba's operations”; no scope is printed here")),
    trap("two-significant-digits", (0, "carbon-intensity"),
        ["It is printed to one decimal only, so ≈ 9.2", "มีทศนิยมตำแหน่งเดียว ค่าปีก่อนที่คำนวณได้คือ ≈ 9.2"],
        ["≈ 9.2", "≈ 9.2"], ("unit", "tCO2e-per-RMB-million")),
    trap("plus-128-9", (0, "own-reductions"),
        ["It is the reductions that grew 128.9%", "สิ่งที่เพิ่มขึ้น 128.9% คือปริมาณที่ลดได้"],
        ["▲ 128.9% more", "▲ เพิ่มขึ้น 128.9%"], ("change_percent", "128.9")),
    trap("reduction-not-drop", (0, "own-reductions"),
        ["This is not the fall in net emissions, which is ≈ 0.69", "ไม่ใช่ส่วนที่การปล่อยสุทธิลดลง ซึ่งอยู่ที่ ≈ 0.69"],
        ["Not the fall in net emissions", "ไม่ใช่ส่วนที่การปล่อยสุทธิลดลง"], ("account", "reduction")),
    trap("net-vs-gross", (0, "net-emissions"),
        ["Do not add those reductions to get gross emissions", "อย่านำปริมาณที่ลดได้มาบวกเป็นยอดก่อนหัก"],
        ["“Net” is not defined", "ไม่ได้นิยามคำว่า “สุทธิ”"], ("account", "inventory")),
    trap("scope3plus-not-scope3", (0, "ecosystem-reductions"),
        ["it is not Scope 3 of the GHG Protocol", "ไม่ใช่ Scope 3 ของ GHG Protocol"],
        ["Scope 3+", "Scope 3+"], ("account", "avoided")),
    trap("avoided-vs-inventory", (0, "ecosystem-reductions"),
        ["it is not deducted from own emissions", "จึงไม่นำมาหักจากการปล่อยของบริษัท"],
        ["not deducted from own emissions", "ไม่นำมาหักจากการปล่อยของบริษัท"], ("better", "")),
    trap("six-eight-six-three-in-22", (1, "customer-reductions"),
        ["Whether it is part of the 22.907 million t CO₂e of Scope 3+ is not stated", "เอกสารไม่ได้บอกว่ารวมอยู่ใน 22.907 ล้านตัน CO₂e ของ Scope 3+ หรือไม่"],
        ["Not stated: the relation of 6.863 million t CO₂e to Scope 3+", "ไม่ได้ระบุว่า 6.863 ล้านตัน CO₂e เกี่ยวข้องกับ Scope 3+"],
        ("boundary", "Customers of Alibaba Cloud; no scope is printed here")),
    trap("clean-vs-renewable", (1, "clean-share"),
        ["do not read it as renewable", "ไม่ควรอ่านว่าหมายถึงพลังงานหมุนเวียน"],
        ["Clean share", "พลังงานสะอาด"], ("name", "Clean energy, Alibaba Cloud data centres")),
    trap("cloud-not-group", (1, "clean-share"),
        ["Data centres of Alibaba Cloud only, not the group", "เฉพาะดาต้าเซ็นเตอร์ของอาลีบาบา คลาวด์ ไม่ใช่ทั้งกลุ่ม"],
        ["not a figure of the whole group", "ไม่ใช่ตัวเลขของทั้งกลุ่ม"],
        ("boundary", "Share of all energy used in Alibaba Cloud data centres")),
    trap("pp-vs-percent", (1, "clean-share"),
        ["is a change of ≈ 32.3 percentage points", "คือเปลี่ยนไป ≈ 32.3 จุดเปอร์เซ็นต์"],
        ["▲ ≈ 32.3 pp", "▲ ≈ 32.3 จุดเปอร์เซ็นต์"], ("change_percent", "")),
    trap("53-9-twice", (1, "clean-share"),
        ["another measure", "ซึ่งเป็นคนละเรื่อง"],
        ["", ""], ("period", "FY2023")),
    trap("pue-truncated-axis", (1, "pue-overhead"),
        ["Overhead has a true zero", "เริ่มจากศูนย์จริง"],
        ["PUE as printed: 1.247 → 1.215", "ค่า PUE ที่พิมพ์: 1.247 → 1.215"], ("status", "derived")),
    trap("pue-not-emissions", (1, "pue"),
        ["PUE says nothing about carbon", "ค่า PUE ไม่ได้บอกเรื่องคาร์บอน"],
        ["Says nothing about carbon", "ไม่ได้บอกเรื่องคาร์บอน"], ("account", "")),
    trap("energy-expert-launch", (1, "energy-expert-organisations"),
        ["for the launch of the platform only", "ไว้เฉพาะการเปิดตัวแพลตฟอร์ม"],
        ["time not stated", "ไม่ได้ระบุเวลา"], ("time", "not-stated")),
    trap("tons-not-co2e", (2, "packaging-avoided"),
        ["A mass of material, not of CO₂e", "เป็นน้ำหนักของวัสดุ ไม่ใช่ CO₂e"],
        ["tonnes of material, not CO₂e", "หน่วยเป็นตันของวัสดุ ไม่ใช่ CO₂e"], ("unit", "t-material")),
    trap("carbon-ledger-translation", (0, "carbon-ledger-users"),
        ["can mean a carbon ledger or the sorting of carbon", "เอกสารเรียกว่า “แพลตฟอร์มแยกประเภทคาร์บอน”"],
        ["Carbon ledger", "บัญชีคาร์บอน"], ("hedge", "")),
    trap("qualifier-differs", (0, "carbon-ledger-users"),
        ["Printed to the million and without a hedge", "ปัดเป็นล้านและไม่มีคำกำกับ"],
        ["million users", "ล้านราย"], ("low", "186500000")),
    trap("lower-bounds", (3, "youth-people"),
        ["Printed as “more than”: a lower bound", "เอกสารเขียนว่า “มากกว่า” จึงเป็นค่าขอบล่าง"],
        ["more than 60,000", "มากกว่า 60,000"], ("hedge", "more-than")),
    trap("almost-is-upper-bound", (2, "village-stations"),
        ["Printed as “almost”: an upper bound", "เอกสารเขียนว่า “เกือบ” จึงเป็นค่าขอบบน"],
        ["almost", "เกือบ"], ("hedge", "almost")),
    trap("as-of-vs-fy", (3, "visually-impaired-users"),
        ["The only social figure that covers the fiscal year", "รายการเดียวที่เป็นของปีงบประมาณ"],
        ["FY2023", "ปีงบฯ 2566"], ("time", "period")),
    trap("uses-not-people", (3, "wheelchair-uses"),
        ["Uses, not people", "เป็นจำนวนครั้ง ไม่ใช่จำนวนคน"],
        ["Uses, not people", "เป็นจำนวนครั้ง ไม่ใช่คน"], ("unit", "uses")),
    trap("screened-not-diagnosed", (3, "alzheimer-screenings"),
        ["not a number of diagnoses", "ไม่ใช่จำนวนผู้ที่ได้รับการวินิจฉัยว่าป่วย"],
        ["Alzheimer's screening", "คัดกรองอัลไซเมอร์"], ("time", "up-to")),
];

/// The text without blanks, bullets, escapes and frames, which say only where there was room.
fn joined(text: &str) -> String {
    let is_mark = |letter: char| letter.is_whitespace() || "│┃╭╮╰╯─━┏┓┗┛·-*\\".contains(letter);
    text.chars().filter(|letter| !is_mark(*letter)).collect()
}

/// A page so wide that no note on it is wrapped, or a layer alone, so high that all of it is shown.
fn drawn(ledger: &Ledger<'_>, view: &View) -> String {
    if view.layers.is_empty() {
        return page::rows(&page::draw(ledger, view, 300, 60)).join("\n");
    }
    let mut buf = Buffer::empty(Rect::new(0, 0, 200, 130));
    let overlay = Overlay {
        ledger,
        view,
        theme: &Theme::new(view.theme, view.level),
        hints: &[],
    };
    overlay.render(buf.area, &mut buf);
    page::rows(&buf).join("\n")
}

/// What a trap looks for on a layer, a page or a report.
fn expect(trap: &Trap, surface: &str, text: &str, phrase: &str) {
    let is_said = joined(text).contains(&joined(phrase));
    assert!(is_said, "{} on {surface}: “{phrase}” in\n{text}", trap.name);
}

#[test]
fn are_walked_on_everything_that_is_shown() {
    let dataset = built_in();
    let ledger = Ledger::new(&dataset);
    for (index, lang) in [(0, Lang::En), (1, Lang::Th)] {
        let report = |tab, format| report::report(&ledger, lang, &[tab], format, 80);
        for trap in &TRAPS {
            let (tab, id) = trap.figure;
            let content = &dataset.tabs[tab];
            let facts = ledger.of_tab(content);
            let focus = facts.iter().position(|fact| fact.figure.id == id);
            let view = View {
                tab,
                lang,
                focus: focus.expect("the figure is on the tab"),
                ..View::default()
            };
            let layer = |kind| View {
                layers: vec![Layer { kind, scroll: 0 }],
                ..view.clone()
            };
            let expected = trap.in_words[index];
            // What is true of the whole document is with it and not on every card.
            let card = drawn(&ledger, &layer(LayerKind::Card));
            let sources = drawn(&ledger, &layer(LayerKind::Sources));
            let is_of_document = ["header-date", "mt-notation"].contains(&trap.name);
            if !is_of_document {
                expect(trap, "the card", &card, expected);
            }
            let is_of_time = trap.name == "be-years";
            if !is_of_time {
                expect(trap, "the sources", &sources, expected);
            }
            for format in [ReportFormat::Text, ReportFormat::Markdown] {
                expect(trap, format.name(), &report(tab, format), expected);
            }
            let json = report(tab, ReportFormat::Json);
            let in_json = if is_of_time { "2022-04-01" } else { expected };
            expect(trap, "JSON", &json, in_json);

            let table = drawn(&ledger, &layer(LayerKind::Table));
            for row in story::table(&ledger, lang, &[facts[view.focus]]) {
                for cell in &row.cells {
                    expect(trap, "the table", &table, cell);
                }
            }

            let shown = trap.shown[index];
            expect(trap, "the page", &drawn(&ledger, &view), shown);
            let slides = content.panels().enumerate();
            let slides =
                slides.filter(|(_, panel)| panel.figures.iter().any(|figure| figure == id));
            let slides: Vec<String> = slides
                .map(|(slide, _)| {
                    let view = View {
                        mode: Mode::Presenter,
                        slide,
                        ..view.clone()
                    };
                    drawn(&ledger, &view)
                })
                .collect();
            assert!(!slides.is_empty(), "{}", trap.name);
            expect(trap, "a slide", &slides.join("\n"), shown);

            let csv = csv::rows(&report(tab, ReportFormat::Csv));
            let row = csv.iter().find(|row| csv::cell(row, "id") == id);
            let (column, expected) = trap.cell;
            let cell = csv::cell(row.expect("the figure has a row"), column);
            // Words are in the reader's language, and what machines read is in none.
            let is_words = ["name", "boundary"].contains(&column);
            assert!(
                cell == expected || (is_words && index > 0),
                "{}: {cell}",
                trap.name
            );
        }
    }
}
