//! The terminal loop: the only owner of a terminal, a clock and a signal.
//!
//! It knows no page and no key: a [`Program`] answers each event with a [`Flow`] and hands out its
//! [page](Program::Page), which is drawn in its own thread. Only the main thread writes. The other threads
//! wait for input, for signals and for the end of the terminal, and all of them wake the main thread through
//! one bounded channel. Nothing ticks.

mod drawer;
mod inbox;
mod painter;
mod tty;

use std::io;
use std::panic;
use std::process;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use painter::Painter;

use drawer::Drawer;
use inbox::{Inbox, Wake};
use tty::Tty;

use crate::system::{self, SignalRequest};

/// What the loop drives.
pub trait Program {
    /// What is shown at one time.
    type Page: Draw;

    /// What is to be shown now in this area, which is never empty.
    fn page(&self, area: Rect) -> Self::Page;

    /// Reacts to a key press, a paste, a mouse button press or a turn of the wheel; the loop keeps every
    /// other event.
    fn handle(&mut self, event: Event) -> Flow;

    /// How long to wait before [`timeout`](Self::timeout), counted from the last reaction that was not
    /// [`Flow::Ignore`]; `None` waits for ever.
    fn idle_timeout(&self) -> Option<Duration> {
        None
    }

    /// Reacts to a wake of a [`Waker`].
    fn wake(&mut self) -> Flow {
        Flow::Ignore
    }

    /// Reacts to the end of [`idle_timeout`](Self::idle_timeout).
    fn timeout(&mut self) -> Flow {
        Flow::Ignore
    }

    /// The text that [`Flow::Quit`] leaves in the scrollback, made from the page that was last on the screen.
    fn exit_text(&self, _page: &Buffer) -> String {
        String::new()
    }
}

/// A page that can be drawn while the program goes on.
pub trait Draw: Send {
    /// Draws into a blank buffer, which is never empty.
    fn draw(&self, buffer: &mut Buffer);

    /// Where the terminal's own cursor is; `None` hides it.
    fn cursor(&self, _area: Rect) -> Option<Position> {
        None
    }
}

/// What a [`Program`] asks of the loop; everything but `Ignore` and `Quit` also draws the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing has changed.
    Ignore,
    /// Draw what has changed.
    Draw,
    /// Clear the screen and draw everything.
    Redraw,
    /// Hand bytes to the terminal that do not move its cursor, such as OSC 52.
    Write(Vec<u8>),
    /// Report clicks and the wheel, or leave the mouse to the terminal.
    Mouse(bool),
    /// Restore the terminal and stop until the shell says `fg`.
    Suspend,
    /// End with [`Exit::Replaced`] as soon as no page is being drawn: the screen stays for the next program.
    Replace,
    /// End the loop.
    Quit {
        /// Whether [`Program::exit_text`] stays in the scrollback.
        leave_page: bool,
    },
}

/// How the loop starts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Whether clicks and the wheel are reported.
    pub mouse: bool,
    /// Whether the terminal erases with the selected background (terminfo's `bce`).
    pub erases_in_colour: bool,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The program quit.
    Done,
    /// Another program goes on in the same terminal.
    Replaced,
    /// A signal with this number asked it to end, or the terminal went away, which counts as SIGHUP.
    Signal(i32),
}

impl Exit {
    /// The exit code of the process: 0, or 128 and the number of the signal.
    pub fn code(self) -> u8 {
        match self {
            Self::Done | Self::Replaced => 0,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(1),
        }
    }
}

/// Wakes the loop from another thread.
#[derive(Clone, Debug)]
pub struct Waker(SyncSender<Wake>);

impl Waker {
    /// Has [`Program::wake`] called; does nothing once the loop has ended.
    pub fn wake(&self) {
        let _ = self.0.send(Wake::Program);
    }
}

/// The loop and its terminal, for one program or several one after the other.
pub struct EventLoop {
    tty: Arc<Tty>,
    inbox: Inbox,
    painter: Painter,
    area: Rect,
    has_readers: bool,
}

