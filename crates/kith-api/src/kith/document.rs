//! The OpenAPI 3.1 document (spec.openapis.org/oas/v3.1.0) of Kith's own API, whose schemas are JSON Schema 2020-12.

use std::collections::BTreeMap;

use schemars::generate::{Contract, SchemaSettings};
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::input::{Taken, schema_of};
use super::operations::Operation;
use crate::fault::Refusal;
use crate::routes::Needs;

/// What one refusal is called in the document, its status, and when it is given.
const REFUSALS: [(&str, u16, &str); 9] = [
    ("SignInNeeded", 401, "There is no token, or it has ended."),
    ("Forbidden", 403, "The token does not reach that far, or the member may not do this."),
    ("NotFound", 404, "It is not there, or the caller may not know that it is: one answer for both."),
    ("Conflict", 409, "The state of things does not allow it, or has changed."),
    ("TooLarge", 413, "The body is too large."),
    (
        "Invalid",
        422,
        "Something in the request is wrong; `details` says what, where it is a field of a form.",
    ),
    ("TooMany", 429, "Too many requests; `Retry-After` says how long to wait."),
    ("Unforeseen", 500, "Something went wrong that should not."),
    ("Busy", 503, "The server has too much to do; `Retry-After` says how long to wait."),
];

/// Schemas of what is sent and of what is answered: a field that may be left out of the one stands in the other.
struct Schemas {
    sent: SchemaGenerator,
    told: SchemaGenerator,
}

impl Schemas {
    fn new() -> Self {
        let of = |contract: Contract| {
            SchemaSettings::draft2020_12()
                .with(|settings| {
                    settings.definitions_path = "/components/schemas".into();
                    settings.meta_schema = None;
                    settings.contract = contract;
                })
                .into_generator()
        };
        Self { sent: of(Contract::Deserialize), told: of(Contract::Serialize) }
    }

    /// All that were referred to, by name. A type that goes both ways has one shape, which a test holds.
    fn all(mut self) -> Map<String, Value> {
        let mut all = self.sent.take_definitions(true);
        all.extend(self.told.take_definitions(true));
        all
    }
}

/// The document.
pub(super) fn of(operations: &[Operation]) -> Value {
    let mut schemas = Schemas::new();
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    let mut tags: Vec<&str> = Vec::new();
    for operation in operations {
        let told = described(operation, &mut schemas);
        paths.entry(operation.path).or_default().insert(operation.method.to_ascii_lowercase(), told);
        if !tags.contains(&operation.tag) {
            tags.push(operation.tag);
        }
    }
    let refusals = refusals(&mut schemas);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Kith",
            "summary": "What Mastodon's API has no word for.",
            "description": "Tokens, scopes, errors and pages are those of the client API of Mastodon that this server \
                speaks too; accounts and statuses are its entities.",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later" },
        },
        "servers": [{ "url": "/" }],
        "tags": tags.iter().map(|tag| json!({ "name": tag })).collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "schemas": schemas.all(),
            "responses": refusals,
            "securitySchemes": {
                "oauth": {
                    "type": "oauth2",
                    "flows": {
                        "authorizationCode": {
                            "authorizationUrl": "/oauth/authorize",
                            "tokenUrl": "/oauth/token",
                            "scopes": scopes(operations),
                        },
                    },
                },
            },
        },
    })
}

fn described(operation: &Operation, schemas: &mut Schemas) -> Value {
    let mut told = json!({
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.tag],
        "security": security(operation.needs),
        "responses": answers(operation, schemas),
    });
    let parameters = parameters(operation.path, &operation.takes, &mut schemas.sent);
    if let Value::Object(told) = &mut told {
        if !parameters.is_empty() {
            told.insert("parameters".into(), parameters.into());
        }
        if let Some(body) = operation.takes.body {
            let schema = body(&mut schemas.sent);
            let is_required = has_required(&schema, &schemas.sent);
            let content = json!({ "application/json": { "schema": schema } });
            told.insert("requestBody".into(), json!({ "required": is_required, "content": content }));
        }
    }
    told
}

/// Whether a body has to be there: it has, when a field of it has to.
fn has_required(schema: &Schema, generator: &SchemaGenerator) -> bool {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    let required = match named {
        Some(name) => generator.definitions().get(name).and_then(|found| found.get("required")),
        None => schema.get("required"),
    };
    required.is_some()
}

fn security(needs: Needs) -> Value {
    let one = |scope: &str| json!({ "oauth": [scope] });
    match needs {
        Needs::Nothing => json!([]),
        Needs::Token => json!([{ "oauth": [] }]),
        Needs::IfSignedIn(scope) => json!([{}, one(scope)]),
        Needs::Scope(scope) => json!([one(scope)]),
        Needs::OneOf(scopes) => scopes.iter().map(|scope| one(scope)).collect(),
    }
}

