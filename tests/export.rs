//! `esg-tui export` as a user runs it: what is written, what is refused, and what is reported.

#[path = "support/bitmap.rs"]
mod bitmap;

use std::ffi::OsStr;
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use png::Decoder;
use rustix::process::{self, Pid, Signal};
use tempfile::TempDir;

use esg_tui::dataset;
use esg_tui::locale::Lang;
use esg_tui::pictures::PictureFormat;

use bitmap::Bitmap;

/// The tabs of the built-in dataset, which name the files.
const TABS: [&str; 4] = ["emissions", "cloud-energy", "logistics", "social"];

/// The options of a picture that is soon drawn.
const SMALL: [&str; 2] = ["--scale", "0.25"];

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

/// The command in its own folder, with nothing in its environment.
fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esg-tui"));
    command.arg("export").args(arguments);
    command.env_clear().env("LANG", "en_US.UTF-8");
    command.current_dir(folder).stdin(Stdio::null());
    command
}

fn export(folder: &TempDir, arguments: &[&str]) -> Output {
    let output = command(folder, arguments).output();
    output.expect("the program starts")
}

/// Exports, and sees that all went well.
fn exported(folder: &TempDir, arguments: &[&str]) -> Output {
    let output = export(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    output
}

fn stderr(output: &Output) -> &str {
    str::from_utf8(&output.stderr).expect("messages are text")
}

/// Everything in a folder, hidden files too, sorted.
fn files(folder: impl AsRef<Path>) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("a file has a name").file_name());
    let mut names: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(folder: &TempDir, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).expect("the file was written")
}

fn is_png(name: &str) -> bool {
    Path::new(name).extension() == Some(OsStr::new("png"))
}

/// The texts in a PNG: keyword and text.
fn texts(bytes: &[u8]) -> Vec<(String, String)> {
    let reader = Decoder::new(Cursor::new(bytes)).read_info();
    let reader = reader.expect("a PNG has a header");
    let chunks = reader.info().utf8_text.iter();
    let texts = chunks.map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("it is text")));
    texts.collect()
}

#[test]
fn writes_every_page_as_a_picture_that_fills_a_screen() {
    let folder = folder();
    exported(&folder, &[]);
    let mut expected = TABS.map(|tab| format!("{tab}.png"));
    expected.sort();
    assert_eq!(files(&folder), expected);
    for name in expected {
        let Bitmap { width, height, .. } = Bitmap::decoded(&read(&folder, &name));
        assert_eq!([width, height], [1920, 1080], "{name}");
    }
}

#[test]
fn a_scale_of_two_is_ultra_high_definition() {
    let folder = folder();
    exported(&folder, &["social", "--scale", "2"]);
    let Bitmap { width, height, .. } = Bitmap::decoded(&read(&folder, "social.png"));
    assert_eq!([width, height], [3840, 2160]);
}

#[test]
fn a_picture_says_what_it_shows_and_how_it_was_made() {
    let folder = folder();
    exported(
        &folder,
        &[&["emissions", "--lang", "th"], &SMALL[..]].concat(),
    );
    let texts = texts(&read(&folder, "emissions.png"));
    let keywords: Vec<&str> = texts.iter().map(|(keyword, _)| keyword.as_str()).collect();
    assert_eq!(keywords, ["Title", "Description", "Source", "Comment"]);
    assert!(texts.iter().all(|(_, text)| !text.is_empty()));
    assert!(texts[1].1.contains("4.681"), "{}", texts[1].1);
    assert_eq!(
        texts[3].1,
        "esg-tui export emissions --for slide --theme dark --lang th --scale 0.25"
    );
}

#[test]
fn the_command_in_a_picture_makes_it_again() {
    let pages: [&[&str]; 7] = [
        &["--layer", "table", "--figure", "youth-schools"],
        &["--layer", "card", "--figure", "doctors-trained"],
        &["--color", "never"],
        &["--lang", "th", "--theme", "light"],
        &["--size", "100x30", "--transparent"],
        &["--present", "--lang", "en"],
        &["--ascii", "--theme", "mono"],
    ];
    for options in pages {
        let [first, second] = [folder(), folder()];
        exported(
            &first,
            &[&["social", "-f", "svg", "-f", "png"], options, &SMALL].concat(),
        );
        let names = files(&first);
        for png in names.iter().filter(|name| is_png(name)) {
            let (_, command) = texts(&read(&first, png)).pop().expect("it comes last");
            let words: Vec<&str> = command.split(' ').collect();
            assert_eq!(words[..2], ["esg-tui", "export"]);
            let formats = ["-f", "svg", "-f", "png"];
            let before = files(&second).len();
            exported(&second, &[&words[2..], &formats].concat());
            assert_eq!(files(&second).len(), before + 2, "of one page: {command}");
        }
        assert_eq!(names, files(&second));
        for name in names {
            assert!(read(&first, &name) == read(&second, &name), "{name}");
        }
    }
}

