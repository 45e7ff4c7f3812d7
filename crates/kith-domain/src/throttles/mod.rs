//! Attempts counted in the database, so that a restart forgives nothing: sign-in, sign-up, codes, contact.
