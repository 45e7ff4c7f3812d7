//! Files and functions stay small enough to read.

use super::Source;

/// Lines of a source file. Tests may be as long as their stories.
const FILE: usize = 520;
/// Lines of a function, from its signature to its closing brace.
const FUNCTION: usize = 75;

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let lines = source.text.lines().count();
        let is_code =
            [".rs", ".ts", ".css", ".html", ".sql", ".mjs"].iter().any(|end| source.path.ends_with(end));
        if is_code && lines > FILE && !source.is_test() && !source.path.contains("gallery/") {
            found.push(source.complain(lines, format!("{lines} lines; find the seam and split it")));
        }
        if source.is_rust() {
            if !source.text.starts_with("//!") {
                found.push(source.complain(1, "begin with a //! line that says what lives here"));
            }
            if !source.is_test() {
                found.extend(long_functions(source));
            }
        }
    }
    found
}

/// Functions by their indentation, which rustfmt makes reliable.
fn long_functions(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (number, line) in source.text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let code = line.trim_start();
        let is_start = [
            "fn ",
            "pub fn ",
            "pub(crate) fn ",
            "pub(super) fn ",
            "async fn ",
            "pub async fn ",
            "pub(crate) async fn ",
            "pub(super) async fn ",
        ]
        .iter()
        .any(|start| code.starts_with(start));
        match open {
            None if is_start && !code.ends_with('}') && !code.ends_with(';') => open = Some((number, indent)),
            Some((start, depth)) if indent == depth && (code == "}" || code.ends_with(';')) => {
                if number - start > FUNCTION {
                    found.push(source.complain(
                        start + 1,
                        format!("a function of {} lines; name its steps", number - start),
                    ));
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_function_and_a_file_without_a_word_are_named() {
        let body = "    work();\n".repeat(FUNCTION + 5);
        let text = format!("//! Words.\nfn long() {{\n{body}}}\nfn short() {{\n    work();\n}}\n");
        let long = Source { path: "crates/x/src/a.rs".into(), text };
        let silent = Source { path: "crates/x/src/b.rs".into(), text: "fn a() {}\n".into() };
        assert_eq!(check(&[long, silent]).len(), 2);
    }
}
