//! Closures on their way to a thread of the database, and their answers on the way back.

use kith_base::{Error, Kind, Result};
use tokio::sync::oneshot;

use crate::query::Spoiled;
use crate::{Query, Tx};

/// A read that waits; called with an error when no connection can be had.
pub(crate) type ReadWork = Box<dyn FnOnce(Result<&mut Query<'_>>) + Send>;

/// A write that waits. It may be attempted several times and is answered once.
pub(crate) trait WriteWork: Send {
    /// Runs the closure and keeps its value.
    fn attempt(&mut self, tx: &mut Tx<'_>) -> Result<()>;
    /// Answers with the kept value, or with why it was not made durable.
    fn answer(self: Box<Self>, fate: Result<()>);
}

struct Write<T, F> {
    closure: F,
    value: Option<T>,
    reply: oneshot::Sender<Result<T>>,
}

impl<T: Send, F: Fn(&mut Tx<'_>) -> Result<T> + Send> WriteWork for Write<T, F> {
    fn attempt(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        self.value = None;
        self.value = Some((self.closure)(tx)?);
        Ok(())
    }

    fn answer(self: Box<Self>, fate: Result<()>) {
        let Self { value, reply, .. } = *self;
        let value = fate.and_then(|()| value.ok_or_else(|| Error::internal("a write ended without a value")));
        // Whoever asked may have gone away; the write stands all the same.
        let _ = reply.send(value);
    }
}

/// A write and where its answer will come.
pub(crate) fn write<T: Send + 'static>(
    closure: impl Fn(&mut Tx<'_>) -> Result<T> + Send + 'static,
) -> (Box<dyn WriteWork>, oneshot::Receiver<Result<T>>) {
    let (reply, answer) = oneshot::channel();
    (Box::new(Write { closure, value: None, reply }), answer)
}

/// A read and where its answer will come.
pub(crate) fn read<T: Send + 'static>(
    closure: impl FnOnce(&mut Query<'_>) -> Result<T> + Send + 'static,
) -> (ReadWork, oneshot::Receiver<Result<T>>) {
    let (reply, answer) = oneshot::channel();
    let work = Box::new(move |query: Result<&mut Query<'_>>| {
        // Nobody waits any more: the request was given up.
        if !reply.is_closed() {
            let _ = reply.send(query.and_then(closure));
        }
    });
    (work, answer)
}

/// Why a closure's writes are not kept.
pub(crate) struct Refusal {
    /// Whether running the closure again may help.
    pub again: bool,
    pub error: Error,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { again: error.kind() == Kind::Retry, error }
    }
}

impl Refusal {
    /// The answer when running again did not help or is not wanted.
    pub(crate) fn last(self) -> Error {
        if self.error.kind() == Kind::Retry {
            return Error::new(Kind::Overloaded, "error-overloaded").because(self.error);
        }
        self.error
    }
}

/// What really came of a closure: a failed statement undoes the write even when the closure said it was well, and a
/// taken id or a conflict asks for another run whatever the closure made of it.
pub(crate) fn verdict(tx: &Tx<'_>, outcome: Result<()>) -> Result<(), Refusal> {
    match (tx.spoiled, outcome) {
        (Some(Spoiled::Retry), Err(error)) => Err(Refusal { again: true, error }),
        (Some(Spoiled::Retry), Ok(())) => Err(Error::new(Kind::Retry, "error-overloaded").into()),
        (Some(spoiled), Ok(())) => Err(Refusal {
            again: spoiled == Spoiled::IdTaken && tx.made_ids,
            error: Error::internal("a statement failed inside a write that went on"),
        }),
        (Some(Spoiled::IdTaken), Err(error)) => Err(Refusal { again: tx.made_ids, error }),
        (_, outcome) => outcome.map_err(Refusal::from),
    }
}
