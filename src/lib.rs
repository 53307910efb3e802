//! Glose: French news with a teacher's glosses in the margin.

pub mod cli;
pub mod french;
pub mod text;
