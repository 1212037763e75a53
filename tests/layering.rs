//! The layers and invariants of the architecture, read from the syntax of the source itself.
//!
//! Every rule is a function from a file to complaints, and every one is shown a violation first.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::LazyLock;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{
    Arm, Attribute, ImplItemFn, Item, ItemStatic, ItemUse, Lit, Macro, StaticMutability, UseTree,
    Variant, Visibility,
};

/// The modules from the bottom: each imports only from lower floors and, on its own floor, from
/// modules to its right.
const FLOORS: &[&[&str]] = &[
    &["printable", "system"],
    &["quantity", "locale", "theme"],
    &["dataset", "text", "space"],
    &["derive", "view", "widget", "draft"],
    &["phrase", "check"],
    &["panel"],
    &["screen", "overlay"],
    &["app", "export", "report"],
    &["dashboard", "pictures", "keymap", "run"],
    &["main", "command", "cli"],
];

/// What knows neither terminal nor drawing.
const PURE: &[&str] = &[
    "printable",
    "quantity",
    "locale",
    "dataset",
    "derive",
    "draft",
];

/// What names the terminal library.
const TERMINAL: &[&str] = &["system", "run", "keymap", "dashboard"];

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

/// Letters that are not words: the sign of a difference, the vowel that terminals draw each in its own
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

/// Files of one room that still import each other; no other file may join them.
const CIRCLES: &[&[&str]] = &[&["dataset::locate", "dataset::reader"]];

/// A file of the source.
struct File {
    /// The modules that lead to it: `["phrase", "story"]`; none for the root.
    path: Vec<String>,
    text: String,
    code: Code,
}

/// What ships of a file: no comments, and nothing that only tests see.
#[derive(Default)]
struct Code {
    /// Every path, imports of the file's own use included: `["crate", "phrase", "Magnitude"]`.
    paths: Vec<Vec<String>>,
    /// The paths that are only passed on to other files: `pub use`.
    exports: Vec<Vec<String>>,
    /// What a name stands for that an import brought in.
    imports: BTreeMap<String, Vec<String>>,
    /// The names of macros that are called.
    macros: BTreeSet<String>,
    /// The text of every literal, one after the other.
    literals: String,
    has_mutable_static: bool,
    /// The files that it declares.
    children: BTreeSet<String>,
    /// The files that it declares for tests only.
    test_children: BTreeSet<String>,
}

impl File {
    fn new(path: &str, text: &str) -> Self {
        let syntax = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut code = Code::default();
        code.visit_file(&syntax);
        Self {
            path: match path {
                "lib" => Vec::new(),
                _ => path.split("::").map(str::to_owned).collect(),
            },
            text: text.to_owned(),
            code,
        }
    }

    fn module(&self) -> &str {
        self.path.first().map_or("lib", String::as_str)
    }

    fn name(&self) -> String {
        if self.path.is_empty() {
            "lib".to_owned()
        } else {
            self.path.join("::")
        }
    }

    /// A path from the root; `None` for one that leads out of this crate.
    fn resolve(&self, path: &[String]) -> Option<Vec<String>> {
        let first = path.first()?;
        let here = || match self.module() {
            "main" => Vec::new(),
            _ => self.path.clone(),
        };
        match first.as_str() {
            "crate" | "esg_tui" => Some(path[1..].to_vec()),
            "self" => Some([here(), path[1..].to_vec()].concat()),
            "super" => {
                let climbs = path.iter().take_while(|name| *name == "super").count();
                let mut parent = here();
                parent.truncate(parent.len().saturating_sub(climbs));
                Some([parent, path[climbs..].to_vec()].concat())
            }
            _ if self.code.children.contains(first) => Some([here(), path.to_vec()].concat()),
            _ => match self.code.imports.get(first) {
                // A crate that is imported by its own name leads nowhere else.
                Some(import) if import.first() != Some(first) => {
                    self.resolve(&[import, &path[1..]].concat())
                }
                _ => None,
            },
        }
    }
}

