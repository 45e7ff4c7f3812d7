//! Seven reactions on posts and comments, one a person and thing.