impl EventLoop {
    /// Prepares the terminal, which is entered with the first page.
    ///
    /// Standard output must be a terminal. Call it once in the life of a process, after every other panic hook
    /// is in place: its own hook restores the terminal, then lets the one before it report.
    pub fn open(settings: Settings) -> io::Result<Self> {
        let tty = Arc::new(Tty::open(settings.mouse)?);
        tty.restore_on_panic();
        // Signals are heard before the terminal is measured and entered, so none falls between.
        let inbox = Inbox::open(&tty)?;
        Ok(Self {
            area: tty.area()?,
            tty,
            inbox,
            painter: Painter::new(settings.erases_in_colour),
            has_readers: false,
        })
    }

    /// What wakes the loop from another thread.
    pub fn waker(&self) -> Waker {
        Waker(self.inbox.sender())
    }

    /// Drives the program until it quits, and restores the terminal unless it is replaced.
    ///
    /// A page that is still being drawn at the end is not waited for: the process ends here.
    pub fn run<P: Program>(&mut self, program: &mut P) -> io::Result<Exit> {
        thread::scope(|scope| {
            let (drawer, drawing) = Drawer::start(scope, self.inbox.sender())?;
            let mut session = Session {
                program,
                owner: self,
                drawer,
                deadline: None,
                is_dirty: true,
                is_stopped: false,
                last_step: None,
            };
            let end = session.serve();
            if matches!(end, Ok(LoopEnd::Exit(Exit::Replaced))) {
                return Ok(Exit::Replaced);
            }
            session.owner.tty.restore();
            let exit = match end {
                Ok(LoopEnd::Exit(exit)) => exit,
                Ok(LoopEnd::DrawingFailed) => {
                    drop(session);
                    return drawing
                        .join()
                        .map_or_else(|panic| panic::resume_unwind(panic), |()| Ok(Exit::Done));
                }
                // A terminal that went away refuses every read and write.
                Err(_) if session.owner.tty.is_gone() => Exit::Signal(system::HANG_UP),
                Err(error) => return Err(error),
            };
            if session.drawer.is_busy() {
                process::exit(exit.code().into());
            }
            Ok(exit)
        })
    }
}

/// Why the loop ends.
enum LoopEnd {
    /// Somebody wants it to.
    Exit(Exit),
    /// The thread that draws has panicked, and has reported it.
    DrawingFailed,
}

/// One run of the loop.
struct Session<'a, P: Program> {
    program: &'a mut P,
    owner: &'a mut EventLoop,
    drawer: Drawer<P::Page>,
    deadline: Option<Instant>,
    /// Whether the page has changed since the last one was given to the drawer.
    is_dirty: bool,
    /// Whether the process is stopped, or about to be.
    is_stopped: bool,
    /// What the loop does as soon as no page is being drawn.
    last_step: Option<LastStep>,
}

/// How the loop ends when the last page is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LastStep {
    /// The page stays in the scrollback.
    LeavePage,
    /// Another program goes on.
    Replace,
}

