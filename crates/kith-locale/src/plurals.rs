//! Plural forms from CLDR. Fluent's own tables miss rules that look at the last two digits (Arabic 103 and 111), so
//! every choice by number is rewritten to ask `PLURAL`, which asks ICU.

use fluent_bundle::types::FluentNumberType;
use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource,
    VariantKey,
};
use icu::decimal::input::Decimal;
use icu::plurals::{PluralCategory, PluralRules};

use crate::Language;

/// Lets every choice by number in `resource` go through `PLURAL`; exact numbers among the variants go along, for
/// they win over the form.
pub(crate) fn rewrite(resource: &mut Resource<&str>) {
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(pattern) = &mut message.value {
                    rewrite_pattern(pattern);
                }
            }
            Entry::Term(term) => rewrite_pattern(&mut term.value),
            _ => {}
        }
    }
}

fn rewrite_pattern(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            rewrite_expression(expression);
        }
    }
}

fn rewrite_expression(expression: &mut Expression<&str>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => rewrite_expression(expression),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            let mut positional = vec![selector.clone()];
            let mut by_form = false;
            for variant in variants {
                match variant.key {
                    VariantKey::Identifier { name } => by_form |= form_named(name),
                    VariantKey::NumberLiteral { value } => {
                        positional.push(InlineExpression::NumberLiteral { value });
                    }
                }
                rewrite_pattern(&mut variant.value);
            }
            if by_form {
                let arguments = CallArguments { positional, named: Vec::new() };
                *selector =
                    InlineExpression::FunctionReference { id: Identifier { name: "PLURAL" }, arguments };
            }
        }
    }
}

fn form_named(name: &str) -> bool {
    // `other` alone is the default of a choice by word and no plural.
    matches!(name, "zero" | "one" | "two" | "few" | "many")
}

/// The function `PLURAL` for `language`: the form of its first argument, or the argument itself if that is among the
/// exact numbers that follow. Text stays as it is, so that a choice by word works too.
pub(crate) fn function(
    language: Language,
) -> impl for<'a> Fn(&[FluentValue<'a>], &FluentArgs) -> FluentValue<'a> + Send + Sync + 'static {
    let locale = icu::locale::Locale::try_from_str(language.tag()).unwrap_or(icu::locale::Locale::UNKNOWN);
    let cardinal = PluralRules::try_new_cardinal((&locale).into()).ok();
    let ordinal = PluralRules::try_new_ordinal((&locale).into()).ok();
    move |positional, _| {
        let Some((first, exact)) = positional.split_first() else { return FluentValue::Error };
        let FluentValue::Number(number) = first else { return first.clone() };
        let is_it =
            |other: &&FluentValue| matches!(other, FluentValue::Number(other) if other.value == number.value);
        if exact.iter().any(|other| is_it(&other)) {
            return first.clone();
        }
        let rules = match number.options.r#type {
            FluentNumberType::Cardinal => &cardinal,
            FluentNumberType::Ordinal => &ordinal,
        };
        let category = rules
            .as_ref()
            .zip(Decimal::try_from_str(&number.as_string()).ok())
            .map_or(PluralCategory::Other, |(rules, value)| rules.category_for(&value));
        FluentValue::from(name_of(category))
    }
}

const fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::{parser, serializer};

    #[test]
    fn only_choices_by_number_are_rewritten() {
        let source = "a =\n    { $n ->\n        [0] none\n        [one] one\n       *[other] { $n }\n    }\nb =\n    { $kind ->\n        [photo] photo\n       *[other] text\n    }\n";
        let mut resource = parser::parse(source).unwrap();
        rewrite(&mut resource);
        let rewritten = serializer::serialize(&resource);
        assert!(rewritten.contains("{ PLURAL($n, 0) ->"), "{rewritten}");
        assert!(rewritten.contains("{ $kind ->"), "{rewritten}");
    }

    #[test]
    fn exact_numbers_win_and_ordinals_have_their_own_forms() {
        let plural = function(Language::EN);
        let args = FluentArgs::new();
        assert_eq!(plural(&[1.into()], &args), "one".into());
        assert_eq!(plural(&[0.into()], &args), "other".into());
        assert_eq!(plural(&[0.into(), 0.into()], &args), 0.into());
        assert_eq!(plural(&["photo".into()], &args), "photo".into());
        let FluentValue::Number(mut second) = FluentValue::from(2) else { panic!("a number") };
        second.options.r#type = FluentNumberType::Ordinal;
        assert_eq!(plural(&[FluentValue::Number(second)], &args), "two".into());
    }
}
