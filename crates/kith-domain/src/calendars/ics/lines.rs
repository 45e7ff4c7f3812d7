//! Lines of a calendar file: joined where they were folded, cut into name, parameters and value, and nested as blocks.

use super::Problem;

/// Blocks inside blocks.
const DEEP: usize = 8;

/// A line.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) params: Vec<(String, String)>,
    pub(super) value: String,
}

/// What stands between a `BEGIN` and its `END`.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) name: String,
    pub(super) lines: Vec<Line>,
    pub(super) blocks: Vec<Block>,
}

impl Line {
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as words for people.
    pub(super) fn text(&self) -> String {
        unescape(&self.value)
    }
}

impl Block {
    pub(super) fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.line(name).map(Line::text).unwrap_or_default()
    }
}

/// The blocks of a file. What stands outside of any and what is no line is left out; a block without an end ends with
/// the file.
pub(super) fn blocks(text: &str) -> Result<Vec<Block>, Problem> {
    let mut open: Vec<Block> = vec![Block::default()];
    for line in unfold(text).iter().filter_map(|line| line_of(line)) {
        match line.name.as_str() {
            "BEGIN" if open.len() > DEEP => return Err(Problem::NotACalendar),
            "BEGIN" => {
                open.push(Block { name: line.value.trim().to_ascii_uppercase(), ..Block::default() });
            }
            "END" => {
                if open.len() > 1 {
                    close(&mut open);
                }
            }
            _ => {
                if let Some(block) = open.last_mut() {
                    block.lines.push(line);
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    Ok(open.pop().map(|root| root.blocks).unwrap_or_default())
}

fn close(open: &mut Vec<Block>) {
    if let Some(done) = open.pop()
        && let Some(outer) = open.last_mut()
    {
        outer.blocks.push(done);
    }
}

/// Lines that begin with a blank go on with the one before.
fn unfold(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for raw in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
        match (raw.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ if raw.is_empty() => {}
            _ => lines.push(raw.to_owned()),
        }
    }
    lines
}

fn line_of(line: &str) -> Option<Line> {
    let mut parts = cut(line)?;
    let head = parts.params.first()?.trim().to_ascii_uppercase();
    if head.is_empty() || !head.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let params = parts.params.split_off(1);
    let params = params.iter().filter_map(|param| {
        let (name, value) = param.split_once('=')?;
        Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
    });
    Some(Line { name: head, params: params.collect(), value: parts.value })
}

/// Name and parameters as they stand, and the value.
struct Cut {
    params: Vec<String>,
    value: String,
}

/// Cuts at semicolons, and at the first colon that stands in no quotation marks.
fn cut(line: &str) -> Option<Cut> {
    let (mut params, mut current, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                is_quoted = !is_quoted;
                current.push(sign);
            }
            ';' if !is_quoted => params.push(std::mem::take(&mut current)),
            ':' if !is_quoted => {
                params.push(current);
                return Some(Cut { params, value: signs.as_str().to_owned() });
            }
            _ => current.push(sign),
        }
    }
    None
}

fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            _ => text.push(sign),
        }
    }
    text
}

/// Values between commas, those left out that are kept from being separators.
pub(super) fn list(value: &str) -> Vec<String> {
    let (mut found, mut current, mut is_escaped) = (Vec::new(), String::new(), false);
    for sign in value.chars() {
        match sign {
            ',' if !is_escaped => found.push(std::mem::take(&mut current)),
            _ => current.push(sign),
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    found.push(current);
    found.iter().map(|value| unescape(value)).collect()
}
