//! Words that have no place: SQL that one engine alone knows, junk-drawer names, promises, unquoted attributes,
//! visible things made outside the policies.

use std::sync::LazyLock;

use regex::Regex;

use super::Source;

/// SQL that does not mean the same on both engines, or that hides rules from the code (docs/sql.md).
const SQL: &[&str] = &[
    r"::(text|bigint|int)\b",
    r"= ANY\b",
    r"\bILIKE\b",
    r"\bNOW\(\)",
    r"\bdatetime\(",
    r"\bINSERT OR\b",
    r"\bREPLACE INTO\b",
    r"\bAUTOINCREMENT\b",
    r"\bSERIAL\b",
    r"\bDISTINCT ON\b",
    r"\bLATERAL\b",
    r"\bFOR UPDATE\b",
    r"\bCREATE TRIGGER\b",
    r"SELECT \*",
];
/// Names that say nothing about what lives there.
const JUNK: &[&str] = &[
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "handler", "service", "data", "info",
];

/// A pattern that is made once: making one costs more than all its searches.
type Pattern = LazyLock<Option<Regex>>;

static PROMISE: Pattern = LazyLock::new(|| {
    Regex::new(r"\b(TODO|FIXME|XXX|HACK)\b|(?i)lorem ipsum|coming soon|todo!\(|unimplemented!\(|dbg!\(").ok()
});
static BARE: Pattern = LazyLock::new(|| Regex::new(r"<[^>]*\s[a-z-]+=(\{\{|[^\x22\s>{])").ok());
static INLINE: Pattern = LazyLock::new(|| Regex::new(r#"\s(style|on[a-z]+)="|<style|<script>"#).ok());
static BLOCK: Pattern = LazyLock::new(|| Regex::new(r"\{%.*?%\}|\{#.*?#\}").ok());
static VALUE: Pattern = LazyLock::new(|| Regex::new(r"\{\{.*?\}\}").ok());
static QUOTED: Pattern = LazyLock::new(|| Regex::new(r#""[^"]*"|'[^']*'"#).ok());

pub(super) fn check(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        found.extend(sql(source));
        found.extend(junk(source));
        found.extend(promises(source));
        found.extend(grants(source));
        found.extend(attributes(source));
    }
    found
}

fn sql(source: &Source) -> Vec<String> {
    let has_sql = source.path.ends_with(".sql") || (source.is_rust() && source.text.contains("statement!("));
    if !has_sql || source.path.starts_with("crates/kith-db/") || source.path.starts_with("xtask/") {
        return Vec::new();
    }
    static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
        SQL.iter().filter_map(|pattern| Some((*pattern, Regex::new(pattern).ok()?))).collect()
    });
    let mut found = Vec::new();
    for (pattern, regex) in PATTERNS.iter() {
        for (number, line) in source.text.lines().enumerate() {
            let code = line.trim_start();
            let is_other = ["//", "--", "use "].iter().any(|start| code.starts_with(start));
            if !is_other && regex.is_match(line) {
                found.push(source.complain(number + 1, format!("SQL of one engine only: {pattern}")));
            }
        }
    }
    found
}

fn junk(source: &Source) -> Option<String> {
    let name = source.path.rsplit('/').next()?.split('.').next()?;
    (source.is_rust() && JUNK.contains(&name))
        .then(|| source.complain(1, format!("{name} says nothing; what lives here?")))
}

fn promises(source: &Source) -> Vec<String> {
    if source.path.starts_with("xtask/") || source.is_test() {
        return Vec::new();
    }
    let Some(regex) = PROMISE.as_ref() else { return Vec::new() };
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| regex.is_match(line))
        .map(|(number, _)| source.complain(number + 1, "a promise or a placeholder: keep it or take it out"))
        .collect()
}

fn grants(source: &Source) -> Vec<String> {
    let may = source.path.ends_with("policy.rs")
        || source.path.ends_with("/viewer.rs")
        || source.path.contains("/policy/");
    if !source.path.starts_with("crates/kith-domain/src/") || may {
        return Vec::new();
    }
    source
        .text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("Visible::grant("))
        .map(|(number, _)| source.complain(number + 1, "only a policy.rs makes a Visible"))
        .collect()
}

/// A6: an attribute without quotes can be broken out of with a form feed.
fn attributes(source: &Source) -> Vec<String> {
    if !source.path.contains("/templates/") {
        return Vec::new();
    }
    let (Some(regex), Some(style)) = (BARE.as_ref(), INLINE.as_ref()) else { return Vec::new() };
    let mut found = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        if regex.is_match(&without_expressions(line)) {
            found.push(source.complain(number + 1, "an attribute without quotes"));
        }
        if style.is_match(line) {
            found.push(source.complain(number + 1, "inline style or script: the content policy forbids it"));
        }
    }
    found
}

/// The line with what askama evaluates taken out, so that `a == b` in an expression is no attribute. An expression
/// that stands as a whole value leaves a mark that the pattern sees.
fn without_expressions(line: &str) -> String {
    let (Some(blocks), Some(values), Some(quoted)) = (BLOCK.as_ref(), VALUE.as_ref(), QUOTED.as_ref()) else {
        return String::new();
    };
    let line = blocks.replace_all(line, "");
    quoted.replace_all(&values.replace_all(&line, "{{}}"), "\"\"").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        check(&[Source { path: path.to_owned(), text: text.to_owned() }]).len()
    }

    #[test]
    fn sql_of_one_engine_is_found() {
        assert_eq!(
            complaints("crates/a/src/sql.rs", "statement!(A, \"a\", \"SELECT a FROM b FOR UPDATE\");"),
            1
        );
        assert_eq!(complaints("migrations/1.sql", "-- NOW() is not used\nCREATE TABLE a (b BIGINT);"), 0);
    }

    #[test]
    fn a6_an_unquoted_attribute_is_found() {
        let path = "crates/kith-web/templates/a.html";
        assert_eq!(complaints(path, "<a href={{ x }}>x</a>"), 1);
        assert_eq!(complaints(path, "<a href=x>x</a>"), 1);
        assert_eq!(
            complaints(path, "<a href=\"{{ x }}\"{% if a == b %} aria-current=\"page\"{% endif %}>x</a>"),
            0
        );
        assert_eq!(complaints(path, "<p style=\"color:red\">"), 1);
    }

    #[test]
    fn sight_is_granted_by_policies_only() {
        assert_eq!(complaints("crates/kith-domain/src/posts/create.rs", "Visible::grant(post)"), 1);
        assert_eq!(complaints("crates/kith-domain/src/posts/policy.rs", "Visible::grant(post)"), 0);
    }
}
