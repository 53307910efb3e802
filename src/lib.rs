//! Glose: French news with a teacher's glosses in the margin.

pub mod french;
pub mod text;