#[test]
fn a_shell_runs_no_part_of_an_id_in_the_command() {
    let ids = [
        ("social", "-a$(>b);c&d'e"),
        ("\"logistics", "\"f`>g`(h)"),
        ("youth-schools", "-$i'&;#(j)"),
    ];
    let mut report = dataset::BUILT_IN.to_owned();
    for (plain, wild) in ids {
        report = report.replace(&format!("{plain}\""), &format!("{wild}\""));
        report = report.replace(&format!("{{{plain}"), &format!("{{{wild}"));
    }
    let program = Path::new(env!("CARGO_BIN_EXE_esg-tui"));
    let path = program.parent().expect("a program is in a folder");
    let pages: [&[&str]; 3] = [
        &["--figure=-$i'&;#(j)", "--layer", "card"],
        &["--present", "--figure=-$i'&;#(j)"],
        &["--", "f`>g`(h)"],
    ];
    for page in pages {
        let [first, second] = [folder(), folder()];
        for folder in [&first, &second] {
            fs::write(folder.path().join("-data.json"), &report).expect("there is room");
        }
        exported(&first, &[&["--data=-data.json"], &SMALL[..], page].concat());
        let names = files(&first);
        assert_eq!(names.len(), 2, "{names:?}");
        let png = names
            .iter()
            .find(|name| is_png(name))
            .expect("a picture was written");
        let (_, line) = texts(&read(&first, png)).pop().expect("it comes last");
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &line]).current_dir(&second);
        let output = shell.env("PATH", path).output().expect("a shell starts");
        assert_eq!(output.status.code(), Some(0), "{line}: {}", stderr(&output));
        assert_eq!(files(&second), names, "{line}");
        assert!(read(&first, png) == read(&second, png), "{line}");
    }
}

#[test]
fn an_id_leads_out_of_no_folder() {
    let folder = folder();
    let report = dataset::BUILT_IN.replace("\"social\"", "\"../social\"");
    fs::write(folder.path().join("report.json"), report).expect("there is room");
    let page = ["../social", "--data", "report.json", "-o", "pages/"];
    exported(&folder, &[&page, &SMALL[..]].concat());
    assert_eq!(files(&folder), ["pages", "report.json"]);
    assert_eq!(files(folder.path().join("pages")), ["..-social.png"]);
}

#[test]
fn no_font_of_the_machine_is_read() {
    let [here, elsewhere] = [folder(), folder()];
    let page = ["emissions", "--lang", "th", "--scale", "0.5"];
    exported(&here, &page);
    let mut bare = command(&elsewhere, &page);
    let output = bare
        .env("FONTCONFIG_FILE", "/dev/null")
        .env("HOME", elsewhere.path())
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(files(&elsewhere), ["emissions.png"]);
    assert!(read(&here, "emissions.png") == read(&elsewhere, "emissions.png"));
}

#[test]
fn existing_files_are_refused_and_nothing_is_written() {
    let folder = folder();
    fs::write(folder.path().join("social.png"), "mine").expect("the folder takes a file");
    let output = export(&folder, &SMALL);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "esg-tui: social.png already exists; use --force to replace it\n"
    );
    // Not even the pages that come before it.
    assert_eq!(files(&folder), ["social.png"]);
    assert_eq!(read(&folder, "social.png"), b"mine");
}

#[test]
fn a_link_to_nothing_is_an_existing_file() {
    let folder = folder();
    symlink("nowhere", folder.path().join("social.png")).expect("the folder takes a link");
    let output = export(&folder, &SMALL);
    let expected = "esg-tui: social.png already exists; use --force to replace it\n";
    assert_eq!(stderr(&output), expected);
    assert_eq!(files(&folder), ["social.png"]);
}

#[test]
fn a_folder_is_no_file_to_replace() {
    let folder = folder();
    fs::create_dir(folder.path().join("social.txt")).expect("the folder takes another");
    for force in [&[][..], &["--force"]] {
        let output = export(&folder, &[&["social", "-f", "txt"], force].concat());
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(stderr(&output), "esg-tui: social.txt is a folder\n");
    }
    assert_eq!(files(&folder), ["social.txt"]);
}

