//! Reports with more of everything than any page has room for, made by a generator.

use std::fmt::Write as _;

/// How many of everything a report has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crowd {
    /// The tabs.
    pub(crate) tabs: usize,
    /// The rows of each tab.
    pub(crate) rows: usize,
    /// The panels of each row.
    pub(crate) panels: usize,
    /// What the panels draw.
    pub(crate) kind: &'static str,
    /// The figures of each panel that can have several.
    pub(crate) figures: usize,
    /// The periods of the report, each with a value of every figure.
    pub(crate) periods: usize,
    /// The documents, and the notes of each figure.
    pub(crate) notes: usize,
    /// The letters of every text but for names.
    pub(crate) letters: usize,
}

impl Crowd {
    /// One of everything.
    pub(crate) const ONE: Self = Self {
        tabs: 1,
        rows: 1,
        panels: 1,
        kind: "cards",
        figures: 1,
        periods: 2,
        notes: 1,
        letters: 12,
    };

    /// The names of the figures of a tab, from 0, in its order.
    pub(crate) fn names(&self, tab: usize) -> Vec<String> {
        let count = self.rows * self.panels * self.of_panel();
        (0..count)
            .map(|figure| name(tab * count + figure))
            .collect()
    }

    fn of_panel(&self) -> usize {
        match self.kind {
            "columns" | "gauge" | "dumbbell" | "units" | "bridge" => 1,
            _ => self.figures,
        }
    }

    /// The dataset, as a file.
    pub(crate) fn file(&self) -> String {
        let count = self.tabs * self.rows * self.panels * self.of_panel();
        let unit = if matches!(self.kind, "gauge" | "mix") {
            "%"
        } else {
            "t"
        };
        let text = self.text();
        let periods = list(self.periods, |index| {
            let year = 1000 + index % 9000;
            format!(r#"{{ "id": "P{index}", "start": "{year}-01-01", "end": "{year}-12-31" }}"#)
        });
        let documents = list(self.notes, |index| {
            format!(r#"{{ "id": "d{index}", "title": {{ "en": "{text}" }} }}"#)
        });
        let values = list(self.periods, |index| {
            let value = 0.001 + (index % 7) as f64 / 1000.0;
            format!(r#"{{ "period": "P{index}", "value": {value} }}"#)
        });
        let notes = list(self.notes, |_| format!(r#"{{ "en": "{text}" }}"#));
        let figures = list(count, |index| {
            let name = name(index);
            format!(
                r#"{{ "id": "{name}", "name": {{ "en": "{name}" }}, "unit": "{unit}", "values": [ {values} ], "notes": [ {notes} ],
                "source": {{ "document": "d0", "section": 1, "item": 1 }} }}"#
            )
        });
        let mut next = 0;
        let tabs = list(self.tabs, |tab| {
            let rows = list(self.rows, |_| {
                let panels = list(self.panels, |_| {
                    let figures = next..next + self.of_panel();
                    next = figures.end;
                    self.panel(figures, &text)
                });
                format!(r#"{{ "panels": [ {panels} ] }}"#)
            });
            format!(
                r#"{{ "id": "t{tab}", "title": {{ "en": "Tab {tab}" }}, "message": {{ "en": "{text}" }}, "rows": [ {rows} ] }}"#
            )
        });
        format!(
            r#"{{ "format": 1,
            "report": {{ "organisation": {{ "en": "Crowd" }}, "title": {{ "en": "{text}" }}, "periods": [ {periods} ], "documents": [ {documents} ] }},
            "units": [ {{ "id": "t", "style": "mass", "symbol": {{ "en": "t" }} }}, {{ "id": "%", "style": "share", "symbol": {{ "en": "%" }} }} ],
            "figures": [ {figures} ], "tabs": [ {tabs} ] }}"#
        )
    }

    fn panel(&self, figures: std::ops::Range<usize>, text: &str) -> String {
        let ids = figures.map(|index| format!(r#""{}""#, name(index)));
        let ids = ids.collect::<Vec<_>>().join(", ");
        let shows = match self.kind {
            "columns" | "gauge" | "units" | "bridge" => format!(r#""figure": {ids}"#),
            "dumbbell" => format!(r#""figure": {ids}, "start": 0"#),
            "mix" => format!(r#""parts": [ {ids} ], "rest": {{ "en": "other" }}"#),
            _ => format!(r#""figures": [ {ids} ]"#),
        };
        let title = if self.of_panel() > 1 {
            r#""title": { "en": "Panel" }, "#
        } else {
            ""
        };
        format!(
            r#"{{ "{}": {{ {title}{shows}, "note": {{ "en": "{text}" }} }} }}"#,
            self.kind
        )
    }

    fn text(&self) -> String {
        let mut text = String::from("Text");
        while text.len() < self.letters {
            let _ = write!(text, " word{}", text.len() % 97);
        }
        text
    }
}

fn name(index: usize) -> String {
    format!("f{index}x")
}

fn list(count: usize, item: impl FnMut(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(", ")
}
