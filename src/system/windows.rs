//! The console of Windows: it has no signals, and tells a new size by an event.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crossterm::ansi_support;
use crossterm::event;
use crossterm::terminal;

use super::SignalRequest;

/// Whether a signal tells a new size, so that no event needs to.
pub const SIGNALS_SIZE: bool = false;

/// The console behind standard output.
#[derive(Debug)]
pub struct Device;

impl Device {
    /// Opens the console and makes it obey escape codes.
    pub fn open() -> io::Result<Self> {
        // Asking is what makes it obey them.
        if ansi_support::supports_ansi() {
            Ok(Self)
        } else {
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    /// Width and height in cells.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        terminal::size()
    }

    /// Whether the console went away; the process ends with it.
    pub fn is_gone(&self) -> bool {
        !io::stdout().is_terminal()
    }

    /// Writes everything.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut output = io::stdout().lock();
        output.write_all(bytes)?;
        output.flush()
    }

    /// Whether the console takes bytes within this time.
    pub fn is_writable_within(&self, _: Duration) -> bool {
        true
    }

    /// Returns at once: the console does not go away before the process.
    pub fn wait_for_end(&self) -> bool {
        false
    }
}

/// Does nothing: nothing will be asked for.
pub fn listen(_: impl Fn(SignalRequest) + Send + 'static) -> io::Result<()> {
    Ok(())
}

/// Does nothing: a process cannot stop itself.
pub fn raise_stop() -> bool {
    false
}

/// Does nothing: a process cannot stop itself.
pub fn suspend(_: impl FnOnce()) -> bool {
    false
}

/// Does nothing: no signal can end the process between two steps.
#[derive(Debug)]
pub struct Hold;

impl Hold {
    /// Begins to hold nothing back.
    pub const fn begin() -> Self {
        Self
    }
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
