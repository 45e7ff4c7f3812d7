//! The catalogues: every `.ftl` file, embedded at build time and parsed once.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::{parser, serializer};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::GroupingStrategy;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use kith_base::Arg;
use unic_langid::LanguageIdentifier;

use crate::{Direction, Language, plurals};

include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<(Language, Bundle)>> =
    LazyLock::new(|| Language::all().iter().map(|language| (*language, bundle(*language))).collect());

/// The sentence behind `key` in `language`. An unknown key comes back in brackets, so that it is seen.
pub(crate) fn sentence(language: Language, key: &str, args: &[(&str, Arg)]) -> String {
    let bundle_of = |wanted| BUNDLES.iter().find(|(speaks, _)| *speaks == wanted).map(|(_, bundle)| bundle);
    if let Some(text) = bundle_of(language).and_then(|bundle| format(bundle, key, args)) {
        return without_idle_marks(language, text);
    }
    if let Some(text) = bundle_of(Language::EN).and_then(|bundle| format(bundle, key, args)) {
        tracing::error!(key, language = language.tag(), "missing in the catalogue; English stands in");
        return without_idle_marks(Language::EN, text);
    }
    tracing::error!(key, "no such key in the catalogues");
    format!("⟦{key}⟧")
}

/// Whether `language` itself has `key`.
pub(crate) fn has(language: Language, key: &str) -> bool {
    BUNDLES.iter().any(|(speaks, bundle)| *speaks == language && bundle.has_message(key))
}

/// How many sentences `language` has.
pub(crate) fn count(language: Language) -> usize {
    let files = FILES.iter().filter(|(tag, ..)| *tag == language.tag());
    let keys = files.flat_map(|(_, _, text)| text.lines()).filter_map(|line| line.split_once(" ="));
    keys.filter(|(key, _)| has(language, key)).count()
}

fn format(bundle: &Bundle, key: &str, args: &[(&str, Arg)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        match arg {
            Arg::Number(number) => values.set(*name, *number),
            Arg::Text(text) => values.set(*name, FluentValue::String(Cow::Borrowed(text.as_str()))),
        }
    }
    let mut problems = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned();
    if !problems.is_empty() {
        tracing::error!(key, ?problems, "a sentence could not be completed");
    }
    Some(text)
}

fn bundle(language: Language) -> Bundle {
    let identifier: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(true);
    bundle.set_formatter(Some(localised_number));
    let functions = [bundle.add_builtins(), bundle.add_function("PLURAL", plurals::function(language))];
    for problem in functions.into_iter().filter_map(Result::err) {
        tracing::error!(%problem, "a function is not available to the catalogues");
    }
    for (tag, file, text) in FILES.iter().filter(|(tag, ..)| *tag == language.tag()) {
        let mut parsed = parser::parse(*text).unwrap_or_else(|(parsed, problems)| {
            tracing::error!(tag, file, ?problems, "a catalogue has lines that are not Fluent");
            parsed
        });
        plurals::rewrite(&mut parsed);
        let resource =
            FluentResource::try_new(serializer::serialize(&parsed)).unwrap_or_else(|(left, _)| left);
        if let Err(problems) = bundle.add_resource(resource) {
            tracing::error!(tag, file, ?problems, "a catalogue repeats a key");
        }
    }
    bundle
}

/// Marks that isolate directions matter only where directions mix. In a line that runs left to right throughout
/// they are left out, so that text can be searched, copied and sent as people typed it.
pub(crate) fn without_idle_marks(language: Language, text: String) -> String {
    let mixes = language.direction() == Direction::Rtl || text.chars().any(runs_left_or_steers);
    if mixes || !text.contains('\u{2068}') {
        return text;
    }
    text.replace(['\u{2068}', '\u{2069}'], "")
}

const fn runs_left_or_steers(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
}

struct Numbers(Option<DecimalFormatter>);

impl Memoizable for Numbers {
    /// Whether digits are grouped.
    type Args = (bool,);
    type Error = ();

    fn construct(language: LanguageIdentifier, (grouped,): (bool,)) -> Result<Self, ()> {
        let locale = icu::locale::Locale::try_from_str(&language.to_string()).map_err(drop)?;
        let strategy = if grouped { GroupingStrategy::Auto } else { GroupingStrategy::Never };
        Ok(Self(DecimalFormatter::try_new((&locale).into(), strategy.into()).ok()))
    }
}

/// Numbers in sentences take the digits and separators of the language.
fn localised_number(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let mut decimal = Decimal::try_from_str(&number.as_string()).ok()?;
    if let Some(digits) = number.options.maximum_fraction_digits.and_then(|digits| i16::try_from(digits).ok())
    {
        decimal.round(-digits);
    }
    memoizer
        .with_try_get::<Numbers, _, _>((number.options.use_grouping,), |numbers| {
            Some(numbers.0.as_ref()?.format_to_string(&decimal))
        })
        .ok()
        .flatten()
}
