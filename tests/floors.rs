//! The floors and invariants of the architecture, read from the source itself.
//!
//! Every rule is a function from code to complaints, and every one is shown a violation first.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the bottom: each imports from lower floors only, never sideways.
const FLOORS: &[&[&str]] = &[
    &["printable"],
    &["quantity", "locale", "theme"],
    &["text", "space"],
    &["dataset"],
    &["view", "widget", "derive"],
    &["phrase", "check"],
    &["panel"],
    &["screen", "overlay"],
    &["app", "export", "report"],
    &["keymap"],
    &["run"],
    &["pictures"],
    &["dashboard"],
    &["cli"],
    &["command"],
    &["main"],
];

/// What knows neither terminal nor drawing.
const PURE: &[&str] = &["printable", "quantity", "locale", "dataset", "derive"];

/// What names the terminal library.
const TERMINAL: &[&str] = &["run", "keymap", "dashboard"];

/// What names colours: `theme` chooses them, the others translate them into other notations.
const COLOURED: &[&str] = &["theme", "export", "pictures"];

/// What draws: no input, no output, no clock.
const DRAWING: &[&str] = &[
    "theme", "text", "space", "view", "widget", "phrase", "panel", "screen", "overlay", "app",
];

/// What a module must not name to stay without input and output.
const INPUT_AND_OUTPUT: &[&str] = &[
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
    "dbg!",
];

/// What would share cells by ratatui's constraint solver, which can run for minutes.
const SOLVER: &[&str] = &["Constraint"];

/// What would make a mutable global.
const GLOBALS: &[&str] = &[
    "static mut",
    "std::sync::atomic",
    "thread_local!",
    "Mutex",
    "RwLock",
    "OnceLock",
    "OnceCell",
    "LazyLock",
    "LazyCell",
];

/// Constants that are computed when they are first needed, and never change.
const CACHES: &[(&str, &str)] = &[("export::font", "LazyLock")];

/// Letters that are no words: the sign of a difference, the vowel that terminals draw each in its own
/// way, and the letter that makes a thousand in Thai the beginning of another word.
const LETTERS: &[(&str, &str)] = &[
    ("export::font", "Δ"),
    ("app::glyphs", "ำาຳາ"),
    ("check::unit", "ธ"),
];

/// The organisations of the built-in report.
const ORGANISATIONS: &[&str] = &["alibaba", "cainiao", "taobao", "tmall", "amap", "alizila"];

/// The one place where an organisation is named: the path of the built-in dataset.
const ASSET: &str = "../assets/alibaba-fy2023.json";

/// A file of the source.
struct File {
    /// The modules that lead to it: `["phrase", "story"]`.
    path: Vec<String>,
    text: String,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.split("::").map(str::to_owned).collect(),
            text: text.to_owned(),
        }
    }

    fn module(&self) -> &str {
        &self.path[0]
    }

    fn name(&self) -> String {
        self.path.join("::")
    }

    /// The code that ships: no comments, no text between quotes, nothing that only tests see.
    fn code(&self) -> String {
        without_tests(&without_words(&self.text)).0
    }
}

/// Every file of `src`, but for those that only tests see.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    let hidden: BTreeSet<String> = files.iter().flat_map(test_files).collect();
    files.retain(|file| !hidden.contains(&file.name()));
    files
}

fn read(root: &Path, folder: &Path, files: &mut Vec<File>) {
    let entries = fs::read_dir(folder).expect("the source can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the source can be read").path())
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(root, &path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let inside = path.strip_prefix(root).expect("the file is below the root");
            let inside = inside.with_extension("");
            let names: Vec<String> = inside
                .iter()
                .map(|name| name.to_string_lossy().into_owned())
                .collect();
            let text = fs::read_to_string(&path).expect("the source is text");
            files.push(File { path: names, text });
        }
    }
}

