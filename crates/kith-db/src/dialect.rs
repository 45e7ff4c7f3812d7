//! From the one dialect to each engine: parameters, lists, and the words that are not allowed because the engines
//! understand them differently.

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::{Engine, Value};

/// Lists up to this length are written out for SQLite; longer ones travel as one JSON parameter.
const WRITTEN_OUT: usize = 1024;

/// A statement cut at its parameters, once for each connection that runs it.
#[derive(Debug, PartialEq)]
pub(crate) struct Shape {
    pieces: Vec<Piece>,
    /// The highest parameter number.
    pub params: usize,
    /// The whole text, where no list makes it depend on the values.
    pub fixed: Option<String>,
}

#[derive(Debug, PartialEq)]
enum Piece {
    Text(String),
    Param(usize),
    /// `IN ($n[])` or, turned round, `NOT IN ($n[])`.
    List {
        param: usize,
        not: bool,
    },
}

impl Shape {
    /// Cuts `sql` for `engine`.
    pub(crate) fn new(sql: &str, engine: Engine) -> Result<Self, Failure> {
        let pieces = cut(sql)?;
        let params = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Param(param) | Piece::List { param, .. } => *param,
                Piece::Text(_) => 0,
            })
            .max()
            .unwrap_or(0);
        let mut shape = Self { pieces, params, fixed: None };
        let depends_on_values =
            engine == Engine::Sqlite && shape.pieces.iter().any(|piece| matches!(piece, Piece::List { .. }));
        if !depends_on_values {
            shape.fixed = Some(match engine {
                Engine::Sqlite => shape.sqlite(&[]),
                Engine::Postgres => shape.postgres(),
            });
        }
        Ok(shape)
    }

    /// The text for SQLite. Elements of lists get numbers behind the last parameter.
    pub(crate) fn sqlite(&self, values: &[Value]) -> String {
        let mut text = String::new();
        let mut next = self.params;
        for piece in &self.pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Param(param) => push(&mut text, format_args!("?{param}")),
                Piece::List { param, not } => {
                    text.push_str(if *not { "NOT IN (" } else { "IN (" });
                    match width(values, *param) {
                        Width::Json => push(&mut text, format_args!("SELECT value FROM json_each(?{param})")),
                        Width::Places(places) => {
                            for place in 0..places {
                                next += 1;
                                push(&mut text, format_args!("{}?{next}", if place == 0 { "" } else { "," }));
                            }
                        }
                    }
                    text.push(')');
                }
            }
        }
        text
    }

    /// The values for SQLite by number, in the order [`Shape::sqlite`] gave them.
    pub(crate) fn sqlite_lists<'v>(&self, values: &'v [Value], mut bind: impl FnMut(usize, Item<'v>)) {
        let mut next = self.params;
        for piece in &self.pieces {
            let Piece::List { param, .. } = piece else { continue };
            let Some(list) = values.get(param - 1).and_then(Items::of) else { continue };
            match list.width() {
                Width::Json => bind(*param, Item::Json(list)),
                Width::Places(places) => {
                    for place in 0..places {
                        next += 1;
                        if let Some(item) = list.get(place) {
                            bind(next, item);
                        }
                    }
                }
            }
        }
    }

    /// The text for PostgreSQL, where a list is one parameter.
    fn postgres(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Param(param) => push(&mut text, format_args!("${param}")),
                Piece::List { param, not: false } => push(&mut text, format_args!("= ANY(${param})")),
                Piece::List { param, not: true } => push(&mut text, format_args!("<> ALL(${param})")),
            }
        }
        text
    }
}

fn push(text: &mut String, piece: std::fmt::Arguments<'_>) {
    // Writing into a String cannot fail.
    let _ = text.write_fmt(piece);
}

