//! Routes with the access that each one asks for. A route cannot be added without saying who may come; the table that
//! results is what the permission tests walk.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use kith_base::{Error, Result};
use kith_domain::{App, Viewer};

use crate::{Fault, Visit, acting};

/// Who may come to a route at all. What they see there is decided by the domain's policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody.
    Anyone,
    /// Whoever is signed in, members who wait for approval included.
    SignedIn,
    /// Members who take part.
    Member,
    /// Moderators and admins.
    Moderator,
    /// Admins.
    Admin,
}

impl Access {
    /// Whether `viewer` may come.
    ///
    /// # Errors
    /// Sign-in needed, forbidden (account not active), or not found (the page is not for this role).
    pub fn check(self, viewer: &Viewer) -> Result<()> {
        match self {
            Self::Anyone => Ok(()),
            Self::SignedIn => viewer.member().map(drop).ok_or_else(Error::sign_in_needed),
            Self::Member => viewer.active().map(drop),
            Self::Moderator => viewer.moderator().map(drop),
            Self::Admin => viewer.admin().map(drop),
        }
    }
}

/// One row of the access table.
#[derive(Clone, Copy, Debug)]
pub struct RouteInfo {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its `{parameters}`.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
}

/// A set of routes and its access table.
#[derive(Default)]
pub struct Routes {
    router: Router<Arc<App>>,
    table: Vec<RouteInfo>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page that is read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.add("GET", path, access, get(handler))
    }

    /// Adds a form's target. The handler takes [`crate::Form`] or [`crate::Visit::check_token`] to have the token
    /// checked.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        self.add("POST", path, access, post(handler))
    }

    /// Adds all routes of `other`.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// The router and the table.
    pub fn into_parts(self) -> (Router<Arc<App>>, Vec<RouteInfo>) {
        (self.router, self.table)
    }

    fn add(
        mut self,
        method: &'static str,
        path: &'static str,
        access: Access,
        route: MethodRouter<Arc<App>>,
    ) -> Self {
        let route = route.route_layer(from_fn(move |request: Request, next: Next| {
            admit(RouteInfo { method, path, access }, request, next)
        }));
        self.router = self.router.route(path, route);
        self.table.push(RouteInfo { method, path, access });
        self
    }
}

async fn admit(route: RouteInfo, request: Request, next: Next) -> Response {
    let allowed = match request.extensions().get::<Visit>() {
        Some(visit) => acting::check(&visit.viewer, route.method, route.path)
            .and_then(|()| route.access.check(&visit.viewer)),
        None => Err(Error::internal("a route was reached without a visit")),
    };
    match allowed {
        Ok(()) => next.run(request).await,
        Err(error) => Fault::from(error).into_response(),
    }
}
