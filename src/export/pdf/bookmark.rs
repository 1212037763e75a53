//! The bookmarks of a PDF: one a page, below one for each outer heading that several pages share.

use pdf_writer::{Finish, Pdf, Ref, TextStr};

use super::object::Refs;
use crate::export::slide::Slide;

/// A bookmark with those below it.
struct Bookmark<'a> {
    number: Ref,
    title: &'a str,
    page: Ref,
    below: Vec<Self>,
}

/// Writes the bookmarks of the pages and returns their root.
pub(super) fn bookmarks(
    pdf: &mut Pdf,
    refs: &mut Refs,
    slides: &[Slide<'_>],
    pages: &[Ref],
) -> Ref {
    let pages: Vec<(&[String], Ref)> = slides
        .iter()
        .map(|slide| slide.headings)
        .zip(pages.iter().copied())
        .collect();
    let bookmarks = gathered(&pages, refs);
    let root = refs.next();
    let mut outline = pdf.outline(root);
    if let [first, .., last] | [first @ last] = &bookmarks[..] {
        outline.first(first.number);
        outline.last(last.number);
    }
    outline.count(bookmarks.iter().map(count).sum());
    outline.finish();
    write(pdf, root, &bookmarks);
    root
}

/// Gathers pages next to each other that share their outer heading.
fn gathered<'a>(pages: &[(&'a [String], Ref)], refs: &mut Refs) -> Vec<Bookmark<'a>> {
    let shared = |(headings, _): &(&[String], Ref)| {
        let is_outer = headings.len() > 1;
        headings.first().filter(|_| is_outer).cloned()
    };
    let mut bookmarks = Vec::new();
    for group in pages.chunk_by(|one, next| shared(one).is_some() && shared(one) == shared(next)) {
        let (headings, page) = group[0];
        let Some((title, inner)) = headings.split_first() else {
            continue;
        };
        let number = refs.next();
        let below: Vec<(&[String], Ref)> = group
            .iter()
            .filter(|_| !inner.is_empty())
            .map(|(headings, page)| (&headings[1..], *page))
            .collect();
        bookmarks.push(Bookmark {
            number,
            title,
            page,
            below: gathered(&below, refs),
        });
    }
    bookmarks
}

/// Counts a bookmark and those below it.
fn count(bookmark: &Bookmark<'_>) -> i32 {
    1 + bookmark.below.iter().map(count).sum::<i32>()
}

fn write(pdf: &mut Pdf, parent: Ref, bookmarks: &[Bookmark<'_>]) {
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let mut item = pdf.outline_item(bookmark.number);
        item.title(TextStr(bookmark.title));
        item.parent(parent);
        if let Some(previous) = index.checked_sub(1).map(|index| &bookmarks[index]) {
            item.prev(previous.number);
        }
        if let Some(next) = bookmarks.get(index + 1) {
            item.next(next.number);
        }
        if let [first, .., last] | [first @ last] = &bookmark.below[..] {
            item.first(first.number);
            item.last(last.number);
            item.count(count(bookmark) - 1);
        }
        item.dest().page(bookmark.page).fit();
        item.finish();
        write(pdf, bookmark.number, &bookmark.below);
    }
}
