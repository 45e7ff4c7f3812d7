//! The rules of posts, without a database.
