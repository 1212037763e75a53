//! The text of a page as it is read, for what lets a reader select, search and copy a picture.

/// Letters next to each other on one line, in reading order, each where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageText {
    letters: String,
    clusters: Vec<Cluster>,
    lines: Vec<Start>,
}

/// A cluster of letters by its end in the text, and how far it reaches to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cluster {
    end: usize,
    width: f32,
}

/// Where a stretch of text begins, on the page and among the clusters.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Start {
    at: [f32; 2],
    right: f32,
    em: f32,
    cluster: usize,
}

/// A stretch of text on one line.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Where it begins: its left edge, on the baseline, in units.
    pub(super) at: [f32; 2],
    /// The height of its line in units.
    pub(super) em: f32,
    words: &'a PageText,
    from: usize,
    to: usize,
}

/// How many letters of a text must be there before it counts as cut rather than as another one.
const SHORTEST: usize = 6;

/// The Thai and the Lao AM, which are part of the cluster before also where they have their own cell.
const JOINING: [char; 2] = ['\u{e33}', '\u{eb3}'];

impl PageText {
    /// Adds a cluster whose left edge and baseline are `at`, on a line of the height `em`.
    ///
    /// What follows the cluster before, at most one space of half the height away, is read on with it.
    pub(super) fn push(&mut self, cluster: &str, at: [f32; 2], width: f32, em: f32) {
        let [left, baseline] = at;
        let space = em / 2.0;
        let last = self.lines.last_mut().filter(|line| {
            let gap = left - line.right;
            let is_one_line =
                [line.at[1], line.em].map(f32::to_bits) == [baseline, em].map(f32::to_bits);
            is_one_line && (0.0..=space).contains(&gap)
        });
        if let Some(line) = last {
            let gap = left - line.right;
            line.right = left + width;
            if gap > 0.0 {
                self.add(" ", gap);
            } else if cluster.starts_with(JOINING)
                && let Some(before) = self.clusters.last_mut()
            {
                self.letters.push_str(cluster);
                before.end = self.letters.len();
                before.width += width;
                return;
            }
        } else {
            self.lines.push(Start {
                at,
                right: left + width,
                em,
                cluster: self.clusters.len(),
            });
        }
        self.add(cluster, width);
    }

    /// Moves all of the text.
    pub(super) fn shift(&mut self, [across, down]: [f32; 2]) {
        for line in &mut self.lines {
            line.at = [line.at[0] + across, line.at[1] + down];
            line.right += across;
        }
    }

    fn add(&mut self, cluster: &str, width: f32) {
        self.letters.push_str(cluster);
        let end = self.letters.len();
        self.clusters.push(Cluster { end, width });
    }

    /// Walks the stretches of text in reading order.
    pub(super) fn lines(&self) -> impl DoubleEndedIterator<Item = Line<'_>> {
        self.lines.iter().enumerate().map(|(index, start)| Line {
            at: start.at,
            em: start.em,
            words: self,
            from: start.cluster,
            to: self
                .lines
                .get(index + 1)
                .map_or(self.clusters.len(), |next| next.cluster),
        })
    }
}

impl<'a> Line<'a> {
    /// Walks the clusters with their widths in units.
    pub(super) fn clusters(self) -> impl Iterator<Item = (&'a str, f32)> {
        let words = self.words;
        (self.from..self.to).map(move |index| {
            let Cluster { end, width } = words.clusters[index];
            (
                words
                    .letters
                    .get(words.start(index)..end)
                    .unwrap_or_default(),
                width,
            )
        })
    }

    /// Finds a text on the line: its left and its right edge in units.
    ///
    /// One that the page cuts is found by its beginning before the ellipsis.
    pub(super) fn find(self, text: &str) -> Option<[f32; 2]> {
        let line = self.text();
        let cut = line.strip_suffix('…').map(str::trim_end);
        let [from, to] = if let Some(from) = line.find(text) {
            [from, from + text.len()]
        } else {
            let cut = cut?;
            let mut starts = cut.char_indices().map(|(index, _)| index);
            let from = starts.find(|&index| {
                let end = cut.get(index..).unwrap_or_default();
                end.chars().count() >= SHORTEST && text.starts_with(end)
            })?;
            [from, line.len()]
        };
        let mut right = self.at[0];
        let mut at = 0;
        let mut edges = [None; 2];
        for (cluster, width) in self.clusters() {
            if at >= from {
                edges[0].get_or_insert(right);
            }
            right += width;
            at += cluster.len();
            if at >= to {
                edges[1].get_or_insert(right);
            }
        }
        Some([edges[0]?, edges[1]?])
    }

    /// Returns the text.
    pub(super) fn text(self) -> &'a str {
        let range = self.words.start(self.from)..self.words.start(self.to);
        self.words.letters.get(range).unwrap_or_default()
    }
}

impl PageText {
    /// Returns where a cluster starts in the text.
    fn start(&self, cluster: usize) -> usize {
        let before = cluster
            .checked_sub(1)
            .and_then(|before| self.clusters.get(before));
        before.map_or(0, |before| before.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_is_one_space_apart_and_nothing_else() {
        let mut words = PageText::default();
        for (cluster, column, row) in [
            ("ก", 0.0, 23.0),
            ("น้ำ", 15.0, 23.0),
            ("a", 60.0, 23.0),
            ("b", 105.0, 23.0),
            ("c", 120.0, 53.0),
        ] {
            let width = if cluster == "น้ำ" { 30.0 } else { 15.0 };
            words.push(cluster, [column, row], width, 30.0);
        }
        let lines: Vec<(&str, [f32; 2])> =
            words.lines().map(|line| (line.text(), line.at)).collect();
        assert_eq!(
            lines,
            [
                ("กน้ำ a", [0.0, 23.0]),
                ("b", [105.0, 23.0]),
                ("c", [120.0, 53.0])
            ]
        );
        let first = words.lines().next().expect("there are lines");
        let clusters: Vec<(&str, f32)> = first.clusters().collect();
        assert_eq!(
            clusters,
            [("ก", 15.0), ("น้ำ", 30.0), (" ", 15.0), ("a", 15.0)]
        );
    }

    #[test]
    fn finds_a_text_whole_or_by_its_beginning() {
        let mut words = PageText::default();
        for (index, letter) in "Source: the report…".chars().enumerate() {
            let mut text = [0; 4];
            let at = [15.0 * index as f32, 23.0];
            words.push(letter.encode_utf8(&mut text), at, 15.0, 30.0);
        }
        let line = words.lines().next().expect("there is a line");
        assert_eq!(line.find("the report"), Some([120.0, 270.0]));
        assert_eq!(line.find("the report of a year"), Some([120.0, 285.0]));
        assert_eq!(line.find("the respite"), None);
        assert_eq!(line.find("t of a year"), None);
    }
}
