//! Named statements: every SQL text of the program is declared with [`statement!`](crate::statement!) so that it
//! can be found, timed, and prepared on both engines by a test.

use crate::Engine;

/// An SQL text in the dialect of `docs/sql.md` with the name it bears in logs and metrics.
#[derive(Debug)]
pub struct Statement {
    /// `feature.what`, as `posts.page_by_author`.
    pub name: &'static str,
    /// The text, with `$1` parameters.
    pub sql: &'static str,
}

/// A statement as it stands in the register of the program.
#[doc(hidden)]
pub struct Registered {
    pub statement: &'static Statement,
    pub only: Option<Engine>,
}

inventory::collect!(Registered);

/// Declares a statement and registers it: `statement!(pub(crate) PAGE, "posts.page", "SELECT … $1 …");`.
/// Where the engines must differ (full-text search), two statements are declared, each with the engine it is for:
/// `statement!(sqlite: SEARCH_LITE, "search.lite", "…");` and `statement!(postgres: SEARCH_PG, "search.pg", "…");`.
#[macro_export]
macro_rules! statement {
    (sqlite: $vis:vis $name:ident, $label:expr, $sql:expr $(,)?) => {
        $crate::statement!(@ $vis $name, $label, $sql, ::core::option::Option::Some($crate::Engine::Sqlite));
    };
    (postgres: $vis:vis $name:ident, $label:expr, $sql:expr $(,)?) => {
        $crate::statement!(@ $vis $name, $label, $sql, ::core::option::Option::Some($crate::Engine::Postgres));
    };
    (@ $vis:vis $name:ident, $label:expr, $sql:expr, $only:expr) => {
        $vis static $name: $crate::Statement = $crate::Statement { name: $label, sql: $sql };
        $crate::inventory::submit! { $crate::Registered { statement: &$name, only: $only } }
    };
    ($vis:vis $name:ident, $label:expr, $sql:expr $(,)?) => {
        $crate::statement!(@ $vis $name, $label, $sql, ::core::option::Option::None);
    };
}

/// Every statement that was declared in the crates linked into this program.
pub fn all_statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<Registered>.into_iter().map(|registered| registered.statement)
}

/// The statements that have to work on `engine`.
pub(crate) fn statements_for(engine: Engine) -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<Registered>
        .into_iter()
        .filter(move |registered| registered.only.is_none_or(|only| only == engine))
        .map(|registered| registered.statement)
}
