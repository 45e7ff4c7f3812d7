//! One request to somebody out there: over an encrypted line to an address that passed the gate, within a time, with a
//! bounded answer. Nothing is followed, no proxy is asked, and no line is kept.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpStream, lookup_host};
use tokio::sync::OnceCell;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Host;

use crate::gate::is_public;
use crate::target::Target;

/// Everything about one request has to be over by then.
const PATIENCE: Duration = Duration::from_secs(10);
/// So long one address of several is tried.
const CONNECTING: Duration = Duration::from_secs(4);
/// Addresses of one name that are tried.
const ADDRESSES: usize = 4;
/// The head of an answer, and what is read of its body.
const HEAD_BYTES: usize = 16 * 1024;
const BODY_BYTES: usize = 16 * 1024;

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It leads where nobody may be sent.
    #[error("the address is not one that may be reached")]
    Blocked,
    /// No such name, no line, or not the one that was meant.
    #[error("not reached: {0}")]
    Unreached(String),
    /// The line broke, or what came back is not HTTP.
    #[error("no answer: {0}")]
    NoAnswer(#[from] hyper::Error),
    /// It took too long.
    #[error("no answer in time")]
    TooSlow,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status as a number.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The body, or what came first of it.
    pub body: Vec<u8>,
}

/// The way out.
pub struct Outbound {
    reaches_loopback: bool,
    patience: Duration,
    /// Whom the other side has to be vouched for by; read at the first request.
    connector: OnceCell<TlsConnector>,
}

impl Outbound {
    /// A way to the public network. `reaches_loopback` lets this machine through as well, for tests and development.
    pub fn new(reaches_loopback: bool) -> Self {
        Self { reaches_loopback, patience: PATIENCE, connector: OnceCell::new() }
    }

    /// Whether `address` has a shape that may be asked. A name is looked up when it is asked, and not before.
    pub fn takes(&self, address: &str) -> bool {
        Target::parse(address).is_some_and(|target| match target.host {
            Host::Domain(_) => true,
            Host::Ipv4(host) => self.may_reach(host.into()),
            Host::Ipv6(host) => self.may_reach(host.into()),
        })
    }

    fn may_reach(&self, address: IpAddr) -> bool {
        is_public(address) || (self.reaches_loopback && address.is_loopback())
    }

    /// The addresses of a name that may be tried. A name that leads inside as well as outside is nobody's by mistake, so
    /// it leads nowhere.
    fn admit(&self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Failure> {
        if found.is_empty() {
            return Err(unreached("the name has no address"));
        }
        if !found.iter().all(|address| self.may_reach(address.ip())) {
            return Err(Failure::Blocked);
        }
        Ok(found.into_iter().take(ADDRESSES).collect())
    }

    /// Sends `body` to `address`.
    ///
    /// # Errors
    /// [`Failure`], without a word of the other side's that could reach a person.
    pub async fn post(&self, address: &str, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, Failure> {
        let target = Target::parse(address).ok_or(Failure::Blocked)?;
        timeout(self.patience, self.exchange(&target, headers, body)).await.unwrap_or(Err(Failure::TooSlow))
    }

    async fn exchange(&self, target: &Target, headers: HeaderMap, body: Vec<u8>) -> Result<Answer, Failure> {
        let stream = self.connect(target).await?;
        let name = match &target.host {
            Host::Domain(name) => ServerName::try_from(name.clone()).map_err(unreached)?,
            Host::Ipv4(host) => ServerName::from(IpAddr::from(*host)),
            Host::Ipv6(host) => ServerName::from(IpAddr::from(*host)),
        };
        let line = self.connector().await?.connect(name, stream).await.map_err(unreached)?;
        let (mut sender, line) =
            http1::Builder::new().max_buf_size(HEAD_BYTES).handshake(TokioIo::new(line)).await?;
        // The line ends with this request, however that ends.
        let mut lines = JoinSet::new();
        lines.spawn(line);
        let answer = sender.send_request(request(target, headers, body)?).await?;
        let (head, body) = answer.into_parts();
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body: beginning(body).await? })
    }

    /// A connection to one of the addresses behind the name, each of which has to pass the gate. The name is not looked
    /// up again, so it cannot lead elsewhere in between.
    async fn connect(&self, target: &Target) -> Result<TcpStream, Failure> {
        let found: Vec<SocketAddr> = match &target.host {
            Host::Domain(name) => {
                lookup_host((name.as_str(), target.port)).await.map_err(unreached)?.collect()
            }
            Host::Ipv4(host) => vec![(*host, target.port).into()],
            Host::Ipv6(host) => vec![(*host, target.port).into()],
        };
        let mut problem = Failure::TooSlow;
        for address in self.admit(found)? {
            match timeout(CONNECTING, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => return Ok(stream),
                Ok(Err(error)) => problem = unreached(error),
                Err(_) => problem = Failure::TooSlow,
            }
        }
        Err(problem)
    }

