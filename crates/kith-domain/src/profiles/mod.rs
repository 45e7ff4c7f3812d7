//! What a profile shows, each part to its own audience.
