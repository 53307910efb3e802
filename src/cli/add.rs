//! `glose add`: an entry from the shell.

use std::io::Write;
use std::path::Path;

use clap::{Args, builder::PossibleValuesParser};

use super::{Outcome, open_layers, output, say};
use crate::annotate::headword::{describe, gender};
use crate::annotate::matcher::{Layer, Matcher};
use crate::diagnostic::{Diagnostic, Severity};
use crate::glossary::change::{Change, Field, Refusal, Written, are_twins};
use crate::glossary::{self, Level, Pos};
use crate::lint::{self, Known, Whole};
use crate::store::layers::{self, Source};
use crate::store::save::Failure;
use crate::store::shown;

/// Add an entry to your own glossary
#[derive(Debug, Args)]
#[command(after_help = "\
It goes to the file named with --glossary, or else to glossary.toml in the working directory if there
is one, or else to your own in the configuration directory, which is made if it is missing.

Examples:
  glose add cessez-le-feu --pos noun --gender m --gloss ceasefire
  glose add 'se solder par qqch' --gloss 'to end in' --example 'La visite {s’est soldée par} un échec.'

Exit status: 0 added and nothing to say of it, 1 added with findings, 2 not added.")]
pub(super) struct Options {
    /// The headword as a dictionary prints it: `se solder par qqch`
    term: String,

    /// Its part of speech; guessed where it is not given
    #[arg(long, value_parser = PossibleValuesParser::new(Pos::keys()))]
    pos: Option<String>,

    /// The gender of a noun; guessed where it is not given
    #[arg(long, value_parser = ["m", "f", "mf"])]
    gender: Option<String>,

    /// What you would write between the lines: `death toll; casualty count`
    #[arg(long)]
    gloss: String,

    /// What a gloss cannot say
    #[arg(long)]
    note: Option<String>,

    /// The level from which a reader is expected to know it
    #[arg(long, value_parser = PossibleValuesParser::new(Level::ALL.map(Level::key)))]
    level: Option<String>,

    /// The beat: `diplomacy`
    #[arg(long)]
    topic: Option<String>,

    /// Where it is used: `formal`, `journalistic`
    #[arg(long)]
    register: Option<String>,

    /// A sentence with {braces} around exactly what must be found; may be given several times
    #[arg(long = "example", value_name = "SENTENCE")]
    examples: Vec<String>,

    /// Another term worth a look; may be given several times
    #[arg(long, value_name = "TERM")]
    see: Vec<String>,
}

pub(super) fn run(options: &Options, glossary: Option<&Path>) -> anyhow::Result<Outcome> {
    if glossary.is_some_and(|path| path.as_os_str() == "-") {
        anyhow::bail!("cannot write: standard input; name a file with --glossary");
    }
    let layers = match glossary {
        // It is made.
        Some(path) if !path.exists() => open_layers(None, None)?.with_written(path),
        _ => open_layers(glossary, None)?,
    };
    let Some(path) = &layers.written else {
        anyhow::bail!("no place for a glossary: HOME; name a file with --glossary");
    };
    let name = shown(path);
    let matcher = layers.matcher();
    let fields = fields(options, &matcher);
    let changed = layers::write(path, &Change::Add(fields)).map_err(|failure| refused(failure, &name))?;
    let Some(after) = changed.after else { return Ok(Outcome::Findings) };
    let mut out = output();
    let (term, pos) = (&after.entry.term, after.entry.pos.key());
    writeln!(out, "{name}:{}: added {} ({pos})", after.entry.line, crate::text::visible::visible(term))?;
    let findings = findings(&after, &changed.text, &layers.own, &name);
    for finding in &findings {
        writeln!(out, "\n{}", finding.render(&name, &changed.text))?;
    }
    out.flush()?;
    told_of_others(&after, &matcher, &name);
    let is_wrong = findings.iter().any(|finding| finding.severity <= Severity::Warning);
    Ok(if is_wrong { Outcome::Findings } else { Outcome::Well })
}

/// What is to be written: as asked, and what was not asked for as the words themselves tell.
fn fields(options: &Options, matcher: &Matcher) -> Vec<Field> {
    let described = describe(&options.term, matcher);
    let pos = options.pos.clone().unwrap_or_else(|| {
        let pos = described.as_ref().map_or(Pos::Phrase, |found| found.pos).key();
        say(format_args!("guessed: {pos}; say it with --pos where that is wrong"));
        pos.to_owned()
    });
    let gender = options.gender.clone().or_else(|| match gender(&options.term, matcher) {
        _ if pos != "noun" => None,
        Some((gender, is_guess)) => {
            let whence = if is_guess { "guessed from its ending" } else { "as its noun has it" };
            say(format_args!("{whence}: gender {}; say it with --gender where that is wrong", gender.key()));
            Some(gender.key().to_owned())
        }
        None => {
            say(format_args!("no gender: {}; say it with --gender, or write it into the file", options.term));
            None
        }
    });
    let text = |key, text: &Option<String>| Field::text((key, text.as_deref().unwrap_or_default()));
    vec![
        Field::text(("term", &options.term)),
        Field::text(("pos", &pos)),
        text("gender", &gender),
        Field::gloss(0, &options.gloss),
        text("level", &options.level),
        text("topic", &options.topic),
        text("register", &options.register),
        text("note", &options.note),
        Field::texts("examples", &options.examples),
        Field::texts("see", &options.see),
    ]
}

/// Why nothing was added.
fn refused(failure: Failure<Refusal>, name: &str) -> anyhow::Error {
    match failure {
        Failure::Trouble(trouble) => trouble.into(),
        Failure::Refused(Refusal::Duplicate(there)) => anyhow::anyhow!(
            "`{}` stands already, as {}: {name}:{}; change it there",
            there.entry.term,
            there.entry.pos.key(),
            there.entry.line
        ),
        Failure::Refused(refusal) => anyhow::anyhow!("not added: {name}; {refusal}"),
    }
}

/// What the checks say of the new entry, in its place.
fn findings(new: &Written, text: &str, own: &[Source], name: &str) -> Vec<Diagnostic> {
    let (glossary, mut findings) = glossary::parse(text);
    let others = own.iter().filter(|source| source.name != name);
    let others = others.map(|source| Layer { name: source.name.clone(), glossary: source.glossary.clone() });
    let layer = Layer { name: name.to_owned(), glossary: glossary.clone() };
    let matcher = Matcher::new(crate::builtin::glossary(), others.collect()).over(vec![layer]);
    let known = Known::of(&matcher);
    findings.extend(lint::check(&Whole::new((text, &glossary), (&matcher, 0), &known)));
    findings.retain(|finding| finding.span.overlaps(new.entry.span));
    findings
}

/// Says which entries of other layers the new one stands over.
fn told_of_others(new: &Written, matcher: &Matcher, name: &str) {
    let ids = matcher.ids().filter(|id| matcher.layer_name(*id) != name);
    for id in ids.filter(|id| are_twins(matcher.entry(*id), &new.entry)) {
        let other = matcher.entry(id);
        let layer = matcher.layer_name(id);
        say(format_args!("it wins over `{}`: {layer}:{}; that stays as it is", other.gloss(), other.line));
    }
}
