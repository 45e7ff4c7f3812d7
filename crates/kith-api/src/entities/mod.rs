//! The things of Mastodon's API (docs.joinmastodon.org/entities), made of what the domain lets the caller see.

pub(crate) mod account;
pub(crate) mod conversation;
pub(crate) mod filter;
pub(crate) mod instance;
pub(crate) mod media;
pub(crate) mod poll;
pub(crate) mod notification;
pub(crate) mod push;
pub(crate) mod relationship;
pub(crate) mod scheduled;
pub(crate) mod schema;
pub(crate) mod seen;
pub(crate) mod status;
pub(crate) mod tag;

use kith_base::Millis;

/// A moment as clients of this API read it: ISO 8601 with milliseconds, in UTC.
pub(crate) fn moment(at: Millis) -> String {
    in_utc(at, "%Y-%m-%dT%H:%M:%S%.3fZ")
}

/// A day alone.
pub(crate) fn day(at: Millis) -> String {
    in_utc(at, "%Y-%m-%d")
}

fn in_utc(at: Millis, shape: &str) -> String {
    let at = jiff::Timestamp::from_millisecond(at).unwrap_or_default();
    at.to_zoned(jiff::tz::TimeZone::UTC).strftime(shape).to_string()
}

/// Plain text as HTML.
pub(crate) fn as_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 7);
    html.push_str("<p>");
    for sign in text.chars() {
        match sign {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            sign => html.push(sign),
        }
    }
    html.push_str("</p>");
    html
}

/// Our own HTML with addresses that hold elsewhere too. It comes from the sanitizer, which quotes every attribute.
pub(crate) fn absolute(html: &str, base_url: &str) -> String {
    html.replace("href=\"/", &format!("href=\"{base_url}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_as_the_calendar_has_them() {
        assert_eq!(moment(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(moment(951_827_696_789), "2000-02-29T12:34:56.789Z");
        assert_eq!(day(1_795_696_545_000), "2026-11-26");
    }

    #[test]
    fn plain_text_stays_plain() {
        assert_eq!(as_html("a <b>\n&"), "<p>a &lt;b&gt;<br>&amp;</p>");
    }
}
