//! The program as a good guest in a real terminal.

#![expect(clippy::disallowed_methods, reason = "this test is a shell")]

#[path = "terminal/manners.rs"]
mod manners;
#[allow(dead_code, reason = "another test uses the rest")]
#[path = "terminal/window.rs"]
mod window;
