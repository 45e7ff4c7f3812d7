//! `cargo xtask locales`: every language says the same things, everything said is used, and everything used is said.

mod entries;
#[cfg(test)]
mod tests;
mod uses;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use entries::{Catalogue, File, PLURALS};
use walkdir::WalkDir;

/// The language that the others are held against.
const MEASURE: &str = "en";

/// Languages with more plural forms than `one` and `other`.
const PLURAL_FORMS: &[(&str, &[&str])] = &[("ar", &PLURALS)];

/// Something to mend, and where.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    file: String,
    line: usize,
    text: String,
}

impl Complaint {
    fn new(file: &str, line: usize, text: String) -> Self {
        Self { file: file.to_owned(), line, text }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// What a check found: `errors` always count, `unused` only when the build is final.
#[derive(Debug, Default)]
pub struct Findings {
    pub errors: Vec<Complaint>,
    pub unused: Vec<Complaint>,
}

/// Checks the repository at `root`, prints what is wrong and answers whether all is well. With `strict`, keys that
/// nothing uses are wrong too.
#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks on the terminal")]
pub fn run(root: &Path, strict: bool) -> std::io::Result<bool> {
    let findings = check_tree(root)?;
    for complaint in &findings.errors {
        eprintln!("{complaint}");
    }
    for complaint in findings.unused.iter().filter(|_| strict) {
        eprintln!("{complaint}");
    }
    let well = findings.errors.is_empty() && (!strict || findings.unused.is_empty());
    println!(
        "locales: {} wrong, {} unused (told one by one with --strict)",
        findings.errors.len(),
        findings.unused.len()
    );
    Ok(well)
}

/// Checks the repository at `root`.
pub fn check_tree(root: &Path) -> std::io::Result<Findings> {
    let mut languages: BTreeMap<String, Vec<File>> = BTreeMap::new();
    for file in files_below(root, "locales", &["ftl"])? {
        let tag = file.path.split('/').nth(1).unwrap_or_default().to_owned();
        languages.entry(tag).or_default().push(file);
    }
    let mut sources = files_below(root, "crates", &["rs", "html", "txt", "xml", "js", "css"])?;
    sources.extend(files_below(root, "web/scripts", &["ts"])?);
    sources.retain(|source| !only_tests(&source.path));
    Ok(check(&languages, &sources))
}

fn only_tests(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.starts_with("crates/kith-testkit/")
}

/// Checks catalogues by language against each other and against the sources.
pub fn check(languages: &BTreeMap<String, Vec<File>>, sources: &[File]) -> Findings {
    let mut errors = Vec::new();
    let catalogues: BTreeMap<&str, Catalogue> =
        languages.iter().map(|(tag, files)| (tag.as_str(), entries::read(files, &mut errors))).collect();
    let Some(measure) = catalogues.get(MEASURE) else {
        errors.push(Complaint::new(
            "locales",
            1,
            format!("there is no `{MEASURE}` to hold the others against"),
        ));
        return Findings { errors, unused: Vec::new() };
    };
    for (tag, catalogue) in &catalogues {
        check_references(catalogue, &mut errors);
        if *tag != MEASURE {
            compare(tag, catalogue, measure, &mut errors);
        }
    }
    uses::check_calls(sources, measure, &mut errors);
    errors.sort();
    Findings { errors, unused: unused(measure, sources) }
}

fn compare(tag: &str, catalogue: &Catalogue, measure: &Catalogue, errors: &mut Vec<Complaint>) {
    for (key, english) in measure {
        let Some(sentence) = catalogue.get(key) else {
            let text = format!("`{key}` is missing in `{tag}`");
            errors.push(Complaint::new(&english.file, english.line, text));
            continue;
        };
        let mut complain = |text: String| errors.push(Complaint::new(&sentence.file, sentence.line, text));
        if sentence.variables != english.variables {
            let wanted = &english.variables;
            complain(format!("`{key}` has the variables {:?}, English has {wanted:?}", sentence.variables));
        }
        if file_name(&sentence.file) != file_name(&english.file) {
            complain(format!("`{key}` stands in {} in English", file_name(&english.file)));
        }
        for variable in english.plurals.keys() {
            let wanted =
                PLURAL_FORMS.iter().find(|(speaks, _)| *speaks == tag).map_or(&[][..], |(_, forms)| forms);
            let has =
                |form: &&&str| sentence.plurals.get(variable).is_some_and(|forms| forms.contains(**form));
            let missing: Vec<&&str> = wanted.iter().filter(|form| !has(form)).collect();
            if !missing.is_empty() {
                complain(format!("`{key}` lacks the plural forms {missing:?} of ${variable}"));
            }
        }
    }
    for (key, sentence) in catalogue.iter().filter(|(key, _)| !measure.contains_key(*key)) {
        errors.push(Complaint::new(&sentence.file, sentence.line, format!("`{key}` is not in `{MEASURE}`")));
    }
}

fn check_references(catalogue: &Catalogue, errors: &mut Vec<Complaint>) {
    for (key, sentence) in catalogue {
        for reference in sentence.references.iter().filter(|name| !catalogue.contains_key(*name)) {
            let text = format!("`{key}` contains `{reference}`, which does not exist");
            errors.push(Complaint::new(&sentence.file, sentence.line, text));
        }
    }
}

fn unused(measure: &Catalogue, sources: &[File]) -> Vec<Complaint> {
    let literals = uses::literals(sources);
    let contained = |key: &String| measure.values().any(|sentence| sentence.references.contains(key));
    let mut unused: Vec<Complaint> = measure
        .iter()
        .filter(|(key, _)| !literals.contains(*key) && !contained(key))
        .map(|(key, sentence)| Complaint::new(&sentence.file, sentence.line, format!("nothing uses `{key}`")))
        .collect();
    unused.sort();
    unused
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The line, from 1, that holds the byte `offset`.
fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The files below `folder` with one of the `endings`, in order, with paths from `root`.
fn files_below(root: &Path, folder: &str, endings: &[&str]) -> std::io::Result<Vec<File>> {
    let top = root.join(folder);
    // A folder that moved away would otherwise be passed over in silence.
    if !top.is_dir() {
        return Err(std::io::Error::other(format!("there is no folder {folder} to look into")));
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(top).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if entry.file_type().is_file() && endings.contains(&ending) {
            let shown = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
            files.push(File { path: shown, text: std::fs::read_to_string(path)? });
        }
    }
    Ok(files)
}
