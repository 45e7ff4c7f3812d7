//! The whole way of a push: the real program, over an encrypted line, to a push service on this machine that reads what
//! arrives as an app does.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use kith_testkit::Program;
use reqwest::Client;
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Prk, Salt};
use ring::rand::SystemRandom;
use ring::signature::{self, ECDSA_P256_SHA256_FIXED};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::{BINARY, create, each, set_up, signed_in};

const AUTH: [u8; 16] = *b"sixteen secrets!";

/// What a push service was sent.
#[derive(Clone, Debug)]
struct Arrived {
    head: String,
    body: Vec<u8>,
}

impl Arrived {
    fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

/// A push service on this machine.
struct Service {
    port: u16,
    authority: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl Service {
    async fn start() -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let known = Arc::clone(&arrived);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let Ok(mut line) = acceptor.accept(stream).await else { continue };
                let arrival = read(&mut line).await;
                let status = if arrival.head.contains(" /gone ") { "410 Gone" } else { "201 Created" };
                known.lock().unwrap().push(arrival);
                let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n");
                let _ = line.write_all(answer.as_bytes()).await;
                let _ = line.shutdown().await;
            }
        });
        Self { port, authority: made.cert.pem(), arrived }
    }

    /// The next thing that arrives; none when nothing does within `patience`.
    async fn next(&self, patience: Duration) -> Option<Arrived> {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            let first = self.arrived.lock().unwrap().pop();
            if first.is_some() {
                return first;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        None
    }
}

async fn read(line: &mut (impl AsyncReadExt + Unpin)) -> Arrived {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let count = line.read(&mut piece).await.unwrap_or(0);
        bytes.extend_from_slice(&piece[..count]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
            assert!(count > 0, "half a request");
            continue;
        };
        let arrived = Arrived {
            head: String::from_utf8(bytes[..end].to_vec()).unwrap(),
            body: bytes[end + 4..].to_vec(),
        };
        let length: usize = arrived.header("content-length").parse().unwrap();
        if arrived.body.len() >= length {
            return arrived;
        }
        assert!(count > 0, "half a body");
    }
}

/// An app's key, good for one message.
struct Device {
    private: EphemeralPrivateKey,
    public: Vec<u8>,
}

impl Device {
    fn new() -> Self {
        let private = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
        let public = private.compute_public_key().unwrap().as_ref().to_vec();
        Self { private, public }
    }

    /// What arrived, read by whoever holds the key (RFC 8291, 3.4, and the draft before it).
    fn read(self, arrived: &Arrived) -> Value {
        let is_standard = arrived.header("content-encoding") == "aes128gcm";
        let named = |header: &str, name: &str| {
            let mut parts = arrived.header(header).split(';').filter_map(|part| part.split_once('='));
            let value = parts.find(|(known, _)| known.trim() == name).unwrap().1.to_owned();
            URL_SAFE_NO_PAD.decode(value).unwrap()
        };
        let (salt, sender, record) = if is_standard {
            assert_eq!((&arrived.body[16..20], arrived.body[20]), (4096_u32.to_be_bytes().as_slice(), 65));
            (arrived.body[..16].to_vec(), arrived.body[21..86].to_vec(), arrived.body[86..].to_vec())
        } else {
            (named("encryption", "salt"), named("crypto-key", "dh"), arrived.body.clone())
        };
        let other = UnparsedPublicKey::new(&ECDH_P256, sender.clone());
        let shared = agree_ephemeral(self.private, &other, <[u8]>::to_vec).unwrap();
        let first = Salt::new(HKDF_SHA256, &AUTH).extract(&shared);
        let mut between = b"P-256\0\0\x41".to_vec();
        between.extend_from_slice(&self.public);
        between.extend_from_slice(b"\0\x41");
        between.extend_from_slice(&sender);
        let (secret, key, nonce): ([u8; 32], [u8; 16], [u8; NONCE_LEN]) = if is_standard {
            let secret: [u8; 32] = expand(&first, &[b"WebPush: info\0", &self.public, &sender]);
            let second = Salt::new(HKDF_SHA256, &salt).extract(&secret);
            let key = expand(&second, &[b"Content-Encoding: aes128gcm\0"]);
            (secret, key, expand(&second, &[b"Content-Encoding: nonce\0"]))
        } else {
            let secret: [u8; 32] = expand(&first, &[b"Content-Encoding: auth\0"]);
            let second = Salt::new(HKDF_SHA256, &salt).extract(&secret);
            let key = expand(&second, &[b"Content-Encoding: aesgcm\0", &between]);
            (secret, key, expand(&second, &[b"Content-Encoding: nonce\0", &between]))
        };
        assert_eq!(secret.len(), 32);
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let mut record = record;
        let nonce = Nonce::assume_unique_for_key(nonce);
        let plain = key.open_in_place(nonce, Aad::empty(), &mut record).unwrap();
        let words = if is_standard {
            let end = plain.iter().rposition(|byte| *byte != 0).unwrap();
            assert_eq!(plain[end], 2, "the last record");
            &plain[..end]
        } else {
            let padding = usize::from(u16::from_be_bytes([plain[0], plain[1]]));
            &plain[2 + padding..]
        };
        serde_json::from_slice(words).unwrap()
    }
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand<const N: usize>(prk: &Prk, info: &[&[u8]]) -> [u8; N] {
    let mut made = [0; N];
    prk.expand(info, Length(N)).unwrap().fill(&mut made).unwrap();
    made
}

/// The signature is by the key that apps are told, for this service, and ends within a day (RFC 8292).
fn check_signature(arrived: &Arrived, server_key: &str, port: u16) {
    let head = arrived.header("authorization");
    let token = match head.strip_prefix("vapid t=") {
        Some(rest) => rest.split_once(", k=").unwrap().0,
        None => head.strip_prefix("WebPush ").unwrap(),
    };
    let (signed, made) = token.rsplit_once('.').unwrap();
    let public = URL_SAFE.decode(server_key).unwrap();
    let key = signature::UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, public);
    key.verify(signed.as_bytes(), &URL_SAFE_NO_PAD.decode(made).unwrap()).unwrap();
    let claims = URL_SAFE_NO_PAD.decode(signed.split_once('.').unwrap().1).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["aud"], format!("https://localhost:{port}"));
    assert!(claims["exp"].as_i64().unwrap() > 1_700_000_000);
}

