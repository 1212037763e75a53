//! The terminal: its modes, which are restored whatever happens, and what is written to it.

use std::io;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::terminal;
use ratatui::layout::Rect;

use crate::system::Device;

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

/// Ends an escape sequence of which only a part was written.
const CANCEL: &[u8] = b"\x18";

/// How long a terminal that may be stuck is waited for.
const TIMEOUT: Duration = Duration::from_millis(100);

/// The terminal of the process.
pub(super) struct Tty {
    device: Device,
    is_raw: AtomicBool,
    is_entered: AtomicBool,
    has_mouse: AtomicBool,
}

impl Tty {
    /// The terminal behind standard output; `has_mouse` says whether it is to report clicks and the wheel.
    pub(super) fn open(has_mouse: bool) -> io::Result<Self> {
        Ok(Self {
            device: Device::open()?,
            is_raw: AtomicBool::new(false),
            is_entered: AtomicBool::new(false),
            has_mouse: AtomicBool::new(has_mouse),
        })
    }

    /// The size in cells, never empty.
    pub(super) fn area(&self) -> io::Result<Rect> {
        let (width, height) = self.device.size()?;
        let area = Rect::new(0, 0, width, height);
        Ok(if area.is_empty() { UNKNOWN } else { area })
    }

    /// Whether the terminal went away.
    pub(super) fn is_gone(&self) -> bool {
        self.device.is_gone()
    }

    /// Waits until the terminal goes away; whether it did.
    pub(super) fn wait_for_end(&self) -> bool {
        self.device.wait_for_end()
    }

    /// Has keys delivered one by one and without an echo.
    pub(super) fn make_raw(&self) -> io::Result<()> {
        if !self.is_raw.swap(true, Ordering::Relaxed) {
            terminal::enable_raw_mode()?;
        }
        Ok(())
    }

    /// Writes a frame; the first one comes with the alternate screen, so that no blank screen is ever seen.
    pub(super) fn show(&self, frame: &[u8]) -> io::Result<()> {
        if self.is_entered.load(Ordering::Relaxed) {
            return self.device.write(frame);
        }
        self.make_raw()?;
        self.is_entered.store(true, Ordering::Relaxed);
        self.device.write(&[ENTER, self.mouse(), frame].concat())
    }

    /// Reports clicks and the wheel, or leaves the mouse to the terminal.
    pub(super) fn set_mouse(&self, has_mouse: bool) -> io::Result<()> {
        self.has_mouse.store(has_mouse, Ordering::Relaxed);
        self.write_control(self.mouse())
    }

    /// Writes between two frames, unless the terminal belongs to somebody else for now.
    pub(super) fn write_control(&self, bytes: &[u8]) -> io::Result<()> {
        if self.is_entered.load(Ordering::Relaxed) {
            self.device.write(bytes)?;
        }
        Ok(())
    }

    /// Writes to the restored screen.
    pub(super) fn print(&self, text: &str) -> io::Result<()> {
        self.device.write(text.as_bytes())
    }

    /// Restores everything that was changed, once; nobody can be told if that fails.
    pub(super) fn restore(&self) {
        if self.is_entered.swap(false, Ordering::Relaxed) {
            let _ = self.device.write(LEAVE);
        }
        self.restore_keys();
    }

    /// Restores everything while another thread may be stuck in the middle of a frame.
    pub(super) fn restore_while_stuck(&self) {
        if self.is_entered.swap(false, Ordering::Relaxed) && self.device.is_writable_within(TIMEOUT)
        {
            let _ = self.device.write(&[CANCEL, LEAVE].concat());
        }
        self.restore_keys();
    }

    fn mouse(&self) -> &'static [u8] {
        if self.has_mouse.load(Ordering::Relaxed) {
            MOUSE_ON
        } else {
            MOUSE_OFF
        }
    }

    fn restore_keys(&self) {
        if self.is_raw.swap(false, Ordering::Relaxed) {
            let _ = terminal::disable_raw_mode();
        }
    }

    /// Restores the terminal before a panic is reported.
    pub(super) fn restore_on_panic(self: &Arc<Self>) {
        let tty = Arc::clone(self);
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            tty.restore();
            report(info);
        }));
    }
}