/// The files that `file` declares for tests only: `#[cfg(test)] mod proof;`.
fn test_files(file: &File) -> Vec<String> {
    let (_, items) = without_tests(&without_words(&file.text));
    let child = |name: &str| match file.name().as_str() {
        "lib" | "main" => name.to_owned(),
        parent => format!("{parent}::{name}"),
    };
    items
        .iter()
        .filter_map(|item| {
            let name = item.strip_suffix(';')?.rsplit_once("mod ")?.1;
            Some(child(name.trim()))
        })
        .collect()
}

/// Code without comments and without what stands between quotes.
fn without_words(text: &str) -> String {
    without_comments(text, |_| String::new())
}

/// Code without comments, and with what `quoted` makes of the text between quotes.
fn without_comments(text: &str, quoted: impl Fn(&[char]) -> String) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let mut code = String::new();
    let mut index = 0;
    while index < chars.len() {
        let is_word_before = code.ends_with(|it: char| it.is_alphanumeric() || it == '_');
        match (at(index), at(index + 1)) {
            ('/', '/') => {
                while index < chars.len() && at(index) != '\n' {
                    index += 1;
                }
            }
            ('/', '*') => {
                let mut depth = 0;
                loop {
                    match (at(index), at(index + 1)) {
                        ('/', '*') => (depth, index) = (depth + 1, index + 2),
                        ('*', '/') => (depth, index) = (depth - 1, index + 2),
                        _ => index += 1,
                    }
                    if depth == 0 || index >= chars.len() {
                        break;
                    }
                }
            }
            ('r', '"' | '#') if !is_word_before => {
                let hashes = (index + 1..chars.len())
                    .take_while(|it| at(*it) == '#')
                    .count();
                if at(index + 1 + hashes) == '"' {
                    index += 2 + hashes;
                    let start = index;
                    while index < chars.len()
                        && !(at(index) == '"' && (1..=hashes).all(|after| at(index + after) == '#'))
                    {
                        index += 1;
                    }
                    code.push('"');
                    code.push_str(&quoted(&chars[start..index.min(chars.len())]));
                    code.push('"');
                    index += 1 + hashes;
                } else {
                    code.push('r');
                    index += 1;
                }
            }
            ('"', _) => {
                index += 1;
                let start = index;
                while index < chars.len() && at(index) != '"' {
                    index += if at(index) == '\\' { 2 } else { 1 };
                }
                code.push('"');
                code.push_str(&quoted(&chars[start..index.min(chars.len())]));
                code.push('"');
                index += 1;
            }
            ('\'', '\\') => {
                index += 3;
                while index < chars.len() && at(index) != '\'' {
                    index += 1;
                }
                index += 1;
            }
            ('\'', letter) if at(index + 2) == '\'' => {
                code.push_str(&quoted(&[letter]));
                index += 3;
            }
            (other, _) => {
                code.push(other);
                index += 1;
            }
        }
    }
    code
}

/// Code without the items that `#[cfg(test)]` marks, and those items.
fn without_tests(code: &str) -> (String, Vec<String>) {
    let mut kept = String::new();
    let mut items = Vec::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        kept.push_str(before);
        let mut depth = 0_i32;
        let end = after.char_indices().find_map(|(index, letter)| {
            match letter {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                _ => {}
            }
            let is_end = depth == 0 && matches!(letter, ';' | '}');
            is_end.then_some(index + 1)
        });
        let (item, after) = after.split_at(end.unwrap_or(after.len()));
        items.push(item.trim().to_owned());
        rest = after;
    }
    kept.push_str(rest);
    (kept, items)
}

/// Where `word` stands in `code`, not as part of a longer name.
fn places(code: &str, word: &str) -> Vec<usize> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word)
        .filter(|(index, _)| {
            let (before, after) = code.split_at(*index);
            let after = after.strip_prefix(word).unwrap_or_default();
            let continues = before.ends_with(is_name) && word.starts_with(is_name);
            let goes_on = after.starts_with(is_name) && word.ends_with(is_name);
            !continues && !goes_on
        })
        .map(|(index, _)| index)
        .collect()
}

