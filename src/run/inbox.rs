//! What wakes the loop: one bounded channel, and the threads that write to it.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU8, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::Exit;
use super::tty::Tty;
use crate::system::{self, SignalRequest, spawn};

/// The most wakes that wait for the loop; more input stays with the kernel.
const BACKLOG: usize = 1024;

/// How long the loop may be stuck after a fatal signal, such as in a write to a terminal that does not read.
const GRACE: Duration = Duration::from_secs(1);

/// What wakes the loop.
pub(super) enum Wake {
    /// Something for the program, or the end of all input.
    Event(io::Result<Event>),
    /// A signal was noted.
    Signal,
    /// Another thread has something for the program.
    Program,
    /// The terminal is gone.
    HangUp,
    /// A page is drawn, and this is its cursor.
    Drawn(Buffer, Option<Position>),
    /// The drawing of a page has panicked.
    DrawingFailed,
}

/// Where the threads leave what the loop has to know.
pub(super) struct Inbox {
    wakes: Receiver<Wake>,
    sender: SyncSender<Wake>,
    signals: Arc<Signals>,
    /// Dropped with the loop, which tells the thread of the signals that it has ended.
    _presence: Sender<()>,
}

impl Inbox {
    /// Listens to signals; `tty` is restored if one is fatal and the loop is stuck.
    pub(super) fn open(tty: &Arc<Tty>) -> io::Result<Self> {
        let (sender, wakes) = mpsc::sync_channel(BACKLOG);
        let (presence, absence) = mpsc::channel();
        let inbox = Self {
            wakes,
            sender,
            signals: Arc::default(),
            _presence: presence,
        };
        let (tty, signals, sender) = (Arc::clone(tty), Arc::clone(&inbox.signals), inbox.sender());
        system::listen(move |request| {
            signals.note(request);
            // A full channel wakes the loop as well.
            let _ = sender.try_send(Wake::Signal);
            if let SignalRequest::End(signal) = request
                && is_stuck(&absence)
            {
                tty.restore_while_stuck();
                process::exit(Exit::Signal(signal).code().into());
            }
        })?;
        Ok(inbox)
    }

    /// Listens to the terminal too.
    pub(super) fn start_readers(&self, tty: &Arc<Tty>) -> io::Result<()> {
        let sender = self.sender();
        spawn("input", move || forward_events(&sender))?;
        let (tty, sender) = (Arc::clone(tty), self.sender());
        spawn("hang-up", move || {
            if tty.wait_for_end() {
                // The loop may have ended for another reason.
                let _ = sender.send(Wake::HangUp);
            }
        })
    }

    /// What wakes the loop from another thread.
    pub(super) fn sender(&self) -> SyncSender<Wake> {
        self.sender.clone()
    }

    /// The next wake, or `None` when there is none until then.
    pub(super) fn wait(&self, until: Option<Instant>) -> Option<Wake> {
        // A sender of our own keeps the channel open: the only failure is the end of the wait.
        match until {
            None => self.wakes.recv().ok(),
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                self.wakes.recv_timeout(left).ok()
            }
        }
    }

    /// What the signals ask for that have arrived since the last call.
    pub(super) fn request(&self) -> Option<SignalRequest> {
        self.signals.take()
    }
}

/// The signals that were not handled yet: a storm of them is one, and a full channel loses none.
#[derive(Default)]
struct Signals {
    /// The number of a fatal one, or zero.
    fatal: AtomicI32,
    /// A bit for each of the others.
    others: AtomicU8,
}

/// The bits of [`Signals::others`], the most urgent first: who continues or stops looks at the size, too.
const OTHERS: [(u8, SignalRequest); 3] = [
    (1, SignalRequest::Continue),
    (2, SignalRequest::Stop),
    (4, SignalRequest::Resize),
];

impl Signals {
    fn note(&self, request: SignalRequest) {
        if let SignalRequest::End(signal) = request {
            self.fatal.store(signal, Ordering::Relaxed);
        }
        for (bit, other) in OTHERS {
            if other == request {
                self.others.fetch_or(bit, Ordering::Relaxed);
            }
        }
    }

    fn take(&self) -> Option<SignalRequest> {
        let fatal = self.fatal.swap(0, Ordering::Relaxed);
        if fatal != 0 {
            return Some(SignalRequest::End(fatal));
        }
        let others = self.others.swap(0, Ordering::Relaxed);
        let first = OTHERS.iter().find(|(bit, _)| others & bit != 0);
        first.map(|(_, request)| *request)
    }
}

/// Whether the loop is still there after its time of grace.
fn is_stuck(absence: &Receiver<()>) -> bool {
    // In slices, because the clock goes on while the process is stopped.
    (0..10).all(|_| absence.recv_timeout(GRACE / 10) == Err(RecvTimeoutError::Timeout))
}

/// Blocks in crossterm's own read: a poll with a time limit may leave parsed events behind for the next key.
fn forward_events(sender: &SyncSender<Wake>) {
    loop {
        let event = event::read();
        let is_last = event.is_err();
        if event.as_ref().is_ok_and(|event| !is_for_loop(event)) {
            continue;
        }
        if sender.send(Wake::Event(event)).is_err() || is_last {
            return;
        }
    }
}

/// Key presses, pastes, mouse buttons going down, and a new size where no signal tells it.
fn is_for_loop(event: &Event) -> bool {
    match event {
        Event::Mouse(mouse) => !matches!(
            mouse.kind,
            MouseEventKind::Up(_) | MouseEventKind::Drag(_) | MouseEventKind::Moved
        ),
        Event::Resize(..) => !system::SIGNALS_SIZE,
        Event::Paste(_) => true,
        event => event.is_key_press(),
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{
        KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    };

    use super::*;

    #[test]
    fn forwards_presses_only() {
        let key = |kind| {
            Event::Key(KeyEvent::new_with_kind(
                KeyCode::Enter,
                KeyModifiers::NONE,
                kind,
            ))
        };
        assert!(is_for_loop(&key(KeyEventKind::Press)));
        assert!(!is_for_loop(&key(KeyEventKind::Release)));
        let mouse = |kind| {
            Event::Mouse(MouseEvent {
                kind,
                column: 0,
                row: 0,
                modifiers: KeyModifiers::NONE,
            })
        };
        assert!(is_for_loop(&mouse(MouseEventKind::Down(MouseButton::Left))));
        assert!(is_for_loop(&mouse(MouseEventKind::ScrollDown)));
        assert!(!is_for_loop(&mouse(MouseEventKind::Up(MouseButton::Left))));
        assert!(!is_for_loop(&mouse(MouseEventKind::Moved)));
    }

    #[test]
    fn handles_the_most_urgent_signal_and_each_storm_once() {
        let signals = Signals::default();
        assert_eq!(signals.take(), None);
        for request in [
            SignalRequest::Resize,
            SignalRequest::Stop,
            SignalRequest::Continue,
        ] {
            signals.note(request);
            signals.note(request);
        }
        assert_eq!(signals.take(), Some(SignalRequest::Continue));
        assert_eq!(signals.take(), None);
        signals.note(SignalRequest::Resize);
        signals.note(SignalRequest::End(15));
        assert_eq!(signals.take(), Some(SignalRequest::End(15)));
    }
}
