//! What the system says about a failure, in the same words everywhere.

use std::error::Error;
use std::io;

use color_eyre::eyre::Report;

/// Says what the system says about a failure, such as `Permission denied`, and nothing else.
pub fn reason(error: &io::Error) -> String {
    // What makes a temporary file puts its name, which says nothing to the user, around the error.
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    let text = cause.unwrap_or(error).to_string();
    match text.split_once(" (os error ") {
        Some((text, _)) => text.to_owned(),
        None => text,
    }
}

/// Says what failed and why, from the outermost cause to the innermost.
pub fn explain(report: &Report) -> String {
    let causes = report.chain().map(|cause| {
        let error = cause.downcast_ref::<io::Error>();
        error.map_or_else(|| cause.to_string(), reason)
    });
    causes.collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use color_eyre::eyre::WrapErr;

    use super::*;

    #[test]
    fn leaves_out_the_number_of_an_error() {
        let failed = || Err::<(), _>(io::Error::from_raw_os_error(28));
        let error = failed().expect_err("it failed");
        assert_eq!(reason(&error), "No space left on device");
        let report = failed().wrap_err("page.png").expect_err("it failed");
        assert_eq!(explain(&report), "page.png: No space left on device");
    }
}