/// Scopes that operations ask for, each in words.
fn scopes(operations: &[Operation]) -> BTreeMap<&'static str, String> {
    let asked = operations.iter().flat_map(|operation| match operation.needs {
        Needs::Nothing | Needs::Token => Vec::new(),
        Needs::IfSignedIn(scope) | Needs::Scope(scope) => vec![scope],
        Needs::OneOf(scopes) => scopes.to_vec(),
    });
    let in_words = |scope: &str| match scope.split_once(':') {
        Some(("read", what)) => format!("Read {what}"),
        Some(("write", what)) => format!("Change {what}"),
        _ => scope.to_owned(),
    };
    asked.map(|scope| (scope, in_words(scope))).collect()
}

fn answers(operation: &Operation, schemas: &mut Schemas) -> Value {
    let schema = (operation.gives.schema)(&mut schemas.told);
    let mut good = json!({
        "description": "Done.",
        "content": { "application/json": { "schema": schema } },
    });
    if operation.gives.is_paged
        && let Value::Object(good) = &mut good
    {
        let link = json!({ "description": "The parts before and after (RFC 8288).", "schema": { "type": "string" } });
        good.insert("headers".into(), json!({ "Link": link }));
    }
    let mut answers = Map::from_iter([("200".to_owned(), good)]);
    for (name, status, _) in REFUSALS {
        let can_be = match status {
            403 => !matches!(operation.needs, Needs::Nothing | Needs::Token),
            409 => operation.method != "GET",
            413 => operation.takes.body.is_some(),
            _ => true,
        };
        if can_be {
            answers.insert(status.to_string(), json!({ "$ref": format!("#/components/responses/{name}") }));
        }
    }
    answers.into()
}

fn refusals(schemas: &mut Schemas) -> Value {
    let schema = schema_of::<Refusal>(&mut schemas.told);
    let told = REFUSALS.map(|(name, status, when)| {
        let mut told = json!({
            "description": when,
            "content": { "application/json": { "schema": schema } },
        });
        if matches!(status, 429 | 503)
            && let Value::Object(told) = &mut told
        {
            let wait = json!({ "description": "Seconds to wait.", "schema": { "type": "integer" } });
            told.insert("headers".into(), json!({ "Retry-After": wait }));
        }
        (name.to_owned(), told)
    });
    Map::from_iter(told).into()
}

fn parameters(path: &str, takes: &Taken, generator: &mut SchemaGenerator) -> Vec<Value> {
    let mut list = Vec::new();
    let names = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    for (name, schema) in names.zip(&takes.path) {
        let schema = schema(generator);
        list.push(json!({ "name": name, "in": "path", "required": true, "schema": schema }));
    }
    for query in &takes.query {
        list.extend(fields(&query(generator)));
    }
    for (name, description) in &takes.headers {
        let schema = json!({ "type": "string" });
        list.push(json!({ "name": name, "in": "header", "description": description, "schema": schema }));
    }
    list
}

/// The fields of a query as parameters.
fn fields(query: &Schema) -> Vec<Value> {
    let Some(Value::Object(properties)) = query.get("properties") else { return Vec::new() };
    let required = query.get("required").and_then(Value::as_array);
    let of = |(name, schema): (&String, &Value)| {
        let mut schema = without_null(schema);
        let description = schema.as_object_mut().and_then(|schema| schema.remove("description"));
        let is_required = required.is_some_and(|required| required.iter().any(|one| one == name));
        let mut told = json!({ "name": name, "in": "query", "required": is_required, "schema": schema });
        if let (Value::Object(told), Some(description)) = (&mut told, description) {
            told.insert("description".into(), description);
        }
        told
    };
    properties.iter().map(of).collect()
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|word| word == "null")
}

/// A query has no word for nothing: what may be left out is left out.
fn without_null(schema: &Value) -> Value {
    let mut schema = schema.clone();
    let Value::Object(fields) = &mut schema else { return schema };
    if fields.get("default").is_some_and(Value::is_null) {
        fields.remove("default");
    }
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|word| word != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            fields.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(choices)) = fields.get("anyOf") {
        let kept: Vec<Value> = choices.iter().filter(|one| !is_null(one)).cloned().collect();
        if let [Value::Object(only)] = kept.as_slice() {
            let only = only.clone();
            fields.remove("anyOf");
            fields.extend(only);
        }
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_goes_both_ways_has_one_shape() {
        let (_, operations) = super::super::table().into_parts();
        let mut schemas = Schemas::new();
        for operation in &operations {
            described(operation, &mut schemas);
        }
        let told = schemas.told.take_definitions(true);
        let sent = schemas.sent.take_definitions(true);
        assert!(sent.contains_key("AudienceChoice") && told.contains_key("AudienceChoice"));
        for (name, schema) in &sent {
            assert_eq!(told.get(name).unwrap_or(schema), schema, "{name}");
        }
    }

    #[test]
    fn every_part_of_a_path_is_told_and_every_name_is_one_operations() {
        let (_, operations) = super::super::table().into_parts();
        let mut names: Vec<&str> = operations.iter().map(|operation| operation.name).collect();
        for operation in &operations {
            assert_eq!(operation.path.matches('{').count(), operation.takes.path.len(), "{}", operation.path);
        }
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
