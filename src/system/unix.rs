//! The terminal and the signals of Unix.

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::os::fd::AsFd;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::process::{self, Signal};
use rustix::termios::{self, QueueSelector};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::{SignalRequest, spawn};

/// The signals that are answered.
const SIGNALS: [i32; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];

/// Whether a signal tells a new size, so that no event needs to.
pub const SIGNALS_SIZE: bool = true;

/// The terminal behind standard output, without the buffer and the lock of standard output.
#[derive(Debug)]
pub struct Device(File);

impl Device {
    /// Opens the terminal; its modes stay as they are.
    pub fn open() -> io::Result<Self> {
        let output = io::stdout().as_fd().try_clone_to_owned()?;
        Ok(Self(File::from(output)))
    }

    /// Width and height in cells, zero where they are unknown; no query is sent to the terminal.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = termios::tcgetwinsize(&self.0)?;
        Ok((size.ws_col, size.ws_row))
    }

    /// Whether the terminal went away: it refuses every read and write then.
    pub fn is_gone(&self) -> bool {
        !self.0.is_terminal()
    }

    /// Writes everything in as few calls as the terminal allows.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut left = bytes;
        while !left.is_empty() {
            match (&self.0).write(left) {
                Ok(written) => left = &left[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Another process that shares the terminal may have made it non-blocking.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.poll(PollFlags::OUT, None)?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Whether the terminal takes bytes within this time.
    pub fn is_writable_within(&self, time: Duration) -> bool {
        let flags = self.poll(PollFlags::OUT, Some(time));
        flags.is_ok_and(|flags| flags.contains(PollFlags::OUT))
    }

    /// Waits until the terminal goes away; whether it did.
    ///
    /// crossterm does not notice and reads for ever. Waiting for no event but the end does notice.
    pub fn wait_for_end(&self) -> bool {
        self.poll(PollFlags::empty(), None)
            .is_ok_and(|flags| flags.intersects(PollFlags::HUP | PollFlags::ERR))
    }

    fn poll(&self, flags: PollFlags, time: Option<Duration>) -> io::Result<PollFlags> {
        let mut polled = [PollFd::new(&self.0, flags)];
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        loop {
            match rustix::event::poll(&mut polled, time.as_ref()) {
                Ok(_) => return Ok(polled[0].revents()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Calls `answer` in its own thread with what each signal asks for.
pub fn listen(answer: impl Fn(SignalRequest) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new(SIGNALS)?;
    spawn("signals", move || {
        for signal in signals.forever() {
            answer(match signal {
                SIGTSTP => SignalRequest::Stop,
                SIGCONT => SignalRequest::Continue,
                SIGWINCH => SignalRequest::Resize,
                fatal => SignalRequest::End(fatal),
            });
        }
    })
}

/// Stops this process; whether it was stopped and continues now.
pub fn raise_stop() -> bool {
    low_level::raise(SIGSTOP).is_ok()
}

/// Stops this process and those that were started with it, as Ctrl-Z does to a program in cooked mode.
///
/// `before` is called first, unless no shell could continue the process: then nothing stops.
pub fn suspend(before: impl FnOnce()) -> bool {
    // The kernel ignores Ctrl-Z, too, where no shell of the same session could continue the program.
    if process::getsid(None).is_ok_and(|session| session == process::getpid()) {
        return false;
    }
    before();
    process::kill_current_process_group(Signal::STOP).is_ok()
}

/// The width of the terminal behind standard output, in cells; `None` where it is not a terminal or has none.
pub fn columns() -> Option<u16> {
    let size = termios::tcgetwinsize(io::stdout()).ok()?;
    Some(size.ws_col).filter(|columns| *columns > 0)
}

/// Whether there is a terminal to read keys from: standard input, or the one that controls the process.
pub fn has_keyboard() -> bool {
    io::stdin().is_terminal() || File::open("/dev/tty").is_ok()
}

/// Throws away what was typed and not yet read.
pub fn discard_input() {
    // Nothing is lost when this fails: there was nothing to throw away.
    let _ = termios::tcflush(io::stdin(), QueueSelector::IFlush);
}
