//! A member's own lists of people, to aim posts at.
