//! PostgreSQL on another machine: encrypted, and with the one that was meant.

use std::net::TcpListener;
use std::process::Command;

use kith_base::Clock;
use kith_db::{Db, DbConfig};

use crate::crash::setting;
use crate::postgres_server::PostgresServer;
use crate::{SCHEMA, add, count};

/// Address for the child; set by the parent alone.
const CHILD: &str = "KITH_ENCRYPTED_CHILD";

/// Not a test of its own: the process that trusts the authorities its parent chose. It says how connecting went.
#[tokio::test]
async fn child_that_connects() {
    let Some(url) = setting(CHILD) else { return };
    match Db::open(&DbConfig::postgres(url), SCHEMA, Clock::default()).await {
        Ok(db) => {
            db.write(|tx| add(tx, tx.now(), &tx.now().to_string())).await.unwrap();
            eprintln!("connected, {}", db.read(count).await.unwrap());
            db.close().await;
        }
        Err(error) => {
            let causes =
                std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
            eprintln!("refused: {}", causes.map(ToString::to_string).collect::<Vec<_>>().join(": "));
        }
    }
}

fn connected(url: &str, authorities: &std::path::Path) -> String {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "encryption::child_that_connects", "--nocapture"])
        .env(CHILD, url)
        .env("SSL_CERT_FILE", authorities)
        .output()
        .unwrap();
    String::from_utf8_lossy(&child.stderr).into_owned()
}

fn certificate() -> (String, String) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    (made.cert.pem(), made.signing_key.serialize_pem())
}

#[test]
fn a_database_elsewhere_is_spoken_to_encrypted_and_only_if_it_is_the_one_that_was_meant() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (ours, key) = certificate();
    let settings = [&format!("port={port}"), "listen_addresses=localhost", "ssl=on"];
    let files = [("server.crt", ours.as_str()), ("server.key", key.as_str())];
    let Some(_server) = PostgresServer::start_with(&files, &settings).unwrap() else {
        eprintln!("PostgreSQL is not installed: not tested");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (trusted, others) = (folder.path().join("trusted.pem"), folder.path().join("others.pem"));
    std::fs::write(&trusted, &ours).unwrap();
    std::fs::write(&others, certificate().0).unwrap();
    let url = |host: &str| format!("postgres://postgres@{host}:{port}/postgres?sslmode=require");
    let good = connected(&url("localhost"), &trusted);
    assert!(good.contains("connected, 1"), "{good}");
    let unknown = connected(&url("localhost"), &others);
    assert!(unknown.contains("refused") && unknown.contains("certificate"), "{unknown}");
    let wrong_name = connected(&url("127.0.0.1"), &trusted);
    assert!(wrong_name.contains("refused") && wrong_name.contains("certificate"), "{wrong_name}");
}
