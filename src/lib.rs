//! Glose: French news with a teacher's glosses in the margin.

pub mod text;

pub mod diagnostic;

pub mod french;
pub mod glossary;

pub mod article;

pub mod annotate;

pub mod study;

pub mod page;

pub mod app;

pub mod tui;
