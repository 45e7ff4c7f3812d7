//! Words a member does not want to read.