/// The modules at the root that a path or import names, with `depth` modules around the code.
fn imports(code: &str, depth: usize) -> BTreeSet<String> {
    let mut roots = vec!["crate::".to_owned(), "esg_tui::".to_owned()];
    roots.push("super::".repeat(depth));
    let mut modules = BTreeSet::new();
    for root in roots {
        for index in places(code, &root) {
            let (before, after) = code.split_at(index);
            let is_longer = root.starts_with("super") && before.ends_with("super::");
            let after = after.strip_prefix(root.as_str()).unwrap_or_default();
            if !is_longer && !after.starts_with("super::") {
                modules.extend(first_names(after));
            }
        }
    }
    modules
}

/// The first name of a path, or of each path of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |path: &str| -> String {
        let is_name = |letter: &char| letter.is_alphanumeric() || *letter == '_';
        path.trim_start().chars().take_while(is_name).collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut depth = 0;
    let mut names = vec![name(group)];
    for (index, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(group.split_at(index + 1).1)),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// The imports of a file that are not from a lower floor.
fn climbs(file: &File) -> Vec<String> {
    let Some(own) = floor(file.module()) else {
        return vec![format!("{} is on no floor", file.name())];
    };
    imports(&file.code(), file.path.len())
        .iter()
        .filter(|module| *module != file.module())
        .filter(|module| floor(module).is_none_or(|floor| floor >= own))
        .map(|module| format!("{} imports {module}", file.name()))
        .collect()
}

/// The words of `forbidden` that a file names although its module is not in `allowed`.
fn names(file: &File, forbidden: &[&str], allowed: &[&str]) -> Vec<String> {
    if allowed.contains(&file.module()) {
        return Vec::new();
    }
    let code = file.code();
    forbidden
        .iter()
        .filter(|word| !places(&code, word).is_empty())
        .map(|word| format!("{} names {word}", file.name()))
        .collect()
}

/// The words of `forbidden` that a file names when its module is one of `bound`.
fn names_within(file: &File, forbidden: &[&str], bound: &[&str]) -> Vec<String> {
    if bound.contains(&file.module()) {
        names(file, forbidden, &[])
    } else {
        Vec::new()
    }
}

/// What a file would keep a mutable global in; signals reach `run` through an atomic.
fn globals(file: &File) -> Vec<String> {
    let is_cache = |complaint: &String| {
        CACHES
            .iter()
            .any(|(file, word)| *complaint == format!("{file} names {word}"))
    };
    let mut globals = names(file, GLOBALS, &["run"]);
    globals.retain(|complaint| !is_cache(complaint));
    globals
}

/// The organisations that a file names anywhere, comments and tests included.
fn organisations(file: &File) -> Vec<String> {
    let text = file.text.replace(ASSET, "").to_lowercase();
    ORGANISATIONS
        .iter()
        .filter(|name| text.contains(*name))
        .map(|name| format!("{} names {name}", file.name()))
        .collect()
}

/// The letters beyond Latin of a file that are not in `locale`, between quotes too.
fn letters(file: &File) -> Vec<String> {
    let is_letter = |letter: &char| *letter > 'ÿ' && letter.is_alphabetic();
    // Nothing that opens or closes comes out of the quotes.
    let quoted = |text: &[char]| text.iter().copied().filter(is_letter).collect();
    let (code, _) = without_tests(&without_comments(&file.text, quoted));
    let name = file.name();
    let allowed = LETTERS.iter().find(|(file, _)| *file == name);
    let is_allowed = |letter: char| allowed.is_some_and(|(_, signs)| signs.contains(letter));
    let letters: String = code
        .chars()
        .filter(|letter| is_letter(letter) && !is_allowed(*letter))
        .collect();
    if letters.is_empty() || file.module() == "locale" {
        Vec::new()
    } else {
        vec![format!("{name} says {letters}")]
    }
}

