//! The member directory and suggestions.