#[test]
fn a_device_is_written_to_and_stays_one() {
    let folder = folder();
    // Without --force, with which a mistake would cost the machine its device.
    let output = exported(&folder, &["social", "-f", "txt", "-o", "/dev/null"]);
    assert_eq!(stderr(&output), "esg-tui: wrote /dev/null\n");
    let device = fs::metadata("/dev/null").expect("it is there");
    assert!(device.file_type().is_char_device());
    let output = export(&folder, &["-f", "txt", "-o", "/dev/null"]);
    assert!(stderr(&output).contains("cannot write 4 pictures to /dev/null; "));
    assert_eq!(files(&folder), [""; 0]);
}

#[test]
fn force_replaces_existing_files() {
    let folder = folder();
    let path = folder.path().join("page.txt");
    fs::write(&path, "mine").expect("the folder takes a file");
    let output = exported(&folder, &["social", "-o", "page.txt", "--force"]);
    assert_eq!(stderr(&output), "esg-tui: wrote page.txt\n");
    assert_eq!(files(&folder), ["page.txt"]);
    assert!(fs::read_to_string(path).is_ok_and(|text| text.contains("320,000")));
}

#[test]
fn force_replaces_what_a_link_leads_to_and_keeps_the_link() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("pages")).expect("the folder takes another");
    fs::write(path("pages/old.txt"), "mine").expect("the folder takes a file");
    let links = [
        ("page.txt", "pages/old.txt"),
        ("twice.txt", "page.txt"),
        ("dangling.txt", "pages/new.txt"),
    ];
    for (link, target) in links {
        symlink(target, path(link)).expect("the folder takes a link");
    }
    for (link, written) in [
        ("twice.txt", "pages/old.txt"),
        ("dangling.txt", "pages/new.txt"),
    ] {
        let output = exported(&folder, &["social", "-o", link, "--force"]);
        let expected = format!("esg-tui: wrote {link} -> {written}\n");
        assert_eq!(stderr(&output), expected);
        let text = fs::read_to_string(path(written));
        assert!(text.is_ok_and(|text| text.contains("320,000")), "{link}");
    }
    for (link, target) in links {
        assert_eq!(fs::read_link(path(link)).ok(), Some(target.into()));
    }
    assert_eq!(files(path("pages")), ["new.txt", "old.txt"]);
    symlink("circle.txt", path("circle.txt")).expect("the folder takes a link");
    let output = export(&folder, &["social", "-o", "circle.txt", "--force"]);
    let reason = "esg-tui: circle.txt: Too many levels of symbolic links\n";
    assert_eq!((output.status.code(), stderr(&output)), (Some(1), reason));
}

#[test]
fn what_a_killed_export_left_is_swept_by_the_next() {
    let folder = folder();
    let left = ".esg-tui-Abc123.tmp";
    fs::create_dir(folder.path().join("pages")).expect("the folder takes another");
    for path in [left.to_owned(), format!("pages/{left}")] {
        fs::write(folder.path().join(path), "half").expect("the folder takes a file");
    }
    fs::write(folder.path().join(".esg-tui.tmp"), "mine").expect("the folder takes a file");
    exported(&folder, &["social", "-f", "txt", "-o", "pages/"]);
    assert_eq!(files(folder.path().join("pages")), ["social.txt"]);
    // Another folder is none of its business.
    assert_eq!(
        files(&folder),
        [".esg-tui-Abc123.tmp", ".esg-tui.tmp", "pages"]
    );
    let mut init = Command::new(env!("CARGO_BIN_EXE_esg-tui"));
    let output = init.arg("init").current_dir(&folder).output();
    assert!(output.is_ok_and(|output| output.status.success()));
    assert_eq!(files(&folder), [".esg-tui.tmp", "pages", "report.json"]);
}

#[test]
fn a_file_beyond_the_limit_of_the_process_is_an_error_and_leaves_nothing() {
    let folder = folder();
    for command in [
        "export social -f png",
        "export social -f txt",
        "init --from alibaba",
    ] {
        let mut shell = Command::new("/bin/sh");
        let line = format!(
            "ulimit -f 2; exec {} {command}",
            env!("CARGO_BIN_EXE_esg-tui")
        );
        shell.args(["-c", &line]).current_dir(&folder);
        let output = shell.output().expect("a shell starts");
        assert_eq!(
            output.status.code(),
            Some(1),
            "{command}: {:?}",
            output.status
        );
        assert!(
            stderr(&output).ends_with(": File too large\n"),
            "{}",
            stderr(&output)
        );
        assert_eq!(files(&folder), [""; 0], "{command}");
    }
}

