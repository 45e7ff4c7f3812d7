//! What a request says: query, form, JSON or form with files, read into one tree, as clients of Mastodon's API send the
//! same thing in any of these ways. `a[b][]=1` and `{"a": {"b": ["1"]}}` are the same.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header;
use kith_base::{Error, Id, Kind, Result, limits};
use kith_domain::App;
use kith_http::Fault;
use serde_json::{Map, Value};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt;

/// Values in one request, and how deep they may lie.
const VALUES: usize = 2_000;
const DEPTH: usize = 5;

/// A file that came along.
#[derive(Debug)]
pub struct File {
    /// Name of the field.
    pub field: String,
    /// Name that the sender gave it; never used as a path.
    pub name: String,
    /// Where it lies until this is dropped.
    pub path: TempPath,
    /// Its size.
    pub bytes: usize,
}

/// The tree of values, and the files.
#[derive(Debug, Default)]
pub struct Params {
    tree: Value,
    files: Vec<File>,
}

impl Params {
    /// The value at `name`, which may name a way through the tree: `poll.options`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let found = name.split('.').try_fold(&self.tree, |at, step| at.get(step))?;
        (!found.is_null()).then_some(found)
    }

    /// Whether something stands at `name`.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Text, also where a number or a truth value was sent.
    pub fn text(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(truth) => Some(truth.to_string()),
            _ => None,
        }
    }

    /// A truth value, in the words that Mastodon takes for one.
    pub fn truth(&self, name: &str) -> Option<bool> {
        truth_of(self.get(name)?)
    }

    /// Truth values by name, as in `data[alerts]`; what is none is left out.
    pub fn truths(&self, name: &str) -> HashMap<String, bool> {
        let fields = self.get(name).and_then(Value::as_object).into_iter().flatten();
        fields.filter_map(|(name, value)| Some((name.clone(), truth_of(value)?))).collect()
    }

    /// A truth value that is no unless sent.
    pub fn is(&self, name: &str) -> bool {
        self.truth(name).unwrap_or(false)
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// An id; what is no id is as good as one that nobody has.
    pub fn id<K>(&self, name: &str) -> Option<Id<K>> {
        self.text(name).map(|text| text.trim().parse().unwrap_or(Id::new(0)))
    }

    /// A list of texts; one text alone is a list of one.
    pub fn list(&self, name: &str) -> Vec<String> {
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        match self.get(name) {
            Some(Value::Array(items)) => items.iter().filter_map(text).collect(),
            // `a[0]=x&a[1]=y` comes as an object with numbers for names.
            Some(Value::Object(items)) => items.values().filter_map(text).collect(),
            Some(value) => text(value).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A list of ids; what is no id is left out.
    pub fn ids<K>(&self, name: &str) -> Vec<Id<K>> {
        self.list(name).iter().filter_map(|text| text.trim().parse().ok()).collect()
    }

    /// Things with fields of their own, as in `fields_attributes`.
    pub fn each(&self, name: &str) -> Vec<Self> {
        let items: Vec<Value> = match self.get(name) {
            Some(Value::Array(items)) => items.clone(),
            Some(Value::Object(items)) => items.values().cloned().collect(),
            _ => Vec::new(),
        };
        items.into_iter().map(|tree| Self { tree, files: Vec::new() }).collect()
    }

    /// Takes the file out that came as `name`.
    pub fn file(&mut self, name: &str) -> Option<File> {
        let at = self.files.iter().position(|file| file.field == name)?;
        Some(self.files.swap_remove(at))
    }

    fn put(&mut self, name: &str, value: String) -> Result<()> {
        let steps: Vec<&str> =
            name.split('[').map(|step| step.trim_end_matches(']')).take(DEPTH + 1).collect();
        if steps.len() > DEPTH {
            return Err(not_understood());
        }
        if self.tree.is_null() {
            self.tree = Value::Object(Map::new());
        }
        put_at(&mut self.tree, &steps, value)
    }
}

fn truth_of(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::Number(number) => Some(number.as_i64() != Some(0)),
        Value::String(text) => {
            Some(!matches!(text.as_str(), "" | "0" | "f" | "F" | "false" | "FALSE" | "off" | "OFF" | "no"))
        }
        _ => None,
    }
}

fn put_at(at: &mut Value, steps: &[&str], value: String) -> Result<()> {
    let Some((step, rest)) = steps.split_first() else {
        *at = Value::String(value);
        return Ok(());
    };
    if step.is_empty() {
        if !at.is_array() {
            *at = Value::Array(Vec::new());
        }
        let Value::Array(items) = at else { return Err(not_understood()) };
        // `a[][b]=1&a[][c]=2`: the same thing goes on until a field comes again.
        let goes_on = rest.first().is_some_and(|next| {
            items.last().and_then(Value::as_object).is_some_and(|last| !last.contains_key(*next))
        });
        if !goes_on {
            items.push(Value::Null);
        }
        return items.last_mut().map_or_else(|| Err(not_understood()), |last| put_at(last, rest, value));
    }
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    let Value::Object(fields) = at else { return Err(not_understood()) };
    put_at(fields.entry(*step).or_insert(Value::Null), rest, value)
}

fn not_understood() -> Error {
    Error::new(Kind::Invalid, "error-not-understood")
}

fn too_large() -> Error {
    Error::new(Kind::TooLarge, "error-too-large")
}

impl FromRequest<Arc<App>> for Params {
    type Rejection = Fault;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Fault> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.take_pairs(query.as_bytes())?;
        }
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        match kind.as_str() {
            "multipart/form-data" => params.take_parts(request, app).await?,
            "application/x-www-form-urlencoded" => {
                let body = body_of(request).await?;
                params.take_pairs(&body)?;
            }
            kind if kind.is_empty() || kind.ends_with("json") => {
                let body = body_of(request).await?;
                params.take_json(&body)?;
            }
            _ => return Err(not_understood().into()),
        }
        Ok(params)
    }
}