impl Code {
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_sign = |index: usize, sign: char| matches!(tokens.get(index), Some(TokenTree::Punct(punct)) if punct.as_char() == sign);
        let mut path = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => self.literals.push_str(&literal.to_string()),
                TokenTree::Punct(_) => {}
                TokenTree::Ident(name) => {
                    path.push(name.to_string());
                    let is_macro = is_sign(index + 1, '!')
                        && matches!(tokens.get(index + 2), Some(TokenTree::Group(_)));
                    if is_macro {
                        self.macros.insert(name.to_string());
                    }
                    if !(is_sign(index + 1, ':') && is_sign(index + 2, ':')) {
                        self.paths.push(mem::take(&mut path));
                    }
                }
            }
        }
    }

    fn import(&mut self, tree: &UseTree, path: &mut Vec<String>, is_public: bool) {
        let (name, own) = match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import(&tree.tree, path, is_public);
                path.pop();
                return;
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path, is_public);
                }
                return;
            }
            UseTree::Name(name) => (name.ident.to_string(), name.ident.to_string()),
            UseTree::Rename(name) => (name.rename.to_string(), name.ident.to_string()),
            UseTree::Glob(_) => ("*".to_owned(), "*".to_owned()),
        };
        let mut path = path.clone();
        if own == "self" {
            let name = path.last().cloned().unwrap_or_default();
            self.imports.insert(name, path.clone());
        } else {
            path.push(own);
            self.imports.insert(name, path.clone());
        }
        if is_public {
            self.exports.push(path);
        } else {
            self.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Code {
    fn visit_item(&mut self, item: &'ast Item) {
        let is_hidden = is_for_tests(attributes(item));
        if let Item::Mod(module) = item
            && module.content.is_none()
        {
            let files = if is_hidden {
                &mut self.test_children
            } else {
                &mut self.children
            };
            files.insert(module.ident.to_string());
        }
        if !is_hidden {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_variant(&mut self, variant: &'ast Variant) {
        if !is_for_tests(&variant.attrs) {
            visit::visit_variant(self, variant);
        }
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        if !is_for_tests(&arm.attrs) {
            visit::visit_arm(self, arm);
        }
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // A comment is an attribute called `doc`.
        if !attribute.path().is_ident("doc") {
            visit::visit_attribute(self, attribute);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_public = !matches!(item.vis, Visibility::Inherited);
        self.import(&item.tree, &mut Vec::new(), is_public);
    }

    fn visit_item_static(&mut self, item: &'ast ItemStatic) {
        self.has_mutable_static |= matches!(item.mutability, StaticMutability::Mut(_));
        visit::visit_item_static(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.paths.push(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let name = call
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string());
        self.macros.extend(name);
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_lit(&mut self, literal: &'ast Lit) {
        match literal {
            Lit::Str(text) => self.literals.push_str(&text.token().to_string()),
            Lit::Char(letter) => self.literals.push_str(&letter.token().to_string()),
            _ => {}
        }
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_test = |condition: syn::Path| condition.is_ident("test");
        attribute.path().is_ident("cfg") && attribute.parse_args().is_ok_and(is_test)
    })
}

/// Every file of `src`, but for those that only tests see.
static FILES: LazyLock<Vec<File>> = LazyLock::new(files);

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
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root).expect("the file is below the root");
            let inside = inside.with_extension("");
            let names: Vec<String> = inside
                .iter()
                .map(|name| name.to_string_lossy().into_owned())
                .collect();
            let text = fs::read_to_string(&path).expect("the source is text");
            files.push(File::new(&names.join("::"), &text));
        }
    }
}

/// The files that `file` declares for tests only: `#[cfg(test)] mod proof;`.
fn test_files(file: &File) -> Vec<String> {
    let names = file.code.test_children.iter();
    names
        .map(|name| [&file.path, slice::from_ref(name)].concat().join("::"))
        .collect()
}

/// The height of a module: its floor, and on that the number of modules to its right.
fn height(module: &str) -> Option<(usize, usize)> {
    FLOORS.iter().enumerate().find_map(|(floor, modules)| {
        let position = modules.iter().position(|name| *name == module)?;
        Some((floor, modules.len() - position))
    })
}

/// The imports of a file that are not from below.
fn climbs(file: &File) -> Vec<String> {
    let Some(own) = height(file.module()) else {
        return vec![format!("{} is on no floor", file.name())];
    };
    let paths = file.code.paths.iter().chain(&file.code.exports);
    let modules: BTreeSet<String> = paths
        .filter_map(|path| file.resolve(path)?.into_iter().next())
        .collect();
    modules
        .iter()
        .filter(|module| *module != file.module())
        .filter(|module| height(module).is_none_or(|height| height >= own))
        .map(|module| format!("{} imports {module}", file.name()))
        .collect()
}

/// The file that a path leads to, through the names that other files pass on.
fn target<'a>(files: &'a [File], path: &[String]) -> Option<&'a File> {
    let mut path = path.to_vec();
    // A name is passed on a few times at most.
    for _ in 0..8 {
        let is_on_the_way = |file: &&File| !file.path.is_empty() && path.starts_with(&file.path);
        let file = files
            .iter()
            .filter(is_on_the_way)
            .max_by_key(|file| file.path.len())?;
        let inside = &path[file.path.len()..];
        let import = inside.first().and_then(|name| file.code.imports.get(name));
        let Some(import) = import else {
            return Some(file);
        };
        path = file.resolve(&[import, &inside[1..]].concat())?;
    }
    None
}

