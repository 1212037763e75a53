//! A report of comma-separated values, read back.

/// A row: the name of each column and what it holds.
pub(crate) type Row = Vec<(String, String)>;

/// The rows below the header.
pub(crate) fn rows(file: &str) -> Vec<Row> {
    let mut lines = file.lines().map(cells);
    let header = lines.next().expect("there is a header");
    lines
        .map(|cells| header.iter().cloned().zip(cells).collect())
        .collect()
}

/// The cells of a line, without the quotes around them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            _ => cells.last_mut().expect("there is a cell").push(letter),
        }
    }
    cells
}

/// What a row holds in a column.
pub(crate) fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    let cell = row.iter().find(|(name, _)| name == column);
    &cell.expect("there is such a column").1
}