    async fn connector(&self) -> Result<&TlsConnector, Failure> {
        self.connector
            .get_or_try_init(|| async {
                let trusted =
                    tokio::task::spawn_blocking(authorities_of_this_machine).await.map_err(unreached)?;
                connector(trusted)
            })
            .await
    }

    /// A way to this machine that trusts `authority` alone.
    #[cfg(test)]
    fn to_this_machine(authority: tokio_rustls::rustls::pki_types::CertificateDer<'static>) -> Self {
        let mut trusted = RootCertStore::empty();
        trusted.add(authority).unwrap();
        let connector = OnceCell::new_with(Some(connector(trusted).ok().unwrap()));
        Self { reaches_loopback: true, patience: PATIENCE, connector }
    }
}

fn unreached(problem: impl ToString) -> Failure {
    Failure::Unreached(problem.to_string())
}

fn authorities_of_this_machine() -> RootCertStore {
    let found = rustls_native_certs::load_native_certs();
    let mut trusted = RootCertStore::empty();
    let (taken, _) = trusted.add_parsable_certificates(found.certs);
    if taken == 0 {
        tracing::error!(problems = ?found.errors, "this machine knows no authorities for encrypted connections");
    }
    trusted
}

fn connector(trusted: RootCertStore) -> Result<TlsConnector, Failure> {
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(unreached)?
        .with_root_certificates(trusted)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn request(target: &Target, headers: HeaderMap, body: Vec<u8>) -> Result<Request<Full<Bytes>>, Failure> {
    let mut request = Request::new(Full::new(Bytes::from(body)));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = target.path.parse().map_err(unreached)?;
    *request.headers_mut() = headers;
    let host = HeaderValue::from_str(&target.authority).map_err(unreached)?;
    request.headers_mut().insert(header::HOST, host);
    request.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    Ok(request)
}

/// What comes first of a body, however much would come.
async fn beginning(mut body: Incoming) -> Result<Vec<u8>, Failure> {
    let mut read = Vec::new();
    while let Some(frame) = body.frame().await {
        if let Ok(piece) = frame?.into_data() {
            let room = BODY_BYTES - read.len();
            read.extend(piece.into_iter().take(room));
            if read.len() >= BODY_BYTES {
                break;
            }
        }
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

    use super::*;

    /// Somebody on this machine who answers everything with the same bytes and counts how often.
    struct Other {
        port: u16,
        authority: CertificateDer<'static>,
        asked: Arc<AtomicUsize>,
    }

    async fn other(named: &str, says: Vec<u8>) -> Other {
        let made = rcgen::generate_simple_self_signed([named.to_owned()]).unwrap();
        let authority = made.cert.der().clone();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![authority.clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let Ok(mut line) = acceptor.accept(stream).await else { continue };
                let mut request = [0; 1024];
                if line.read(&mut request).await.is_ok_and(|read| read > 0) {
                    counter.fetch_add(1, Ordering::Relaxed);
                }
                let _ = line.write_all(&says).await;
                let _ = line.shutdown().await;
            }
        });
        Other { port, authority, asked }
    }

    fn answer(head: &str, body: &str) -> Vec<u8> {
        format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
    }

    #[tokio::test]
    async fn an_answer_comes_back_from_whoever_is_vouched_for() {
        let other = other("localhost", answer("201 Created\r\nretry-after: 7", "well")).await;
        let out = Outbound::to_this_machine(other.authority.clone());
        let address = format!("https://localhost:{}/x", other.port);
        let came = out.post(&address, HeaderMap::new(), b"hello".to_vec()).await.unwrap();
        assert_eq!((came.status, came.body.as_slice()), (201, b"well".as_slice()));
        assert_eq!(came.headers["retry-after"], "7");
        // The same machine by a name that the certificate does not have.
        let address = format!("https://127.0.0.1:{}/x", other.port);
        let failure = out.post(&address, HeaderMap::new(), Vec::new()).await.unwrap_err();
        assert!(matches!(failure, Failure::Unreached(_)), "{failure:?}");
        let stranger = Outbound::new(true);
        let address = format!("https://localhost:{}/x", other.port);
        let failure = stranger.post(&address, HeaderMap::new(), Vec::new()).await.unwrap_err();
        assert!(matches!(failure, Failure::Unreached(_)), "{failure:?}");
        assert_eq!(other.asked.load(Ordering::Relaxed), 1, "nothing is said before it is known to whom");
    }

    #[tokio::test]
    async fn c4_a_redirect_is_an_answer_and_is_not_followed() {
        let there = other("localhost", answer("200 OK", "")).await;
        let head = format!("307 Temporary Redirect\r\nlocation: https://localhost:{}/y", there.port);
        let here = other("localhost", answer(&head, "")).await;
        let out = Outbound::to_this_machine(here.authority.clone());
        let address = format!("https://localhost:{}/x", here.port);
        assert_eq!(out.post(&address, HeaderMap::new(), Vec::new()).await.unwrap().status, 307);
        assert_eq!(there.asked.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn c8_an_answer_without_end_is_read_to_a_bound() {
        let endless = other("localhost", answer("200 OK", &"x".repeat(1_000_000))).await;
        let out = Outbound::to_this_machine(endless.authority.clone());
        let address = format!("https://localhost:{}/x", endless.port);
        let came = out.post(&address, HeaderMap::new(), Vec::new()).await.unwrap();
        assert_eq!((came.status, came.body.len()), (200, BODY_BYTES));
        let wide = format!("200 OK\r\nx-wide: {}", "x".repeat(200_000));
        let wide = other("localhost", answer(&wide, "")).await;
        let out = Outbound::to_this_machine(wide.authority.clone());
        let address = format!("https://localhost:{}/x", wide.port);
        assert!(out.post(&address, HeaderMap::new(), Vec::new()).await.is_err());
    }

    #[tokio::test]
    async fn c8_whoever_does_not_answer_is_left() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("https://127.0.0.1:{}/x", listener.local_addr().unwrap().port());
        let mut out = Outbound::new(true);
        out.patience = Duration::from_millis(200);
        let failure = out.post(&address, HeaderMap::new(), Vec::new()).await.unwrap_err();
        assert!(matches!(failure, Failure::TooSlow), "{failure:?}");
    }

    #[test]
    fn c5_a_name_with_mixed_answers_leads_nowhere() {
        let addresses = |texts: &[&str]| -> Vec<SocketAddr> {
            texts.iter().map(|text| (text.parse::<IpAddr>().unwrap(), 443).into()).collect()
        };
        let out = Outbound::new(false);
        assert_eq!(out.admit(addresses(&["1.1.1.1", "2606:4700::1"])).unwrap().len(), 2);
        for mixed in [["1.1.1.1", "10.0.0.1"], ["::ffff:127.0.0.1", "1.1.1.1"], ["1.1.1.1", "fe80::1"]] {
            assert!(matches!(out.admit(addresses(&mixed)), Err(Failure::Blocked)), "{mixed:?}");
        }
        assert!(matches!(out.admit(Vec::new()), Err(Failure::Unreached(_))));
        assert_eq!(out.admit(addresses(&["1.1.1.1"; 50])).unwrap().len(), ADDRESSES);
    }

    #[tokio::test]
    async fn c1_a_name_that_leads_inside_is_refused_and_nobody_is_connected_to() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let out = Outbound::new(false);
        for host in
            ["localhost", "127.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "0x7f000001"]
        {
            let address = format!("https://{host}:{port}/x");
            let failure = out.post(&address, HeaderMap::new(), Vec::new()).await.unwrap_err();
            assert!(matches!(failure, Failure::Blocked), "{host}: {failure:?}");
        }
        let nobody = timeout(Duration::from_millis(50), listener.accept()).await;
        assert!(nobody.is_err(), "somebody was connected to");
    }

    #[test]
    fn addresses_are_looked_at_before_they_are_kept() {
        let (out, inside) = (Outbound::new(false), Outbound::new(true));
        assert!(out.takes("https://push.example/abc") && out.takes("https://push.example:8443/abc"));
        assert!(out.takes("https://1.1.1.1/abc"));
        for inner in ["https://127.0.0.1:4000/", "https://[::1]:4000/"] {
            assert!(!out.takes(inner) && inside.takes(inner), "{inner}");
        }
        for never in
            ["https://10.0.0.1/", "https://169.254.169.254/", "https://[fd00::1]/", "http://push.example/"]
        {
            assert!(!out.takes(never) && !inside.takes(never), "{never}");
        }
    }
}