/// One parameter that comes from a list.
#[derive(Debug, PartialEq)]
pub(crate) enum Item<'v> {
    Number(i64),
    Text(&'v str),
    Json(Items<'v>),
}

/// A list, of whichever kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Items<'v> {
    Numbers(&'v [i64]),
    Texts(&'v [String]),
}

impl<'v> Items<'v> {
    /// What `value` holds, if it is a list.
    fn of(value: &'v Value) -> Option<Self> {
        match value {
            Value::List(list) => Some(Self::Numbers(list)),
            Value::Texts(list) => Some(Self::Texts(list)),
            _ => None,
        }
    }

    const fn len(self) -> usize {
        match self {
            Self::Numbers(list) => list.len(),
            Self::Texts(list) => list.len(),
        }
    }

    /// The item at `place`; behind the end it is the last one again.
    fn get(self, place: usize) -> Option<Item<'v>> {
        match self {
            Self::Numbers(list) => list.get(place).or(list.last()).map(|number| Item::Number(*number)),
            Self::Texts(list) => list.get(place).or(list.last()).map(|text| Item::Text(text)),
        }
    }

    /// How many places it gets: a power of two, so that few texts have to be prepared; none for an empty list.
    const fn width(self) -> Width {
        match self.len() {
            0 => Width::Places(0),
            long if long > WRITTEN_OUT => Width::Json,
            short => Width::Places(short.next_power_of_two()),
        }
    }

    /// All of it as one JSON text.
    pub(crate) fn json(self) -> serde_json::Result<String> {
        match self {
            Self::Numbers(list) => serde_json::to_string(list),
            Self::Texts(list) => serde_json::to_string(list),
        }
    }
}

enum Width {
    Places(usize),
    Json,
}

/// How many places a list gets; one while there is no list to look at.
fn width(values: &[Value], param: usize) -> Width {
    values.get(param - 1).and_then(Items::of).map_or(Width::Places(1), Items::width)
}

/// Cuts at `$1` and `IN ($1[])`, leaving texts, quoted names and comments alone.
fn cut(sql: &str) -> Result<Vec<Piece>, Failure> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (taken, after) = split(rest, token_length(rest, first));
        rest = after;
        let Some(number) = taken.strip_prefix('$').filter(|digits| !digits.is_empty()) else {
            text.push_str(taken);
            continue;
        };
        let param = number.parse::<usize>().ok().filter(|param| (1..=999).contains(param));
        let param =
            param.ok_or_else(|| Failure::plain(format!("parameter {taken} is not numbered from 1")))?;
        let Some(behind) = rest.strip_prefix("[]") else {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            pieces.push(Piece::Param(param));
            continue;
        };
        let (kept, not) = opening(&text)
            .ok_or_else(|| Failure::plain(format!("list {taken}[] must stand as IN ({taken}[])")))?;
        rest = behind
            .trim_start()
            .strip_prefix(')')
            .ok_or_else(|| Failure::plain(format!("list {taken}[] must stand alone in its brackets")))?;
        pieces.push(Piece::Text(kept.to_owned()));
        pieces.push(Piece::List { param, not });
        text.clear();
    }
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

/// The text before `IN (` or `NOT IN (` at its end, and whether it was the latter.
fn opening(text: &str) -> Option<(&str, bool)> {
    let before = strip_word(text.trim_end().strip_suffix('(')?.trim_end(), "IN")?;
    Some(strip_word(before.trim_end(), "NOT").map_or((before, false), |kept| (kept, true)))
}

fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (before, last) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    (last.eq_ignore_ascii_case(word) && before.ends_with(|c: char| c.is_whitespace() || c == ')'))
        .then_some(before)
}

/// Length in bytes of what stands at the front: a text, a quoted name, a comment, a parameter, or one sign.
fn token_length(rest: &str, first: char) -> usize {
    let until = |end: &str, from: usize| {
        rest.get(from..).and_then(|tail| tail.find(end)).map_or(rest.len(), |at| from + at + end.len())
    };
    match first {
        '\'' => until("'", 1),
        '"' => until("\"", 1),
        '-' if rest.starts_with("--") => until("\n", 2),
        '/' if rest.starts_with("/*") => until("*/", 2),
        '$' => 1 + rest.bytes().skip(1).take_while(u8::is_ascii_digit).count(),
        _ => first.len_utf8(),
    }
}

fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The words of `sql` that are not in the dialect of `docs/sql.md`, because only one engine knows them or both
/// understand them differently.
pub fn forbidden_words(sql: &str) -> Vec<&'static str> {
    const FORBIDDEN: &[&str] = &[
        "::",
        "= ANY",
        "=ANY",
        "ILIKE",
        "NOW()",
        "DATETIME(",
        "INSERT OR",
        "REPLACE INTO",
        "AUTOINCREMENT",
        "SERIAL",
        "DISTINCT ON",
        "LATERAL",
        "FOR UPDATE",
        "ARRAY[",
        "CREATE TRIGGER",
        "DEFERRABLE",
        "SELECT *",
        "?1",
    ];
    let mut bare = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (taken, after) = split(rest, token_length(rest, first));
        rest = after;
        match first {
            '\'' | '"' => bare.push_str("''"),
            '-' | '/' if taken.len() > 1 => bare.push(' '),
            _ => bare.push_str(&taken.to_uppercase()),
        }
    }
    let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    FORBIDDEN.iter().copied().filter(|word| has_word(&bare, word)).collect()
}