/// An app of a member.
struct App {
    client: Client,
    base: String,
    token: String,
}

impl App {
    fn of(program: &Program, handle: &str) -> Self {
        let said = program.must(&["token", "create", handle, "--scopes", "read write follow push"]);
        let token = said.lines().last().unwrap().trim().to_owned();
        Self { client: Client::new(), base: format!("http://{}", program.listens), token }
    }

    async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let request = self.client.post(format!("{}{path}", self.base)).bearer_auth(&self.token);
        let request = request.header("content-type", "application/json").body(body.to_string());
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        let answer =
            self.client.get(format!("{}{path}", self.base)).bearer_auth(&self.token).send().await.unwrap();
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }

    async fn subscribe(&self, device: &Device, endpoint: &str, is_standard: bool) -> (u16, Value) {
        let keys = json!({ "p256dh": URL_SAFE.encode(&device.public), "auth": URL_SAFE.encode(AUTH) });
        let body = json!({
            "subscription": { "endpoint": endpoint, "keys": keys, "standard": is_standard },
            "data": { "alerts": { "mention": true } },
        });
        self.post("/api/v1/push/subscription", body).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mention_reaches_the_device_and_nobody_in_between_can_read_it() {
    let service = Service::start().await;
    each(async |mut program: Program| {
        create(&program, "ann");
        create(&program, "ben");
        let authority = program.folder.path().join("authority.pem");
        std::fs::write(&authority, &service.authority).unwrap();
        let settings = [
            ("SSL_CERT_FILE", authority.to_str().unwrap()),
            ("KITH_OUTBOUND_LOOPBACK", "on"),
            ("KITH_RATE_LIMITS", "off"),
        ];
        program.serve(&settings).await;
        let (ann, ben) = (App::of(&program, "ann"), App::of(&program, "ben"));
        for is_standard in [true, false] {
            let device = Device::new();
            let endpoint = format!("https://localhost:{}/wake?app=1", service.port);
            let (status, made) = ann.subscribe(&device, &endpoint, is_standard).await;
            assert_eq!(status, 200, "{made}");
            let said = json!({ "status": format!("Secret of @ann {is_standard}"), "visibility": "unlisted" });
            assert_eq!(ben.post("/api/v1/statuses", said).await.0, 200);
            let arrived = service.next(Duration::from_secs(10)).await;
            let arrived = arrived.unwrap_or_else(|| panic!("nothing arrived: {}", program.log()));
            assert!(arrived.head.starts_with("POST /wake?app=1 HTTP/1.1\r\n"), "{}", arrived.head);
            assert_eq!((arrived.header("ttl"), arrived.header("urgency")), ("172800", "normal"));
            assert_eq!(arrived.header("host"), format!("localhost:{}", service.port));
            assert!(arrived.header("cookie").is_empty() && arrived.header("referer").is_empty());
            assert!(!arrived.body.windows(6).any(|bytes| bytes == b"Secret"), "it can be read on the way");
            check_signature(&arrived, made["server_key"].as_str().unwrap(), service.port);
            let words = device.read(&arrived);
            assert_eq!(words["notification_type"], "mention");
            assert_eq!(words["body"], format!("Secret of @ann {is_standard}"));
            let (_, list) = ann.get("/api/v1/notifications").await;
            assert_eq!(words["notification_id"].to_string(), list[0]["id"].as_str().unwrap());
        }
        // A key that survives a restart is what subscriptions are bound to.
        let key =
            async || ann.get("/api/v2/instance").await.1["configuration"]["vapid"]["public_key"].clone();
        let before = key().await;
        program.kill();
        program.serve(&settings).await;
        assert_eq!(key().await, before);

        let gone = format!("https://localhost:{}/gone", service.port);
        assert_eq!(ann.subscribe(&Device::new(), &gone, true).await.0, 200);
        let said = json!({ "status": "@ann again", "visibility": "unlisted" });
        assert_eq!(ben.post("/api/v1/statuses", said).await.0, 200);
        assert!(service.next(Duration::from_secs(10)).await.is_some());
        let begun = Instant::now();
        while ann.get("/api/v1/push/subscription").await.0 != 404 {
            assert!(begun.elapsed() < Duration::from_secs(10), "an app that is gone is not forgotten");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_is_told_what_to_show_and_what_to_open_until_it_signs_out() {
    let service = Service::start().await;
    each(async |mut program: Program| {
        create(&program, "ann");
        create(&program, "ben");
        let authority = program.folder.path().join("authority.pem");
        std::fs::write(&authority, &service.authority).unwrap();
        let settings = [
            ("SSL_CERT_FILE", authority.to_str().unwrap()),
            ("KITH_OUTBOUND_LOOPBACK", "on"),
            ("KITH_RATE_LIMITS", "off"),
        ];
        program.serve(&settings).await;
        let (browser, ben) = (signed_in(&program, "ann").await, App::of(&program, "ben"));
        let page = browser.get("/settings/devices").await;
        let [key] = page.attributes("[data-push]", "data-push").try_into().unwrap();
        let device = Device::new();
        let endpoint = format!("https://localhost:{}/browser", service.port);
        let (p256dh, auth) = (URL_SAFE_NO_PAD.encode(&device.public), URL_SAFE_NO_PAD.encode(AUTH));
        let fields = [("endpoint", endpoint.as_str()), ("p256dh", &p256dh), ("auth", &auth)];
        assert_eq!(browser.post("/settings/devices/on", &fields).await.status, 204);

        let said = json!({ "status": "Secret of @ann", "visibility": "unlisted" });
        let (status, post) = ben.post("/api/v1/statuses", said).await;
        assert_eq!(status, 200);
        let arrived = service.next(Duration::from_secs(10)).await;
        let arrived = arrived.unwrap_or_else(|| panic!("nothing arrived: {}", program.log()));
        assert_eq!(arrived.header("content-encoding"), "aes128gcm");
        check_signature(&arrived, &format!("{key}="), service.port);
        let words = device.read(&arrived);
        assert_eq!(words["url"], format!("/p/{}", post["id"].as_str().unwrap()));
        assert_eq!((&words["body"], &words["unread"]), (&json!("Secret of @ann"), &json!(1)));
        assert_eq!((&words["lang"], &words["dir"]), (&json!("en"), &json!("ltr")));
        assert!(words["tag"].as_str().is_some_and(|tag| !tag.is_empty()), "{words}");

        browser.post("/logout", &[]).await;
        let said = json!({ "status": "@ann again", "visibility": "unlisted" });
        assert_eq!(ben.post("/api/v1/statuses", said).await.0, 200);
        assert!(service.next(Duration::from_secs(1)).await.is_none(), "woken after signing out");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn c7_without_the_switch_nothing_reaches_this_machine() {
    let service = Service::start().await;
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    create(&program, "ben");
    let authority = program.folder.path().join("authority.pem");
    std::fs::write(&authority, &service.authority).unwrap();
    let settings = [("SSL_CERT_FILE", authority.to_str().unwrap()), ("KITH_RATE_LIMITS", "off")];
    program.serve(&settings).await;
    let (ann, ben) = (App::of(&program, "ann"), App::of(&program, "ben"));
    for inside in [
        format!("https://127.0.0.1:{}/", service.port),
        format!("https://[::1]:{}/", service.port),
        format!("https://2130706433:{}/", service.port),
        format!("http://localhost:{}/", service.port),
        "https://169.254.169.254/latest".to_owned(),
        "https://10.0.0.1/".to_owned(),
    ] {
        let (status, refused) = ann.subscribe(&Device::new(), &inside, true).await;
        assert_eq!(status, 422, "{inside}: {refused}");
    }
    // A name is not known to lead inside before it is looked up, which is when it is sent.
    let name = format!("https://localhost:{}/", service.port);
    assert_eq!(ann.subscribe(&Device::new(), &name, true).await.0, 200);
    let said = json!({ "status": "@ann", "visibility": "unlisted" });
    assert_eq!(ben.post("/api/v1/statuses", said).await.0, 200);
    assert!(service.next(Duration::from_secs(2)).await.is_none());
}
