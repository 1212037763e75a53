//! Collects the figures of a table, row by row, with their values, units and times.

use crate::dataset;
use crate::dataset::UnitStyle;
use crate::locale::draft::Remark;

use super::figure::{Collected, DraftChange, DraftFigure, DraftUnit, DraftValue, Time};
use super::heading::{Column, Here, Table};
use super::number::{self, DecimalMark, Evidence, NumberReading, PrintedNumber};
use super::sheet::{Cell, Row};
use super::time::{self, NoTime, Span, YearEnd};
use super::{Location, Note, free, id, slug, unit};

/// The mark before the decimals of a table, with what is told about it; an error when its numbers do
/// not tell.
pub(super) fn mark(
    table: &Table<'_>,
    stated: Option<DecimalMark>,
) -> Result<(DecimalMark, Option<Note>), Note> {
    if let Some(mark) = stated {
        return Ok((mark, None));
    }
    // What the program writes itself has a point.
    if table.index_of("decimals").is_some() {
        return Ok((DecimalMark::Point, None));
    }
    let mut sure: [Option<(&str, Location)>; 2] = [None, None];
    let mut either = None;
    for row in table.rows {
        for (index, column) in table.columns.iter().enumerate() {
            let is_value = matches!(
                column,
                Column::Named("value") | Column::Time(_) | Column::Change(_, "percent")
            );
            let cell = row
                .cells
                .get(index)
                .filter(|cell| is_value && !cell.is_number);
            let Some(cell) = cell else { continue };
            let NumberReading::Number(printed) = number::read(&cell.text) else {
                continue;
            };
            let found = || (cell.text.as_str(), Here { table, row }.location(index));
            match printed.evidence() {
                Evidence::None => {}
                Evidence::Sure(DecimalMark::Point) => {
                    sure[0].get_or_insert_with(found);
                }
                Evidence::Sure(DecimalMark::Comma) => {
                    sure[1].get_or_insert_with(found);
                }
                Evidence::Either => {
                    either.get_or_insert_with(found);
                }
            }
        }
    }
    let note = |remark, (text, location): (&str, Location)| {
        Note::new(remark).text(text).location(location)
    };
    match (sure, either) {
        ([Some(point), None], _) => Ok((DecimalMark::Point, Some(note(Remark::Point, point)))),
        ([None, Some(comma)], _) => Ok((DecimalMark::Comma, Some(note(Remark::Comma, comma)))),
        ([Some(point), Some((text, location))], _) => {
            Err(note(Remark::BothMarks, point).text(text).location(location))
        }
        ([None, None], Some(either)) => Err(note(Remark::EitherMark, either)),
        // Without a mark there is nothing to tell.
        ([None, None], None) => Ok((DecimalMark::Point, None)),
    }
}

/// Collects the figures of a table; `notes` gets what was assumed and what was not placed.
pub(super) fn collect(
    table: &Table<'_>,
    mark: DecimalMark,
    year_end: Option<YearEnd>,
    notes: &mut Vec<Note>,
) -> Collected {
    let mut collector = Collector {
        table,
        mark,
        year_end,
        collected: Collected::default(),
        keys: Vec::new(),
        group: None,
        no_values: None,
        notes,
    };
    collector.columns();
    for row in table.rows {
        collector.row(row);
    }
    collector.finish()
}

/// A table on its way to figures.
pub(super) struct Collector<'t, 'n> {
    table: &'t Table<'t>,
    mark: DecimalMark,
    year_end: Option<YearEnd>,
    pub(super) collected: Collected,
    /// What tells each figure from the others.
    keys: Vec<[String; 4]>,
    /// The row with a name only above the rows that it names, and whether that was told.
    group: Option<(String, Location, bool)>,
    /// How many cells say that there is no value, and the first of them.
    no_values: Option<(usize, String, Location)>,
    pub(super) notes: &'n mut Vec<Note>,
}

