//! What studio and worker say to each other over the worker's standard input and output.
