//! Bare addresses in a text: where they begin and end, how they are kept from Markdown, how they are shown.

use std::sync::LazyLock;

use regex::Regex;
use url::Url;

/// Marks around the number of an address that was taken out before Markdown is read. Noncharacters: the source is
/// freed of them first, so a text cannot forge one.
const OPEN: char = '\u{FDD0}';
const CLOSE: char = '\u{FDD1}';

/// An address longer than this is left as text.
const LONGEST: usize = 2_000;
/// Characters of an address that are shown.
const SHOWN: usize = 40;

static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r#"(?i)https?://[^\s<>"`{}\\^\p{Cc}\u{FDD0}\u{FDD1}，。、！？；：（）「」『』【】《》“”„«»]+"#)
        .ok()
});

/// A source whose bare addresses stand aside, so that `_` and `*` in them are not read as emphasis.
pub(super) struct Lifted {
    pub(super) source: String,
    pub(super) addresses: Vec<String>,
}

/// Takes bare addresses out of a source. Those that Markdown itself reads as targets stay.
pub(super) fn lift(source: &str) -> Lifted {
    let source: String = source.chars().filter(|c| !matches!(*c, OPEN | CLOSE)).collect();
    let mut out = String::with_capacity(source.len());
    let mut addresses = Vec::new();
    let mut done = 0;
    for found in BARE.iter().flat_map(|bare| bare.find_iter(&source)) {
        let before = source.get(..found.start()).unwrap_or_default();
        let address = trim_end(found.as_str());
        if is_target(before) || follows_word(before) || address.len() > LONGEST || !has_host(address) {
            continue;
        }
        out.push_str(source.get(done..found.start()).unwrap_or_default());
        out.push(OPEN);
        out.push_str(&addresses.len().to_string());
        out.push(CLOSE);
        addresses.push(address.to_owned());
        done = found.start() + address.len();
    }
    out.push_str(source.get(done..).unwrap_or_default());
    Lifted { source: out, addresses }
}

/// A piece of a text after addresses were taken out.
pub(super) enum Piece<'t> {
    Text(&'t str),
    Address(&'t str),
}

/// Cuts a text at the addresses that stand in it by number.
pub(super) fn pieces<'t>(text: &'t str, addresses: &'t [String]) -> Vec<Piece<'t>> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        if !before.is_empty() {
            out.push(Piece::Text(before));
        }
        let Some((number, after)) = after.split_once(CLOSE) else {
            rest = after;
            break;
        };
        if let Some(address) = number.parse::<usize>().ok().and_then(|n| addresses.get(n)) {
            out.push(Piece::Address(address));
        }
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Piece::Text(rest));
    }
    out
}

/// Puts addresses back as they were written.
pub(super) fn restore(text: &str, addresses: &[String]) -> String {
    pieces(text, addresses)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Address(text) => text,
        })
        .collect()
}

/// The address in canonical form when its scheme is `http`, `https` or `mailto`; nothing else is ever linked.
pub(super) fn accepted(written: &str) -> Option<String> {
    if written.len() > LONGEST || written.chars().any(char::is_control) {
        return None;
    }
    let url = Url::parse(written.trim()).ok()?;
    let fine = match url.scheme() {
        // A password in an address shows one host to the eye and leads to another.
        "http" | "https" => url.host_str().is_some() && url.username().is_empty() && url.password().is_none(),
        "mailto" => url.path().contains('@'),
        _ => false,
    };
    fine.then(|| url.to_string())
}

/// How an address is shown: without scheme and `www.`, shortened, its host always whole and in letters that cannot
/// deceive.
pub(super) fn shown(accepted: &str) -> String {
    let Ok(url) = Url::parse(accepted) else { return accepted.to_owned() };
    if url.scheme() == "mailto" {
        return url.path().to_owned();
    }
    let host = url.host_str().unwrap_or_default();
    let mut text = host.strip_prefix("www.").unwrap_or(host).to_owned();
    if let Some(port) = url.port() {
        text.push_str(&format!(":{port}"));
    }
    let mut tail = url.path().trim_end_matches('/').to_owned();
    if let Some(query) = url.query() {
        tail.push('?');
        tail.push_str(query);
    }
    let room = SHOWN.saturating_sub(text.chars().count()).max(8);
    if tail.chars().count() > room {
        text.extend(tail.chars().take(room - 1));
        text.push('…');
    } else {
        text.push_str(&tail);
    }
    text
}

/// Whether a label that reads like an address belongs to another domain than the target.
pub(super) fn label_deceives(label: &str, accepted: &str) -> bool {
    let label = label.trim();
    if label.contains(char::is_whitespace) || !label.contains('.') {
        return false;
    }
    let host_of = |text: &str| Url::parse(text).ok().and_then(|url| url.host_str().map(str::to_owned));
    let Some(target) = host_of(accepted) else { return false };
    let Some(claimed) = host_of(label).or_else(|| host_of(&format!("http://{label}"))) else { return false };
    // "Node.js" is a word with a dot; "bank.example.com" claims to be a place.
    let is_place = psl::suffix(claimed.as_bytes()).is_some_and(|s| s.is_known());
    is_place && psl::domain_str(&claimed) != psl::domain_str(&target)
}

/// Punctuation that ends the sentence, and closing brackets that were not opened in the address.
fn trim_end(address: &str) -> &str {
    let mut text = address;
    let mut surplus = surplus_brackets(text);
    while let Some(last) = text.chars().next_back() {
        let drop = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '|' | '’' | '…' | '،' | '؛'
            | '؟' | '·' => true,
            ')' if surplus.0 > 0 => {
                surplus.0 -= 1;
                true
            }
            ']' if surplus.1 > 0 => {
                surplus.1 -= 1;
                true
            }
            '(' | '[' => true,
            _ => false,
        };
        if !drop {
            break;
        }
        text = text.get(..text.len() - last.len_utf8()).unwrap_or_default();
    }
    text
}

fn surplus_brackets(text: &str) -> (usize, usize) {
    let count = |c: char| text.chars().filter(|x| *x == c).count();
    (count(')').saturating_sub(count('(')), count(']').saturating_sub(count('[')))
}

fn has_host(address: &str) -> bool {
    accepted(address).is_some()
}

/// `](`, `](<`, `<` and `]: ` come before targets that Markdown reads itself.
fn is_target(before: &str) -> bool {
    before.ends_with("](") || before.ends_with('<') || before.trim_end_matches([' ', '\t']).ends_with("]:")
}

fn follows_word(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '#' | '$'))
}
