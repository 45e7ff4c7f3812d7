//! What any page shows of a post: ids to cards, with a fixed number of statements for any page size.