#[test]
fn a_signal_leaves_whole_files_and_nothing_else() {
    let folder = folder();
    for number in 0..24_u64 {
        let signal = [Signal::TERM, Signal::INT][number as usize % 2];
        let mut pages = command(
            &folder,
            &[&["--present", "-f", "svg", "--force"], &SMALL[..]].concat(),
        );
        let mut child = pages
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        thread::sleep(Duration::from_millis(20 * number));
        // One that has ended has nothing to leave.
        let _ = process::kill_process(pid.expect("a process has a number"), signal);
        let status = child.wait().expect("it is our child");
        assert!(
            status.success() || status.signal() == Some(signal.as_raw()),
            "{status}"
        );
        for name in files(&folder) {
            let extension = Path::new(&name).extension();
            assert_eq!(extension, Some(OsStr::new("svg")), "{name}");
            let text = fs::read_to_string(folder.path().join(&name)).expect("it is text");
            assert!(text.ends_with("</svg>\n"), "{name}");
        }
    }
}

#[test]
fn several_pages_and_formats_go_into_a_folder() {
    let folder = folder();
    fs::create_dir(folder.path().join("pictures")).expect("the folder takes another");
    let page = ["social", "emissions", "-o", "pictures/new"];
    let formats = PictureFormat::ALL
        .map(|format| ["-f", format.name()])
        .concat();
    let output = exported(&folder, &[&page[..], &formats, &SMALL].concat());
    let mut written: Vec<String> = Vec::new();
    for tab in ["social", "emissions"] {
        for format in PictureFormat::ALL
            .into_iter()
            .filter(|format| !format.is_document())
        {
            written.push(format!("{tab}.{}", format.name()));
        }
    }
    written.extend(["report.pdf", "report.pptx"].map(str::to_owned));
    let lines = written
        .iter()
        .map(|name| format!("esg-tui: wrote pictures/new/{name}\n"));
    assert_eq!(stderr(&output), lines.collect::<String>());
    assert!(output.stdout.is_empty());
    written.sort();
    assert_eq!(files(folder.path().join("pictures/new")), written);
    assert_eq!(files(&folder), ["pictures"]);
}

