//! Glose: French news with a teacher's glosses in the margin.

pub mod text;

pub mod diagnostic;
pub mod pack;

pub mod french;

pub mod glossary;

pub mod article;

pub mod annotate;

pub mod lint;

pub mod builtin;

pub mod study;

pub mod page;

pub mod import;

pub mod export;

pub mod app;

pub mod config;

pub mod store;

pub mod tui;

pub mod cli;
