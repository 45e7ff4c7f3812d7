//! Photos from upload to erasure: quota, processing, attachment, orphans.
