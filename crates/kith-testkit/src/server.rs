//! A world behind the real web face, on a free port: what browsers of tests talk to.
//!
//! The router comes from the test, so that this kit does not depend on the faces:
//! `Server::each(|app| kith_web::router(app, guard).0, |s| async move { … })`.

#![allow(clippy::expect_used, reason = "a test stops where its ground is missing")]

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use kith_domain::sessions::{self, Origin};
use kith_domain::{App, site};
use tokio::task::JoinHandle;

use crate::{Browser, Person, World};

/// The address that members of a served world type. https, so that cookies are the strict ones.
pub const ADDRESS: &str = "https://kith.example";

/// A world that answers on a port of its own until this is dropped.
pub struct Server {
    /// The community behind it.
    pub world: World,
    /// Where it listens.
    pub listens: SocketAddr,
    task: JoinHandle<()>,
    client: reqwest::Client,
}

impl Server {
    /// Serves `world`, whose first run is over, by what `router` makes of it.
    pub async fn start(world: World, router: impl FnOnce(&Arc<App>) -> Router) -> Self {
        set_up(&world).await;
        Self::start_new(world, router).await
    }

    /// As [`Server::start`] with the first run still to come.
    pub async fn start_new(world: World, router: impl FnOnce(&Arc<App>) -> Router) -> Self {
        let router = router(&world.app);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let listens = listener.local_addr().expect("the port");
        let task = tokio::spawn(async move {
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            axum::serve(listener, service).await.expect("the server answers");
        });
        let client =
            reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build();
        Self { world, listens, task, client: client.expect("a client") }
    }

    /// Runs `test` with a server on SQLite, then with one on PostgreSQL.
    pub async fn each<F: Future<Output = ()>>(
        router: impl Fn(&Arc<App>) -> Router,
        test: impl Fn(Self) -> F,
    ) {
        test(Self::start(World::sqlite().await, &router).await).await;
        if let Some(world) = World::postgres().await {
            test(Self::start(world, &router).await).await;
        }
    }

    /// Host and port.
    pub fn address(&self) -> String {
        self.listens.to_string()
    }

    /// A browser of somebody who is not signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(format!("http://{}", self.listens), ADDRESS)
    }

    /// Sends a request exactly as it is; status and body.
    ///
    /// # Panics
    /// When the server does not answer.
    pub async fn raw(&self, request: reqwest::Request) -> (u16, String) {
        let response = self.client.execute(request).await.expect("the server answers");
        (response.status().as_u16(), response.text().await.unwrap_or_default())
    }

    /// A browser in which `person` is signed in already.
    pub async fn browser(&self, person: &Person) -> Browser {
        let begun = sessions::begin(&self.world.app, person.id, Origin::default()).await.expect("a session");
        let browser = self.visitor();
        browser.set_cookie("__Host-kith", begun.token.expose());
        browser
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn set_up(world: &World) {
    world
        .app
        .db
        .write(|tx| {
            site::change(tx, |settings| {
                settings.is_set_up = true;
                settings.name = "Elmfield".to_owned();
                settings.languages = ["en", "ar", "de", "es", "fr"].map(str::to_owned).to_vec();
                settings.base_url = ADDRESS.to_owned();
            })
        })
        .await
        .expect("the community is set up");
}
