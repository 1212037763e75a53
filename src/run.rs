//! The terminal loop: the only owner of a terminal, a clock and a signal.
//!
//! It knows no page and no key: a [`Program`] draws into a buffer and answers each event with a [`Flow`].
//! Four threads, of which only the main one writes: one waits for input, one for signals, one for the end of
//! the terminal, and all of them wake the main thread through one bounded channel. Nothing ticks.

use std::fs::File;
use std::io;
use std::io::ErrorKind;
use std::io::IsTerminal;
use std::io::Write;
use std::mem;
use std::os::fd::AsFd;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crossterm::cursor;
use crossterm::event;
use crossterm::event::Event;
use crossterm::event::MouseEventKind;
use crossterm::queue;
use crossterm::style;
use crossterm::style::Attribute;
use crossterm::style::SetAttribute;
use crossterm::terminal;
use crossterm::terminal::Clear;
use crossterm::terminal::ClearType;
use ratatui::backend::Backend;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::layout::Rect;
use rustix::event::PollFd;
use rustix::event::PollFlags;
use rustix::io::Errno;
use rustix::process;
use rustix::process::Signal;
use rustix::termios;
use signal_hook::consts::SIGCONT;
use signal_hook::consts::SIGHUP;
use signal_hook::consts::SIGINT;
use signal_hook::consts::SIGQUIT;
use signal_hook::consts::SIGSTOP;
use signal_hook::consts::SIGTERM;
use signal_hook::consts::SIGTSTP;
use signal_hook::consts::SIGWINCH;
use signal_hook::iterator::Signals;
use signal_hook::low_level;

/// What the loop drives.
pub trait Program {
    /// Draws the page into a blank buffer, which is never empty.
    fn draw(&self, page: &mut Buffer);

    /// Reacts to a key press, a paste, a mouse button press or a turn of the wheel; the loop keeps every
    /// other event.
    fn handle(&mut self, event: Event) -> Flow;

    /// Where the terminal's own cursor stands on the page; `None` hides it.
    fn cursor(&self, _area: Rect) -> Option<Position> {
        None
    }

    /// How long to wait before [`timeout`](Self::timeout), counted from the last reaction that was not
    /// [`Flow::Ignore`]; `None` waits for ever.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// Reacts to the end of [`patience`](Self::patience).
    fn timeout(&mut self) -> Flow {
        Flow::Ignore
    }

    /// The text that [`Flow::Quit`] leaves in the scrollback, made from the page that was last on the screen.
    fn farewell(&self, _page: &Buffer) -> String {
        String::new()
    }
}

/// What a [`Program`] asks of the loop; everything but `Ignore` and `Quit` also draws the page.
#[derive(Clone, Debug, Eq, PartialEq)]
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
    /// Give the terminal back and stop until the shell says `fg`.
    Suspend,
    /// End the loop.
    Quit {
        /// Whether [`Program::farewell`] stays in the scrollback.
        leave_page: bool,
    },
}

/// How the loop starts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether clicks and the wheel are reported.
    pub mouse: bool,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Exit {
    /// The program quit.
    Done,
    /// A signal with this number asked it to end, or the terminal went away, which counts as SIGHUP.
    Signal(i32),
}

/// Takes the terminal, drives the program until it quits, and gives the terminal back.
///
/// Standard output must be a terminal. Call it once in the life of a process, after every other panic hook is
/// in place: its own hook gives the terminal back, then lets the one before it report.
pub fn run<P: Program>(program: &mut P, options: Options) -> io::Result<Exit> {
    // With NO_COLOR crossterm drops bold and reverse too; leaving colours out is the theme's work.
    style::force_color_output(true);
    let screen = Arc::new(Screen::new()?);
    screen.give_back_on_panic();
    // Signals are heard before the terminal is taken and measured, so none falls between.
    let inbox = Inbox::open()?;
    let mut session = Session {
        canvas: Canvas::new(screen.area()?),
        program,
        screen,
        inbox,
        deadline: None,
        mouse: options.mouse,
        is_dirty: true,
        is_stopped: false,
    };
    match session.serve() {
        // A terminal that went away refuses every read and write.
        Err(_) if !session.screen.out.is_terminal() => Ok(Exit::Signal(SIGHUP)),
        end => end,
    }
}

