//! The words of the datasets that the program writes, and of what it tells about their tables.

use super::Lang;
use super::table::TOPICS;

/// What a dataset made of a table says, and what is told about it.
#[derive(Clone, Copy, Debug)]
pub struct DraftWords {
    /// An organisation without a name.
    pub organisation: &'static str,
    /// The title of a table without a name.
    pub table: &'static str,
    /// The title of the report.
    pub report: &'static str,
    /// The titles of tabs by what they are about, in the order of [`super::table::TableWords`].
    pub topics: [&'static str; TOPICS],
    /// A tab of figures that are about different things.
    pub all_topics: &'static str,
    /// A tab of what is about none of those.
    pub other_topic: &'static str,
    /// A panel of numbers that share no axis.
    pub cards: &'static str,
    /// Under columns of which some times are missing.
    pub gaps: &'static str,
    /// The message of a tab whose figure rose.
    pub rose: &'static str,
    /// The message of a tab whose figure fell.
    pub fell: &'static str,
    /// The message of a tab whose figure has no change.
    pub is: &'static str,

    /// What a dataset to start from says.
    pub template: TemplateWords,

    /// A cell of a table: the row, the column and its heading.
    pub cell: &'static str,
    /// A cell of a column without a heading.
    pub bare_cell: &'static str,
    /// Before what was assumed.
    pub assumed: &'static str,
    /// Before what has no place in the dataset.
    pub not_placed: &'static str,
}

/// What a dataset to start from says.
#[derive(Clone, Copy, Debug)]
pub struct TemplateWords {
    /// The names of its figures: emissions of Scope 1, a share of electricity.
    pub figures: [&'static str; 2],
    /// What its figures cover.
    pub boundary: &'static str,
    /// The title of its document.
    pub document: &'static str,
    /// The title of its tab.
    pub tab: &'static str,
    /// That its values are examples.
    pub note: &'static str,
}

/// What a remark about a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// Something was assumed.
    Assumed,
    /// Something has no place in the dataset.
    NotPlaced,
    /// The table cannot be read at all.
    Refused,
}

/// Declares [`Remark`] from entries of kind, name and words.
macro_rules! remarks {
    ($($(#[doc = $meaning:literal])+ $kind:ident $remark:ident { en: $en:literal, th: $th:literal, })+) => {
        /// What is told about a table that becomes a dataset.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Remark {
            $($(#[doc = $meaning])+ $remark,)+
        }

        impl Remark {
            /// What it is.
            pub const fn kind(self) -> RemarkKind {
                match self {
                    $(Self::$remark => RemarkKind::$kind,)+
                }
            }

            /// What is said, as a template.
            pub const fn words(self, lang: Lang) -> &'static str {
                match lang {
                    Lang::Th => match self { $(Self::$remark => $th,)+ },
                    #[cfg(test)]
                    Lang::Pseudo => self.words(Lang::En),
                    Lang::En => match self { $(Self::$remark => $en,)+ },
                }
            }
        }
    };
}

remarks! {
    /// The sheet of a workbook that is read, and the others.
    Assumed Sheet {
        en: "the sheet \"{0}\" is read, not {1}; --sheet names another",
        th: "อ่านแผ่นงาน \"{0}\" ไม่ใช่ {1} ใช้ --sheet เพื่อเลือกแผ่นอื่น",
    }
    /// The numbers of a workbook have the digits that are stored.
    Assumed Stored {
        en: "numbers are read with the digits that the workbook stores, not those that it shows",
        th: "อ่านตัวเลขตามหลักที่สมุดงานเก็บไว้ ไม่ใช่ตามที่แสดง",
    }
    /// The row of the headings, below other rows.
    Assumed Headings {
        en: "row {0} holds the headings; rows above it are left out",
        th: "แถวที่ {0} เป็นหัวตาราง ข้อความที่อยู่เหนือแถวนั้นไม่ได้นำมาใช้",
    }
    /// A column of names without a heading that says so.
    Assumed Names {
        en: "column {0} holds the names of the figures",
        th: "คอลัมน์ที่ {0} เป็นชื่อตัวเลข",
    }
    /// A point is before decimals.
    Assumed Point {
        en: "a point is the decimal mark, as in \"{0}\" ({1})",
        th: "ใช้จุดเป็นจุดทศนิยม เช่น \"{0}\" ({1})",
    }
    /// A comma is before decimals.
    Assumed Comma {
        en: "a comma is the decimal mark, as in \"{0}\" ({1})",
        th: "ใช้จุลภาคเป็นจุดทศนิยม เช่น \"{0}\" ({1})",
    }
    /// The language of the texts.
    Assumed Language {
        en: "the texts are in the language \"{0}\"; --lang names another",
        th: "ข้อความเป็นภาษา \"{0}\" ใช้ --lang เพื่อระบุภาษาอื่น",
    }
    /// The name of the organisation.
    Assumed Organisation {
        en: "the organisation is called \"{0}\"; --organisation gives its name",
        th: "องค์กรชื่อ \"{0}\" ใช้ --organisation เพื่อระบุชื่อ",
    }
    /// Years that begin in January.
    Assumed CalendarYears {
        en: "calendar years: {0}",
        th: "ปีปฏิทิน: {0}",
    }
    /// The days of a fiscal year.
    Assumed FiscalYear {
        en: "{0} runs from {1} to {2}",
        th: "{0} เริ่ม {1} ถึง {2}",
    }
    /// A unit of countable things.
    Assumed CountUnit {
        en: "\"{0}\" counts things",
        th: "\"{0}\" เป็นการนับจำนวนเต็ม",
    }
    /// A unit of amounts.
    Assumed AmountUnit {
        en: "\"{0}\" measures an amount",
        th: "\"{0}\" เป็นปริมาณที่วัดได้",
    }
    /// A figure without a unit.
    Assumed NoUnit {
        en: "\"{0}\" has no unit and is a plain ratio",
        th: "\"{0}\" ไม่มีหน่วยและเป็นอัตราส่วน",
    }
    /// A percentage that is of no whole.
    Assumed NotAShare {
        en: "\"{0}\" is a rate and no share of a whole, for {1} is not from 0 to 100 % ({2})",
        th: "\"{0}\" เป็นอัตรา ไม่ใช่สัดส่วนของทั้งหมด เพราะ {1} ไม่อยู่ระหว่าง 0 ถึง 100 % ({2})",
    }
    /// A unit with a power of ten in its words.
    Assumed ScaledUnit {
        en: "numbers in \"{0}\" are written in \"{1}\"",
        th: "ตัวเลขในหน่วย \"{0}\" เขียนเป็นหน่วย \"{1}\"",
    }
    /// A unit at the end of a name.
    Assumed UnitInName {
        en: "\"{0}\" at the end of \"{1}\" is its unit",
        th: "\"{0}\" ท้ายชื่อ \"{1}\" เป็นหน่วย",
    }
    /// Values that end in zeros.
    Assumed Rounded {
        en: "values that end in zeros are taken as rounded: {0}, such as \"{1}\" ({2}); a column \"decimals\" says how exact a value is",
        th: "มี {0} ค่าที่ลงท้ายด้วยศูนย์ ถือว่าปัดเศษแล้ว เช่น \"{1}\" ({2}) ใช้คอลัมน์ \"decimals\" เพื่อบอกความละเอียดของค่า",
    }
    /// Cells that say that there is no value.
    Assumed NoValues {
        en: "cells that say that there is no value: {0}, such as \"{1}\" ({2})",
        th: "มี {0} ช่องที่ระบุว่าไม่มีค่า เช่น \"{1}\" ({2})",
    }
    /// Figures that name a scope of the GHG Protocol.
    Assumed Inventory {
        en: "emissions that name one of Scopes 1 to 3 belong to the account \"inventory\": {0}, such as \"{1}\"",
        th: "การปล่อยที่ระบุ Scope 1 ถึง 3 อยู่ในบัญชี \"inventory\": {0} รายการ เช่น \"{1}\"",
    }
    /// Figures whose source is the table.
    Assumed TableSource {
        en: "the source of a figure without a document is its row in \"{0}\"",
        th: "ที่มาของตัวเลขที่ไม่ระบุเอกสารคือแถวของตัวเลขนั้นใน \"{0}\"",
    }
    /// A row with a name and nothing else.
    Assumed TabHeading {
        en: "\"{0}\" ({1}) has no values and is the title of a tab",
        th: "\"{0}\" ({1}) ไม่มีค่า จึงเป็นชื่อแท็บ",
    }
    /// A column that the dataset has no place for.
    NotPlaced Column {
        en: "column {0}, \"{1}\": a dataset has no place for it",
        th: "คอลัมน์ที่ {0} \"{1}\": ชุดข้อมูลไม่มีที่สำหรับคอลัมน์นี้",
    }
    /// A column of a fiscal year whose end nobody said.
    NotPlaced FiscalColumn {
        en: "column {0}, \"{1}\": expected the last day of a fiscal year, such as --year-end 03-31",
        th: "คอลัมน์ที่ {0} \"{1}\": ต้องระบุวันสุดท้ายของปีงบประมาณ เช่น --year-end 03-31",
    }
    /// A text with no values next to it or below it.
    NotPlaced Text {
        en: "{0}: expected values next to \"{1}\" or below it",
        th: "{0}: ต้องมีค่าข้าง \"{1}\" หรือใต้ข้อความนี้",
    }
    /// A value that is not a number.
    NotPlaced Number {
        en: "{0}: expected a number of at most 15 digits such as 1,234 or 4.681 million, found \"{1}\"",
        th: "{0}: ต้องเป็นตัวเลขไม่เกิน 15 หลัก เช่น 1,234 หรือ 4.681 million แต่พบ \"{1}\"",
    }
    /// A value whose marks are not where the decimal point is.
    NotPlaced NumberPoint {
        en: "{0}: expected a number with a point before its decimals and commas between thousands, found \"{1}\"",
        th: "{0}: ต้องเป็นตัวเลขที่ใช้จุดเป็นจุดทศนิยมและจุลภาคคั่นหลักพัน แต่พบ \"{1}\"",
    }
    /// A value whose marks are not where the decimal comma is.
    NotPlaced NumberComma {
        en: "{0}: expected a number with a comma before its decimals and points between thousands, found \"{1}\"",
        th: "{0}: ต้องเป็นตัวเลขที่ใช้จุลภาคเป็นจุดทศนิยมและจุดคั่นหลักพัน แต่พบ \"{1}\"",
    }
    /// A share that a workbook may store as a fraction.
    NotPlaced StoredShare {
        en: "{0}: {1} may be shown as a percentage a hundred times as large; write it as text, such as 12.9 %",
        th: "{0}: {1} อาจแสดงเป็นร้อยละซึ่งมากกว่าร้อยเท่า ให้เขียนเป็นข้อความ เช่น 12.9 %",
    }
    /// Decimals that the value does not have.
    NotPlaced Decimals {
        en: "{0}: expected a whole number of decimals that keeps every digit of the value, found \"{1}\"",
        th: "{0}: ต้องเป็นจำนวนทศนิยมที่ไม่ตัดหลักใดของค่า แต่พบ \"{1}\"",
    }
    /// A time that is none.
    NotPlaced Time {
        en: "{0}: expected a time such as 2023, FY2023, 2022/23, 2023-Q1 or 2023-03, found \"{1}\"",
        th: "{0}: ต้องเป็นเวลา เช่น 2023, FY2023, 2022/23, 2023-Q1 หรือ 2023-03 แต่พบ \"{1}\"",
    }
    /// A fiscal year whose end nobody said.
    NotPlaced FiscalTime {
        en: "{0}: expected the last day of a fiscal year, such as --year-end 03-31, for \"{1}\"",
        th: "{0}: ต้องระบุวันสุดท้ายของปีงบประมาณ เช่น --year-end 03-31 สำหรับ \"{1}\"",
    }
    /// A value without a time.
    NotPlaced NoTime {
        en: "{0}: expected a time for the value \"{1}\"",
        th: "{0}: ต้องมีเวลาของค่า \"{1}\"",
    }
    /// A time that has other days elsewhere.
    NotPlaced OtherDays {
        en: "{0}: expected the same days of \"{1}\" as above",
        th: "{0}: วันของ \"{1}\" ต้องเหมือนแถวก่อนหน้า",
    }
    /// A value without a figure.
    NotPlaced NoName {
        en: "{0}: expected the name of a figure for the value \"{1}\"",
        th: "{0}: ต้องมีชื่อตัวเลขของค่า \"{1}\"",
    }
    /// A word that is none of a few.
    NotPlaced Word {
        en: "{0}: expected one of {2}, found \"{1}\"",
        th: "{0}: ต้องเป็นคำใดคำหนึ่งใน {2} แต่พบ \"{1}\"",
    }
    /// A scale that is not a power of ten.
    NotPlaced Scale {
        en: "{0}: expected a power of ten such as 1000 or million, found \"{1}\"",
        th: "{0}: ต้องเป็นกำลังของสิบ เช่น 1000 หรือ million แต่พบ \"{1}\"",
    }
    /// A status that the format has no word for.
    NotPlaced Status {
        en: "{0}: a dataset has no place for the status \"{1}\" of a value",
        th: "{0}: ชุดข้อมูลไม่มีที่สำหรับสถานะ \"{1}\" ของค่า",
    }
    /// A value of another unit than its row.
    NotPlaced OtherUnit {
        en: "{0}: expected a value in \"{2}\", found \"{1}\"",
        th: "{0}: ต้องเป็นค่าในหน่วย \"{2}\" แต่พบ \"{1}\"",
    }
    /// A second value at one time.
    NotPlaced Repeated {
        en: "{0}: expected one value for each time of the figure, found a second one, \"{1}\"",
        th: "{0}: แต่ละเวลาของตัวเลขต้องมีค่าเดียว แต่พบค่าที่สอง \"{1}\"",
    }
    /// Two rows of one figure that say different things about it.
    NotPlaced Differs {
        en: "{0}: expected \"{2}\" as in an earlier row of the figure, found \"{1}\"",
        th: "{0}: ต้องเป็น \"{2}\" เหมือนแถวก่อนหน้าของตัวเลขเดียวกัน แต่พบ \"{1}\"",
    }
    /// A place in a document without its document, section or item.
    NotPlaced Source {
        en: "{0}: expected a document with the number of a section and of an item from 1, found \"{1}\"",
        th: "{0}: ต้องมีเอกสารพร้อมเลขส่วนและเลขข้อตั้งแต่ 1 แต่พบ \"{1}\"",
    }
    /// A change that leads back to no value.
    NotPlaced Change {
        en: "{0}: expected a percent change above -100 from a period of the table to a value above zero, found \"{1}\"",
        th: "{0}: ต้องเป็นร้อยละการเปลี่ยนแปลงที่มากกว่า -100 จากช่วงเวลาในตารางไปยังค่าที่มากกว่าศูนย์ แต่พบ \"{1}\"",
    }
    /// A formula that cannot be computed.
    NotPlaced Formula {
        en: "{0}: expected a formula of figures of the table, such as \"ratio a b\", found \"{1}\"",
        th: "{0}: ต้องเป็นสูตรจากตัวเลขในตาราง เช่น \"ratio a b\" แต่พบ \"{1}\"",
    }
    /// A figure that has no value.
    NotPlaced NoValue {
        en: "\"{0}\" has no value and is left out",
        th: "\"{0}\" ไม่มีค่า จึงไม่ได้นำมาใช้",
    }
    /// No row that can be the headings of a table.
    Refused NoTable {
        en: "found no table: expected headings such as figure, unit, period and value, or figure, unit and a column for each year",
        th: "ไม่พบตาราง: ต้องมีหัวตาราง เช่น figure, unit, period, value หรือ figure, unit และหนึ่งคอลัมน์ต่อปี",
    }
    /// Numbers that may be a thousand times as large.
    Refused EitherMark {
        en: "\"{0}\" ({1}) may mark thousands or decimals, and no other number tells: import it with --decimal point or --decimal comma",
        th: "เครื่องหมายใน \"{0}\" ({1}) อาจคั่นหลักพันหรือเป็นจุดทศนิยม และไม่มีตัวเลขอื่นบอกได้ ให้เพิ่ม --decimal point หรือ --decimal comma",
    }
    /// Numbers that contradict each other.
    Refused BothMarks {
        en: "\"{0}\" ({1}) has a point before its decimals and \"{2}\" ({3}) a comma: import it with --decimal point or --decimal comma",
        th: "\"{0}\" ({1}) ใช้จุดเป็นจุดทศนิยม แต่ \"{2}\" ({3}) ใช้จุลภาค ให้เพิ่ม --decimal point หรือ --decimal comma",
    }
    /// A fiscal year for a dataset to start from whose end nobody said.
    Refused FiscalPeriod {
        en: "expected the last day of a fiscal year, such as --year-end 03-31, for \"{0}\"",
        th: "ต้องระบุวันสุดท้ายของปีงบประมาณ เช่น --year-end 03-31 สำหรับ \"{0}\"",
    }
    /// Periods for a dataset to start from that are none.
    Refused NoPeriod {
        en: "expected periods such as 2021-2023 or FY2022,FY2023, at most thirty years, found \"{0}\"",
        th: "ต้องเป็นช่วงเวลา เช่น 2021-2023 หรือ FY2022,FY2023 ไม่เกินสามสิบปี แต่พบ \"{0}\"",
    }
    /// A table without a single value.
    Refused Empty {
        en: "the table has no value that a dataset could hold",
        th: "ตารางไม่มีค่าที่ใช้กับชุดข้อมูลได้",
    }
}
