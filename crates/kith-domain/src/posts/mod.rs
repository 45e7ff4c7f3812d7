//! Posts: writing, reading, editing, audience, deletion with undo, sharing, pinning, saving.