/// The signals that end the loop.
const FATAL: [i32; 4] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM];

/// The signals that do not.
const HARMLESS: [i32; 3] = [SIGTSTP, SIGCONT, SIGWINCH];

/// The events of one burst follow each other within this time.
const BURST: Duration = Duration::from_micros(20);

/// A burst that does not end is drawn this often.
const FRAME: Duration = Duration::from_millis(16);

/// How long the loop may be stuck, writing to a terminal that does not read, after a fatal signal.
const GRACE: Duration = Duration::from_secs(1);

/// The most events that wait for the loop; more stay with the kernel.
const BACKLOG: usize = 1024;

/// The size of a terminal that does not know its own.
const UNKNOWN: Rect = Rect::new(0, 0, 80, 24);

/// Alternate screen, cursor hidden, what is pasted told from what is typed.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// Mouse off, pasting plain, no half-done frame, plain style, main screen, cursor shown.
const LEAVE: &[u8] = b"\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?2026l\x1b[0m\x1b[?1049l\x1b[?25h";

/// Buttons and the wheel (1000) with coordinates of any size (1006). `EnableMouseCapture` reports motion too.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";

/// Undoes `MOUSE_ON`.
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// One run of the loop.
struct Session<'a, P> {
    program: &'a mut P,
    canvas: Canvas,
    screen: Arc<Screen>,
    inbox: Inbox,
    deadline: Option<Instant>,
    mouse: bool,
    is_dirty: bool,
    is_stopped: bool,
}

impl<P: Program> Session<'_, P> {
    fn serve(&mut self) -> io::Result<Exit> {
        // The first frame is out before the threads that wait for an answer to it are started.
        self.draw()?;
        self.inbox.attend(&self.screen)?;
        self.postpone();
        loop {
            self.draw()?;
            let mut news = self.inbox.wait(self.deadline);
            let due = Instant::now() + FRAME;
            // The whole burst is answered before it is drawn.
            loop {
                if let Some(exit) = self.answer(news)? {
                    return Ok(exit);
                }
                let now = Instant::now();
                news = if now < due {
                    self.inbox.wait(Some(now + BURST))
                } else {
                    None
                };
                if news.is_none() {
                    break;
                }
            }
        }
    }

    /// Answers one piece of news, or its absence at the deadline.
    fn answer(&mut self, news: Option<News>) -> io::Result<Option<Exit>> {
        if let Some(exit) = self.heed()? {
            return Ok(Some(exit));
        }
        let flow = match news {
            Some(News::Event(event)) => self.program.handle(event?),
            Some(News::Signal) => Flow::Ignore,
            Some(News::HangUp) => return Ok(Some(Exit::Signal(SIGHUP))),
            None => {
                let flow = self.program.timeout();
                // Even an ignored timeout is over.
                self.postpone();
                flow
            }
        };
        match flow {
            Flow::Ignore => return Ok(None),
            Flow::Draw => {}
            Flow::Redraw => self.canvas.forget(),
            Flow::Write(bytes) => self.tell(&bytes)?,
            Flow::Mouse(mouse) => {
                self.mouse = mouse;
                self.tell(if mouse { MOUSE_ON } else { MOUSE_OFF })?;
            }
            Flow::Suspend => self.suspend(),
            Flow::Quit { leave_page } => {
                if leave_page {
                    // Keys of the same burst may have changed the page that is to stay.
                    self.draw()?;
                }
                self.screen.give_back();
                if leave_page {
                    let farewell = self.program.farewell(&self.canvas.shown);
                    self.screen.write(farewell.as_bytes())?;
                }
                return Ok(Some(Exit::Done));
            }
        }
        self.is_dirty = true;
        self.postpone();
        Ok(None)
    }

    /// Answers the signals that have arrived since the last call.
    fn heed(&mut self) -> io::Result<Option<Exit>> {
        let signals = self.inbox.signals.swap(0, Ordering::Relaxed);
        if signals == 0 {
            return Ok(None);
        }
        let arrived = |signal: &i32| signals & 1 << *signal != 0;
        if let Some(signal) = FATAL.into_iter().find(arrived) {
            return Ok(Some(Exit::Signal(signal)));
        }
        if arrived(&SIGCONT) {
            // Whatever ran meanwhile may have changed the modes and the screen: everything is taken again.
            self.screen.give_back();
            self.canvas.forget();
            self.is_stopped = false;
        } else if arrived(&SIGTSTP) {
            self.screen.give_back();
            self.is_stopped = low_level::raise(SIGSTOP).is_ok();
        }
        self.canvas.resize(self.screen.area()?);
        self.is_dirty = true;
        Ok(None)
    }

    /// Stops this process and those that were started with it, as Ctrl-Z does to a program in cooked mode.
    fn suspend(&mut self) {
        // The kernel ignores Ctrl-Z where no shell of the same session could continue the program.
        if process::getsid(None).is_ok_and(|session| session != process::getpid()) {
            self.screen.give_back();
            self.is_stopped = process::kill_current_process_group(Signal::STOP).is_ok();
        }
        self.canvas.forget();
    }

    /// Writes between two frames, unless the terminal is somebody else's for now.
    fn tell(&self, bytes: &[u8]) -> io::Result<()> {
        if self.screen.is_taken.load(Ordering::Relaxed) {
            self.screen.write(bytes)?;
        }
        Ok(())
    }

    /// Starts the wait for the program's timeout anew.
    fn postpone(&mut self) {
        self.deadline = self
            .program
            .patience()
            .and_then(|patience| Instant::now().checked_add(patience));
    }

    /// Brings the screen up to date in one write.
    fn draw(&mut self) -> io::Result<()> {
        if self.is_stopped || !mem::take(&mut self.is_dirty) {
            return Ok(());
        }
        let frame = self.canvas.draw(self.program)?;
        if self.screen.is_taken.load(Ordering::Relaxed) {
            return self.screen.write(frame);
        }
        // The first frame comes with the alternate screen: no blank one is ever seen.
        let mouse = if self.mouse { MOUSE_ON } else { MOUSE_OFF };
        self.screen.take()?;
        self.screen.write(&[ENTER, mouse, frame].concat())
    }
}

