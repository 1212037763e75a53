//! How long a page takes from the dataset to the screen, to each picture and to text.

use std::sync::LazyLock;

use divan::Bencher;
use ratatui::buffer::Buffer;

use esg_tui::app::Page;
use esg_tui::check;
use esg_tui::dataset::{self, Dataset};
use esg_tui::derive::Ledger;
use esg_tui::export::{self, Canvas, Meta, Rgb, Scene};
use esg_tui::locale::Lang;
use esg_tui::report;
use esg_tui::view::View;

/// The size of a picture that fills a screen of 1920 by 1080 pixels.
const SIZE: (u16, u16) = (128, 36);

/// A page as dark as that of the dashboard.
const NIGHT: Canvas = Canvas::new(Rgb(230, 237, 243), Rgb(13, 17, 23));

static DATASET: LazyLock<Dataset> =
    LazyLock::new(|| dataset::load(dataset::BUILT_IN).expect("the built-in dataset is one"));

fn main() {
    divan::main();
}

/// The names of the tabs, one a line of the table.
fn tabs() -> impl Iterator<Item = &'static str> {
    DATASET.tabs.iter().map(|tab| tab.id.as_str())
}

fn view(tab: &str) -> View {
    let tab = tabs().position(|id| id == tab).unwrap_or_default();
    View {
        tab,
        is_picture: true,
        ..View::default()
    }
}

fn draw(ledger: &Ledger<'_>, view: &View) -> Buffer {
    let (width, height) = SIZE;
    Page {
        ledger,
        view,
        hints: &[],
    }
    .draw(width, height)
}

fn first_page() -> Buffer {
    draw(&Ledger::new(&DATASET), &View::default())
}

fn first_scene() -> Scene {
    Scene::new(&first_page(), &NIGHT)
}

#[divan::bench(args = tabs())]
fn page(bencher: Bencher<'_, '_>, tab: &str) {
    let (ledger, view) = (Ledger::new(&DATASET), view(tab));
    bencher.bench_local(|| draw(&ledger, &view));
}

#[divan::bench(args = tabs())]
fn page_in_thai(bencher: Bencher<'_, '_>, tab: &str) {
    let ledger = Ledger::new(&DATASET);
    let view = View {
        lang: Lang::Th,
        ..view(tab)
    };
    bencher.bench_local(|| draw(&ledger, &view));
}

#[divan::bench]
fn scene(bencher: Bencher<'_, '_>) {
    let page = first_page();
    bencher.bench_local(|| Scene::new(&page, &NIGHT));
}

#[divan::bench]
fn svg(bencher: Bencher<'_, '_>) {
    let (scene, meta) = (first_scene(), Meta::default());
    bencher.bench_local(|| export::svg(&scene, &meta));
}

#[divan::bench]
fn png_1080p(bencher: Bencher<'_, '_>) {
    let (scene, meta) = (first_scene(), Meta::default());
    bencher.bench_local(|| export::png(&scene, 1.0, &meta));
}

#[divan::bench]
fn png_4k(bencher: Bencher<'_, '_>) {
    let (scene, meta) = (first_scene(), Meta::default());
    bencher.bench_local(|| export::png(&scene, 2.0, &meta));
}

#[divan::bench]
fn text_report(bencher: Bencher<'_, '_>) {
    let ledger = Ledger::new(&DATASET);
    let every: Vec<usize> = (0..DATASET.tabs.len()).collect();
    bencher
        .bench_local(|| report::report(&ledger, Lang::En, &every, report::ReportFormat::Text, 100));
}

#[divan::bench]
fn check_of_the_built_in_dataset(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| check::check(dataset::BUILT_IN));
}

#[divan::bench]
fn load_and_derive(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| {
        let dataset = dataset::load(dataset::BUILT_IN).expect("the built-in dataset is one");
        Ledger::new(&dataset).facts.len()
    });
}
