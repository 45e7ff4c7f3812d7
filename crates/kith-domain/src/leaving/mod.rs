//! Deactivating, deleting with 30 days to think again, and erasing for good.