/// Whether `word` stands in `text` and is not the front or the end of a longer name.
fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let (before, from) = split(text, at);
        let (_, after) = split(from, word.len());
        !(word.starts_with(part_of_name) && before.ends_with(part_of_name)
            || word.ends_with(part_of_name) && after.starts_with(part_of_name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lite(sql: &str, values: &[Value]) -> String {
        Shape::new(sql, Engine::Sqlite).unwrap().sqlite(values)
    }

    fn pg(sql: &str) -> String {
        Shape::new(sql, Engine::Postgres).unwrap().fixed.unwrap()
    }

    #[test]
    fn parameters_keep_their_numbers_whatever_their_order() {
        assert_eq!(lite("SELECT $2, $1, $12", &[]), "SELECT ?2, ?1, ?12");
        assert_eq!(pg("SELECT $2, $1"), "SELECT $2, $1");
    }

    #[test]
    fn texts_quoted_names_and_comments_are_left_alone() {
        let sql =
            "SELECT '$1 it''s $2', \"$3\", CAST($1 AS BIGINT) -- $4 don't\n/* $5 ' */ FROM t WHERE a = $2";
        let expected = sql.replace("CAST($1", "CAST(?1").replace("a = $2", "a = ?2");
        assert_eq!(lite(sql, &[]), expected);
        assert_eq!(Shape::new(sql, Engine::Sqlite).unwrap().params, 2);
    }

    #[test]
    fn a_list_takes_a_power_of_two_places_and_repeats_its_last_item() {
        let values = [Value::Int(1), Value::List(vec![7, 8, 9])];
        let shape = Shape::new("a = $1 AND b in ($2[]) AND c = $1", Engine::Sqlite).unwrap();
        assert_eq!(shape.sqlite(&values), "a = ?1 AND b IN (?3,?4,?5,?6) AND c = ?1");
        let mut bound = Vec::new();
        shape.sqlite_lists(&values, |number, item| bound.push((number, item)));
        assert_eq!(
            bound,
            [(3, Item::Number(7)), (4, Item::Number(8)), (5, Item::Number(9)), (6, Item::Number(9))]
        );
    }

    #[test]
    fn an_empty_list_and_a_very_long_one_have_their_own_form() {
        assert_eq!(lite("a NOT IN ( $1[] )", &[Value::List(vec![])]), "a NOT IN ()");
        assert_eq!(
            lite("a IN ($1[])", &[Value::List(vec![1; 2000])]),
            "a IN (SELECT value FROM json_each(?1))"
        );
    }

    #[test]
    fn a_list_of_texts_has_the_same_form() {
        let texts = |texts: &[&str]| Value::Texts(texts.iter().map(ToString::to_string).collect());
        let values = [texts(&["a", "b", "c"])];
        let shape = Shape::new("a IN ($1[])", Engine::Sqlite).unwrap();
        assert_eq!(shape.sqlite(&values), "a IN (?2,?3,?4,?5)");
        let mut bound = Vec::new();
        shape.sqlite_lists(&values, |number, item| bound.push((number, item)));
        assert_eq!(
            bound,
            [(2, Item::Text("a")), (3, Item::Text("b")), (4, Item::Text("c")), (5, Item::Text("c"))]
        );
        assert_eq!(shape.sqlite(&[texts(&[])]), "a IN ()");
        let long = [texts(&["\"'"; 2000])];
        assert_eq!(shape.sqlite(&long), "a IN (SELECT value FROM json_each(?1))");
        shape.sqlite_lists(&long, |number, item| {
            let Item::Json(list) = item else { panic!("{item:?} at {number}") };
            assert!(list.json().unwrap().starts_with(r#"["\"'","#));
        });
    }

    #[test]
    fn postgres_gets_a_list_as_one_parameter() {
        assert_eq!(pg("a IN ($1[]) AND b NOT IN ($2[])"), "a = ANY($1) AND b <> ALL($2)");
    }

    #[test]
    fn a_list_elsewhere_is_an_error() {
        assert!(Shape::new("a = $1[]", Engine::Sqlite).is_err());
        assert!(Shape::new("a IN ($1[], 2)", Engine::Sqlite).is_err());
        assert!(Shape::new("a = $0", Engine::Sqlite).is_err());
    }

    #[test]
    fn words_outside_the_dialect_are_found_but_not_in_texts_or_longer_names() {
        assert_eq!(forbidden_words("SELECT a::text FROM b WHERE c ilike $1"), ["::", "ILIKE"]);
        assert_eq!(forbidden_words("select *\n from t for\n update"), ["FOR UPDATE", "SELECT *"]);
        assert!(forbidden_words("SELECT 'a::b', serial_no, \"ILIKE\" FROM t -- NOW()").is_empty());
    }
}
