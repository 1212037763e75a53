//! A pseudo-terminal with a screen to look at, for tests that drive a real program.
//!
//! Every wait has a deadline and looks at the screen; nothing here sleeps for a fixed time.

use std::io::Read;
use std::io::Write;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use portable_pty::Child;
use portable_pty::CommandBuilder;
use portable_pty::MasterPty;
use portable_pty::PtySize;
use rustix::process;
use rustix::process::Pid;
use rustix::process::Signal;
use rustix::process::WaitOptions;
use vt100::MouseProtocolMode;
use vt100::Parser;
use vt100::Screen;

/// How long anything may take on a busy machine.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A program in its own terminal.
pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<JoinHandle<()>>,
    output: Arc<Output>,
    cooked: String,
}

/// What the program has written, and how the screen looks.
struct Output {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser,
    bytes: Vec<u8>,
    is_reading: bool,
    has_ended: bool,
}

/// A command with nothing in its environment but what a terminal sets.
pub(crate) fn command<'a>(
    program: &str,
    arguments: impl IntoIterator<Item = &'a str>,
) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env_clear();
    for (name, value) in [
        ("LANG", "en_US.UTF-8"),
        ("PATH", "/usr/bin:/bin"),
        ("TERM", "xterm-256color"),
    ] {
        command.env(name, value);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

impl Terminal {
    /// Starts a command in a terminal of this size.
    pub(crate) fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pty = portable_pty::native_pty_system().openpty(size(columns, rows));
        let pty = pty.expect("a pseudo-terminal opens");
        let cooked = modes(&*pty.master);
        let writer = pty.master.take_writer().expect("the writer is still there");
        let mut source = pty
            .master
            .try_clone_reader()
            .expect("the terminal can be read");
        let child = pty
            .slave
            .spawn_command(command)
            .expect("the command starts");
        // An open slave would keep the end of the output from us.
        drop(pty.slave);
        let output = Arc::new(Output {
            state: Mutex::new(State {
                parser: parser(columns, rows),
                bytes: Vec::new(),
                is_reading: true,
                has_ended: false,
            }),
            changed: Condvar::new(),
        });
        let reader = {
            let output = Arc::clone(&output);
            thread::spawn(move || output.follow(&mut *source))
        };
        Self {
            child,
            master: Some(pty.master),
            writer: Some(writer),
            reader: Some(reader),
            output,
            cooked,
        }
    }

    /// Types.
    pub(crate) fn keys(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("the terminal is there");
        writer
            .write_all(keys.as_bytes())
            .expect("the terminal takes keys");
    }

    /// Waits until the screen shows the text.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen is as described.
    pub(crate) fn wait_until(&self, description: &str, is_so: impl Fn(&Screen) -> bool) {
        self.wait(description, |state| is_so(state.parser.screen()));
    }

    /// Waits until the program has written these bytes this many times.
    pub(crate) fn wait_for_bytes(&self, bytes: &str, times: usize) {
        self.wait(&format!("{times} times {bytes:?}"), |state| {
            count(&state.bytes, bytes) >= times
        });
    }

    /// How often the program has written these bytes.
    pub(crate) fn count(&self, bytes: &str) -> usize {
        count(&self.output.lock().bytes, bytes)
    }

    /// Everything on the screen, for a look at it.
    pub(crate) fn contents(&self) -> String {
        self.output.lock().parser.screen().contents()
    }

    /// Changes the size; the screen model keeps a size that it can bear.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let mut state = self.output.lock();
        let (model_columns, model_rows) = bearable(columns, rows);
        state
            .parser
            .screen_mut()
            .set_size(model_rows, model_columns);
        let master = self.master.as_ref().expect("the terminal is there");
        master
            .resize(size(columns, rows))
            .expect("the terminal changes its size");
    }

    /// Stops reading, as a terminal that hangs, once the key has made the program write.
    pub(crate) fn stop_reading(&mut self, key: &str) {
        self.output.lock().is_reading = false;
        self.keys(key);
        let reader = self.reader.take().expect("the terminal is read");
        reader.join().expect("the reader ends");
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        process::kill_process(self.pid(), signal).expect("the process is alive");
    }

    /// Waits until the program has stopped, as its shell would.
    pub(crate) fn wait_for_stop(&self) {
        let deadline = Instant::now() + TIMEOUT;
        let options = WaitOptions::NOHANG | WaitOptions::UNTRACED;
        loop {
            let change = process::waitpid(Some(self.pid()), options).expect("it is our child");
            if let Some((_, status)) = change {
                assert!(status.stopped(), "stopped rather than ended: {status:?}");
                return;
            }
            assert!(Instant::now() < deadline, "the process has not stopped");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits until keys arrive one by one and without an echo.
    pub(crate) fn wait_for_raw_mode(&self) {
        let deadline = Instant::now() + TIMEOUT;
        while self.is_cooked() {
            assert!(Instant::now() < deadline, "the terminal is not raw");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// The process that was started.
    pub(crate) fn pid(&self) -> Pid {
        let pid = self
            .child
            .process_id()
            .and_then(|pid| i32::try_from(pid).ok());
        pid.and_then(Pid::from_raw)
            .expect("the process has a number")
    }

    /// Closes the terminal, once the key has made the program write.
    pub(crate) fn hang_up(&mut self, key: &str) {
        self.stop_reading(key);
        self.writer = None;
        self.master = None;
    }

    /// Waits for the end of the process: its exit code.
    pub(crate) fn wait_for_exit(&mut self) -> u32 {
        let deadline = Instant::now() + TIMEOUT;
        loop {
            if let Some(status) = self.child.try_wait().expect("the child can be waited for") {
                return status.exit_code();
            }
            if Instant::now() > deadline {
                let screen = self.contents();
                let _ = self.child.kill();
                panic!("the process has not ended; the screen:\n{screen}");
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits for the end of the process, and sees that the terminal is as it was.
    pub(crate) fn finish(&mut self) -> u32 {
        let code = self.wait_for_exit();
        self.wait("the end of the output", |state| state.has_ended);
        self.is_given_back();
        code
    }

    /// Sees that the terminal is as it was.
    pub(crate) fn is_given_back(&self) {
        let state = self.output.lock();
        let screen = state.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen was left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(
            screen.mouse_protocol_mode() == MouseProtocolMode::None,
            "the mouse is let go"
        );
        assert!(!screen.bracketed_paste(), "pasting is plain");
        assert_eq!(
            self.modes(),
            self.cooked,
            "the line discipline is as before"
        );
    }

    /// Whether keys arrive as typed lines with an echo.
    pub(crate) fn is_cooked(&self) -> bool {
        self.modes() == self.cooked
    }

    fn modes(&self) -> String {
        modes(&**self.master.as_ref().expect("the terminal is there"))
    }

    fn wait(&self, description: &str, is_so: impl Fn(&State) -> bool) {
        let state = self.output.lock();
        let (state, waited) = self
            .output
            .changed
            .wait_timeout_while(state, TIMEOUT, |state| !is_so(state))
            .expect("no reader panicked");
        assert!(
            !waited.timed_out(),
            "waited in vain for {description}; the screen:\n{}",
            state.parser.screen().contents()
        );
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

impl Output {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no reader panicked")
    }

    fn follow(&self, source: &mut dyn Read) {
        let mut piece = [0; 4096];
        loop {
            let length = source.read(&mut piece).unwrap_or(0);
            let mut state = self.lock();
            if !state.is_reading {
                return;
            }
            state.parser.process(&piece[..length]);
            state.bytes.extend_from_slice(&piece[..length]);
            state.has_ended = length == 0;
            let has_ended = state.has_ended;
            drop(state);
            self.changed.notify_all();
            if has_ended {
                return;
            }
        }
    }
}

/// The nearest size that the screen model takes; a terminal without a size is taken for 80x24.
fn bearable(columns: u16, rows: u16) -> (u16, u16) {
    if columns == 0 || rows == 0 {
        (80, 24)
    } else {
        (columns.max(2), rows.max(2))
    }
}

fn parser(columns: u16, rows: u16) -> Parser {
    let (columns, rows) = bearable(columns, rows);
    Parser::new(rows, columns, 1000)
}

const fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has modes"))
}

fn count(haystack: &[u8], needle: &str) -> usize {
    haystack
        .windows(needle.len())
        .filter(|window| *window == needle.as_bytes())
        .count()
}
