//! The thread that draws.

use std::io;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, Builder, Scope, ScopedJoinHandle};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Draw;
use super::inbox::Wake;

/// Draws pages in its own thread, so that a slow one holds up no key and no signal.
pub(super) struct Drawer<P> {
    pages: SyncSender<(P, Buffer)>,
    /// What is drawn into next; `None` while a page is being drawn.
    buffer: Option<Buffer>,
}

impl<P: Draw> Drawer<P> {
    /// Starts the thread, which sends what it has drawn to `inbox`.
    pub(super) fn start<'scope, 'env>(
        scope: &'scope Scope<'scope, 'env>,
        inbox: SyncSender<Wake>,
    ) -> io::Result<(Self, ScopedJoinHandle<'scope, ()>)>
    where
        P: 'scope,
    {
        // One page at a time: the next is asked for when this one is there.
        let (pages, jobs) = mpsc::sync_channel(1);
        let thread = Builder::new()
            .name("drawing".to_owned())
            .spawn_scoped(scope, move || draw(&jobs, &inbox))?;
        let drawer = Self {
            pages,
            buffer: Some(Buffer::default()),
        };
        Ok((drawer, thread))
    }

    /// Whether a page is being drawn.
    pub(super) const fn is_busy(&self) -> bool {
        self.buffer.is_none()
    }

    /// Starts to draw a page of this size, unless another one is being drawn.
    pub(super) fn draw(&mut self, page: P, area: Rect) {
        if let Some(mut buffer) = self.buffer.take() {
            buffer.resize(area);
            // A thread that has panicked has said so to the loop.
            let _ = self.pages.send((page, buffer));
        }
    }

    /// Takes a buffer to draw the next page into.
    pub(super) fn reuse(&mut self, buffer: Buffer) {
        self.buffer = Some(buffer);
    }
}

fn draw<P: Draw>(jobs: &Receiver<(P, Buffer)>, inbox: &SyncSender<Wake>) {
    let _alarm = Alarm(inbox);
    for (page, mut buffer) in jobs {
        buffer.reset();
        page.draw(&mut buffer);
        let cursor = page.cursor(buffer.area);
        if inbox.send(Wake::Drawn(buffer, cursor)).is_err() {
            return;
        }
    }
}

/// Tells the loop if the thread panics.
struct Alarm<'a>(&'a SyncSender<Wake>);

impl Drop for Alarm<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            // The loop may have ended meanwhile.
            let _ = self.0.send(Wake::DrawingFailed);
        }
    }
}
