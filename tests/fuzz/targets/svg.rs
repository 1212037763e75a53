//! A picture of any accepted dataset is well-formed XML without anything active in it.

#![no_main]

use esg_tui::derive::Ledger;
use esg_tui::pictures::{Picture, PictureFormat};
use esg_tui_fuzz::{accepted, split};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Some((choice, file)) = split(input) else {
        return;
    };
    let Some(dataset) = accepted(file) else {
        return;
    };
    let picture = Picture {
        view: choice.view,
        width: choice.width.max(1),
        height: choice.height.max(1),
        preset: None,
        scale: 1.0,
        is_transparent: false,
        data: None,
    };
    let printed = picture.print(&Ledger::new(&dataset), &[PictureFormat::Svg]);
    let svg = std::str::from_utf8(&printed.files[0]).expect("an SVG is UTF-8");
    let document = roxmltree::Document::parse(svg).expect("the picture is well-formed");
    for node in document.descendants() {
        let name = node.tag_name().name();
        assert!(
            !matches!(name, "script" | "foreignObject" | "image"),
            "<{name}> in a picture"
        );
        assert!(
            node.attributes()
                .all(|attribute| !attribute.name().starts_with("on")),
            "a handler in <{name}>"
        );
    }
});
