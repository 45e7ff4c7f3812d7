//! An app that calls operations by their names in the document, and holds what it sends and what it is told against the
//! schemas there.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use kith_testkit::{Person, Server};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, Told};

/// The document, and which of its operations went well so far.
pub struct Document {
    pub value: Value,
    pub called: Mutex<BTreeSet<String>>,
}

impl Document {
    pub async fn of(s: &Server) -> Arc<Self> {
        let value = Client::stranger(s).get("/api/kith/openapi.json").await.good();
        Arc::new(Self { value, called: Mutex::default() })
    }

    /// All operations: method, path, what is said of it.
    pub fn operations(&self) -> Vec<(String, String, &Value)> {
        let mut all = Vec::new();
        for (path, methods) in self.value["paths"].as_object().unwrap() {
            for (method, told) in methods.as_object().unwrap() {
                all.push((method.to_uppercase(), path.clone(), told));
            }
        }
        all
    }

    fn operation(&self, name: &str) -> (String, String, &Value) {
        let mut all = self.operations().into_iter();
        all.find(|(_, _, told)| told["operationId"] == name).unwrap_or_else(|| panic!("no operation {name}"))
    }

    /// What `reference` leads to.
    pub fn resolve(&self, reference: &str) -> &Value {
        let pointer = reference.strip_prefix('#').unwrap();
        self.value.pointer(pointer).unwrap_or_else(|| panic!("{reference} leads nowhere"))
    }

    /// Holds an answer against what is said of the operation.
    pub fn check(&self, name: &str, told: &Told) {
        let (_, _, operation) = self.operation(name);
        let mut answer = &operation["responses"][told.status.to_string()];
        assert!(
            answer.is_object(),
            "{name} does not say that it may answer {}: {}",
            told.status,
            told.answer.body
        );
        if let Some(reference) = answer["$ref"].as_str() {
            answer = self.resolve(reference);
        }
        assert_eq!(told.answer.header("content-type"), "application/json", "{name}");
        let schema = &answer["content"]["application/json"]["schema"];
        if let Err(wrong) = self.fits(schema, &told.json()) {
            panic!("{name} {}: {wrong}\n{}", told.status, told.answer.body);
        }
        if told.status == 200 {
            self.called.lock().unwrap().insert(name.to_owned());
        }
    }

    /// Whether `value` fits `schema`, by those words of JSON Schema 2020-12 that the document uses. A word that is not known
    /// here fails, so that none is passed over.
    pub fn fits(&self, schema: &Value, value: &Value) -> Result<(), String> {
        let words = match schema {
            Value::Bool(true) => return Ok(()),
            Value::Object(words) => words,
            _ => return Err(format!("no schema: {schema}")),
        };
        for (word, said) in words {
            match word.as_str() {
                "$ref" => self.fits(self.resolve(said.as_str().unwrap()), value)?,
                "type" => is_of_type(said, value)?,
                "const" if said != value => return Err(format!("{value} is not {said}")),
                "enum" if !said.as_array().unwrap().contains(value) => {
                    return Err(format!("{value} is none of {said}"));
                }
                "required" => {
                    let missing = said
                        .as_array()
                        .unwrap()
                        .iter()
                        .find(|name| value.get(name.as_str().unwrap()).is_none());
                    if let (Some(name), true) = (missing, value.is_object()) {
                        return Err(format!("{name} is missing"));
                    }
                }
                "properties" => {
                    for (name, schema) in said.as_object().unwrap() {
                        let Some(value) = value.get(name) else { continue };
                        self.fits(schema, value).map_err(|wrong| format!("{name}: {wrong}"))?;
                    }
                }
                "additionalProperties" => {
                    let known = words.get("properties").and_then(Value::as_object);
                    for (name, value) in value.as_object().into_iter().flatten() {
                        if known.is_some_and(|known| known.contains_key(name)) {
                            continue;
                        }
                        match said {
                            Value::Bool(false) => return Err(format!("{name} is not known")),
                            schema => self.fits(schema, value).map_err(|wrong| format!("{name}: {wrong}"))?,
                        }
                    }
                }
                "items" => {
                    for value in value.as_array().into_iter().flatten() {
                        self.fits(said, value)?;
                    }
                }
                "maxItems"
                    if value.as_array().is_some_and(|all| all.len() as u64 > said.as_u64().unwrap()) =>
                {
                    return Err(format!("more than {said}"));
                }
                "minimum" if value.as_f64().is_some_and(|number| number < said.as_f64().unwrap()) => {
                    return Err(format!("{value} is below {said}"));
                }
                "maximum" if value.as_f64().is_some_and(|number| number > said.as_f64().unwrap()) => {
                    return Err(format!("{value} is above {said}"));
                }
                "anyOf" | "oneOf" => {
                    let tried: Vec<_> =
                        said.as_array().unwrap().iter().map(|one| self.fits(one, value)).collect();
                    let good = tried.iter().filter(|one| one.is_ok()).count();
                    if good == 0 || (word == "oneOf" && good > 1) {
                        return Err(format!("{good} choices fit {value}: {tried:?}"));
                    }
                }
                "pattern" => {
                    assert_eq!(said, "^[0-9]{1,20}$", "the only pattern of an answer");
                    let text = value.as_str().unwrap_or_default();
                    if !(1..=20).contains(&text.len()) || !text.bytes().all(|sign| sign.is_ascii_digit()) {
                        return Err(format!("{value} is no id"));
                    }
                }
                "format" if said == "date-time" => {
                    let text = value.as_str().unwrap_or("Z");
                    if !text.ends_with('Z') {
                        return Err(format!("{value} is no moment"));
                    }
                }
                "const" | "enum" | "maxItems" | "minimum" | "maximum" | "format" | "description"
                | "default" => {}
                other => panic!("the check does not know {other}"),
            }
        }
        Ok(())
    }
}

