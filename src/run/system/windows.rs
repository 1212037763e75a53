//! The console of Windows: it has no signals, and tells a new size by an event.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crossterm::ansi_support;
use crossterm::event;
use crossterm::terminal;

use super::Request;

/// Whether a signal tells a new size, so that no event needs to.
pub(in crate::run) const SIGNALS_SIZE: bool = false;

/// The console behind standard output.
pub(in crate::run) struct Device;

impl Device {
    pub(in crate::run) fn open() -> io::Result<Self> {
        // Asking also makes the console obey escape codes.
        if ansi_support::supports_ansi() {
            Ok(Self)
        } else {
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    /// Width and height in cells.
    pub(in crate::run) fn size(&self) -> io::Result<(u16, u16)> {
        terminal::size()
    }

    /// Whether the console went away; the process ends with it.
    pub(in crate::run) fn is_gone(&self) -> bool {
        !io::stdout().is_terminal()
    }

    /// Writes everything.
    pub(in crate::run) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut output = io::stdout().lock();
        output.write_all(bytes)?;
        output.flush()
    }

    /// Whether the console takes bytes within this time.
    pub(in crate::run) fn is_writable_within(&self, _: Duration) -> bool {
        true
    }

    /// Returns at once: the console does not go away before the process.
    pub(in crate::run) fn wait_for_end(&self) -> bool {
        false
    }
}

/// Does nothing: nothing will be asked for.
pub(in crate::run) fn listen(_: impl Fn(Request) + Send + 'static) -> io::Result<()> {
    Ok(())
}

/// Does nothing: a process cannot stop itself.
pub(in crate::run) fn raise_stop() -> bool {
    false
}

/// Does nothing: a process cannot stop itself.
pub(in crate::run) fn suspend(_: impl FnOnce()) -> bool {
    false
}

/// The width of the console behind standard output, in cells; `None` where it is not one.
pub fn columns() -> Option<u16> {
    let is_console = io::stdout().is_terminal();
    terminal::size()
        .ok()
        .filter(|_| is_console)
        .map(|size| size.0)
}

/// Whether there is a console to read keys from.
pub fn has_keyboard() -> bool {
    io::stdin().is_terminal()
}

/// Throws away what was typed and not yet read.
pub fn discard_input() {
    while event::poll(Duration::ZERO).is_ok_and(|is_there| is_there) {
        if event::read().is_err() {
            return;
        }
    }
}