impl<P> Drop for Session<'_, P> {
    fn drop(&mut self) {
        self.screen.give_back();
    }
}

/// What the terminal shows, and how to make it show something else.
struct Canvas {
    shown: Buffer,
    page: Buffer,
    cursor: Option<Position>,
    is_unknown: bool,
    frame: Vec<u8>,
}

impl Canvas {
    fn new(area: Rect) -> Self {
        Self {
            shown: Buffer::empty(area),
            page: Buffer::empty(area),
            cursor: None,
            is_unknown: true,
            frame: Vec::with_capacity(64 * 1024),
        }
    }

    /// Takes nothing for granted about what the terminal shows.
    const fn forget(&mut self) {
        self.is_unknown = true;
    }

    /// Follows the terminal's size.
    fn resize(&mut self, area: Rect) {
        if area != self.page.area {
            self.shown.resize(area);
            self.page.resize(area);
            self.forget();
        }
    }

    /// The bytes that turn what is shown into the program's page: none if they are the same.
    fn draw(&mut self, program: &impl Program) -> io::Result<&[u8]> {
        self.page.reset();
        program.draw(&mut self.page);
        let cursor = program.cursor(self.page.area);
        self.frame.clear();
        if self.is_unknown {
            self.shown.reset();
        }
        let mut changes = self.shown.diff_iter(&self.page).peekable();
        if self.is_unknown || changes.peek().is_some() || cursor != self.cursor {
            queue!(self.frame, terminal::BeginSynchronizedUpdate)?;
            if self.cursor.is_some() {
                queue!(self.frame, cursor::Hide)?;
            }
            if self.is_unknown {
                queue!(
                    self.frame,
                    SetAttribute(Attribute::Reset),
                    Clear(ClearType::All)
                )?;
            }
            CrosstermBackend::new(&mut self.frame).draw(changes)?;
            if let Some(Position { x, y }) = cursor {
                queue!(self.frame, cursor::MoveTo(x, y), cursor::Show)?;
            }
            queue!(self.frame, terminal::EndSynchronizedUpdate)?;
        }
        mem::swap(&mut self.shown, &mut self.page);
        self.cursor = cursor;
        self.is_unknown = false;
        Ok(&self.frame)
    }
}

/// The terminal itself, written to without the buffer and the lock of standard output.
struct Screen {
    out: File,
    is_taken: AtomicBool,
}

