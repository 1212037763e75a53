//! Keeps a signal from ending the process between two steps that belong together.

use std::sync::Arc;

use nix::sys::signal::{SigSet, SigmaskHow, Signal};
use signal_hook::consts::SIGXFSZ;
use signal_hook::{SigId, flag, low_level};

/// What ends a process from outside, unless it is asked to wait.
const FATAL: [Signal; 4] = [
    Signal::SIGHUP,
    Signal::SIGINT,
    Signal::SIGQUIT,
    Signal::SIGTERM,
];

/// While it lives, signals that would end this thread's process wait, and a file that grows beyond
/// the limit of the process is an error instead of its end.
///
/// A system that refuses either leaves things as they were.
#[derive(Debug)]
pub struct Hold {
    before: Option<SigSet>,
    limit: Option<SigId>,
}

impl Hold {
    /// Begins to hold signals back.
    pub fn begin() -> Self {
        let fatal: SigSet = FATAL.into_iter().collect();
        Self {
            before: fatal.thread_swap_mask(SigmaskHow::SIG_BLOCK).ok(),
            limit: flag::register(SIGXFSZ, Arc::default()).ok(),
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(limit) = self.limit {
            low_level::unregister(limit);
        }
        if let Some(before) = self.before {
            // A mask that could be read can be set.
            let _ = before.thread_set_mask();
        }
    }
}

#[cfg(test)]
mod tests {
    use nix::sys::signal::raise;

    use super::*;

    #[test]
    fn makes_signals_wait() {
        let hold = Hold::begin();
        raise(Signal::SIGTERM).expect("a process may send itself a signal");
        // This line is reached, and the signal is still there to be taken.
        let waiting: SigSet = [Signal::SIGTERM].into_iter().collect();
        assert_eq!(waiting.wait(), Ok(Signal::SIGTERM));
        drop(hold);
        let mask = SigSet::thread_get_mask().expect("a thread has a mask");
        assert!(!mask.contains(Signal::SIGTERM));
    }
}