fn is_of_type(said: &Value, value: &Value) -> Result<(), String> {
    let is = |word: &Value| match word.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    };
    let fits = match said {
        Value::Array(words) => words.iter().any(is),
        word => is(word),
    };
    if fits { Ok(()) } else { Err(format!("{value} is no {said}")) }
}

/// An app whose every call is checked.
pub struct Checked {
    pub client: Client,
    pub document: Arc<Document>,
}

impl Checked {
    /// An app that `person` let do everything.
    pub async fn of(s: &Server, document: &Arc<Document>, person: &Person) -> Self {
        Self { client: Client::of(s, person).await, document: Arc::clone(document) }
    }

    /// An app without a token.
    pub fn stranger(s: &Server, document: &Arc<Document>) -> Self {
        Self { client: Client::stranger(s), document: Arc::clone(document) }
    }

    /// Calls an operation by its name, with the parts of its path in order and perhaps a query behind the last one.
    pub async fn call(&self, name: &str, places: &[&str], body: Value) -> Told {
        self.call_with(name, places, &[], body).await
    }

    pub async fn call_with(
        &self,
        name: &str,
        places: &[&str],
        headers: &[(&str, &str)],
        body: Value,
    ) -> Told {
        let (method, path, operation) = self.document.operation(name);
        let mut places = places.iter();
        let parts: Vec<&str> = path
            .split('/')
            .map(|part| if part.starts_with('{') { places.next().expect("a part of the path") } else { part })
            .collect();
        let query: String = places.next().map(|query| format!("?{query}")).unwrap_or_default();
        let method: Method = method.parse().unwrap();
        let sent = (!body.is_null()).then(|| body.clone());
        let told = self.client.ask_with(method, &format!("{}{query}", parts.join("/")), headers, sent).await;
        self.document.check(name, &told);
        if told.status == 200 && !body.is_null() {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            if let Err(wrong) = self.document.fits(schema, &body) {
                panic!("{name} takes what its schema refuses: {wrong}");
            }
        }
        told
    }

    /// Reads: a call without a body.
    pub async fn read(&self, name: &str, places: &[&str]) -> Value {
        self.call(name, places, Value::Null).await.good()
    }

    /// The status of a call without a body.
    pub async fn status(&self, name: &str, places: &[&str]) -> u16 {
        self.call(name, places, Value::Null).await.status
    }

    /// Writes a post for `audience`; its id.
    pub async fn post(&self, text: &str, audience: Value) -> String {
        let made =
            self.call("createStatus", &[], json!({ "status": text, "audience": audience })).await.good();
        id(&made)
    }

    /// All parts of a list from the first one on, and the address of the part before the last one.
    pub async fn pages(&self, name: &str, places: &[&str]) -> (Vec<Vec<Value>>, Option<String>) {
        let mut told = self.call(name, places, Value::Null).await;
        let mut pages = Vec::new();
        let mut back = None;
        loop {
            let page = told.good().as_array().unwrap().clone();
            if page.is_empty() {
                return (pages, back);
            }
            pages.push(page);
            let header = told.answer.header("link").to_owned();
            back = crate::timelines::link(&header, "prev");
            let Some(next) = crate::timelines::link(&header, "next") else { return (pages, back) };
            told = self.client.get(&next).await;
            self.document.check(name, &told);
        }
    }

    /// Follows a link of a list.
    pub async fn follow(&self, name: &str, path: &str) -> Vec<Value> {
        let told = self.client.get(path).await;
        self.document.check(name, &told);
        told.good().as_array().unwrap().clone()
    }
}

/// The id of a thing.
pub fn id(thing: &Value) -> String {
    thing["id"].as_str().unwrap().to_owned()
}

/// Usernames of accounts, or of things with one.
pub fn names(list: &[Value]) -> Vec<String> {
    let of = |thing: &Value| {
        let account = if thing["username"].is_string() { thing } else { &thing["account"] };
        account["username"].as_str().unwrap().to_owned()
    };
    list.iter().map(of).collect()
}

/// A list as it was answered.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}
