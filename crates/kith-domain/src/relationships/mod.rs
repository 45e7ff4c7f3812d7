//! Friends, follows, restrictions, mutes and blocks between two people.
