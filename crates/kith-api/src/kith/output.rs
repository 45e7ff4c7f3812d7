//! What Kith's own API answers with: one thing, or a part of a list with links to the parts beside it.

use std::marker::PhantomData;

use axum::Json;
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

use super::input::{SchemaOf, schema_of};
use crate::caller::Caller;
use crate::paging;

/// What a handler gives, for the document.
pub(super) struct Given {
    pub(super) schema: SchemaOf,
    /// Whether the answer has a `Link` header.
    pub(super) is_paged: bool,
}

/// An answer that the document tells of.
pub(super) trait Gives {
    fn given() -> Given;
}

impl<T: JsonSchema> Gives for Json<T> {
    fn given() -> Given {
        Given { schema: schema_of::<T>, is_paged: false }
    }
}

/// A part of a list.
pub(super) struct Listed<T>(Response, PhantomData<fn() -> T>);

impl<T: Serialize> Listed<T> {
    /// A part with links in both directions. `ends` are the ids of the first and the last thing that was looked at.
    pub(super) fn new(caller: &Caller, items: &[T], ends: Option<(String, String)>) -> Self {
        Self(paging::listed(caller, items, ends), PhantomData)
    }

    /// A part of a list that can be followed in one direction alone, to what stands after `next`.
    pub(super) fn leading_on(caller: &Caller, items: &[T], next: Option<String>) -> Self {
        Self(paging::leading_on(caller, items, next.as_deref()), PhantomData)
    }
}

impl<T> IntoResponse for Listed<T> {
    fn into_response(self) -> Response {
        self.0
    }
}

impl<T: JsonSchema> Gives for Listed<T> {
    fn given() -> Given {
        Given { schema: schema_of::<Vec<T>>, is_paged: true }
    }
}

/// It is done and there is nothing to tell.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Done {}

/// The answer that says so.
pub(super) const DONE: Json<Done> = Json(Done {});
