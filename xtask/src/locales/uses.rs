//! Finds where the sources use keys of the catalogues, and with which arguments.

use std::collections::BTreeSet;

use regex::Regex;

use super::entries::{Catalogue, File};
use super::{Complaint, line_at};

/// How many arguments a call with a literal key hands over, where that can be read off the source.
enum Gives {
    Anything,
    Nothing,
    /// The first name is captured; so many names in all.
    Names(usize),
}

/// Ways to hand a literal key to the catalogues. Capture 1 is the key, capture 2 the name of the first argument.
const CALLS: &[(&str, Gives)] = &[
    (r#"\.t\(\s*"([^"\n]+)"\s*\)"#, Gives::Nothing),
    (r#"\.t1\(\s*"([^"\n]+)"\s*,\s*"([^"\n]+)""#, Gives::Names(1)),
    (r#"\.t2\(\s*"([^"\n]+)"\s*,\s*"([^"\n]+)""#, Gives::Names(2)),
    (r#"\.tx\(\s*"([^"\n]+)""#, Gives::Anything),
    (r#"\bMessage::new\(\s*"([^"\n]+)""#, Gives::Anything),
    (r#"\b(?:Error::|Self::)?(?:forbidden|conflict)\(\s*"([^"\n]+)""#, Gives::Anything),
    (r#"\bError::invalid\(\s*"[^"\n]+"\s*,\s*"([^"\n]+)""#, Gives::Anything),
    (r#"\bError::new\(\s*(?:kith_base::)?Kind::\w+(?:\s*\{[^}]*\})?\s*,\s*"([^"\n]+)""#, Gives::Anything),
    (r#"\bmessage:\s*"([^"\n]+)"\.into\(\)"#, Gives::Anything),
];

/// Every complete quoted literal of `sources` that has the form of a key.
pub fn literals(sources: &[File]) -> BTreeSet<String> {
    let Ok(quoted) = Regex::new(r#"["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]"#) else {
        return BTreeSet::new();
    };
    let mut found = BTreeSet::new();
    for source in sources {
        let text = without_tests_and_comments(source);
        // Quotes may close one literal and open the next, so each search begins at the closing quote of the last.
        let mut from = 0;
        while let Some(capture) = quoted.captures_at(&text, from) {
            let (Some(whole), Some(key)) = (capture.get(0), capture.get(1)) else { break };
            found.insert(key.as_str().to_owned());
            from = whole.end() - 1;
        }
    }
    found
}

/// Complains about keys that are asked for but not in `english`, and about arguments that do not fit.
pub fn check_calls(sources: &[File], english: &Catalogue, complaints: &mut Vec<Complaint>) {
    for (pattern, gives) in CALLS {
        let Ok(call) = Regex::new(pattern) else { continue };
        for source in sources {
            let text = without_tests_and_comments(source);
            for capture in call.captures_iter(&text) {
                let (Some(whole), Some(key)) = (capture.get(0), capture.get(1)) else { continue };
                let line = line_at(&text, whole.start());
                let first = capture.get(2).map(|name| name.as_str());
                if let Some(problem) = problem(key.as_str(), first, gives, english) {
                    complaints.push(Complaint::new(&source.path, line, problem));
                }
            }
        }
    }
}

fn problem(key: &str, first: Option<&str>, gives: &Gives, english: &Catalogue) -> Option<String> {
    let Some(sentence) = english.get(key) else {
        return Some(format!("`{key}` is in no catalogue"));
    };
    let takes = sentence.variables.iter().cloned().collect::<Vec<_>>().join(", ");
    let fits = match gives {
        Gives::Anything => true,
        Gives::Nothing => sentence.variables.is_empty(),
        Gives::Names(count) => {
            sentence.variables.len() == *count && first.is_some_and(|name| sentence.variables.contains(name))
        }
    };
    (!fits).then(|| format!("`{key}` takes ({takes}), which is not what it gets here"))
}

/// The text with test code and comments blanked out; line numbers stay.
fn without_tests_and_comments(source: &File) -> String {
    if !source.path.ends_with(".rs") {
        return source.text.clone();
    }
    let code = source.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let blank = |line: &str| line.trim_start().starts_with("//");
    code.lines().map(|line| if blank(line) { "" } else { line }).collect::<Vec<_>>().join("\n")
}
