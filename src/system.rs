//! What differs between operating systems: the terminal as a device, and signals.
//!
//! Every implementation has the same items. A system without signals asks for nothing, ever.

#[cfg(unix)]
mod hold;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::io;
use std::thread::Builder;

#[cfg(unix)]
pub use hold::Hold;
#[cfg(unix)]
pub use unix::{
    Device, SIGNALS_SIZE, columns, discard_input, has_keyboard, listen, raise_stop, suspend,
};
#[cfg(windows)]
pub use windows::{
    Device, Hold, SIGNALS_SIZE, columns, discard_input, has_keyboard, listen, raise_stop, suspend,
};

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalRequest {
    /// End, because of the signal with this number.
    End(i32),
    /// Stop until the process is continued.
    Stop,
    /// Go on: the process was stopped.
    Continue,
    /// Look at the size of the terminal again.
    Resize,
}

/// The number of the signal that says that a terminal went away.
pub const HANG_UP: i32 = 1;

/// Starts a thread that nobody waits for.
pub fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
    Builder::new().name(name.to_owned()).spawn(body).map(drop)
}
