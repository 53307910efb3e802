//! Prepares the glossary of this repository and the articles, so that the program starts with
//! them ready in memory.
//!
//! The rooms that make them are compiled into this script as they stand: there is no second
//! implementation.
#![allow(
    dead_code,
    unused_imports,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a build script may touch the disk, and uses a part of each room"
)]

#[path = "src/annotate/mod.rs"]
mod annotate;
#[path = "src/diagnostic.rs"]
mod diagnostic;
#[path = "src/french/mod.rs"]
mod french;
#[path = "src/glossary/mod.rs"]
mod glossary;
#[path = "src/pack.rs"]
mod pack;
#[path = "src/text/mod.rs"]
mod text;

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for watched in [
        "build.rs",
        "glossary.toml",
        "articles",
        "src/annotate",
        "src/french",
        "src/glossary",
        "src/text",
        "src/pack.rs",
    ] {
        println!("cargo::rerun-if-changed={watched}");
    }
    glossary(&root, &out)?;
    articles(&root, &out)
}

/// `glossary.bin`: the glossary and the lexicon, as they lie in memory.
fn glossary(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let source = fs::read_to_string(root.join("glossary.toml"))?;
    let (glossary, findings) = glossary::parse(&source);
    for finding in &findings {
        println!("cargo::warning={}", finding.brief("glossary.toml", &source));
    }
    let prepared = annotate::prepared::Prepared::new(glossary, french::words::grammar_words());
    fs::write(out.join("glossary.bin"), prepared.pack()?)?;
    Ok(())
}

/// `articles.rs`: the name and the text of each article, by name.
fn articles(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join("articles"))?
        .map(|entry| entry.map(|found| found.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    paths.sort();
    let mut code = String::from("&[\n");
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        writeln!(code, "    ({name:?}, include_str!({path:?})),")?;
    }
    code.push(']');
    fs::write(out.join("articles.rs"), code)?;
    Ok(())
}