/// The groups of files of one room that import each other, directly or through others.
///
/// A file has in common with the files in its folder what is in it, so they may import it although it
/// imports them.
fn circles(files: &[File]) -> BTreeSet<Vec<String>> {
    let mut reached: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let paths = file.code.paths.iter();
        let targets = paths.filter_map(|path| target(files, &file.resolve(path)?));
        let targets = targets
            .filter(|other| other.module() == file.module())
            .filter(|other| !file.path.starts_with(&other.path));
        reached.insert(file.name(), targets.map(File::name).collect());
    }
    // Each round looks one import further, until there is nothing new.
    loop {
        let mut is_complete = true;
        for name in reached.keys().cloned().collect::<Vec<_>>() {
            let others = reached[&name].iter();
            let further: BTreeSet<String> = others
                .flat_map(|other| reached[other].iter().cloned())
                .collect();
            is_complete &= further.is_subset(&reached[&name]);
            reached.entry(name).or_default().extend(further);
        }
        if is_complete {
            break;
        }
    }
    let circle = |name: &String| -> Vec<String> {
        let others = reached[name].iter();
        let mutual = others.filter(|other| reached[*other].contains(name));
        mutual.cloned().collect()
    };
    let circles = reached.keys().map(circle);
    circles.filter(|circle| !circle.is_empty()).collect()
}

/// Whether a path names what `word` says: `std::fs`, a name, or the start of a longer path, `Color::`.
fn is_named_by(path: &[String], word: &str) -> bool {
    let (word, goes_on) = match word.strip_suffix("::") {
        Some(word) => (word, 1),
        None => (word, 0),
    };
    let names: Vec<&str> = word.split("::").collect();
    path.windows(names.len() + goes_on)
        .any(|window| window[..names.len()] == names[..])
}

