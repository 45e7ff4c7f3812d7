//! Routes with the scope that each one asks for. A route cannot be added without saying so; the table that results is
//! what the permission tests walk.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, patch, post, put};
use kith_base::{Error, Result};
use kith_domain::App;
use kith_http::Fault;

use crate::caller::Caller;

/// What a caller has to show. What they see then is decided by the domain's policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing at all.
    Nothing,
    /// Any token, an app's own included.
    Token,
    /// Nothing; but a token that comes along must hold this scope, and then counts.
    IfSignedIn(&'static str),
    /// A member's token with this scope.
    Scope(&'static str),
    /// A member's token with one of these scopes.
    OneOf(&'static [&'static str]),
}

impl Needs {
    /// Whether `caller` may come.
    ///
    /// # Errors
    /// Sign-in needed without a member's token, forbidden without the scope.
    pub fn check(self, caller: &Caller) -> Result<()> {
        let outside = || Error::forbidden("apps-outside-scope");
        let token = caller.token.as_ref();
        let is_member = token.is_some_and(|token| token.account.is_some());
        match self {
            Self::Nothing => Ok(()),
            Self::Token if token.is_some() => Ok(()),
            Self::IfSignedIn(scope) => match token {
                Some(token) if is_member && !token.scopes.allow(scope) => Err(outside()),
                _ => Ok(()),
            },
            Self::Token => Err(Error::sign_in_needed()),
            Self::Scope(_) | Self::OneOf(_) if !is_member => Err(Error::sign_in_needed()),
            Self::Scope(scope) if caller.may(scope) => caller.viewer.active().map(|_| ()),
            Self::OneOf(scopes) if scopes.iter().any(|scope| caller.may(scope)) => {
                caller.viewer.active().map(|_| ())
            }
            Self::Scope(_) | Self::OneOf(_) => Err(outside()),
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct ApiRoute {
    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub method: &'static str,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// What it asks for.
    pub needs: Needs,
}

/// Routes under construction.
#[derive(Default)]
pub struct ApiRoutes {
    router: Router<Arc<App>>,
    table: Vec<ApiRoute>,
}

macro_rules! methods {
    ($($name:ident = $method:literal;)*) => {$(
        /// Adds a route for this method.
        #[must_use]
        pub fn $name<H, T>(self, path: &'static str, needs: Needs, handler: H) -> Self
        where
            H: Handler<T, Arc<App>>,
            T: 'static,
        {
            self.add($method, path, needs, $name(handler))
        }
    )*};
}

impl ApiRoutes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    methods! {
        get = "GET";
        post = "POST";
        put = "PUT";
        patch = "PATCH";
        delete = "DELETE";
    }

    /// Adds all routes of `other`.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// The router and the table.
    pub fn into_parts(self) -> (Router<Arc<App>>, Vec<ApiRoute>) {
        (self.router, self.table)
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        needs: Needs,
        route: MethodRouter<Arc<App>>,
    ) -> Self {
        let route =
            route.route_layer(from_fn(move |request: Request, next: Next| admit(needs, request, next)));
        // Some libraries end paths with a slash, which Mastodon's router does not mind.
        self.router = self.router.route(path, route.clone()).route(&format!("{path}/"), route);
        self.table.push(ApiRoute { method, path, needs });
        self
    }
}

async fn admit(needs: Needs, request: Request, next: Next) -> Response {
    let allowed = match request.extensions().get::<Caller>() {
        Some(caller) => needs.check(caller),
        None => Err(Error::internal("a route was reached without a caller")),
    };
    match allowed {
        Ok(()) => next.run(request).await,
        Err(error) => Fault::from(error).into_response(),
    }
}
