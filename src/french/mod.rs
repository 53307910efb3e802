//! What the program knows of French: its words, its sentences, its forms and how they follow one
//! another.
//!
//! Knows no glossary and no article: any French text is its matter.

pub mod abbreviation;
mod address;
pub mod constraint;
pub mod context;
pub mod elision;
pub mod form;
pub mod gender;
pub mod grammar;
pub mod guess;
pub mod lemma;
mod letter;
pub mod lexicon;
pub mod paradigm;
pub mod rare;
pub mod reading;
pub mod sentence;
pub mod tag;
pub mod time;
pub mod token;
pub mod tokenize;
pub mod words;