/// The words of `forbidden` that a file names although its module is not in `allowed`.
fn names(file: &File, forbidden: &[&str], allowed: &[&str]) -> Vec<String> {
    if allowed.contains(&file.module()) {
        return Vec::new();
    }
    let code = &file.code;
    let is_named = |word: &str| match word.strip_suffix('!') {
        Some(name) => code.macros.contains(name),
        None if word == "static mut" => code.has_mutable_static,
        None => {
            let mut paths = code.paths.iter().chain(&code.exports);
            paths.any(|path| is_named_by(path, word))
        }
    };
    forbidden
        .iter()
        .filter(|word| is_named(word))
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

/// The letters beyond Latin in the literals of a file that is not in `locale`.
fn letters(file: &File) -> Vec<String> {
    let name = file.name();
    let allowed = LETTERS.iter().find(|(file, _)| *file == name);
    let is_allowed = |letter: char| allowed.is_some_and(|(_, signs)| signs.contains(letter));
    let letters = file.code.literals.chars();
    let letters: String = letters
        .filter(|letter| *letter > 'ÿ' && letter.is_alphabetic() && !is_allowed(*letter))
        .collect();
    if letters.is_empty() || file.module() == "locale" {
        Vec::new()
    } else {
        vec![format!("{name} says {letters}")]
    }
}

/// The modules that the root declares and that are on no floor.
fn strangers(root: &File) -> Vec<String> {
    let names = root.code.children.iter();
    names
        .filter(|name| height(name).is_none())
        .cloned()
        .collect()
}

/// Holds a rule against every file.
fn hold(rule: impl Fn(&File) -> Vec<String>) {
    let complaints: Vec<String> = FILES.iter().flat_map(rule).collect();
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
fn notices_an_import_that_is_not_from_below() {
    let climbs = |path, text| climbs(&File::new(path, text));
    assert_eq!(
        climbs("widget::bars", "use crate::panel::Panel;"),
        ["widget::bars imports panel"]
    );
    assert_eq!(
        climbs("overlay", "fn f(row: crate::screen::Row) {}"),
        ["overlay imports screen"]
    );
    assert_eq!(
        climbs("overlay", "fn f() { vec![crate::screen::Row::new()] }"),
        ["overlay imports screen"]
    );
    assert_eq!(
        climbs("phrase::story", "use super::super::app::Page;"),
        ["phrase::story imports app"]
    );
    assert_eq!(
        climbs(
            "panel",
            "use crate::{theme::{self, Hue}, screen, run as other};"
        ),
        ["panel imports run", "panel imports screen"]
    );
    assert_eq!(
        climbs("dataset", "use super::derive;"),
        ["dataset imports derive"]
    );
    assert_eq!(
        climbs("dataset", "pub use super::derive::Ledger;"),
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
    assert_eq!(climbs("screen", "use crate::overlay::Hit;"), none);
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
fn has_no_circle_between_the_files_of_a_room() {
    let is_known = |circle: &Vec<String>| {
        CIRCLES
            .iter()
            .any(|known| circle.iter().all(|file| known.contains(&file.as_str())))
    };
    let mut circles = circles(&FILES);
    circles.retain(|circle| !is_known(circle));
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn notices_a_circle_between_files() {
    let circles = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(path, text)| File::new(path, text));
        let circles = circles(&files.collect::<Vec<_>>()).into_iter();
        circles.map(|circle| circle.join(", ")).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    let panel = ("panel", "mod bars; mod mix; use crate::theme::Hue;");
    let bars = ("panel::bars", "use super::mix::Mix;");
    let mix = |text| circles(&[panel, bars, ("panel::mix", text)]);
    assert_eq!(mix(""), none);
    assert_eq!(
        mix("fn f() { crate::panel::bars::draw() }"),
        ["panel::bars, panel::mix"]
    );
    assert_eq!(
        mix("use super::bars; fn f() { assert!(bars::IS_TRUE) }"),
        ["panel::bars, panel::mix"]
    );
    // The path to a name leads to where it comes from, be it out of the crate.
    assert_eq!(mix("use super::Hue;"), none);
    let facade = ("panel", "mod bars; mod mix; pub use bars::Bars;");
    let circle = [facade, bars, ("panel::mix", "use super::Bars;")];
    assert_eq!(circles(&circle), ["panel::bars, panel::mix"]);
    // What files have in common is in the first file of their room.
    let both = ("panel", "mod bars; fn f() { bars::draw() }");
    assert_eq!(circles(&[both, ("panel::bars", "use super::Size;")]), none);
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
    let globals = |path, text| globals(&File::new(path, text));
    assert_eq!(
        globals("app", "static mut COUNT: u32 = 0;"),
        ["app names static mut"]
    );
    assert_eq!(
        globals("app", "static FONT: OnceLock<u8> = OnceLock::new();"),
        ["app names OnceLock"]
    );
    assert_eq!(
        globals("app", "thread_local! { static COUNT: u8 = 0; }"),
        ["app names thread_local!"]
    );
    assert_eq!(
        globals("export::font", "static FONT: LazyLock<Mutex<u8>> = f();"),
        ["export::font names Mutex"]
    );
}

#[test]
fn chooses_colours_in_the_theme_only() {
    let rule = |file: &File| {
        let mut complaints = names(file, &["Color::", "Stylize"], COLOURED);
        // The terminal's own colour is not a choice, but the absence of one.
        let is_chosen =
            |path: &Vec<String>| is_named_by(path, "Color::") && !is_named_by(path, "Color::Reset");
        if !file.code.paths.iter().any(is_chosen) {
            complaints.retain(|complaint| !complaint.ends_with("Color::"));
        }
        complaints
    };
    hold(rule);
    let rule = |path, text| rule(&File::new(path, text));
    assert_eq!(
        rule("panel::mix", "fn f() { let red = Color::Red; }"),
        ["panel::mix names Color::"]
    );
    assert_eq!(
        rule("panel::mix", "use ratatui::style::Stylize;"),
        ["panel::mix names Stylize"]
    );
    assert_eq!(
        rule("widget::mix", "pub struct Part { edge: Color }"),
        [""; 0]
    );
    assert_eq!(
        rule("widget::mix", "const OWN: Color = Color::Reset;"),
        [""; 0]
    );
}

#[test]
fn draws_without_input_or_output() {
    let rule = |file: &File| names_within(file, INPUT_AND_OUTPUT, DRAWING);
    hold(rule);
    let rule = |path, text| rule(&File::new(path, text));
    assert_eq!(
        rule("screen", "fn f() { println!(\"{}\", 1); }"),
        ["screen names println!"]
    );
    assert_eq!(rule("panel", "use std::fs;"), ["panel names std::fs"]);
    assert_eq!(
        rule("panel", "use std::{cmp, time::{Duration, Instant}};"),
        ["panel names std::time"]
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
    let letters = |path, text| letters(&File::new(path, text));
    assert_eq!(
        letters("text", "const VERB: &str = \"ลด\";"),
        ["text says ลด"]
    );
    assert_eq!(
        letters("app", "fn f() { vec!['ฯ', g(r#\"{ \"ก\"#)] }"),
        ["app says ฯก"]
    );
    for (path, text) in [
        ("locale::th", "const UNIT: &str = \"ตัน\";"),
        ("panel", "// ตัน\nconst SIGN: &str = \"≈ → ─ ₂\";"),
        (
            "panel",
            "#[cfg(test)]\nmod tests { const UNIT: &str = \"} ตัน\"; }",
        ),
        ("app::glyphs", "fn f() { split('ำ') }"),
    ] {
        assert_eq!(letters(path, text), [""; 0]);
    }
}
