//! Routes of Kith's own API. Each one brings what the document says of it, read off the types that its handler takes and
//! gives: there is no second place to keep.

use std::sync::Arc;

use axum::extract::FromRequest;
use axum::response::IntoResponse;
use kith_domain::App;
use kith_http::Answer;

use super::input::{Taken, Takes};
use super::output::{Given, Gives};
use crate::caller::Caller;
use crate::routes::{ApiRoutes, Needs};

/// One line of the table as the document tells it.
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) needs: Needs,
    pub(super) tag: &'static str,
    /// What generators of clients call it.
    pub(super) name: &'static str,
    pub(super) summary: &'static str,
    pub(super) takes: Taken,
    pub(super) gives: Given,
}

/// Routes under construction.
pub(super) struct KithRoutes {
    tag: &'static str,
    routes: ApiRoutes,
    operations: Vec<Operation>,
}

macro_rules! methods {
    ($($name:ident = $method:literal;)*) => {$(
        /// Adds a route for this method: its name and a sentence stand in the document.
        #[must_use]
        pub(super) fn $name<M, A, R, F, Fut>(
            mut self,
            path: &'static str,
            needs: Needs,
            (name, summary): (&'static str, &'static str),
            handler: F,
        ) -> Self
        where
            M: Send + 'static,
            A: FromRequest<Arc<App>, M> + Takes + Send + 'static,
            R: IntoResponse + Gives,
            F: Fn(Caller, A) -> Fut + Clone + Send + Sync + 'static,
            Fut: Future<Output = Answer<R>> + Send + 'static,
        {
            let mut takes = Taken::default();
            A::tell(&mut takes);
            self.operations.push(Operation {
                method: $method,
                path,
                needs,
                tag: self.tag,
                name,
                summary,
                takes,
                gives: R::given(),
            });
            let handle = move |caller: Caller, asked: A| handler(caller, asked);
            self.routes = self.routes.$name::<_, (M, Caller, A)>(path, needs, handle);
            self
        }
    )*};
}

impl KithRoutes {
    /// Routes that stand together in the document under this word.
    pub(super) fn of(tag: &'static str) -> Self {
        Self { tag, routes: ApiRoutes::new(), operations: Vec::new() }
    }

    methods! {
        get = "GET";
        post = "POST";
        put = "PUT";
        delete = "DELETE";
    }

    /// Adds all routes of `other`.
    #[must_use]
    pub(super) fn merge(mut self, other: Self) -> Self {
        self.routes = self.routes.merge(other.routes);
        self.operations.extend(other.operations);
        self
    }

    /// The routes, and what the document says of them.
    pub(super) fn into_parts(self) -> (ApiRoutes, Vec<Operation>) {
        (self.routes, self.operations)
    }
}