/// The modules that a root declares and that are on no floor.
fn strangers(root: &File) -> Vec<String> {
    let code = root.code();
    code.split(';')
        .filter_map(|item| item.trim().rsplit_once("mod "))
        .map(|(_, name)| name.trim().to_owned())
        .filter(|name| floor(name).is_none())
        .collect()
}

/// Holds a rule against every file.
fn hold(rule: impl Fn(&File) -> Vec<String>) {
    let complaints: Vec<String> = files().iter().flat_map(rule).collect();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn imports_from_lower_floors_only() {
    hold(|file| match file.name().as_str() {
        "lib" => Vec::new(),
        _ => climbs(file),
    });
}

#[test]
fn notices_an_import_from_above_or_beside() {
    let climbs = |path, text| climbs(&File::new(path, text));
    assert_eq!(
        climbs("widget::bars", "use crate::panel::Panel;"),
        ["widget::bars imports panel"]
    );
    assert_eq!(
        climbs("screen", "fn f(it: crate::overlay::Hit) {}"),
        ["screen imports overlay"]
    );
    assert_eq!(
        climbs("phrase::story", "use super::super::app::Page;"),
        ["phrase::story imports app"]
    );
    assert_eq!(
        climbs(
            "panel",
            "use crate::{theme::{self, Hue}, screen, run as it};"
        ),
        ["panel imports run", "panel imports screen"]
    );
    assert_eq!(
        climbs("dataset", "use super::derive;"),
        ["dataset imports derive"]
    );
    assert_eq!(
        climbs("screen", "use crate::novel::Thing;"),
        ["screen imports novel"]
    );
    assert_eq!(climbs("novel", ""), ["novel is on no floor"]);
}

#[test]
fn allows_lower_floors_own_submodules_tests_and_comments() {
    let climbs = |path, text| climbs(&File::new(path, text));
    let none: [&str; 0] = [];
    assert_eq!(climbs("panel::bars", "use super::parts;"), none);
    assert_eq!(climbs("panel::bars", "use crate::panel::Panel;"), none);
    assert_eq!(
        climbs("panel::bars", "use crate::{theme, widget::Bar};"),
        none
    );
    assert_eq!(climbs("main", "use esg_tui::cli::Cli;"), none);
    assert_eq!(climbs("derive", "// crate::app\n/* crate::app */"), none);
    assert_eq!(climbs("derive", "/// [`crate::app`]\nfn f() {}"), none);
    assert_eq!(climbs("derive", "const A: &str = \"crate::app\";"), none);
    assert_eq!(
        climbs(
            "derive",
            "#[cfg(test)]\nmod tests { use crate::app; mod b { } }"
        ),
        none
    );
    assert_eq!(
        climbs("derive", "#[cfg(test)]\nuse crate::app;\nfn f() {}"),
        none
    );
}

#[test]
fn notices_an_import_below_a_test() {
    let text = "#[cfg(test)]\nmod tests { fn f() {} }\nuse crate::app;";
    assert_eq!(climbs(&File::new("derive", text)), ["derive imports app"]);
}

#[test]
fn knows_quotes_from_lifetimes() {
    assert_eq!(
        without_words("f::<'a>('\"', \"// \\\" {\", r#\"\"}\"#, b'\\'') // end"),
        "f::<'a>(, \"\", \"\", b) "
    );
}

#[test]
fn finds_files_that_only_tests_see() {
    let file = File::new("check", "mod code;\n#[cfg(test)]\nmod tests;\nmod list;");
    assert_eq!(test_files(&file), ["check::tests"]);
}

#[test]
fn puts_every_module_on_a_floor() {
    hold(|file| match file.name().as_str() {
        "lib" => strangers(file),
        _ => Vec::new(),
    });
    let root = File::new("lib", "pub mod app;\n/// New.\npub mod novel;\nmod run;");
    assert_eq!(strangers(&root), ["novel"]);
}

#[test]
fn keeps_the_figures_apart_from_the_terminal() {
    let rule = |file: &File| names_within(file, &["ratatui", "crossterm"], PURE);
    hold(rule);
    assert_eq!(
        rule(&File::new("derive::formula", "use ratatui::text::Line;")),
        ["derive::formula names ratatui"]
    );
}

#[test]
fn names_the_terminal_library_at_the_terminal_only() {
    let rule = |file: &File| names(file, &["crossterm"], TERMINAL);
    hold(rule);
    assert_eq!(
        rule(&File::new("app", "fn f(key: crossterm::event::KeyCode) {}")),
        ["app names crossterm"]
    );
}

#[test]
fn has_no_mutable_global() {
    hold(globals);
    assert_eq!(
        globals(&File::new("app", "static mut COUNT: u32 = 0;")),
        ["app names static mut"]
    );
    assert_eq!(
        globals(&File::new(
            "app",
            "static FONT: OnceLock<u8> = OnceLock::new();"
        )),
        ["app names OnceLock"]
    );
    let lock = File::new("export::font", "static FONT: LazyLock<Mutex<u8>>;");
    assert_eq!(globals(&lock), ["export::font names Mutex"]);
}

#[test]
fn chooses_colours_in_the_theme_only() {
    // The terminal's own colour is no choice, but the absence of one.
    let without_own = |file: &File| File {
        path: file.path.clone(),
        text: file.text.replace("Color::Reset", ""),
    };
    let rule = |file: &File| names(&without_own(file), &["Color::", "Stylize"], COLOURED);
    hold(rule);
    assert_eq!(
        rule(&File::new("panel::mix", "let red = Color::Red;")),
        ["panel::mix names Color::"]
    );
    let is_data = File::new("widget::mix", "pub struct Part { pub edge: Color }");
    assert!(rule(&is_data).is_empty());
}

#[test]
fn draws_without_input_or_output() {
    let rule = |file: &File| names_within(file, INPUT_AND_OUTPUT, DRAWING);
    hold(rule);
    assert_eq!(
        rule(&File::new("screen", "fn f() { println!(\"{}\", 1); }")),
        ["screen names println!"]
    );
    assert_eq!(
        rule(&File::new("panel", "use std::fs;")),
        ["panel names std::fs"]
    );
}

#[test]
fn shares_cells_without_a_constraint_solver() {
    let rule = |file: &File| names(file, SOLVER, &[]);
    hold(rule);
    assert_eq!(
        rule(&File::new(
            "panel",
            "use ratatui::layout::{Constraint, Rect};"
        )),
        ["panel names Constraint"]
    );
}

#[test]
fn knows_no_organisation() {
    hold(organisations);
    assert_eq!(
        organisations(&File::new("panel", "// As Cainiao prints it.")),
        ["panel names cainiao"]
    );
    let asset = format!("const BUILT_IN: &str = include_str!(\"{ASSET}\");");
    assert!(organisations(&File::new("dataset", &asset)).is_empty());
}

#[test]
fn keeps_the_words_of_a_language_in_its_file() {
    hold(letters);
    let verb = File::new("text", "const VERB: &str = \"ลด\";");
    assert_eq!(letters(&verb), ["text says ลด"]);
    assert_eq!(
        letters(&File::new("app", "f('ฯ', r#\"{ \"ก\"#)")),
        ["app says ฯก"]
    );
    for (path, text) in [
        ("locale::th", "const UNIT: &str = \"ตัน\";"),
        ("panel", "// ตัน\nconst SIGN: &str = \"≈ → ─ ₂\";"),
        (
            "panel",
            "#[cfg(test)]\nmod tests { const UNIT: &str = \"} ตัน\"; }",
        ),
        ("app::glyphs", "f(cluster, 'ำ')"),
    ] {
        assert_eq!(letters(&File::new(path, text)), [""; 0]);
    }
}
