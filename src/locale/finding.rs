//! What the review can find: for each kind of finding its code, its severity, the reason for it, and
//! what is said about it in every language.
//!
//! A new kind is one entry here and one rule in [`crate::check`].

use strum::IntoStaticStr;

use super::Lang;

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// The dataset cannot be shown.
    Error,
    /// The dataset can be shown, but should not be published.
    Warning,
}

impl Severity {
    /// The severity as scripts read it, the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What is said about one kind of finding; `{0}`, `{1}`, … are the arguments of the finding.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The kind in two or three words.
    pub title: &'static str,
    /// What is wrong and why it matters, as a template.
    pub message: &'static str,
    /// What to do about it, as a template.
    pub fix: Option<&'static str>,
}

impl Phrase {
    const fn new(title: &'static str, message: &'static str) -> Self {
        Self {
            title,
            message,
            fix: None,
        }
    }

    const fn fix(self, fix: &'static str) -> Self {
        Self {
            fix: Some(fix),
            ..self
        }
    }
}

/// Declares [`Code`] from entries of reason, severity, name and words.
macro_rules! codes {
    ($($(#[doc = $reason:literal])+ $severity:ident $code:ident { en: $en:expr, th: $th:expr, })+) => {
        /// What a finding is about. Errors come first: a dataset that has one cannot be shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Code {
            $($(#[doc = $reason])+ $code,)+
        }

        impl Code {
            /// Every code, errors first.
            pub const ALL: &'static [Self] = &[$(Self::$code,)+];

            /// The code as reports and scripts write it, such as `unknown-unit`; it never changes.
            pub fn name(self) -> &'static str {
                self.into()
            }

            /// Whether a dataset with such a finding cannot be shown, or should not be published.
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }

            /// What is said about it in the language `lang`.
            pub const fn phrase(self, lang: Lang) -> Phrase {
                match lang {
                    Lang::Th => match self { $(Self::$code => $th,)+ },
                    #[cfg(test)]
                    Lang::Pseudo => self.phrase(Lang::En),
                    Lang::En => match self { $(Self::$code => $en,)+ },
                }
            }
        }
    };
}

codes! {
    /// The file is not JSON, so nothing in it can be read.
    Error NotJson {
        en: Phrase::new("not JSON", "the file is not JSON: {0}"),
        th: Phrase::new("ไม่ใช่ JSON", "ไฟล์นี้ไม่ใช่ JSON ที่ถูกต้อง: {0}"),
    }
    /// A value is missing, doubled or of another type than the format asks for.
    Error WrongShape {
        en: Phrase::new("wrong shape", "this does not follow the dataset format: {0}")
            .fix("{1}"),
        th: Phrase::new("โครงสร้างผิด", "โครงสร้างไม่ตรงกับรูปแบบชุดข้อมูล: {0}")
            .fix("{1}"),
    }
    /// A key or a word the format does not know, which would be ignored silently.
    Error UnknownKey {
        en: Phrase::new("unknown key or word", "\"{0}\" is not known here")
            .fix("{1}"),
        th: Phrase::new("คีย์หรือคำที่ไม่รู้จัก", "ไม่รู้จัก \"{0}\" ในตำแหน่งนี้")
            .fix("{1}"),
    }
    /// The file is written in another version of the format, whose keys may mean other things.
    Error UnsupportedFormat {
        en: Phrase::new(
            "unsupported format",
            "format {0} is not supported; this program reads format {1}",
        )
        .fix("write \"format\": {1} if the file follows that version"),
        th: Phrase::new("รูปแบบที่ไม่รองรับ", "ไม่รองรับรูปแบบ {0} โปรแกรมนี้อ่านรูปแบบ {1}")
            .fix("เขียน \"format\": {1} หากไฟล์เป็นไปตามรุ่นนั้น"),
    }
    /// A character that a terminal obeys or does not show, such as an escape code, a reversal of the
    /// writing direction or an invisible operator.
    Error ControlCharacter {
        en: Phrase::new(
            "control character",
            "the text contains {0}, which a terminal acts on or does not show",
        )
        .fix("remove it; a text is one line of plain characters"),
        th: Phrase::new("อักขระควบคุม", "ข้อความมีอักขระ {0} ซึ่งเทอร์มินัลจะทำตามหรือไม่แสดงให้เห็น")
            .fix("ลบอักขระนี้ออก ข้อความต้องเป็นอักขระธรรมดาบรรทัดเดียว"),
    }
    /// An id that is empty or holds a character with a meaning in placeholders, so nothing can name
    /// it.
    Error BadId {
        en: Phrase::new(
            "unusable id",
            "\"{1}\" cannot be the id of a {0}, because placeholders and commands could not refer to it",
        )
        .fix("use letters, digits and hyphens"),
        th: Phrase::new("id ที่ใช้ไม่ได้", "\"{1}\" ใช้เป็น id ของ{0}ไม่ได้ เพราะอ้างถึงในข้อความหรือคำสั่งไม่ได้")
            .fix("ใช้ตัวอักษร ตัวเลข และขีดกลาง"),
    }
    /// Two things of one kind with one id: a reference could mean either.
    Error DuplicateId {
        en: Phrase::new(
            "duplicate id",
            "the {0} \"{1}\" is defined twice, so references to it are ambiguous",
        )
        .fix("give one of them another id, or remove it"),
        th: Phrase::new("id ซ้ำ", "{0} \"{1}\" ถูกนิยามสองครั้ง จึงไม่รู้ว่าการอ้างถึงหมายถึงอันใด")
            .fix("เปลี่ยน id ของอันหนึ่ง หรือลบออก"),
    }
    /// A figure in a unit that is not defined: its number would have none.
    Error UnknownUnit {
        en: Phrase::new("unknown unit", "the unit \"{0}\" is not defined")
            .fix("define it in \"units\""),
        th: Phrase::new("หน่วยที่ไม่รู้จัก", "ไม่มีนิยามของหน่วย \"{0}\"")
            .fix("เพิ่มนิยามใน \"units\""),
    }
    /// A value or change of a period that is not defined: it would have no place in time.
    Error UnknownPeriod {
        en: Phrase::new("unknown period", "the period \"{0}\" is not defined")
            .fix("define it in \"report\", \"periods\""),
        th: Phrase::new("ช่วงเวลาที่ไม่รู้จัก", "ไม่มีนิยามของช่วงเวลา \"{0}\"")
            .fix("เพิ่มนิยามใน \"report\" ส่วน \"periods\""),
    }
    /// A source in a document that is not defined: nobody could look it up.
    Error UnknownDocument {
        en: Phrase::new("unknown document", "the document \"{0}\" is not defined")
            .fix("define it in \"report\", \"documents\""),
        th: Phrase::new("เอกสารที่ไม่รู้จัก", "ไม่มีนิยามของเอกสาร \"{0}\"")
            .fix("เพิ่มนิยามใน \"report\" ส่วน \"documents\""),
    }
    /// A source in a section or item that does not exist: both count from 1, and the document lists
    /// its sections.
    Error UnknownSection {
        en: Phrase::new("unknown section", "the document \"{0}\" has no section {1}, item {2}")
            .fix("sections and items count from 1; \"sections\" of the document lists them"),
        th: Phrase::new("ส่วนที่ไม่รู้จัก", "เอกสาร \"{0}\" ไม่มีส่วนที่ {1} ข้อ {2}")
            .fix("ส่วนและข้อนับจาก 1 โดย \"sections\" ของเอกสารเป็นรายการของส่วน"),
    }
    /// A panel, formula or placeholder names a figure that is not defined.
    Error UnknownFigure {
        en: Phrase::new("unknown figure", "the figure \"{0}\" is not defined")
            .fix("define it in \"figures\""),
        th: Phrase::new("ตัวเลขที่ไม่รู้จัก", "ไม่มีนิยามของตัวเลข \"{0}\"")
            .fix("เพิ่มนิยามใน \"figures\""),
    }
    /// A report without a period: no reader could tell when its numbers were true.
    Error NoPeriod {
        en: Phrase::new(
            "no period",
            "the report has no period, so its numbers have no time",
        )
        .fix("add the reporting period to \"periods\""),
        th: Phrase::new("ไม่มีช่วงเวลา", "รายงานไม่มีช่วงเวลา จึงบอกไม่ได้ว่าตัวเลขเป็นของเมื่อใด")
            .fix("เพิ่มช่วงเวลาของรายงานใน \"periods\""),
    }
    /// A period that ends before it starts has no days to cover or to divide by.
    Error ReversedPeriod {
        en: Phrase::new(
            "reversed period",
            "the period \"{0}\" ends on {2}, before it starts on {1}",
        )
        .fix("swap or correct the days"),
        th: Phrase::new("ช่วงเวลากลับด้าน", "ช่วงเวลา \"{0}\" สิ้นสุด {2} ก่อนวันเริ่ม {1}")
            .fix("สลับหรือแก้วันที่"),
    }
    /// A figure that is neither printed nor derived has nothing to show.
    Error NoValue {
        en: Phrase::new(
            "no value",
            "the figure \"{0}\" has neither values nor a formula, so there is nothing to show",
        )
        .fix("add \"values\" or \"derived\""),
        th: Phrase::new("ไม่มีค่า", "ตัวเลข \"{0}\" ไม่มีทั้งค่าและสูตร จึงไม่มีอะไรให้แสดง")
            .fix("เพิ่ม \"values\" หรือ \"derived\""),
    }
    /// A figure both printed and derived: the reader could not tell which of the two is shown.
    Error PrintedAndDerived {
        en: Phrase::new(
            "printed and derived",
            "the figure \"{0}\" has both values and a formula, but only one of them can be shown",
        )
        .fix("keep the printed values, or define two figures"),
        th: Phrase::new("มีทั้งค่าและสูตร", "ตัวเลข \"{0}\" มีทั้งค่าและสูตร ซึ่งแสดงได้เพียงอย่างเดียว")
            .fix("เก็บค่าที่พิมพ์ไว้ หรือแยกเป็นสองตัวเลข"),
    }
    /// A value needs one time, a period or a month, or the word that none is stated: with none or
    /// several, nobody knows when it was true.
    Error ValueTime {
        en: Phrase::new(
            "value needs one time",
            "this value of \"{0}\" needs one time, but has {1}",
        )
        .fix("write one of \"period\", \"as-of\", \"up-to\" and \"time\": \"not-stated\""),
        th: Phrase::new("ค่าไม่มีเวลาเดียว", "ค่านี้ของ \"{0}\" ต้องมีเวลาเพียงอย่างเดียว แต่{1}").fix(
            "ใส่ \"period\", \"as-of\", \"up-to\" หรือ \"time\": \"not-stated\" เพียงอย่างเดียว",
        ),
    }
    /// Two values of a figure at one time, or two changes over one span: they contradict or repeat
    /// each other.
    Error RepeatedValue {
        en: Phrase::new("repeated value", "the figure \"{0}\" already has a number for {1}")
            .fix("keep the one the document prints, or define two figures"),
        th: Phrase::new("ค่าซ้ำ", "ตัวเลข \"{0}\" มีค่าของ {1} อยู่แล้ว")
            .fix("เก็บค่าที่เอกสารพิมพ์ไว้เพียงค่าเดียว หรือแยกเป็นสองตัวเลข"),
    }
    /// A figure computed from itself has no value.
    Error DerivedCycle {
        en: Phrase::new("circular formula", "the figure is computed from itself: {0}")
            .fix("give one of them printed values"),
        th: Phrase::new("สูตรวนซ้ำ", "ตัวเลขนี้คำนวณจากตัวเอง: {0}")
            .fix("ให้ตัวเลขใดตัวหนึ่งเป็นค่าที่พิมพ์"),
    }
    /// A formula or a mix whose figures have no time in common: numbers of different times do not
    /// combine.
    Error NoCommonTime {
        en: Phrase::new("no common time", "there is no time at which {0} can be combined")
            .fix("values are combined for the same period or month; an amount per day needs a period"),
        th: Phrase::new("ไม่มีเวลาร่วมกัน", "ไม่มีเวลาใดที่นำ {0} มาใช้ร่วมกันได้")
            .fix("ค่าต้องเป็นของช่วงเวลาหรือเดือนเดียวกัน และค่าต่อวันต้องมาจากช่วงเวลา"),
    }
    /// A ratio whose divisor is zero has no value.
    Error DivisionByZero {
        en: Phrase::new("division by zero", "the ratio divides by \"{0}\", which is zero for {1}")
            .fix("divide by a figure that is never zero"),
        th: Phrase::new("หารด้วยศูนย์", "อัตราส่วนนี้หารด้วย \"{0}\" ซึ่งเป็นศูนย์ใน {1}")
            .fix("หารด้วยตัวเลขที่ไม่เป็นศูนย์"),
    }
    /// A formula whose inputs' bounds leave its result open both ways, such as `more than` less
    /// `more than`.
    Error OpenResult {
        en: Phrase::new("unbounded result", "the bounds of {0} leave the result for {1} without any bound")
            .fix("derive it from figures whose bounds or signs are known, or remove it"),
        th: Phrase::new("ผลลัพธ์ไม่มีขอบเขต", "ขอบเขตของ {0} ทำให้ผลลัพธ์ของ {1} ไม่มีขอบเขตทั้งสองด้าน")
            .fix("คำนวณจากตัวเลขที่รู้ขอบเขตหรือเครื่องหมาย หรือไม่ต้องแสดงค่านี้"),
    }
    /// A change that leaves no earlier value to compute: a decrease of 100% or more, or one of a
    /// negative value.
    Error ImpossibleChange {
        en: Phrase::new("impossible change", "the earlier value cannot be computed from a change of {0}%: {1}")
            .fix("add the printed earlier value, correct the percentage, or remove the change"),
        th: Phrase::new("การเปลี่ยนแปลงที่เป็นไปไม่ได้", "คำนวณค่าก่อนหน้าจากการเปลี่ยนแปลง {0}% ไม่ได้ เพราะ{1}")
            .fix("ใส่ค่าก่อนหน้าตามเอกสาร แก้อัตราร้อยละ หรือไม่ต้องใส่การเปลี่ยนแปลงนี้"),
    }
    /// A share below 0 or above 100 percent is not part of a whole.
    Error ShareRange {
        en: Phrase::new(
            "share outside 0 to 100",
            "\"{1}\" is {0}%, but a share is between 0 and 100%",
        )
        .fix("correct the value, or give the figure another unit"),
        th: Phrase::new(
            "สัดส่วนนอกช่วง 0 ถึง 100",
            "{0}% ของ \"{1}\" ไม่ใช่ส่วนหนึ่งของทั้งหมด ซึ่งอยู่ระหว่าง 0 ถึง 100%",
        )
        .fix("แก้ค่า หรือใช้หน่วยอื่น"),
    }
    /// A dataset without tabs has no page to open.
    Error NoTabs {
        en: Phrase::new("no tabs", "there are no tabs, so there is no page to show")
            .fix("add a tab with a row of panels"),
        th: Phrase::new("ไม่มีแท็บ", "ไม่มีแท็บ จึงไม่มีหน้าให้แสดง")
            .fix("เพิ่มแท็บที่มีแถวของแผง"),
    }
    /// A tab without rows is an empty page.
    Error EmptyTab {
        en: Phrase::new("tab without rows", "the tab \"{0}\" has no rows, so its page is empty")
            .fix("add a row of panels, or remove the tab"),
        th: Phrase::new("แท็บไม่มีแถว", "แท็บ \"{0}\" ไม่มีแถว หน้าจึงว่าง")
            .fix("เพิ่มแถวของแผง หรือลบแท็บนี้"),
    }
    /// A row without panels is a gap in the page.
    Error EmptyRow {
        en: Phrase::new(
            "row without panels",
            "this row of the tab \"{0}\" has no panels, so it would leave a gap in the page",
        )
        .fix("add a panel, or remove the row"),
        th: Phrase::new("แถวไม่มีแผง", "แถวนี้ของแท็บ \"{0}\" ไม่มีแผง หน้าจึงมีช่องว่าง")
            .fix("เพิ่มแผง หรือลบแถวนี้"),
    }
    /// A panel without figures is an empty frame.
    Error EmptyPanel {
        en: Phrase::new(
            "panel without figures",
            "this panel lists no figures, so it would be empty",
        )
        .fix("list a figure, or remove the panel"),
        th: Phrase::new("แผงไม่มีตัวเลข", "แผงนี้ไม่มีตัวเลขใดเลย จะเหลือแต่กรอบ")
            .fix("ใส่ตัวเลข หรือลบแผงนี้"),
    }
    /// A gauge or a mix of a figure that is not a share: there is no whole it could fill.
    Error NotAShare {
        en: Phrase::new(
            "not a share",
            "\"{0}\" is measured in \"{1}\", which is not a share, so there is no whole to fill",
        )
        .fix("show it as columns, bars or cards"),
        th: Phrase::new("ไม่ใช่สัดส่วน", "\"{0}\" ใช้หน่วย \"{1}\" ซึ่งไม่ใช่สัดส่วน จึงไม่มีทั้งหมดให้เทียบ")
            .fix("แสดงเป็น columns, bars หรือ cards"),
    }
    /// Two units on one axis, in one difference or in a part and its whole: their lengths and
    /// differences mean nothing.
    Error MixedUnits {
        en: Phrase::new("two units", "\"{0}\" and \"{1}\" have different units, {2}")
            .fix("use one unit for both, or show them separately"),
        th: Phrase::new("ต่างหน่วยกัน", "\"{0}\" กับ \"{1}\" มีหน่วยต่างกัน {2}")
            .fix("ใช้หน่วยเดียวกัน หรือแสดงแยกกัน"),
    }
    /// A bar is drawn from zero upwards: a value below zero would be drawn as nothing, which is
    /// false.
    Error NegativeBar {
        en: Phrase::new(
            "bar below zero",
            "\"{0}\" is below zero for {1}, and a bar that starts at zero cannot show it",
        )
        .fix("show it on a card"),
        th: Phrase::new("แท่งต่ำกว่าศูนย์", "\"{0}\" มีค่าต่ำกว่าศูนย์ใน {1} แท่งที่เริ่มจากศูนย์จะแสดงเหมือนไม่มีค่า")
            .fix("แสดงเป็น cards"),
    }
    /// Parts that are more than their whole cannot be stacked to it.
    Error MixOver {
        en: Phrase::new(
            "parts exceed the whole",
            "for {0} the parts add up to at least {1}%, more than the whole",
        )
        .fix("correct the values; parts must not overlap"),
        th: Phrase::new("ส่วนรวมกันเกินทั้งหมด", "ใน {0} ส่วนต่าง ๆ รวมกันอย่างน้อย {1}% ซึ่งเกินทั้งหมด")
            .fix("แก้ค่า และตรวจว่าส่วนต่าง ๆ ไม่ซ้อนกัน"),
    }
    /// A text with no language at all leaves a blank where readers expect words.
    Error EmptyText {
        en: Phrase::new(
            "empty text",
            "the text is empty in every language, so readers would see a blank",
        )
        .fix("write it in {0}"),
        th: Phrase::new("ข้อความว่าง", "ข้อความว่างในทุกภาษา ผู้อ่านจะเห็นช่องว่าง")
            .fix("เขียนข้อความใน {0}"),
    }
    /// A brace without its partner, or a placeholder with an empty part: the reader would see it,
    /// and no number.
    Error BrokenPlaceholder {
        en: Phrase::new(
            "broken placeholder",
            "\"{0}\" is not a placeholder, so readers would see it as it is",
        )
        .fix("write \"{figure}\", \"{figure.change}\" or \"{figure@period}\", or remove the brace"),
        th: Phrase::new("ตัวยึดตำแหน่งไม่สมบูรณ์", "\"{0}\" ไม่ใช่ตัวยึดตำแหน่งที่สมบูรณ์ ผู้อ่านจะเห็นตามที่พิมพ์ไว้")
            .fix("เขียนเป็น \"{figure}\", \"{figure.change}\" หรือ \"{figure@period}\" หรือลบวงเล็บปีกกาออก"),
    }
    /// A placeholder asks for a part of a figure that no figure has.
    Error UnknownPart {
        en: Phrase::new(
            "unknown part",
            "the placeholder {{0}} asks for \"{1}\", which figures do not have",
        )
        .fix("use one of {2}"),
        th: Phrase::new("ส่วนประกอบที่ไม่รู้จัก", "{{0}} เรียก \"{1}\" ซึ่งไม่มีในตัวเลขใด")
            .fix("ส่วนที่เรียกได้คือ {2}"),
    }
    /// A placeholder for a number the figure does not have: the reader would see the placeholder.
    Error UnfilledPlaceholder {
        en: Phrase::new(
            "placeholder without a number",
            "the figure has no number for {{0}}, so readers would see the placeholder itself",
        )
        .fix("use a value or change that the figure has"),
        th: Phrase::new("เติมตัวเลขไม่ได้", "ไม่มีค่าสำหรับ {{0}} ผู้อ่านจะเห็นข้อความในวงเล็บแทนตัวเลข")
            .fix("เรียกค่าหรือการเปลี่ยนแปลงที่ตัวเลขนั้นมี"),
    }
    /// A text that is missing in a language that other texts have: its readers would meet a sentence
    /// they may not read.
    Warning MissingLanguage {
        en: Phrase::new(
            "missing language",
            "the text is missing in {0}, so its readers would see another language",
        )
        .fix("add the translation"),
        th: Phrase::new("ขาดภาษา", "ไม่มีข้อความนี้ในภาษา {0} ผู้อ่านจะเห็นภาษาอื่นแทน")
            .fix("เพิ่มคำแปล"),
    }
    /// A printed figure without a source: nobody can look it up.
    Warning NoSource {
        en: Phrase::new("no source", "the figure \"{0}\" has no source, so readers cannot verify it")
            .fix("add \"source\": document, section and item"),
        th: Phrase::new("ไม่มีที่มา", "ตัวเลข \"{0}\" ไม่มีที่มา จึงไม่มีใครตรวจสอบได้")
            .fix("เพิ่ม \"source\" พร้อมเอกสาร ส่วน และข้อ"),
    }
    /// A figure without a boundary: nobody can tell what it covers.
    Warning NoBoundary {
        en: Phrase::new("no boundary", "the figure \"{0}\" does not say what it covers")
            .fix("add \"boundary\", in the words of the document"),
        th: Phrase::new("ไม่มีขอบเขต", "ตัวเลข \"{0}\" ไม่ได้บอกว่าครอบคลุมอะไร")
            .fix("เพิ่ม \"boundary\" ตามถ้อยคำในเอกสาร"),
    }
    /// An amount of emissions that names no account: it could be own emissions or avoided ones,
    /// which never mix.
    Warning NoAccount {
        en: Phrase::new(
            "no account",
            "\"{0}\" counts emissions but does not say whose: own and avoided emissions must not be mixed",
        )
        .fix("add \"account\": inventory, reduction or avoided"),
        th: Phrase::new(
            "ไม่ระบุบัญชี",
            "\"{0}\" เป็นปริมาณก๊าซแต่ไม่ได้บอกว่าเป็นบัญชีใด ส่วนที่ปล่อยเองกับส่วนที่หลีกเลี่ยงได้ห้ามปนกัน",
        )
        .fix("เพิ่ม \"account\" เป็น inventory, reduction หรือ avoided"),
    }
    /// A direction of improvement that contradicts the account: more emissions are not better,
    /// fewer reductions neither.
    Warning OddDirection {
        en: Phrase::new(
            "contradictory direction",
            "\"{1}\" is marked as better for \"{0}\", which contradicts its account \"{2}\"",
        )
        .fix("correct \"better\" or \"account\""),
        th: Phrase::new("ทิศทางขัดกับบัญชี", "\"{0}\" ระบุว่า \"{1}\" ดีกว่า ซึ่งขัดกับบัญชี \"{2}\"")
            .fix("แก้ \"better\" หรือ \"account\""),
    }
    /// A figure on no tab: it was read and never shown. Being an input of a shown figure does not
    /// show it.
    Warning UnusedFigure {
        en: Phrase::new(
            "figure not shown",
            "the figure \"{0}\" is on no panel and in no message, so no reader sees it",
        )
        .fix("put it on a panel, or remove it"),
        th: Phrase::new("ตัวเลขไม่ได้แสดง", "ตัวเลข \"{0}\" ไม่อยู่ในแผงหรือข้อความใด ผู้อ่านจึงไม่เห็น")
            .fix("ใส่ในแผง หรือลบออก"),
    }
    /// A unit, period or document that nothing refers to: a leftover, or a sign of a figure that is
    /// missing.
    Warning UnusedDefinition {
        en: Phrase::new("unused definition", "the {0} \"{1}\" is not used")
            .fix("remove it, or add what is missing"),
        th: Phrase::new("นิยามที่ไม่ได้ใช้", "ไม่มีสิ่งใดอ้างถึง{0} \"{1}\"")
            .fix("ลบออก หรือเพิ่มสิ่งที่ขาด"),
    }
    /// Periods that overlap or are not listed oldest first: the last one is taken for the report's
    /// own.
    Warning PeriodOrder {
        en: Phrase::new(
            "period order",
            "the period \"{1}\" starts before \"{0}\" has ended; list periods one after the other, oldest first",
        )
        .fix("sort the periods, or correct their days"),
        th: Phrase::new(
            "ลำดับช่วงเวลา",
            "ช่วงเวลา \"{1}\" เริ่มก่อนที่ \"{0}\" จะสิ้นสุด ช่วงเวลาต้องเรียงต่อกันจากเก่าไปใหม่",
        )
        .fix("เรียงช่วงเวลา หรือแก้วันที่"),
    }
    /// A state as of a month outside every period: it may be of another report.
    Warning StrayTime {
        en: Phrase::new("month outside the report", "{0} is outside every period of the report")
            .fix("correct the month, or add its period"),
        th: Phrase::new("เดือนนอกรายงาน", "{0} อยู่นอกทุกช่วงเวลาของรายงาน")
            .fix("แก้เดือน หรือเพิ่มช่วงเวลา"),
    }
    /// A date in a year of the Buddhist era: dates of the file count years of the common era.
    Warning BuddhistYear {
        en: Phrase::new(
            "Buddhist-era year",
            "{0} is a Buddhist-era year, but dates use the common era",
        )
        .fix("write {1}, the year minus {2}"),
        th: Phrase::new("ปีพุทธศักราช", "{0} เป็นปีพุทธศักราช แต่วันที่ในไฟล์นับเป็นปีคริสต์ศักราช")
            .fix("เขียนเป็น {1} โดยลบปีด้วย {2}"),
    }
    /// Values over periods and values as of months in one figure: what adds up over a time and what
    /// is true at one do not compare.
    Warning StateAndFlow {
        en: Phrase::new(
            "state and flow",
            "\"{0}\" has a value over {1} and one as of {2}, which cannot be compared",
        )
        .fix("define two figures: one over periods, one as of months"),
        th: Phrase::new("ค่าของช่วงกับค่า ณ เดือน", "\"{0}\" มีทั้งค่าตลอดช่วง {1} และค่า ณ {2} ซึ่งเทียบกันไม่ได้")
            .fix("แยกเป็นสองตัวเลข ตัวหนึ่งเป็นค่าของช่วงเวลา อีกตัวเป็นค่า ณ เดือน"),
    }
    /// An amount compared over periods of different length, such as a half-year with a year: a
    /// longer time makes a larger amount.
    Warning UnequalPeriods {
        en: Phrase::new(
            "periods of different length",
            "\"{0}\" compares {1} ({2} days) with {3} ({4} days), and a longer period has a larger amount",
        )
        .fix("compare periods of equal length, or derive an amount per day (\"per-day\")"),
        th: Phrase::new(
            "ช่วงเวลายาวไม่เท่ากัน",
            "\"{0}\" เทียบ {1} ({2} วัน) กับ {3} ({4} วัน) ช่วงที่ยาวกว่าย่อมได้ปริมาณมากกว่า",
        )
        .fix("เทียบช่วงเวลาที่ยาวเท่ากัน หรือคำนวณเป็นปริมาณต่อวัน (\"per-day\")"),
    }
    /// A change whose later period is not the later one: its sign would be read the wrong way
    /// round.
    Warning BackwardChange {
        en: Phrase::new(
            "backward change",
            "the change runs from \"{0}\" to \"{1}\", which is not later",
        )
        .fix("swap \"from\" and \"to\""),
        th: Phrase::new(
            "การเปลี่ยนแปลงย้อนเวลา",
            "การเปลี่ยนแปลงจาก \"{0}\" ไป \"{1}\" ไม่ได้ไปข้างหน้าในเวลา",
        )
        .fix("สลับ \"from\" กับ \"to\""),
    }
    /// A stated change to a period the figure has no value for: it can neither be shown nor
    /// checked.
    Warning LooseChange {
        en: Phrase::new(
            "change without a value",
            "the figure \"{0}\" has no value for \"{1}\", so this change can be neither shown nor checked",
        )
        .fix("add the value, or remove the change"),
        th: Phrase::new(
            "การเปลี่ยนแปลงที่ไม่มีค่ารองรับ",
            "ตัวเลข \"{0}\" ไม่มีค่าของ \"{1}\" จึงแสดงหรือตรวจการเปลี่ยนแปลงนี้ไม่ได้",
        )
        .fix("เพิ่มค่า หรือลบการเปลี่ยนแปลง"),
    }
    /// A stated change that the two values do not give, whatever their rounding: one of the three
    /// is wrong or restated.
    Warning ChangeMismatch {
        en: Phrase::new(
            "change does not match",
            "the values give a change between {1}% and {2}%, not {0}%, even with rounding",
        )
        .fix("check the three numbers against the document; a restated value needs a note that says \"restated\""),
        th: Phrase::new(
            "การเปลี่ยนแปลงไม่ตรง",
            "ค่าทั้งสองให้การเปลี่ยนแปลงระหว่าง {1}% ถึง {2}% ไม่ใช่ {0}% แม้คิดเผื่อการปัดเศษ",
        )
        .fix("ตรวจตัวเลขทั้งสามกับเอกสาร หากค่าก่อนหน้าถูกปรับใหม่ให้ใส่หมายเหตุว่า \"ปรับใหม่\""),
    }
    /// A percent change of a share, an index or a value that is not above zero: 20% to 30% is ten
    /// percentage points, and the others have no base to take percent of.
    Warning MisleadingPercent {
        en: Phrase::new("misleading percentage", "a change in percent is misleading for \"{0}\": {1}")
            .fix("enter the two values and let the program derive the difference"),
        th: Phrase::new("ร้อยละที่ทำให้เข้าใจผิด", "การเปลี่ยนแปลงเป็นร้อยละของ \"{0}\" ทำให้เข้าใจผิด เพราะ{1}")
            .fix("ใส่ค่าทั้งสองแล้วให้โปรแกรมคำนวณส่วนต่าง"),
    }
    /// A hedge before a count printed to the last one: `more than 118,746` is either exact or
    /// rounded, not both.
    Warning HedgedCount {
        en: Phrase::new("hedged count", "\"{1}\" contradicts {0}, which is an exact count")
            .fix("check the document: remove the hedge, or write only the digits it gives"),
        th: Phrase::new("จำนวนเต็มที่มีคำกำกับ", "\"{1}\" ขัดกับ {0} ซึ่งนับถึงหลักหน่วย")
            .fix("ตรวจเอกสาร แล้วลบคำกำกับ หรือเขียนเฉพาะหลักที่เอกสารให้"),
    }
    /// A count below zero or with a fraction: there are no fractions of things or people.
    Warning NotACount {
        en: Phrase::new("not a count", "{0} is not a whole number")
            .fix("correct the value, or give the unit another style"),
        th: Phrase::new("ไม่ใช่จำนวนนับ", "{0} ไม่ใช่จำนวนเต็มของสิ่งที่นับเป็นชิ้นหรือเป็นคน")
            .fix("แก้ค่า หรือเปลี่ยน style ของหน่วย"),
    }
    /// A long run of zeros, or any after `about`: every written digit counts as known, and a
    /// document that prints `4.681 million` knows only four.
    Warning FalsePrecision {
        en: Phrase::new("false precision", "{0} claims to be exact to the last digit")
            .fix("write only the digits the document prints, such as \"{1}\""),
        th: Phrase::new("ละเอียดเกินจริง", "{0} แปลว่ารู้ค่าถึงหลักสุดท้าย")
            .fix("เขียนเฉพาะหลักที่เอกสารพิมพ์ เช่น \"{1}\""),
    }
    /// A number with the `.0` of a tool that has read and written the file: the printed digits, and
    /// with them the interval, are lost.
    Warning RewrittenNumber {
        en: Phrase::new(
            "rewritten number",
            "{0} looks rewritten by a tool, and claims to be exact to a tenth",
        )
        .fix("write the printed digits as a text, such as \"{1}\", or say their \"decimals\""),
        th: Phrase::new("ตัวเลขถูกเขียนใหม่", "{0} ดูเหมือนถูกเครื่องมือเขียนใหม่ และแปลว่ารู้ค่าถึงทศนิยมหนึ่งตำแหน่ง")
            .fix("เขียนหลักที่เอกสารพิมพ์เป็นข้อความ เช่น \"{1}\" หรือระบุ \"decimals\""),
    }
    /// Parts without a named rest that do not make the whole: something is missing and not said.
    Warning MixShort {
        en: Phrase::new(
            "parts fall short",
            "for {0} the parts add up to at most {1}%, and the remainder has no name",
        )
        .fix("add the missing part, or name it with \"rest\""),
        th: Phrase::new("ส่วนรวมกันไม่ครบ", "ใน {0} ส่วนต่าง ๆ รวมกันไม่เกิน {1}% และไม่ได้ตั้งชื่อส่วนที่เหลือ")
            .fix("เพิ่มส่วนที่ขาด หรือตั้งชื่อ \"rest\""),
    }
    /// A time at which only some parts of a mix have a value: it is not drawn.
    Warning UnmatchedPart {
        en: Phrase::new(
            "part without a value",
            "\"{0}\" has no value for {1}, so the mix does not show that time",
        )
        .fix("add the value, or remove that time from the other parts"),
        th: Phrase::new("ส่วนที่ขาดค่า", "\"{0}\" ไม่มีค่าของ {1} แผงจึงไม่แสดงเวลานั้น")
            .fix("เพิ่มค่า หรือลบเวลานั้นออกจากส่วนอื่น"),
    }
    /// Own emissions and avoided ones in one panel, or any two accounts on one axis or in one
    /// formula: readers would net or add them.
    Warning MixedAccounts {
        en: Phrase::new(
            "mixed accounts",
            "\"{0}\" and \"{1}\" belong to different accounts; shown together, they invite adding or netting",
        )
        .fix("give each account its own panel, and do not compute across accounts"),
        th: Phrase::new("ต่างบัญชีกัน", "\"{0}\" กับ \"{1}\" อยู่คนละบัญชี เมื่ออยู่ด้วยกันจะชวนให้บวกหรือหักกัน")
            .fix("แยกแผงตามบัญชี และอย่าคำนวณข้ามบัญชี"),
    }
    /// A ratio in the unit of one of its inputs: tonnes divided by people are not tonnes.
    Warning RatioUnit {
        en: Phrase::new(
            "unit of a ratio",
            "\"{0}\" divided by \"{1}\" cannot have the unit \"{2}\", which one of them has",
        )
        .fix("give the ratio its own unit, of one thing per another"),
        th: Phrase::new(
            "หน่วยของอัตราส่วน",
            "\"{0}\" หารด้วย \"{1}\" ไม่ได้ผลเป็นหน่วย \"{2}\" ซึ่งเป็นหน่วยของตัวเลขหนึ่งในนั้น",
        )
        .fix("ให้อัตราส่วนมีหน่วยของตัวเอง เช่น สิ่งหนึ่งต่ออีกสิ่งหนึ่ง"),
    }
    /// Bars of different times side by side, with no note that says so.
    Warning MixedTimes {
        en: Phrase::new(
            "mixed times",
            "the bars show different times ({0} and {1}), and no note says so",
        )
        .fix("add a \"note\" to the panel"),
        th: Phrase::new("ต่างเวลากัน", "แท่งเป็นของคนละเวลา ({0} และ {1}) โดยไม่มีหมายเหตุบอก")
            .fix("เพิ่ม \"note\" ในแผง"),
    }
    /// Columns of times that are not equally far apart, with no note that says so: they are at
    /// equal distances.
    Warning HiddenGap {
        en: Phrase::new(
            "hidden gap",
            "\"{0}\" has no value between {1} and {2}; evenly spaced columns hide that, and no note says so",
        )
        .fix("add the missing values, or a \"note\" to the panel"),
        th: Phrase::new(
            "ช่วงที่ขาดหายไป",
            "\"{0}\" ไม่มีค่าระหว่าง {1} ถึง {2} แต่คอลัมน์ที่ห่างเท่ากันทำให้มองไม่เห็น และไม่มีหมายเหตุบอก",
        )
        .fix("เพิ่มค่าที่ขาด หรือเพิ่ม \"note\" ในแผง"),
    }
    /// Columns of two units under one scale name: the scale is shared within a unit only, so the
    /// name promises what is not so.
    Warning SplitScale {
        en: Phrase::new(
            "split scale",
            "\"{0}\" and \"{1}\" name the scale \"{2}\", but have different units, so they cannot share it",
        )
        .fix("name another scale"),
        th: Phrase::new(
            "มาตราส่วนต่างหน่วย",
            "\"{0}\" กับ \"{1}\" ใช้ชื่อมาตราส่วน \"{2}\" แต่หน่วยต่างกันจึงใช้ร่วมกันไม่ได้",
        )
        .fix("ใช้ชื่อมาตราส่วนอื่น"),
    }
    /// Bars of an index from a zero that it cannot reach: they look alike whatever changed.
    Warning IndexBars {
        en: Phrase::new(
            "bars of an index",
            "\"{0}\" cannot reach zero, so bars that start at zero hide its changes",
        )
        .fix("show its height above the floor (\"above\"), or show it on a card"),
        th: Phrase::new("แท่งของดัชนี", "\"{0}\" ไม่มีทางเป็นศูนย์ แท่งที่เริ่มจากศูนย์จึงกลบการเปลี่ยนแปลง")
            .fix("แสดงส่วนที่เกินค่าต่ำสุด (\"above\") หรือแสดงเป็น cards"),
    }
    /// A figure twice on one panel: in a mix it counts twice, elsewhere it repeats itself.
    Warning RepeatedFigure {
        en: Phrase::new("repeated figure", "the panel lists \"{0}\" twice")
            .fix("remove one of them"),
        th: Phrase::new("ตัวเลขซ้ำในแผง", "แผงนี้มี \"{0}\" สองครั้ง")
            .fix("ลบออกหนึ่งครั้ง"),
    }
    /// A row or panel with no share of the room: it would not be seen.
    Warning ZeroWeight {
        en: Phrase::new("zero weight", "a weight of 0 leaves no space, so this would not be seen")
            .fix("give it a weight of at least 1"),
        th: Phrase::new("ไม่มีพื้นที่", "weight เป็น 0 ทำให้ไม่มีพื้นที่ จึงมองไม่เห็น")
            .fix("ให้ weight อย่างน้อย 1"),
    }
    /// More tabs than the keys 1 to 9 can reach.
    Warning ManyTabs {
        en: Phrase::new("too many tabs", "there are {0} tabs, but the number keys reach only {1}")
            .fix("combine related tabs"),
        th: Phrase::new("แท็บมากเกินไป", "มี {0} แท็บ แต่ปุ่มตัวเลขเข้าถึงได้เพียง {1}")
            .fix("รวมแท็บที่เกี่ยวข้องกัน"),
    }
    /// A number typed into a sentence: it stays when the figure changes, and carries no hedge and
    /// no unit.
    Warning TypedNumber {
        en: Phrase::new(
            "typed number",
            "the sentence contains {0} as plain text, which would stay when the figure changes",
        )
        .fix("use a placeholder such as {1}"),
        th: Phrase::new("ตัวเลขที่พิมพ์เอง", "ประโยคนี้พิมพ์ {0} ไว้เอง จึงไม่เปลี่ยนตามตัวเลข")
            .fix("ใช้ตัวยึดตำแหน่ง เช่น {1}"),
    }
    /// A word for a rise before a change that is a fall, or the reverse: changes are filled in
    /// without their sign.
    Warning WrongDirection {
        en: Phrase::new("wrong direction", "\"{0}\" is followed by {{1}}, which went the other way")
            .fix("change the word; the number appears without its sign"),
        th: Phrase::new("ทิศทางไม่ตรง", "\"{0}\" อยู่หน้า {{1}} ซึ่งเปลี่ยนไปในทางตรงข้าม")
            .fix("เปลี่ยนคำ เพราะตัวเลขที่เติมไม่มีเครื่องหมาย"),
    }
    /// Translations with different placeholders: readers of two languages would get different
    /// numbers.
    Warning UnequalTranslations {
        en: Phrase::new(
            "unequal translations",
            "{1} has different placeholders from {0}, so readers of the two languages get different numbers",
        )
        .fix("use the same placeholders in every language"),
        th: Phrase::new("คำแปลไม่เท่ากัน", "ภาษา {1} ใช้ตัวเลขต่างจากภาษา {0} ผู้อ่านจะได้ตัวเลขไม่เหมือนกัน")
            .fix("ใช้ตัวยึดตำแหน่งชุดเดียวกันทุกภาษา"),
    }
    /// A placeholder in a text that is shown as it is: only messages, notes and panel titles are
    /// filled in.
    Warning IdlePlaceholder {
        en: Phrase::new(
            "placeholder not filled in",
            "placeholders are not filled in here, so readers would see {{0}}",
        )
        .fix("move the number to a message, a note or a panel's title"),
        th: Phrase::new("ไม่มีการเติมตัวเลข", "ข้อความนี้ไม่มีการเติมตัวเลข ผู้อ่านจะเห็น {{0}}")
            .fix("ย้ายตัวเลขไปไว้ในข้อความหลัก หมายเหตุ หรือชื่อแผง"),
    }
    /// `Mt` is a million tonnes to one reader and a metric ton to the next: a factor of a million.
    Warning AmbiguousUnit {
        en: Phrase::new("ambiguous unit", "\"Mt\" can mean a metric ton or a million tonnes")
            .fix("write \"t CO₂e\" and put the million into the number: \"4.681e6\""),
        th: Phrase::new("หน่วยกำกวม", "\"Mt\" อ่านได้ทั้งเมตริกตันและล้านตัน")
            .fix("เขียน \"ตัน CO₂e\" แล้วให้ตัวเลขเป็นหลักล้านเอง เช่น \"4.681e6\""),
    }
    /// A unit with a magnitude, such as a million, at one of its ends: the program says those
    /// itself, and would say them twice.
    Warning ScaledUnit {
        en: Phrase::new(
            "scaled unit",
            "the unit contains \"{0}\", which the program adds to numbers itself",
        )
        .fix("use the plain unit, and write the value as \"4.681e6\""),
        th: Phrase::new("หน่วยมีหลักในตัว", "หน่วยมี \"{0}\" อยู่ในตัว ซึ่งตัวเลขเติมให้เองอยู่แล้ว")
            .fix("ใช้หน่วยธรรมดา แล้วเขียนค่าเป็น \"4.681e6\""),
    }
    /// A unit that ends in a percent sign and is not a share: its changes would be said in percent of
    /// a percentage.
    Warning PercentSign {
        en: Phrase::new(
            "percent sign",
            "the unit \"{0}\" ends in % but is not a share, so its changes would be shown in percent of a percentage",
        )
        .fix("give it the style \"share\", whose changes are percentage points, or another symbol"),
        th: Phrase::new(
            "เครื่องหมายร้อยละ",
            "หน่วย \"{0}\" ลงท้ายด้วย % แต่ไม่ใช่สัดส่วน การเปลี่ยนแปลงจะกลายเป็นร้อยละของร้อยละ",
        )
        .fix("ใช้ style \"share\" ซึ่งเปลี่ยนเป็นจุดเปอร์เซ็นต์ หรือใช้สัญลักษณ์อื่น"),
    }
}
