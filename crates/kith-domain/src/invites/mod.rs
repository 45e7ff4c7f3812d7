//! Joining: invitation links, applications with answers, and their approval.
