//! PostgreSQL: connections, statements, values.

use std::collections::HashMap;
use std::error::Error as _;

use kith_base::Secret;
use postgres::config::SslMode;
use postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use postgres::{Client, NoTls};

use crate::dialect::Shape;
use crate::failure::Failure;
use crate::query::Flow;
use crate::row::{Cell, Source};
use crate::{Engine, Row, Statement, Value};

mod encryption;
mod listening;
mod migrating;
mod pool;

pub(crate) use migrating::done_in;
pub(crate) use pool::open;

/// Statements kept prepared on each connection; when there are more, all are forgotten and prepared anew.
const PREPARED: usize = 1024;

/// One connection with the statements it has prepared.
pub(crate) struct PgConnection {
    pub(crate) raw: Client,
    /// By address and length of the text, which lives as long as the program, and by which parameters are numbers.
    prepared: HashMap<(usize, usize, u64), postgres::Statement>,
}

impl PgConnection {
    /// Connects.
    pub(crate) fn connect(url: &Secret) -> Result<Self, Failure> {
        let mut config: postgres::Config = url.expose().parse().map_err(|error| failure(&error))?;
        config.application_name("kith");
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(std::time::Duration::from_secs(10));
        }
        // "prefer" would be broken by the self-made certificate that servers come with, so encryption is asked for.
        let mut raw = match config.get_ssl_mode() {
            SslMode::Require => config.connect(encryption::checked()?),
            _ => config.ssl_mode(SslMode::Disable).connect(NoTls),
        }
        .map_err(|error| failure(&error))?;
        raw.batch_execute(
            "SET statement_timeout = '60s'; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'; \
             SET client_min_messages = 'warning'",
        )
        .map_err(|error| failure(&error))?;
        Ok(Self { raw, prepared: HashMap::new() })
    }

    /// Runs plain words such as BEGIN.
    pub(crate) fn words(&mut self, words: &str) -> Result<(), Failure> {
        self.raw.batch_execute(words).map_err(|error| failure(&error))
    }

    /// Runs a statement and hands over its rows.
    pub(crate) fn rows(
        &mut self,
        statement: &Statement,
        params: &[Value],
        f: &mut dyn FnMut(&Row<'_>) -> Flow,
    ) -> Result<(), Failure> {
        let prepared = self.prepared(statement, params)?;
        let params = by_reference(params);
        let rows = self.raw.query(&prepared, &params).map_err(|error| failure(&error))?;
        for row in &rows {
            if f(&Row { statement: statement.name, source: Source::Postgres(row) }) == Flow::Enough {
                break;
            }
        }
        Ok(())
    }

    /// Runs a statement without rows; returns how many it changed.
    pub(crate) fn execute(&mut self, statement: &Statement, params: &[Value]) -> Result<u64, Failure> {
        let prepared = self.prepared(statement, params)?;
        self.raw.execute(&prepared, &by_reference(params)).map_err(|error| failure(&error))
    }

    /// Prepares a statement without running it; a problem leaves the transaction as it was.
    pub(crate) fn check(&mut self, statement: &Statement) -> Result<(), Failure> {
        let text = Shape::new(statement.sql, Engine::Postgres)?.fixed.unwrap_or_default();
        self.words("SAVEPOINT one")?;
        let outcome = self.raw.prepare(&text).map(|_| ()).map_err(|error| failure(&error));
        self.words("ROLLBACK TO one")?;
        outcome
    }

    fn prepared(&mut self, statement: &Statement, params: &[Value]) -> Result<postgres::Statement, Failure> {
        // Numbers are told to the server as BIGINT; left to itself it would take `$1 + 1` for a small INTEGER.
        let numbers = params
            .iter()
            .take(64)
            .enumerate()
            .filter(|(_, value)| matches!(value, Value::Int(_)))
            .fold(0_u64, |mask, (place, _)| mask | 1 << place);
        let key = (statement.sql.as_ptr().addr(), statement.sql.len(), numbers);
        if let Some(prepared) = self.prepared.get(&key) {
            return Ok(prepared.clone());
        }
        let shape = Shape::new(statement.sql, Engine::Postgres)?;
        if shape.params != params.len() {
            let problem = format!("{} parameters wanted, {} given", shape.params, params.len());
            return Err(Failure::plain(problem));
        }
        let types: Vec<Type> = params
            .iter()
            .map(|value| if matches!(value, Value::Int(_)) { Type::INT8 } else { Type::UNKNOWN })
            .collect();
        let text = shape.fixed.unwrap_or_default();
        let prepared = self.raw.prepare_typed(&text, &types).map_err(|error| failure(&error))?;
        if self.prepared.len() >= PREPARED {
            self.prepared.clear();
        }
        self.prepared.insert(key, prepared.clone());
        Ok(prepared)
    }
}

fn by_reference(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as _).collect()
}