impl<P: Program> Session<'_, P> {
    fn serve(&mut self) -> io::Result<LoopEnd> {
        // The first page is drawn while the terminal is made ready for it.
        self.draw();
        self.owner.tty.make_raw()?;
        if !self.owner.has_readers {
            self.owner.inbox.start_readers(&self.owner.tty)?;
            self.owner.has_readers = true;
        }
        self.restart_deadline();
        loop {
            let wake = self.owner.inbox.wait(self.deadline);
            if let Some(end) = self.answer(wake)? {
                return Ok(end);
            }
            self.draw();
        }
    }

    /// Answers what has woken the loop, or that nothing has until the deadline.
    fn answer(&mut self, wake: Option<Wake>) -> io::Result<Option<LoopEnd>> {
        if let Some(exit) = self.handle_signals()? {
            return Ok(Some(LoopEnd::Exit(exit)));
        }
        let flow = match wake {
            Some(Wake::Event(event)) => self.handle(event?)?,
            Some(Wake::Signal) => Flow::Ignore,
            Some(Wake::Program) => self.program.wake(),
            Some(Wake::HangUp) => return Ok(Some(LoopEnd::Exit(Exit::Signal(system::HANG_UP)))),
            Some(Wake::Drawn(page, cursor)) => {
                self.show(page, cursor)?;
                Flow::Ignore
            }
            Some(Wake::DrawingFailed) => return Ok(Some(LoopEnd::DrawingFailed)),
            None => {
                let flow = self.program.timeout();
                // Even an ignored timeout is over.
                self.restart_deadline();
                flow
            }
        };
        match flow {
            Flow::Ignore => {}
            Flow::Quit { leave_page: false } => return Ok(Some(LoopEnd::Exit(Exit::Done))),
            Flow::Quit { leave_page: true } => self.last_step = Some(LastStep::LeavePage),
            Flow::Replace => self.last_step = Some(LastStep::Replace),
            flow => {
                self.obey(flow)?;
                self.is_dirty = true;
                self.restart_deadline();
            }
        }
        if self.last_step == Some(LastStep::Replace) && !self.drawer.is_busy() {
            return Ok(Some(LoopEnd::Exit(Exit::Replaced)));
        }
        // Keys of the same burst may have changed the page that is to stay.
        let is_leaving = self.last_step == Some(LastStep::LeavePage);
        if is_leaving && !self.is_dirty && !self.drawer.is_busy() {
            self.owner.tty.restore();
            let text = self.program.exit_text(self.owner.painter.shown());
            self.owner.tty.print(&text)?;
            return Ok(Some(LoopEnd::Exit(Exit::Done)));
        }
        Ok(None)
    }

    fn handle(&mut self, event: Event) -> io::Result<Flow> {
        if let Event::Resize(..) = event {
            self.owner.area = self.owner.tty.area()?;
            return Ok(Flow::Draw);
        }
        Ok(self.program.handle(event))
    }

    /// Does what the program asks for before its page is drawn.
    fn obey(&mut self, flow: Flow) -> io::Result<()> {
        match flow {
            Flow::Ignore | Flow::Draw | Flow::Quit { .. } | Flow::Replace => {}
            Flow::Redraw => self.owner.painter.forget(),
            Flow::Write(bytes) => self.owner.tty.write_control(&bytes)?,
            Flow::Mouse(has_mouse) => self.owner.tty.set_mouse(has_mouse)?,
            Flow::Suspend => {
                self.is_stopped = system::suspend(|| self.owner.tty.restore());
                self.owner.painter.forget();
            }
        }
        Ok(())
    }

    /// Answers the signals that have arrived since the last call.
    fn handle_signals(&mut self) -> io::Result<Option<Exit>> {
        let Some(request) = self.owner.inbox.request() else {
            return Ok(None);
        };
        match request {
            SignalRequest::End(signal) => return Ok(Some(Exit::Signal(signal))),
            SignalRequest::Continue => {
                // Whatever ran meanwhile may have changed the modes and the screen.
                self.owner.tty.restore();
                self.owner.tty.make_raw()?;
                self.owner.painter.forget();
                self.is_stopped = false;
            }
            SignalRequest::Stop => {
                self.owner.tty.restore();
                self.owner.painter.forget();
                self.is_stopped = system::raise_stop();
            }
            SignalRequest::Resize => {}
        }
        self.owner.area = self.owner.tty.area()?;
        self.is_dirty = true;
        Ok(None)
    }

    /// Starts the wait for the program's timeout again.
    fn restart_deadline(&mut self) {
        let timeout = self.program.idle_timeout();
        self.deadline = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
    }

    /// Has the page drawn if it has changed, once the one before it is drawn.
    fn draw(&mut self) {
        let is_replaced = self.last_step == Some(LastStep::Replace);
        let is_wanted = self.is_dirty && !self.is_stopped && !is_replaced;
        if is_wanted && !self.drawer.is_busy() {
            self.is_dirty = false;
            let page = self.program.page(self.owner.area);
            self.drawer.draw(page, self.owner.area);
        }
    }

    /// Brings the screen up to date in one write.
    fn show(&mut self, mut page: Buffer, cursor: Option<Position>) -> io::Result<()> {
        if self.is_stopped || page.area != self.owner.area {
            self.is_dirty = true;
        } else {
            let frame = self.owner.painter.paint(&mut page, cursor);
            if !frame.is_empty() {
                self.owner.tty.show(frame)?;
            }
        }
        self.drawer.reuse(page);
        Ok(())
    }
}