impl<'t> Collector<'t, '_> {
    pub(super) fn tell(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// What was collected, settled as only the whole table can settle it.
    fn finish(mut self) -> Collected {
        self.end_group();
        if let Some((count, text, location)) = self.no_values.take() {
            let note = Note::new(Remark::NoValues).text(count).text(text);
            self.tell(note.location(location));
        }
        self.collected
    }

    /// Tells which columns are not read, and takes the periods of the others.
    fn columns(&mut self) {
        let table = self.table;
        for (index, column) in table.columns.iter().enumerate() {
            let heading = table.headings.cells.get(index);
            let heading = heading.map_or("", |cell| cell.text.as_str());
            let is_filled = |row: &Row| {
                row.cells
                    .get(index)
                    .is_some_and(|cell| !cell.text.is_empty())
            };
            let remark = match column {
                Column::Unknown if table.rows.iter().any(is_filled) => Remark::Column,
                Column::Time(Err(_)) => Remark::FiscalColumn,
                Column::Time(Ok(span)) => {
                    self.period(span);
                    continue;
                }
                _ => continue,
            };
            self.tell(Note::new(remark).text(index + 1).text(heading));
        }
    }

    /// Adds a period; `false` when it has other days elsewhere.
    fn period(&mut self, span: &Span) -> bool {
        let known = self
            .collected
            .periods
            .iter()
            .find(|period| period.id == span.id);
        if let Some(known) = known {
            return (known.start, known.end) == (span.start, span.end);
        }
        self.collected.periods.push(span.clone());
        true
    }

    fn row(&mut self, row: &'t Row) {
        let here = Here {
            table: self.table,
            row,
        };
        let columns = self.table.columns.iter().enumerate();
        let is_value =
            |column: &Column| matches!(column, Column::Named("value") | Column::Time(Ok(_)));
        let columns = columns.filter(|(_, column)| is_value(column));
        let filled: Vec<(usize, &Column)> = columns
            .filter(|(index, _)| here.at(*index).is_some())
            .collect();
        let (id, name) = here.names();
        if name.is_empty() {
            for (index, _) in filled {
                if let Some((cell, location)) = here.at(index) {
                    self.tell(
                        Note::new(Remark::NoName)
                            .location(location)
                            .text(&cell.text),
                    );
                }
            }
            return;
        }
        if filled.is_empty() && !self.table.is_tidy() && self.begin_group(here) {
            return;
        }
        let values: Vec<(&Column, &Cell, Location, PrintedNumber)> = filled
            .into_iter()
            .filter_map(|(index, column)| {
                let (cell, location) = here.at(index)?;
                let printed = self.printed(cell, &location)?;
                Some((column, cell, location, printed))
            })
            .collect();
        let units = values.iter().map(|(.., printed)| printed.unit.as_str());
        let (name, unit, power) =
            self.unit(here, name, units.into_iter().next().unwrap_or_default());
        let figure = self.figure(here, id, &name, unit);
        let status = here.cell("status");
        let is_derived = status
            .as_ref()
            .is_some_and(|(cell, _)| cell.text == "derived");
        if let Some((cell, location)) = status
            && !is_derived
            && !cell.text.eq_ignore_ascii_case("reported")
        {
            self.tell(
                Note::new(Remark::Status)
                    .location(location)
                    .text(&cell.text),
            );
        }
        if is_derived {
            // It is computed again, from its formula or from a stated change.
            self.time(here);
            return;
        }
        let known = self.collected.figures.get(figure);
        if known.is_none_or(|known| known.unit != unit) {
            // That it has another unit than the row was told.
            return;
        }
        let power = power + self.scale(here);
        let times = ["period", "as_of", "up_to", "time"];
        for (column, cell, location, printed) in values {
            let time = match column {
                Column::Time(Ok(span)) => Some(Time::Period(span.id.clone())),
                _ => self.time(here),
            };
            match time {
                Some(time) => self.value(here, figure, time, (cell, location, printed), power),
                None if times.iter().all(|column| here.cell(column).is_none()) => {
                    self.tell(
                        Note::new(Remark::NoTime)
                            .location(location)
                            .text(&cell.text),
                    );
                }
                // What is wrong with its time was told.
                None => {}
            }
        }
        self.changes(here, figure);
    }

    /// Takes a row with nothing but a name for the heading of those below it.
    fn begin_group(&mut self, here: Here<'t>) -> bool {
        let cells = here.row.cells.iter().filter(|cell| !cell.text.is_empty());
        let named = ["id", "figure", "name"];
        let mut named = named.into_iter().filter_map(|name| here.cell(name));
        let (Some((cell, location)), 1) = (named.next(), cells.count()) else {
            return false;
        };
        self.end_group();
        self.group = Some((cell.text.clone(), location, false));
        true
    }

    /// Tells of a row with a name only with nothing below.
    fn end_group(&mut self) {
        if let Some((text, location, false)) = self.group.take() {
            self.tell(Note::new(Remark::Text).location(location).text(text));
        }
    }

    /// The number in a cell; tells when there is none.
    fn printed(&mut self, cell: &Cell, location: &Location) -> Option<PrintedNumber> {
        match number::read(&cell.text) {
            NumberReading::Number(printed) => return Some(printed),
            NumberReading::Nothing => {
                let first = (0, cell.text.clone(), location.clone());
                self.no_values.get_or_insert(first).0 += 1;
            }
            NumberReading::Unknown => {
                self.tell(
                    Note::new(Remark::Number)
                        .location(location.clone())
                        .text(&cell.text),
                );
            }
        }
        None
    }

    /// The name without a unit at its end, the place of the unit, and the power of ten of its words.
    fn unit(&mut self, here: Here<'t>, name: &str, printed: &str) -> (String, usize, i32) {
        let mut text = here.text("unit");
        let bracket = name
            .strip_suffix(')')
            .and_then(|name| name.rsplit_once(" ("));
        if let ("", Some((before, inner))) = (text, bracket)
            && unit::read(inner).style.is_some()
        {
            let note = Note::new(Remark::UnitInName).text(inner).text(before);
            self.once(note);
            let (unit, power) = self.unit_of(inner);
            return (before.to_owned(), unit, power);
        }
        if text.is_empty() {
            text = printed;
        }
        let symbol = self.table.index_of("unit_symbol");
        let mut styles = UnitStyle::ALL.into_iter();
        let style = styles.find(|style| style.name() == here.text("unit_style"));
        if symbol.is_some() || style.is_some() {
            let read = unit::read(text);
            let symbol = symbol.map_or(read.symbol, |_| here.text("unit_symbol").to_owned());
            let style = style.or_else(|| unit::read(&symbol).style);
            let id = id(text);
            let known = self.collected.units.iter().position(|unit| unit.id == id);
            let unit = known.unwrap_or_else(|| self.add_unit(&id, symbol, style));
            return (name.to_owned(), unit, 0);
        }
        let (unit, power) = self.unit_of(text);
        (name.to_owned(), unit, power)
    }

    /// The place of the unit that a text names, and the power of ten of its words.
    fn unit_of(&mut self, text: &str) -> (usize, i32) {
        let unit::UnitReading {
            symbol,
            power,
            style,
        } = unit::read(text);
        if power != 0 {
            self.once(Note::new(Remark::ScaledUnit).text(text).text(&symbol));
        }
        let mut units = self.collected.units.iter();
        let known = units.position(|unit| unit.symbol == symbol);
        let unit = known.unwrap_or_else(|| {
            let id = match symbol.as_str() {
                "" => "plain".to_owned(),
                "%" => "percent".to_owned(),
                _ => slug(&symbol),
            };
            self.add_unit(&id, symbol, style)
        });
        (unit, power)
    }

    fn add_unit(&mut self, id: &str, symbol: String, style: Option<UnitStyle>) -> usize {
        let units = &mut self.collected.units;
        let id = if id.is_empty() { "unit" } else { id };
        let id = free(id, |id| units.iter().any(|unit| unit.id == id));
        units.push(DraftUnit { id, symbol, style });
        units.len() - 1
    }

    /// Tells something that was not told before.
    pub(super) fn once(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.tell(note);
        }
    }

    /// The place of the figure that a row is about, with what the row says about it.
    fn figure(&mut self, here: Here<'t>, id: &str, name: &str, unit: usize) -> usize {
        let key = if id.is_empty() {
            let unit = self
                .collected
                .units
                .get(unit)
                .map_or("", |unit| unit.id.as_str());
            [
                name.to_lowercase(),
                unit.to_owned(),
                here.text("boundary").to_owned(),
                self.group(),
            ]
        } else {
            [id.to_owned(), String::new(), String::new(), String::new()]
        };
        let known = self.keys.iter().position(|other| *other == key);
        let figure = known.unwrap_or_else(|| {
            let wanted = if id.is_empty() {
                slug(name)
            } else {
                super::id(id)
            };
            let wanted = if wanted.is_empty() { "figure" } else { &wanted };
            let figures = &self.collected.figures;
            let id = free(wanted, |id| figures.iter().any(|figure| figure.id == id));
            self.keys.push(key);
            self.collected.figures.push(DraftFigure {
                id,
                name: name.to_owned(),
                unit,
                row: here.row.number,
                ..DraftFigure::default()
            });
            self.collected.figures.len() - 1
        });
        self.details(here, figure, name, unit);
        figure
    }

    /// The title of the group that the row is in, empty where it is in none.
    fn group(&self) -> String {
        let group = self.group.as_ref();
        group.map_or_else(String::new, |(title, ..)| title.clone())
    }

    /// The same for a tab, which is told once.
    pub(super) fn group_title(&mut self) -> String {
        if let Some((text, location, is_told @ false)) = &mut self.group {
            *is_told = true;
            let note = Note::new(Remark::TabHeading).text(&*text);
            let note = note.location(location.clone());
            self.tell(note);
        }
        self.group()
    }

    fn scale(&mut self, here: Here<'t>) -> i32 {
        let Some((cell, location)) = here.cell("scale") else {
            return 0;
        };
        number::scale(&cell.text).unwrap_or_else(|| {
            self.tell(Note::new(Remark::Scale).location(location).text(&cell.text));
            0
        })
    }

    /// The time that a row of a tidy table names; tells when it names none.
    fn time(&mut self, here: Here<'t>) -> Option<Time> {
        let days = ["start", "end"].map(|column| time::day(here.text(column)));
        let period = here.cell("period");
        if let ([Some(start), Some(end)], Some((cell, location))) = (days, &period) {
            let span = Span {
                id: id(&cell.text),
                start,
                end,
                is_stated: true,
            };
            if !span.id.is_empty() {
                return self.known(span, location, &cell.text);
            }
        }
        for column in ["as_of", "up_to"] {
            let Some((cell, location)) = here.cell(column) else {
                continue;
            };
            let month = time::as_of(&cell.text);
            if month.is_none() {
                self.tell(Note::new(Remark::Time).location(location).text(&cell.text));
            }
            let is_total = column == "up_to";
            return month.map(|month| {
                if is_total {
                    Time::UpTo(month)
                } else {
                    Time::AsOf(month)
                }
            });
        }
        if let (None, Some((cell, location))) = (&period, here.cell("time")) {
            if cell.text == dataset::NoTime::NotStated.name() {
                return Some(Time::NotStated);
            }
            self.tell(Note::new(Remark::Time).location(location).text(&cell.text));
            return None;
        }
        let (cell, location) = period?;
        let remark = match time::period(&cell.text, self.year_end) {
            Ok(span) => return self.known(span, &location, &cell.text),
            Err(NoTime::YearEnd) => Remark::FiscalTime,
            Err(NoTime::Unknown) => match time::as_of(&cell.text) {
                Some(month) => return Some(Time::AsOf(month)),
                None => Remark::Time,
            },
        };
        self.tell(Note::new(remark).location(location).text(&cell.text));
        None
    }

    /// The time of a period that has no other days elsewhere.
    fn known(&mut self, span: Span, location: &Location, text: &str) -> Option<Time> {
        if self.period(&span) {
            return Some(Time::Period(span.id));
        }
        self.once(
            Note::new(Remark::OtherDays)
                .location(location.clone())
                .text(text),
        );
        None
    }

    fn value(
        &mut self,
        here: Here<'t>,
        index: usize,
        time: Time,
        (cell, location, printed): (&Cell, Location, PrintedNumber),
        power: i32,
    ) {
        let mark = if cell.is_number {
            DecimalMark::Point
        } else {
            self.mark
        };
        let Some(mut digits) = printed.digits(mark, power) else {
            let remark = match mark {
                DecimalMark::Point => Remark::NumberPoint,
                DecimalMark::Comma => Remark::NumberComma,
            };
            return self.tell(Note::new(remark).location(location).text(&cell.text));
        };
        let decimals = here.cell("decimals");
        let is_exact = decimals.is_some();
        if let Some((decimals, location)) = decimals {
            let number = decimals.text.parse::<i32>().ok().and_then(i32::checked_neg);
            match number.and_then(|number| digits.clone().at(number)) {
                Some(exact) => digits = exact,
                None => {
                    self.tell(
                        Note::new(Remark::Decimals)
                            .location(location)
                            .text(&decimals.text),
                    );
                }
            }
        }
        let hedge = self.word(here, "hedge", number::hedge_named);
        let value = DraftValue {
            time,
            digits,
            hedge: hedge.or(printed.hedge),
            is_exact,
            is_stored: cell.is_number,
            text: cell.text.clone(),
            location,
        };
        if value.literal().is_none() {
            return self.tell(
                Note::new(Remark::Number)
                    .location(value.location)
                    .text(value.text),
            );
        }
        let Some(figure) = self.collected.figures.get_mut(index) else {
            return;
        };
        let unit = self.collected.units.get(figure.unit);
        let symbol = unit.map_or("", |unit| unit.symbol.as_str());
        let is_own = |text: &str| {
            let read = unit::read(text);
            let stated = unit::read(here.text("unit"));
            text.is_empty() || read.symbol == symbol && read.power == stated.power
        };
        if !is_own(&printed.unit) {
            let note = Note::new(Remark::OtherUnit)
                .location(value.location)
                .text(value.text);
            let note = note.text(symbol);
            return self.tell(note);
        }
        let known = figure.values.iter().find(|other| other.time == value.time);
        match known {
            Some(known) if known.literal() == value.literal() && known.hedge == value.hedge => {}
            Some(_) => self.tell(
                Note::new(Remark::Repeated)
                    .location(value.location)
                    .text(value.text),
            ),
            None => figure.values.push(value),
        }
    }

    /// Takes the printed changes that lead to the time of a row.
    fn changes(&mut self, here: Here<'t>, index: usize) {
        let columns = self.table.columns.iter().enumerate();
        let percents = columns.filter_map(|(at, column)| match column {
            Column::Change(number, "percent") => Some((at, *number)),
            _ => None,
        });
        for (at, number) in percents {
            let part = |part| {
                let is_it = |column: &Column| *column == Column::Change(number, part);
                let column = self.table.columns.iter().position(is_it)?;
                here.at(column).map(|(cell, _)| cell.text.as_str())
            };
            let (Some((cell, location)), Some(from)) = (here.at(at), part("from")) else {
                continue;
            };
            if part("percent_status") == Some("derived") {
                continue;
            }
            let percent = match number::read(&cell.text) {
                NumberReading::Number(printed) => printed
                    .digits(self.mark, 0)
                    .and_then(|digits| digits.literal()),
                NumberReading::Nothing | NumberReading::Unknown => None,
            };
            match (percent, self.time(here)) {
                (Some(percent), Some(Time::Period(to))) => {
                    let change = DraftChange {
                        from: id(from),
                        to,
                        percent,
                        text: cell.text.clone(),
                        location,
                    };
                    if let Some(figure) = self.collected.figures.get_mut(index)
                        && !figure
                            .changes
                            .iter()
                            .any(|other| (&other.from, &other.to) == (&change.from, &change.to))
                    {
                        figure.changes.push(change);
                    }
                }
                _ => self.tell(
                    Note::new(Remark::Change)
                        .location(location)
                        .text(&cell.text),
                ),
            }
        }
    }
}
