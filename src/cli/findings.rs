//! What is wrong with the glossaries of a person, each held against all of them.

use std::io::Write;
use std::path::PathBuf;

use rustc_hash::FxHashSet;

use super::check::counted;
use super::{output, say};
use crate::annotate::matcher::{Layer, Matcher};
use crate::annotate::{EntryId, annotate};
use crate::app::effect::Problem;
use crate::article;
use crate::builtin::{self, GLOSSARY};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{self, Known, Whole};
use crate::store::input::Input;
use crate::store::layers::Source;
use crate::store::library::library;
use crate::store::save::{Failure, update};

/// A file with what is wrong with it, in order of place.
pub(super) struct Report {
    /// What a person calls it.
    pub name: String,
    /// The file, unless it came through a pipe.
    pub path: Option<PathBuf>,
    /// What is written in it.
    pub text: String,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// What was looked at: `12 entries`.
    pub extent: String,
}

/// How far one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// At the glossaries alone.
    Alone,
    /// At the articles of the library too.
    WithLibrary,
}

/// What is wrong with `sources`, the strongest first.
pub(super) fn of_layers(sources: Vec<Source>, extent: Extent) -> Vec<Report> {
    let layers = Layers::new(&sources);
    let met = (extent == Extent::WithLibrary).then(|| met(&layers.matcher));
    let findings: Vec<Vec<Diagnostic>> =
        (0..sources.len()).map(|number| layers.findings(&sources[number], (number, met.as_ref()))).collect();
    let report = |(source, findings): (Source, Vec<Diagnostic>)| {
        let extent = counted(source.glossary.entries.len(), "entry", "entries");
        Report { name: source.name, path: source.path, text: source.text, findings, extent }
    };
    sources.into_iter().zip(findings).map(report).collect()
}

/// What is wrong with `sources`, hints left aside, for the screen that shows it.
pub(super) fn problems(sources: Vec<Source>) -> Vec<Problem> {
    let reports = of_layers(sources, Extent::Alone);
    let of_report = |report: &Report| {
        let findings = report.findings.iter().filter(|finding| finding.severity < Severity::Hint);
        findings.map(|finding| Problem::new(&report.name, &report.text, finding)).collect::<Vec<_>>()
    };
    reports.iter().flat_map(of_report).collect()
}

/// Glossaries made ready to be checked.
struct Layers {
    matcher: Matcher,
    known: Known,
    /// The number of each in the matcher.
    numbers: Vec<u32>,
}

impl Layers {
    /// One of them may be the built-in one, which is the weakest wherever it stands.
    fn new(sources: &[Source]) -> Self {
        let is_own = |source: &&Source| source.text != GLOSSARY;
        let own: Vec<Layer> = sources
            .iter()
            .filter(is_own)
            .map(|source| Layer { name: source.name.clone(), glossary: source.glossary.clone() })
            .collect();
        let last = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let mut next = 0..last;
        let number = |source: &Source| if is_own(&source) { next.next().unwrap_or(last) } else { last };
        let numbers = sources.iter().map(number).collect();
        let matcher = Matcher::new(builtin::glossary(), own);
        Self { known: Known::of(&matcher), matcher, numbers }
    }

    fn findings(
        &self,
        source: &Source,
        (number, met): (usize, Option<&FxHashSet<EntryId>>),
    ) -> Vec<Diagnostic> {
        let layer = (&self.matcher, self.numbers[number]);
        let whole = Whole::new((&source.text, &source.glossary), layer, &self.known).with_met(met);
        let mut findings = source.diagnostics.clone();
        findings.extend(lint::check(&whole));
        findings.sort_by_key(|found| found.span);
        findings
    }
}

/// The entries that stand in some article of the library.
fn met(matcher: &Matcher) -> FxHashSet<EntryId> {
    let mut met = FxHashSet::default();
    for input in library().iter().filter_map(|shelved| shelved.open().ok()) {
        let (article, _) = article::parse(&input.text);
        for block in &article.blocks {
            let annotated = annotate(&block.text, matcher, article.topic.as_deref());
            for annotation in &annotated.annotations {
                met.insert(annotation.entry);
                met.extend(&annotation.beaten);
                met.extend(annotation.inside.iter().map(|inner| inner.entry));
            }
        }
    }
    met
}

/// Sets right in each file what has one right answer; what came through a pipe is written to
/// standard output.
pub(super) fn fix_all(sources: &mut [Source]) -> anyhow::Result<()> {
    for number in 0..sources.len() {
        let check = |text: &str| {
            let mut tried = sources.to_vec();
            tried[number] = with_text(&sources[number], text);
            Layers::new(&tried).findings(&tried[number], (number, None))
        };
        let fixed = lint::fix(&sources[number].text, check);
        // Who reads from a pipe waits for a text.
        if fixed.count == 0 && sources[number].path.is_some() {
            continue;
        }
        let source = &mut sources[number];
        write(source, &fixed.text)?;
        let count = counted(fixed.count, "finding", "findings");
        say(format_args!("{}: {count} set right", source.name));
        *source = with_text(source, &fixed.text);
    }
    Ok(())
}

/// Puts `text` in the place of what was read, unless somebody has written the file since.
pub(super) fn write(source: &Source, text: &str) -> anyhow::Result<()> {
    let Some(path) = &source.path else {
        output().write_all(text.as_bytes())?;
        return Ok(());
    };
    let is_as_read = |now: &str| now == source.text;
    let new = |now: &str| if is_as_read(now) { Ok((text.to_owned(), ())) } else { Err("") };
    update(path, new).map_err(|failure| match failure {
        Failure::Trouble(trouble) => trouble.into(),
        Failure::Refused(_) => {
            anyhow::anyhow!("not written: {}; the file has changed since it was read, try again", source.name)
        }
    })
}

fn with_text(source: &Source, text: &str) -> Source {
    let (name, path) = (source.name.clone(), source.path.clone());
    Source::new(Input { name, path, id: None, text: text.to_owned(), note: None })
}
