//! Comments on posts, two levels shown.