#[test]
fn a_document_holds_all_pages_and_goes_by_their_tab() {
    let folder = folder();
    for (options, wrote) in [
        (&["-f", "pdf"][..], "report.pdf"),
        (&["social", "-f", "pdf"], "social.pdf"),
        (&["social", "--present", "-f", "pptx"], "social.pptx"),
        (&["-o", "all.pdf"], "all.pdf"),
        (&["--present", "-o", "talk.pptx"], "talk.pptx"),
    ] {
        let output = exported(&folder, &[options, &SMALL].concat());
        assert_eq!(stderr(&output), format!("esg-tui: wrote {wrote}\n"));
    }
    let names = [
        "all.pdf",
        "report.pdf",
        "social.pdf",
        "social.pptx",
        "talk.pptx",
    ];
    assert_eq!(files(&folder), names);
    let output = export(&folder, &["-f", "pdf", "-f", "pptx", "-o", "all"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let output = export(&folder, &["-f", "pdf", "-f", "png", "-o", "new.pdf"]);
    let message = "esg-tui: cannot write 5 pictures to new.pdf; ";
    assert!(stderr(&output).starts_with(message), "{}", stderr(&output));
}

#[test]
fn what_is_named_twice_is_written_once() {
    let folder = folder();
    let output = exported(&folder, &["social", "social", "-f", "txt", "-f", "txt"]);
    assert_eq!(stderr(&output), "esg-tui: wrote social.txt\n");
}

#[test]
fn the_name_of_the_output_decides_the_format() {
    let folder = folder();
    for format in PictureFormat::ALL {
        let name = format!("page.{}", format.name().to_uppercase());
        exported(&folder, &[&["social", "-o", &name], &SMALL[..]].concat());
        let bytes = read(&folder, &name);
        let start: &[u8] = match format {
            PictureFormat::Svg => b"<svg ",
            PictureFormat::Png => b"\x89PNG",
            PictureFormat::Txt => b"\n",
            PictureFormat::Ansi => b"\x1b[",
            PictureFormat::Pdf => b"%PDF-1.7\n",
            PictureFormat::Pptx => b"PK\x03\x04",
        };
        assert!(bytes.starts_with(start), "{name}");
    }
}

#[test]
fn a_name_that_belies_the_format_is_refused() {
    let folder = folder();
    for (arguments, reason) in [
        (
            &["-o", "d.jpg"][..],
            "d.jpg does not end in a picture format",
        ),
        (
            &["-o", "d.svg", "-f", "png"],
            "asks for svg, but --format asks for png",
        ),
        (
            &["--figure", "net-emissions"],
            "available figures: visually-impaired-users",
        ),
    ] {
        let output = export(&folder, &[&["social"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    assert_eq!(files(&folder), [""; 0]);
    exported(&folder, &["social", "-o", "d.log", "-f", "txt"]);
    exported(&folder, &["social", "-o", "e.d/", "-f", "txt"]);
    assert_eq!(files(&folder), ["d.log", "e.d"]);
}

#[test]
fn tabs_go_by_number_and_by_id_in_any_case() {
    let folder = folder();
    let output = exported(&folder, &["4", "SOCIAL", "Emissions", "-f", "txt"]);
    let wrote = "esg-tui: wrote social.txt\nesg-tui: wrote emissions.txt\n";
    assert_eq!(stderr(&output), wrote);
    let output = exported(&folder, &["--tab", "3", "-f", "txt"]);
    assert_eq!(stderr(&output), "esg-tui: wrote logistics.txt\n");
}

#[test]
fn a_picture_without_room_for_everything_is_told() {
    let folder = folder();
    let output = exported(&folder, &["social", "-f", "txt", "--size", "40x12"]);
    assert_eq!(
        stderr(&output),
        "esg-tui: wrote social.txt\n\
         esg-tui: warning: social does not fit into 40x12; \
         use a larger --size to show more, or --present to show one panel at a time\n"
    );
    let slides = ["social", "-f", "txt", "--present", "--size", "20x6"];
    let output = exported(&folder, &slides);
    let warning = "social-slide2 does not fit into 20x6; use a larger --size to show more\n";
    assert!(stderr(&output).contains(warning), "{}", stderr(&output));
    let layer = ["social", "-f", "ansi", "--layer", "sources"];
    let output = exported(&folder, &[&layer[..], &["--size", "80x24"]].concat());
    let warning = "warning: the sources layer of social does not fit into 80x24; \
                   use a larger --size to show more\n";
    assert!(stderr(&output).ends_with(warning), "{}", stderr(&output));
    for lang in ["en", "th"] {
        for options in [&["--present"][..], &[]] {
            let all = [
                &["-f", "txt", "-o", "all", "--force", "--lang", lang],
                options,
            ]
            .concat();
            let output = exported(&folder, &all);
            assert!(stderr(&output).lines().all(|line| line.contains("all/")));
        }
    }
}

#[test]
fn a_picture_of_a_panel_tells_of_nothing_else() {
    let folder = folder();
    let report = "re port.json";
    fs::write(folder.path().join(report), dataset::BUILT_IN).expect("the folder takes a file");
    let slides = ["emissions", "--present", "-d", report];
    exported(&folder, &[&slides, &SMALL[..]].concat());
    let [title, description, _, command] = &texts(&read(&folder, "emissions-slide2.png"))[..]
    else {
        panic!("a picture has four texts");
    };
    assert!(
        title.1.ends_with("Reductions in own operations"),
        "{title:?}"
    );
    assert!(description.1.contains("1.419"));
    assert!(!description.1.contains("22.907"), "{description:?}");
    let options = "--data 're port.json' --present --figure own-reductions --scale 0.25";
    assert!(command.1.ends_with(options), "{command:?}");
}

#[test]
fn an_environment_of_ascii_holds_for_text_and_not_for_pictures() {
    let folder = folder();
    let formats = ["-f", "txt", "-f", "svg", "-f", "ansi"];
    let mut plain = command(&folder, &[&["social"], &formats[..]].concat());
    let output = plain.env("LC_ALL", "C").output();
    assert!(output.is_ok_and(|output| output.status.success()));
    let is_ascii = |name| read(&folder, name).is_ascii();
    assert!(is_ascii("social.txt") && is_ascii("social.ansi"));
    let before = read(&folder, "social.svg");
    exported(&folder, &["social", "-f", "svg", "--force"]);
    assert!(before == read(&folder, "social.svg"));
}

#[test]
fn switches_of_the_environment_take_any_yes_or_no() {
    let folder = folder();
    for (value, is_on) in [("1", true), ("Yes", true), ("true", true)]
        .into_iter()
        .chain([("0", false), ("no", false), ("false", false), ("", false)])
    {
        let mut plain = command(&folder, &["social", "-f", "txt", "--force"]);
        let variables = [
            "ESG_TUI_LANG",
            "ESG_TUI_TAB",
            "ESG_TUI_DATA",
            "ESG_TUI_THEME",
        ];
        let plain = plain.envs(variables.map(|name| (name, "")));
        // Only the dashboard reads them.
        plain
            .env("ESG_TUI_AUTOPLAY", "3")
            .env("ESG_TUI_ASCII", value);
        let output = plain.output().expect("the program starts");
        assert_eq!(stderr(&output), "esg-tui: wrote social.txt\n", "{value}");
        assert_eq!(read(&folder, "social.txt").is_ascii(), is_on, "{value}");
    }
}

#[test]
fn reports_invalid_variables_and_ignores_unused_ones() {
    let folder = folder();
    let wrong = [
        ("ESG_TUI_PRESENT", "maybe"),
        ("ESG_TUI_LANG", "xx"),
        ("ESG_TUI_THEME", "blue"),
        ("ESG_TUI_COLOR", "some"),
    ];
    for (variable, value) in wrong {
        let mut plain = command(&folder, &["social", "-f", "txt"]);
        let output = plain.env(variable, value).output();
        let output = output.expect("the program starts");
        assert_eq!(output.status.code(), Some(2));
        let expected = format!("invalid value '{value}' for '{variable}'");
        assert!(stderr(&output).contains(&expected), "{}", stderr(&output));
        let has_words = stderr(&output).contains("[possible values: auto, ");
        assert_eq!(has_words, variable != "ESG_TUI_PRESENT");
    }
    // An option is not a variable, and it overrides one.
    let mut plain = command(&folder, &["social", "--lang", "yy"]);
    let output = plain.env("ESG_TUI_LANG", "xx").output();
    let output = output.expect("the program starts");
    assert!(stderr(&output).contains("'yy' for '--lang <LANG>'"));
    let mut plain = command(&folder, &["social", "-f", "txt"]);
    let idle = [("ESG_TUI_AUTOPLAY", "soon"), ("ESG_TUI_NO_MOUSE", "maybe")];
    let output = plain.envs(idle).output().expect("the program starts");
    assert_eq!(stderr(&output), "esg-tui: wrote social.txt\n");
}

#[test]
fn words_are_taken_in_any_case() {
    let folder = folder();
    let page = [
        "social", "-f", "TXT", "--theme", "Light", "--color", "NEVER",
    ];
    let layer = ["--layer", "Table", "--size", "200x60"];
    let mut plain = command(&folder, &[&page[..], &layer].concat());
    let output = plain.env("ESG_TUI_LANG", "TH").output();
    let output = output.expect("the program starts");
    assert_eq!(stderr(&output), "esg-tui: เขียน social.txt แล้ว\n");
    let text = read(&folder, "social.txt");
    assert!(String::from_utf8_lossy(&text).contains(Lang::Th.words().table_title));
}

#[test]
fn a_number_below_zero_is_answered_with_the_range() {
    let folder = folder();
    for (option, range) in [("--scale", "0.25 to 8"), ("--autoplay", "0.1 to 86400")] {
        let output = export(&folder, &[option, "-3"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains(range), "{}", stderr(&output));
    }
}

#[test]
fn a_dataset_that_cannot_be_opened_is_an_invalid_one() {
    let folder = folder();
    for (path, reason) in [
        ("missing.json", "No such file or directory"),
        (".", "Is a directory"),
    ] {
        let output = export(&folder, &["-d", path]);
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(stderr(&output), format!("esg-tui: {path}: {reason}\n"));
    }
}

#[test]
fn a_pipe_gets_what_a_file_gets() {
    let folder = folder();
    for format in PictureFormat::ALL {
        let options = [&["logistics", "-f", format.name(), "-o"], &SMALL[..]];
        let [page, size] = options;
        let output = exported(&folder, &[page, &["-"], size].concat());
        assert_eq!(stderr(&output), "", "the pipe says it all");
        assert_eq!(files(&folder), [""; 0]);
        exported(&folder, &[page, &["page.bin"], size].concat());
        assert!(
            output.stdout == read(&folder, "page.bin"),
            "{}",
            format.name()
        );
        fs::remove_file(folder.path().join("page.bin")).expect("it is there");
    }
}

#[test]
fn two_pictures_do_not_fit_into_one_file() {
    let folder = folder();
    let pages: [&[&str]; 5] = [
        &["social", "emissions", "-o", "page.png"],
        &["social", "-f", "png", "-f", "svg", "-o", "page.png"],
        &["social", "--present", "-o", "page.png"],
        &["social", "emissions", "-f", "txt", "-o", "-"],
        &["-o", "page.png"],
    ];
    for page in pages {
        let output = export(&folder, page);
        assert_eq!(output.status.code(), Some(2), "{page:?}");
        assert!(
            stderr(&output).starts_with("esg-tui: cannot write "),
            "{}",
            stderr(&output)
        );
        assert_eq!(stderr(&output).lines().count(), 1);
        assert_eq!(
            page.contains(&"-"),
            stderr(&output).contains("standard output")
        );
        assert!(output.stdout.is_empty());
    }
    assert_eq!(files(&folder), [""; 0]);
}

#[test]
fn an_unknown_tab_is_answered_with_the_known_ones() {
    let folder = folder();
    for page in [
        &["social", "water"][..],
        &["--tab", "water"],
        &["5"],
        &["0"],
    ] {
        let output = export(&folder, page);
        assert_eq!(output.status.code(), Some(2));
        let expected = format!(
            "esg-tui: there is no tab `{}`; available tabs: {}\n",
            page[page.len() - 1],
            TABS.join(", ")
        );
        assert_eq!(stderr(&output), expected);
    }
    assert_eq!(files(&folder), [""; 0]);
}

#[test]
fn figures_go_by_id_in_any_case_and_an_unknown_one_is_answered_with_the_nearest() {
    let folder = folder();
    let page = ["--figure", "PUE", "-f", "txt", "--layer", "card"];
    let output = exported(&folder, &[&page[..], &["--size", "80x60"]].concat());
    assert_eq!(stderr(&output), "esg-tui: wrote cloud-energy.txt\n");
    let text = read(&folder, "cloud-energy.txt");
    assert!(String::from_utf8_lossy(&text).contains("1.215"));
    let output = export(&folder, &["--figure", "net-emission"]);
    assert_eq!(output.status.code(), Some(2));
    let start = "esg-tui: there is no figure `net-emission` here; did you mean `net-emissions`? \
                 available figures: net-emissions, ";
    assert!(stderr(&output).starts_with(start), "{}", stderr(&output));
    let (_, ids) = stderr(&output)
        .split_once("available figures: ")
        .expect("it lists the ids");
    let mut ids: Vec<&str> = ids.trim_end().split(", ").collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let output = export(&folder, &["--figure", "?"]);
    assert!(stderr(&output).contains("no figure `?` here; available figures"));
}

#[test]
fn a_folder_that_takes_nothing_is_a_failure_in_one_line() {
    let folder = folder();
    fs::write(folder.path().join("taken"), "mine").expect("the folder takes a file");
    let (missing, no_folder) = ("No such file or directory", "Not a directory");
    let outputs = [
        ("taken/pictures", no_folder),
        ("taken/page.png", no_folder),
        ("missing/page.png", missing),
        ("missing/pictures", missing),
        ("missing/pictures/", missing),
        ("/proc/pictures", missing),
        ("/proc/page.png", missing),
    ];
    for (path, reason) in outputs {
        let output = export(&folder, &[&["social", "-o", path], &SMALL[..]].concat());
        assert_eq!(output.status.code(), Some(1), "{path}: {}", stderr(&output));
        assert_eq!(stderr(&output).lines().count(), 1, "{}", stderr(&output));
        assert_eq!(stderr(&output), format!("esg-tui: {path}: {reason}\n"));
    }
    assert_eq!(files(&folder), ["taken"]);
    assert_eq!(read(&folder, "taken"), b"mine");
}

#[test]
fn text_has_no_codes_and_no_trailing_spaces() {
    let folder = folder();
    for lang in ["en", "th"] {
        exported(&folder, &["-f", "txt", "--lang", lang, "-o", lang]);
        for tab in TABS {
            let text = read(&folder, &format!("{lang}/{tab}.txt"));
            let text = String::from_utf8(text).expect("text is UTF-8");
            assert_eq!(text.lines().count(), 30);
            assert!(text.ends_with('\n'));
            assert!(
                text.lines()
                    .all(|line| !line.ends_with(char::is_whitespace))
            );
            assert!(
                text.chars()
                    .all(|character| character == '\n' || !character.is_control())
            );
        }
    }
}

#[test]
fn coloured_text_shows_a_terminal_the_same_text() {
    let folder = folder();
    for lang in ["en", "th"] {
        let text = ["-f", "txt", "--lang", lang, "-o", "plain"];
        exported(&folder, &[&text[..], &["--force"]].concat());
        for color in ["always", "never"] {
            let ansi = ["-f", "ansi", "--lang", lang, "-o", color, "--color", color];
            exported(&folder, &[&ansi[..], &["--force"]].concat());
            for tab in TABS {
                let read = |name: &str| {
                    let bytes = read(&folder, name);
                    String::from_utf8(bytes).expect("text is UTF-8")
                };
                let text = read(&format!("plain/{tab}.txt"));
                let ansi = read(&format!("{color}/{tab}.ansi"));
                // A row more than the page, for the line feed at its end.
                let mut terminal = vt100::Parser::new(31, 106, 0);
                terminal.process(ansi.replace('\n', "\r\n").as_bytes());
                let screen = terminal.screen();
                let shown: Vec<String> = screen.rows(0, 106).collect();
                let shown: Vec<&str> = shown.iter().map(|row| row.trim_end()).collect();
                let shown = shown.join("\n");
                if color == "never" {
                    assert_eq!(shown, text, "{tab} in {lang}");
                }
                // With colours bars have other blocks, and the same words around them.
                assert_eq!(words(&shown), words(&text), "{tab} in {lang}");
                let last = screen.cell(30, 0).map(vt100::Cell::bgcolor);
                assert_eq!(last, Some(vt100::Color::Default), "the colours are reset");
            }
        }
    }
}

/// The words and numbers of a page, sorted.
fn words(page: &str) -> Vec<&str> {
    let mut words: Vec<&str> = page
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect();
    words.sort_unstable();
    words
}

#[test]
fn text_draws_a_derived_bar_with_blocks_of_its_own() {
    let folder = folder();
    let page = |options: &[&str]| {
        let text = ["cloud-energy", "-f", "txt", "-o", "page.txt", "--force"];
        exported(&folder, &[&text[..], options].concat());
        String::from_utf8(read(&folder, "page.txt")).expect("text is UTF-8")
    };
    let plain = page(&["--color", "never"]);
    assert!(!plain.contains("▇▇"), "{plain}");
    for theme in ["dark", "light", "high-contrast", "mono"] {
        assert_eq!(page(&["--theme", theme]), plain, "{theme}");
    }
}

#[test]
fn a_transparent_page_lets_a_slide_show_through() {
    let folder = folder();
    exported(&folder, &["emissions", "--scale", "0.5", "--transparent"]);
    let bitmap = Bitmap::decoded(&read(&folder, "emissions.png"));
    let alphas: Vec<u8> = bitmap.pixels.iter().map(|pixel| pixel[3]).collect();
    let corners = [0, bitmap.width as usize - 1, alphas.len() - 1];
    assert_eq!(corners.map(|at| alphas[at]), [0; 3]);
    let (clear, drawn): (Vec<u8>, Vec<u8>) = alphas.iter().partition(|alpha| **alpha == 0);
    assert!(clear.len() > drawn.len(), "most of the page is clear");
    assert!(alphas.contains(&u8::MAX), "the bars are not");
}

#[test]
fn presenting_gives_every_panel_a_picture() {
    let folder = folder();
    let dataset = dataset::load(dataset::BUILT_IN).expect("the built-in dataset is one");
    exported(&folder, &[&["--present"], &SMALL[..]].concat());
    let mut expected = vec!["cover.png".to_owned(), "notes.png".to_owned()];
    for tab in &dataset.tabs {
        let count = tab.panels().count();
        expected.extend((1..=count).map(|number| format!("{}-slide{number}.png", tab.id)));
    }
    expected.sort();
    assert_eq!(files(&folder), expected);
    let first = read(&folder, &expected[0]);
    assert!(Bitmap::decoded(&first) != Bitmap::decoded(&read(&folder, &expected[1])));
}

#[test]
fn characters_that_no_font_has_are_named_once() {
    let folder = folder();
    let text = dataset::BUILT_IN.replace("Alibaba Group", "阿里 Group ☃");
    fs::write(folder.path().join("report.json"), text).expect("the folder takes a file");
    let output = exported(&folder, &[&["-d", "report.json"], &SMALL[..]].concat());
    let warnings: Vec<&str> = stderr(&output)
        .lines()
        .filter(|line| line.contains("warning"))
        .collect();
    assert_eq!(
        warnings,
        [
            "esg-tui: warning: the fonts do not have these characters, so they are drawn as boxes: ☃里阿"
        ]
    );
    assert_eq!(files(&folder).len(), 1 + TABS.len());
}

#[test]
fn a_broken_dataset_is_placed_and_nothing_is_written() {
    let folder = folder();
    let text = "{\n  \"format\": 1,\n  \"report\": ]\n}\n";
    fs::write(folder.path().join("broken.json"), text).expect("the folder takes a file");
    for output in ["pictures", "page.png", "-"] {
        let output = export(&folder, &["social", "-d", "broken.json", "-o", output]);
        assert_eq!(output.status.code(), Some(3));
        assert!(
            stderr(&output).contains("broken.json:3:13\n"),
            "{}",
            stderr(&output)
        );
        assert!(output.stdout.is_empty());
    }
    assert_eq!(files(&folder), ["broken.json"]);
}
