//! Reads one catalogue file into its entries: which variables, plurals and references each key has.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::{Complaint, line_at};

/// The plural categories of CLDR.
pub const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A catalogue file with its path from the root of the repository.
pub struct File {
    pub path: String,
    pub text: String,
}

/// What the checks need to know of one key.
#[derive(Debug, Default)]
pub struct Sentence {
    pub file: String,
    pub line: usize,
    /// Variables that the sentence takes.
    pub variables: BTreeSet<String>,
    /// Variables that it chooses plurals by, with the categories it has.
    pub plurals: BTreeMap<String, BTreeSet<String>>,
    /// Other sentences (`name`) and terms (`-name`) that it contains.
    pub references: BTreeSet<String>,
    text: String,
}

/// All sentences of a language by key; terms stand under `-name`.
pub type Catalogue = BTreeMap<String, Sentence>;

/// Reads `files`, which belong to one language, and complains about what is wrong in each by itself.
pub fn read(files: &[File], complaints: &mut Vec<Complaint>) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for file in files {
        let body = match parser::parse(file.text.as_str()) {
            Ok(resource) => resource.body,
            Err((resource, errors)) => {
                for error in errors {
                    complaints.push(Complaint::new(
                        &file.path,
                        line_at(&file.text, error.pos.start),
                        format!("this is not Fluent: {}", error.kind),
                    ));
                }
                resource.body
            }
        };
        for entry in body {
            read_entry(file, entry, &mut catalogue, complaints);
        }
    }
    catalogue
}

fn read_entry(file: &File, entry: Entry<&str>, catalogue: &mut Catalogue, complaints: &mut Vec<Complaint>) {
    let (name, value, attributes) = match &entry {
        Entry::Message(message) => {
            (message.id.name.to_owned(), message.value.as_ref(), message.attributes.as_slice())
        }
        Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), term.attributes.as_slice()),
        _ => return,
    };
    let mut sentence =
        Sentence { file: file.path.clone(), line: line_of(&file.text, &name), ..Sentence::default() };
    if let Some(pattern) = value {
        sentence.take_pattern(pattern);
    }
    let mut complain = |text: String| complaints.push(Complaint::new(&file.path, sentence.line, text));
    if sentence.text.trim().is_empty() && sentence.references.is_empty() && sentence.variables.is_empty() {
        complain(format!("`{name}` says nothing"));
    }
    if !attributes.is_empty() {
        complain(format!("`{name}` has attributes; give each text a key of its own"));
    }
    if !well_formed(&name) {
        complain(format!("`{name}` is not of the form feature-what in small letters"));
    }
    if let Some(words) = left_over(&sentence.text) {
        complain(format!("`{name}` holds the place of a sentence with \"{words}\""));
    }
    let twice = format!("`{name}` is there already");
    if let Some(earlier) = catalogue.get(&name) {
        complain(format!("{twice}: {}:{}", earlier.file, earlier.line));
        return;
    }
    catalogue.insert(name, sentence);
}

impl Sentence {
    fn take_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.take_expression(expression),
            }
        }
    }

    fn take_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.take_inline(inline),
            Expression::Select { selector, variants } => {
                self.take_inline(selector);
                let categories: BTreeSet<String> = variants
                    .iter()
                    .filter_map(|variant| match &variant.key {
                        VariantKey::Identifier { name } if PLURALS.contains(name) => Some((*name).to_owned()),
                        _ => None,
                    })
                    .collect();
                // A lone `other` is the default of a choice by word, such as a gender.
                if let Some(variable) = chosen_by(selector)
                    && categories.iter().any(|category| category != "other")
                {
                    self.plurals.entry(variable.to_owned()).or_default().extend(categories);
                }
                for variant in variants {
                    self.take_pattern(&variant.value);
                }
            }
        }
    }

    fn take_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.take_inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.take_expression(expression),
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                self.text.push_str(value);
            }
        }
    }
}

fn chosen_by<'a>(selector: &InlineExpression<&'a str>) -> Option<&'a str> {
    match selector {
        InlineExpression::VariableReference { id } => Some(id.name),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.first().and_then(|first| chosen_by(first))
        }
        _ => None,
    }
}

fn line_of(text: &str, name: &str) -> usize {
    let starts = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(starts).map_or(1, |index| index + 1)
}

fn well_formed(name: &str) -> bool {
    let name = name.strip_prefix('-').unwrap_or(name);
    let parts: Vec<&str> = name.split('-').collect();
    let small = |part: &&str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    parts.iter().all(small)
}

fn left_over(text: &str) -> Option<&'static str> {
    let small = text.to_lowercase();
    let stand_ins = ["lorem ipsum", "coming soon", "fixme", "xxx", "tbd:", "translate me", "not translated"];
    if text.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "TODO" || word == "TBD") {
        return Some("TODO");
    }
    stand_ins.into_iter().find(|words| small.contains(words))
}