impl Screen {
    fn new() -> io::Result<Self> {
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        Ok(Self {
            out,
            is_taken: AtomicBool::new(false),
        })
    }

    /// The size in cells; no query is sent to the terminal.
    fn area(&self) -> io::Result<Rect> {
        let size = termios::tcgetwinsize(&self.out)?;
        let area = Rect::new(0, 0, size.ws_col, size.ws_row);
        Ok(if area.is_empty() { UNKNOWN } else { area })
    }

    fn take(&self) -> io::Result<()> {
        terminal::enable_raw_mode()?;
        self.is_taken.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Restores everything that was changed, once; there is nobody to tell if that fails.
    fn give_back(&self) {
        if self.is_taken.swap(false, Ordering::Relaxed) {
            let _ = self.write(LEAVE);
            let _ = terminal::disable_raw_mode();
        }
    }

    fn give_back_on_panic(self: &Arc<Self>) {
        let screen = Arc::clone(self);
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            screen.give_back();
            report(info);
        }));
    }

    /// Writes everything in as few calls as the terminal allows.
    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            match (&self.out).write(rest) {
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Another process that shares the terminal may have made it non-blocking.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.poll(PollFlags::OUT)?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Waits until the terminal is ready or gone.
    fn poll(&self, flags: PollFlags) -> io::Result<PollFlags> {
        let mut polled = [PollFd::new(&self.out, flags)];
        loop {
            match rustix::event::poll(&mut polled, None) {
                Ok(_) => return Ok(polled[0].revents()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// What wakes the loop.
enum News {
    /// Something for the program, or the end of all input.
    Event(io::Result<Event>),
    /// `Inbox::signals` has changed.
    Signal,
    /// The terminal is gone.
    HangUp,
}

/// Where the threads leave what the loop has to know.
struct Inbox {
    news: Receiver<News>,
    sender: SyncSender<News>,
    /// One bit for each signal, so that a storm of them is one and a full channel loses none.
    signals: Arc<AtomicU32>,
    /// Dropped with the loop, which tells the signal thread that it has ended.
    _presence: Sender<()>,
}

impl Inbox {
    /// Listens to signals.
    fn open() -> io::Result<Self> {
        let (sender, news) = mpsc::sync_channel(BACKLOG);
        let (presence, absence) = mpsc::channel();
        let inbox = Self {
            news,
            sender,
            signals: Arc::new(AtomicU32::new(0)),
            _presence: presence,
        };
        let source = Signals::new(FATAL.iter().chain(&HARMLESS))?;
        let (signals, sender) = (Arc::clone(&inbox.signals), inbox.sender.clone());
        spawn("signals", move || {
            forward_signals(source, &signals, &sender, &absence);
        })?;
        Ok(inbox)
    }

    /// Listens to the terminal too.
    fn attend(&self, screen: &Arc<Screen>) -> io::Result<()> {
        let sender = self.sender.clone();
        spawn("input", move || forward_events(&sender))?;
        let (sender, screen) = (self.sender.clone(), Arc::clone(screen));
        spawn("hang-up", move || forward_hang_up(&screen, &sender))
    }

    /// The next piece of news, or `None` when there is none until then.
    fn wait(&self, until: Option<Instant>) -> Option<News> {
        // A sender of our own keeps the channel open: the only failure is the end of the wait.
        match until {
            None => self.news.recv().ok(),
            Some(until) => {
                let patience = until.saturating_duration_since(Instant::now());
                self.news.recv_timeout(patience).ok()
            }
        }
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map(drop)
}

/// Blocks in crossterm's own read: a poll with a time limit may leave parsed events behind for the next key.
fn forward_events(news: &SyncSender<News>) {
    loop {
        let event = event::read();
        let is_last = event.is_err();
        if event.as_ref().is_ok_and(|event| !is_for_program(event)) {
            continue;
        }
        if news.send(News::Event(event)).is_err() || is_last {
            return;
        }
    }
}

/// Key presses, pastes, and mouse buttons going down; the size comes with SIGWINCH.
fn is_for_program(event: &Event) -> bool {
    match event {
        Event::Mouse(mouse) => !matches!(
            mouse.kind,
            MouseEventKind::Up(_) | MouseEventKind::Drag(_) | MouseEventKind::Moved
        ),
        event => event.is_key_press() || event.is_paste(),
    }
}

/// crossterm does not notice that the terminal is gone and reads for ever; waiting for no event but the end does.
fn forward_hang_up(screen: &Screen, news: &SyncSender<News>) {
    if screen
        .poll(PollFlags::empty())
        .is_ok_and(|flags| flags.intersects(PollFlags::HUP | PollFlags::ERR))
    {
        // The loop may have ended for another reason.
        let _ = news.send(News::HangUp);
    }
}

fn forward_signals(
    mut source: Signals,
    signals: &AtomicU32,
    news: &SyncSender<News>,
    absence: &Receiver<()>,
) {
    for signal in source.forever() {
        signals.fetch_or(1 << signal, Ordering::Relaxed);
        // A full channel wakes the loop as well.
        let _ = news.try_send(News::Signal);
        // In slices, because the clock goes on while the process is stopped.
        let is_stuck = || absence.recv_timeout(GRACE / 10) == Err(RecvTimeoutError::Timeout);
        if FATAL.contains(&signal) && (0..10).all(|_| is_stuck()) {
            let _ = terminal::disable_raw_mode();
            low_level::exit(128 + signal);
        }
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;
    use crossterm::event::KeyEvent;
    use crossterm::event::KeyEventKind;
    use crossterm::event::KeyModifiers;
    use crossterm::event::MouseButton;
    use crossterm::event::MouseEvent;
    use ratatui::style::Style;

    use super::*;

    struct Words(&'static str);

    impl Program for Words {
        fn draw(&self, page: &mut Buffer) {
            page.set_string(0, 0, self.0, Style::new());
        }

        fn handle(&mut self, _: Event) -> Flow {
            Flow::Ignore
        }
    }

    fn drawn(canvas: &mut Canvas, words: &'static str) -> String {
        let frame = canvas.draw(&Words(words)).expect("memory takes everything");
        String::from_utf8(frame.to_vec()).expect("a frame is text")
    }

    #[test]
    fn writes_only_what_has_changed() {
        let mut canvas = Canvas::new(Rect::new(0, 0, 9, 2));
        let first = drawn(&mut canvas, "emissions");
        assert!(first.starts_with("\x1b[?2026h\x1b[0m\x1b[2J"), "{first:?}");
        assert!(first.ends_with("\x1b[?2026l"), "{first:?}");
        assert_eq!(drawn(&mut canvas, "emissions"), "");
        let second = drawn(&mut canvas, "emission!");
        assert!(second.contains("\x1b[1;9H!"), "{second:?}");
        assert!(!second.contains("\x1b[2J"), "{second:?}");
    }

    #[test]
    fn writes_everything_after_a_new_size_or_a_doubt() {
        let mut canvas = Canvas::new(Rect::new(0, 0, 9, 2));
        let first = drawn(&mut canvas, "emissions");
        canvas.resize(Rect::new(0, 0, 9, 2));
        assert_eq!(drawn(&mut canvas, "emissions"), "");
        canvas.forget();
        assert_eq!(drawn(&mut canvas, "emissions"), first);
        canvas.resize(Rect::new(0, 0, 8, 1));
        assert!(drawn(&mut canvas, "emissions").contains("emission\x1b"));
    }

    #[test]
    fn hears_presses_only() {
        let key = |kind| {
            Event::Key(KeyEvent::new_with_kind(
                KeyCode::Enter,
                KeyModifiers::NONE,
                kind,
            ))
        };
        assert!(is_for_program(&key(KeyEventKind::Press)));
        assert!(!is_for_program(&key(KeyEventKind::Release)));
        let mouse = |kind| {
            Event::Mouse(MouseEvent {
                kind,
                column: 0,
                row: 0,
                modifiers: KeyModifiers::NONE,
            })
        };
        assert!(is_for_program(&mouse(MouseEventKind::Down(
            MouseButton::Left
        ))));
        assert!(is_for_program(&mouse(MouseEventKind::ScrollDown)));
        assert!(!is_for_program(&mouse(MouseEventKind::Up(
            MouseButton::Left
        ))));
        assert!(!is_for_program(&mouse(MouseEventKind::Moved)));
        assert!(!is_for_program(&Event::Resize(80, 24)));
    }
}