/// What an error of the driver means.
pub(crate) fn failure(error: &postgres::Error) -> Failure {
    let Some(db) = error.as_db_error() else {
        let cause = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        return Failure::plain(format!("{error}{cause}"));
    };
    // The detail line holds values, which may be private, so it is read here and left out of the cause.
    let mut failure = Failure::plain(format!("{} ({})", db.message(), db.code().code()));
    failure.retry = matches!(db.code().code(), "40001" | "40P01" | "55P03");
    if db.code().code().starts_with("23") {
        let name = db.constraint().unwrap_or_default();
        failure.id_taken =
            name.ends_with("_pkey") && db.detail().is_some_and(|detail| detail.starts_with("Key (id)="));
        failure.constraints = vec![name.to_owned()];
    }
    failure
}

impl ToSql for Value {
    fn to_sql(
        &self,
        wanted: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => match *wanted {
                Type::INT4 => i32::try_from(*value)?.to_sql(wanted, out),
                Type::INT2 => i16::try_from(*value)?.to_sql(wanted, out),
                Type::FLOAT8 => (*value as f64).to_sql(wanted, out),
                Type::INT8 => value.to_sql(wanted, out),
                _ => unfit("a whole number", wanted),
            },
            Self::Real(value) if *wanted == Type::FLOAT8 => value.to_sql(wanted, out),
            Self::Real(_) => unfit("a number with a fraction", wanted),
            Self::Text(value) if <&str as ToSql>::accepts(wanted) => value.to_sql(wanted, out),
            Self::Text(_) => unfit("text", wanted),
            Self::Bool(value) if *wanted == Type::BOOL => value.to_sql(wanted, out),
            Self::Bool(_) => unfit("a truth value", wanted),
            Self::Bytes(value) if *wanted == Type::BYTEA => value.as_slice().to_sql(wanted, out),
            Self::Bytes(_) => unfit("bytes", wanted),
            Self::List(list) if *wanted == Type::INT8_ARRAY => list.to_sql(wanted, out),
            Self::List(_) => unfit("a list of numbers", wanted),
            Self::Texts(list) if *wanted == Type::TEXT_ARRAY => list.to_sql(wanted, out),
            Self::Texts(_) => unfit("a list of texts", wanted),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn unfit<T>(what: &str, wanted: &Type) -> Result<T, Box<dyn std::error::Error + Sync + Send>> {
    Err(format!("{what} was given where {wanted} is wanted").into())
}

/// One value of a row.
pub(crate) fn cell<'r>(row: &'r postgres::Row, column: &str) -> Result<Cell<'r>, String> {
    row.try_get::<_, Cell<'r>>(column).map_err(|error| match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    })
}

impl<'r> FromSql<'r> for Cell<'r> {
    fn from_sql(found: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match *found {
            Type::INT8 => Cell::Int(i64::from_sql(found, raw)?),
            Type::INT4 => Cell::Int(i32::from_sql(found, raw)?.into()),
            Type::INT2 => Cell::Int(i16::from_sql(found, raw)?.into()),
            Type::NUMERIC => numeric(raw).ok_or("a NUMERIC out of range")?,
            Type::FLOAT8 => Cell::Real(f64::from_sql(found, raw)?),
            Type::FLOAT4 => Cell::Real(f32::from_sql(found, raw)?.into()),
            Type::BOOL => Cell::Bool(bool::from_sql(found, raw)?),
            Type::BYTEA => Cell::Bytes(raw),
            _ if <&str as FromSql<'_>>::accepts(found) => {
                Cell::Text(<&str as FromSql<'_>>::from_sql(found, raw)?)
            }
            _ => return Err(format!("type {found} is not in the dialect").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Cell::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// Reads a NUMERIC, as sums over BIGINT are: groups of four decimal digits, the first one worth 10000^weight.
fn numeric(raw: &[u8]) -> Option<Cell<'static>> {
    let mut words = raw.chunks_exact(2).map(|word| <[u8; 2]>::try_from(word).map(i16::from_be_bytes));
    let mut next = || words.next()?.ok();
    let (count, weight, sign, _scale) = (next()?, next()?, next()?, next()?);
    let groups: Vec<i64> = std::iter::from_fn(next).map(i64::from).collect();
    if groups.len() != usize::try_from(count).ok()? || !(sign == 0 || sign == 0x4000) {
        return None;
    }
    let sign = if sign == 0 { 1 } else { -1 };
    if groups.len() <= usize::try_from(i32::from(weight) + 1).unwrap_or(0) || groups.is_empty() {
        let mut value = 0_i64;
        for place in 0..=weight.max(0) {
            let group = usize::try_from(place).ok().and_then(|place| groups.get(place)).copied().unwrap_or(0);
            value = value.checked_mul(10_000)?.checked_add(sign * group)?;
        }
        return Some(Cell::Int(value));
    }
    let real: f64 = groups
        .iter()
        .zip(0_i32..)
        .map(|(group, place)| *group as f64 * 10_000_f64.powi(i32::from(weight) - place))
        .sum();
    Some(Cell::Real(real * sign as f64))
}