async fn body_of(request: Request) -> Result<bytes::Bytes> {
    to_bytes(request.into_body(), limits::FORM_BYTES).await.map_err(|_| too_large())
}

impl Params {
    fn take_pairs(&mut self, bytes: &[u8]) -> Result<()> {
        for (count, (name, value)) in url::form_urlencoded::parse(bytes).enumerate() {
            if count >= VALUES {
                return Err(too_large());
            }
            self.put(&name, value.into_owned())?;
        }
        Ok(())
    }

    fn take_json(&mut self, body: &[u8]) -> Result<()> {
        if body.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        let sent: Value = serde_json::from_slice(body).map_err(|source| not_understood().because(source))?;
        let Value::Object(sent) = sent else { return Err(not_understood()) };
        match &mut self.tree {
            Value::Object(fields) => fields.extend(sent),
            tree => *tree = Value::Object(sent),
        }
        Ok(())
    }

    async fn take_parts(&mut self, mut request: Request, app: &Arc<App>) -> Result<()> {
        DefaultBodyLimit::max(4 * limits::PHOTO_BYTES + limits::FORM_BYTES).apply(&mut request);
        let wrong = |source: MultipartError| not_understood().because(source);
        let mut parts = Multipart::from_request(request, app)
            .await
            .map_err(|source| not_understood().because(source.to_string()))?;
        let (mut text_bytes, mut count) = (0, 0);
        while let Some(field) = parts.next_field().await.map_err(wrong)? {
            count += 1;
            let name = field.name().unwrap_or_default().to_owned();
            if field.file_name().is_some() {
                if self.files.len() >= 4 {
                    return Err(too_large());
                }
                let sent_as = field.file_name().unwrap_or_default().to_owned();
                let (path, bytes) = keep(field, app.config.data.join("tmp")).await?;
                self.files.push(File { field: name, name: sent_as, path, bytes });
            } else {
                let value = field.text().await.map_err(wrong)?;
                text_bytes += value.len();
                self.put(&name, value)?;
            }
            if count > VALUES || text_bytes > limits::FORM_BYTES {
                return Err(too_large());
            }
        }
        Ok(())
    }
}

/// Writes a file down as it comes, and stops where a photo would be too large.
async fn keep(mut field: Field<'_>, folder: PathBuf) -> Result<(TempPath, usize)> {
    tokio::fs::create_dir_all(&folder).await?;
    let path =
        tokio::task::spawn_blocking(move || tempfile::Builder::new().prefix("upload-").tempfile_in(folder))
            .await
            .map_err(Error::internal)??
            .into_temp_path();
    let mut file = tokio::fs::OpenOptions::new().write(true).open(&path).await?;
    let mut written = 0;
    while let Some(chunk) = field.chunk().await.map_err(|source| not_understood().because(source))? {
        written += chunk.len();
        if written > limits::PHOTO_BYTES {
            return Err(too_large());
        }
        file.write_all(&chunk).await?;
    }
    file.flush().await?;
    Ok((path, written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Params {
        let mut params = Params::default();
        params.take_pairs(query.as_bytes()).unwrap();
        params
    }

    #[test]
    fn a_form_and_json_say_the_same() {
        let form =
            read("status=hi&media_ids[]=1&media_ids[]=2&poll[options][]=a&poll[options][]=b&sensitive=true");
        let mut json = Params::default();
        json.take_json(
            br#"{"status":"hi","media_ids":["1","2"],"poll":{"options":["a","b"]},"sensitive":true}"#,
        )
        .unwrap();
        for params in [form, json] {
            assert_eq!(params.text("status").unwrap(), "hi");
            assert_eq!(params.list("media_ids"), ["1", "2"]);
            assert_eq!(params.list("poll.options"), ["a", "b"]);
            assert!(params.is("sensitive"));
        }
    }

    #[test]
    fn numbered_and_repeated_fields_become_things() {
        for query in ["f[0][name]=a&f[0][value]=b&f[1][name]=c", "f[][name]=a&f[][value]=b&f[][name]=c"] {
            let things = read(query).each("f");
            assert_eq!(things.len(), 2, "{query}");
            assert_eq!(things[0].text("value").unwrap(), "b");
            assert_eq!(things[1].text("name").unwrap(), "c");
        }
    }

    #[test]
    fn g8_nesting_has_an_end() {
        let mut params = Params::default();
        assert!(params.take_pairs(b"a[b][c][d][e][f][g]=1").is_err());
        let deep = "[".repeat(100_000);
        assert!(params.take_json(deep.as_bytes()).is_err());
    }
}
