//! What the faces share: from a request to a [`Visit`] (who, in which language, with which token), from a form to
//! checked fields, from an error to a status; limits, security headers, load shedding.

mod access;
mod acting;
mod client;
mod cookie;
mod csrf;
mod fault;
mod form;
mod headers;
mod limit;
mod respond;
mod shed;
mod visit;

pub use access::{Access, RouteInfo, Routes};
pub use client::Client;
pub use cookie::{clear_cookie, cookie_value, session_cookie_name, set_cookie};
pub use csrf::csrf_token;
pub use fault::{Answer, Fault, fault_of, status_of};
pub use form::{Form, Upload};
pub use headers::{allow_form_target, security_headers};
pub use limit::{Full, RateLimits, Room};
pub use respond::{local_path, see_other, with_flash};
pub use shed::{Class, Place, Shed};
pub use visit::{Guard, Visit, guard};
