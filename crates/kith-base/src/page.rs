//! Paging by id, in both directions.

use crate::Id;

/// Which part of a list is wanted. Lists run from new to old.
#[derive(Clone, Copy, Debug)]
pub struct PageRequest<K> {
    /// Only things older than this one.
    pub before: Option<Id<K>>,
    /// Only things newer than this one.
    pub after: Option<Id<K>>,
    /// Whether, of all that is newer than `after`, the nearest to it are wanted instead of the newest. They are shown new
    /// to old all the same.
    pub nearest: bool,
    /// At most so many things.
    pub limit: usize,
}

impl<K> PageRequest<K> {
    /// The first page of `limit` things.
    pub const fn first(limit: usize) -> Self {
        Self { before: None, after: None, nearest: false, limit }
    }

    /// The page of `limit` things that are older than `id`.
    pub const fn before(id: Id<K>, limit: usize) -> Self {
        Self { before: Some(id), after: None, nearest: false, limit }
    }
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T, K> {
    /// The things, new to old.
    pub items: Vec<T>,
    /// Ask for things before this id to go on; `None` when the list ends here.
    pub next: Option<Id<K>>,
}

impl<T, K> Page<T, K> {
    /// The same page with each thing changed.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U, K> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

impl<T, K> Default for Page<T, K> {
    fn default() -> Self {
        Self { items: Vec::new(), next: None }
    }
}
