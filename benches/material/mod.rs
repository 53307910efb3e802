//! What is measured on: the project's own articles, repeated, and glossaries made up for the purpose.
//!
//! Knows no clock. Everything is made the same way each time.
#![allow(dead_code, reason = "each bench uses a part of it")]

use std::fmt::Write;
use std::sync::Arc;

use glose::annotate::Matcher;
use glose::annotate::matcher::Layer;
use glose::app::effect::Opened;
use glose::article::{Article, Block};
use glose::builtin::{self, ARTICLES};
use glose::glossary::parse;

/// The paragraphs of the built-in articles, again and again, up to some number of words.
pub fn paragraphs(words: usize) -> Vec<String> {
    let mut left = words;
    let mut taken = Vec::new();
    for text in blocks().iter().map(|block| &block.text).cycle() {
        taken.push(text.clone());
        left = left.saturating_sub(text.split_whitespace().count());
        if left == 0 {
            return taken;
        }
    }
    taken
}

/// An article as long as a book. No two of its paragraphs are quite alike.
pub fn book(words: usize) -> Opened {
    let mut left = words;
    let mut chapters: Vec<Block> = Vec::new();
    for (number, block) in blocks().iter().cycle().enumerate() {
        let mut block = block.clone();
        write!(block.text, " Ceci est le paragraphe {number}.").expect("a string can grow");
        left = left.saturating_sub(block.text.split_whitespace().count());
        chapters.push(block);
        if left == 0 {
            break;
        }
    }
    opened(Article { title: Some("Un livre".into()), blocks: chapters, ..Article::default() })
}

/// The built-in article of that number.
pub fn article(number: usize) -> Opened {
    opened(glose::article::parse(ARTICLES[number].1).0)
}

fn opened(article: Article) -> Opened {
    Opened {
        id: String::new(),
        name: "texte.md".into(),
        article: Arc::new(article),
        matcher: None,
        place: None,
        notice: None,
        fault: None,
    }
}

fn blocks() -> Vec<Block> {
    ARTICLES.iter().flat_map(|(_, text)| glose::article::parse(text).0.blocks).collect()
}

/// The built-in glossary alone.
pub fn built_in() -> Matcher {
    Matcher::new(builtin::glossary(), Vec::new())
}

/// The built-in glossary under one of a person's own, with the text `source`.
pub fn with_own(source: &str) -> Matcher {
    let own = Layer { name: "glossary.toml".into(), glossary: parse(source).0 };
    Matcher::new(builtin::glossary(), vec![own])
}

/// The text of a glossary of `entries` entries such as people write: nouns, verbs, adjectives and,
/// each fourth, an expression of some of them; every one with an example.
pub fn glossary(entries: usize) -> String {
    let mut source = String::new();
    for number in 0..entries {
        entry(number, &mut source).expect("a string can grow");
    }
    source
}

fn entry(number: usize, source: &mut String) -> std::fmt::Result {
    let stem = stem(number);
    let (term, pos, example) = match number % 8 {
        0 | 4 => (format!("{stem}ation"), "noun", format!("Une {{{stem}ation}} a été décidée.")),
        1 | 5 => (format!("{stem}er"), "verb", format!("Ils ont {{{stem}é}} hier.")),
        2 | 6 => (format!("{stem}ique"), "adj", format!("Un accord {{{stem}ique}} a été signé.")),
        3 => {
            let term = format!("{stem}er qqch en œuvre");
            (term, "verb", format!("Elle a {{{stem}é}} la réforme {{en œuvre}}."))
        }
        _ => (format!("{stem}ation de censure"), "noun", format!("Une {{{stem}ation de censure}} est là.")),
    };
    let gender = if pos == "noun" { "gender = \"f\"\n" } else { "" };
    write!(
        source,
        "[[entry]]\nterm = \"{term}\"\npos = \"{pos}\"\n{gender}gloss = \"gloss {number}\"\nexamples = [\"{example}\"]\n\n"
    )
}

/// A word's beginning that no other number has.
fn stem(mut number: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "cor", "di", "fé", "gra", "jou", "lan", "mi", "nor", "pla", "ré", "sti", "tou", "ven", "zan",
        "ou",
    ];
    let mut stem = String::from("v");
    for _ in 0..5 {
        stem += SYLLABLES[number % SYLLABLES.len()];
        number /= SYLLABLES.len();
    }
    stem + "l"
}

/// A glossary that makes matching as hard as it can: thousands of expressions with gaps, slots and
/// optional words, of the commonest words there are.
pub fn hard_glossary(entries: usize) -> String {
    const COMMON: [&str; 12] =
        ["être", "avoir", "faire", "dire", "de", "le", "la", "les", "en", "pour", "dans", "que"];
    let mut source = String::new();
    for number in 0..entries {
        let word = |step: usize| COMMON[(number / step) % COMMON.len()];
        writeln!(
            source,
            "[[entry]]\nterm = \"{} … {} qqch ({}) … {}\"\npos = \"verb\"\ngloss = \"gloss {number}\"\n",
            word(1),
            word(12),
            word(144),
            word(7)
        )
        .expect("a string can grow");
    }
    source
}
