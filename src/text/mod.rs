//! Positions in text: spans, lines, edits and the folded shadow on which text is compared.
//!
//! Knows no French: what is true of any text is here, what is true of French stands in
//! [`crate::french`].

pub mod edit;
pub mod fold;
pub mod lines;
pub mod span;
pub mod visible;
