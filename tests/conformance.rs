//! The French of the program against `tests/conformance/*.txt`; their format is told in the
//! `README.md` beside them. Shows the score: `cargo test --test conformance -- --nocapture`.

#![expect(clippy::disallowed_methods, reason = "the cases are files")]
#![expect(clippy::print_stdout, reason = "the score is printed")]

use std::sync::LazyLock;

use glose::annotate::matcher::{self, Layer};
use glose::annotate::prepared::Prepared;
use glose::annotate::{Annotated, Annotation, Matcher, annotate};
use glose::builtin;
use glose::french::sentence::sentences;
use glose::french::token::TokenKind;
use glose::french::tokenize::tokenize;
use glose::glossary::parse;
use glose::text::span::Span;

/// The layers a case's terms can stand in, the strongest first; those of no layer are in `own`.
const LAYERS: [&str; 3] = ["article", "own", "plugged"];
/// What a case can ask, by the key of its line.
const KINDS: [&str; 6] = ["words", "sentences", "read", "find", "never", "wins"];

static BUILT_IN: LazyLock<Prepared> = LazyLock::new(builtin::glossary);

/// One case as it is written.
#[derive(Clone, Debug, Default)]
struct Case {
    /// `file:line`
    place: String,
    guards: String,
    kind: String,
    body: String,
    by: Option<String>,
    inside: Option<String>,
    known: Option<String>,
}

/// Cases that share their terms.
struct Group {
    terms: Vec<String>,
    cases: Vec<Case>,
}

#[test]
fn french_is_read_as_the_cases_say() {
    let mut findings = String::new();
    let (mut all_passed, mut all) = (0, 0);
    for (name, text) in files() {
        let (mut passed, mut count) = (0, 0);
        for group in groups(&name, &text) {
            let matcher = matcher(&group.terms);
            for case in &group.cases {
                let found = answer(case, &matcher);
                let is_right = found == wanted(case);
                passed += usize::from(is_right);
                count += 1;
                findings += &verdict(case, &found, is_right);
            }
        }
        println!("{passed:>4} of {count:>3}  {name}");
        all_passed += passed;
        all += count;
    }
    println!("{all_passed:>4} of {all:>3}  ({:.1} %)", 100.0 * all_passed as f64 / all as f64);
    assert!(findings.is_empty(), "{findings}");
    assert!(all >= 320);
}

/// What there is to say of a case: nothing, if it comes out as it is marked.
fn verdict(case: &Case, found: &str, is_right: bool) -> String {
    match (&case.known, is_right) {
        (None, true) => String::new(),
        (Some(reason), false) => {
            println!("known  {}: {} ({reason})", case.place, case.guards);
            String::new()
        }
        (Some(_), true) => format!("{}: passes: remove its `known`\n", case.place),
        (None, false) => {
            let Case { place, guards, .. } = case;
            format!("{place}: {guards}\n  wanted {}\n  found  {found}\n", wanted(case))
        }
    }
}

/// The case files with their names, in order.
fn files() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).unwrap())
    };
    let mut files: Vec<_> = texts.map(read).collect();
    files.sort();
    files
}

/// The cases of a file. A block of terms alone serves the cases up to the next one.
fn groups(name: &str, text: &str) -> Vec<Group> {
    let mut groups = vec![Group { terms: Vec::new(), cases: Vec::new() }];
    let mut terms = Vec::new();
    let mut case = Case::default();
    for (number, line) in text.lines().chain([""]).enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        let (place, value) = (format!("{name}:{}", number + 1), unescaped(value.trim()));
        match key {
            "term" => terms.push(value),
            "guards" => case.guards = value,
            "by" => case.by = Some(value),
            "inside" => case.inside = Some(value),
            "known" => case.known = Some(value),
            "" => close(&mut groups, &mut terms, std::mem::take(&mut case)),
            _ if KINDS.contains(&key) && case.kind.is_empty() => {
                (case.kind, case.body, case.place) = (key.to_owned(), value, place);
            }
            _ => panic!("{place}: `{key}` is no key, or the second of its block"),
        }
    }
    groups
}

/// The end of a block: its terms begin a group, its case joins it.
fn close(groups: &mut Vec<Group>, terms: &mut Vec<String>, case: Case) {
    if !terms.is_empty() {
        groups.push(Group { terms: std::mem::take(terms), cases: Vec::new() });
    }
    if !case.kind.is_empty() {
        assert!(!case.guards.is_empty(), "{}: a case says what it guards", case.place);
        groups.last_mut().unwrap().cases.push(case);
    }
}

/// `\u{301}` as the character it names.
fn unescaped(value: &str) -> String {
    let mut pieces = value.split("\\u{");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').expect("`\\u{…}` is closed");
        let letter = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text.extend(letter.into_iter().chain(rest.chars()));
    }
    text
}

/// The built-in glossary with the terms of a group over it.
fn matcher(terms: &[String]) -> Matcher {
    let mut sources = [const { String::new() }; 3];
    for term in terms {
        let mut fields = term.split(" | ");
        let (headword, pos) = (fields.next().unwrap(), fields.next().expect(term));
        let mut entry = format!("[[entry]]\nterm = {headword:?}\npos = {pos:?}\ngloss = \"-\"\n");
        let mut layer = 1;
        for (key, value) in fields.filter_map(|field| field.split_once('=')) {
            match key {
                "layer" => layer = LAYERS.iter().position(|name| *name == value).expect(term),
                "forms" | "variants" => entry += &format!("{key} = [{value:?}]\n"),
                _ => entry += &format!("{key} = {value:?}\n"),
            }
        }
        sources[layer] += &entry;
    }
    let layer = |(name, source): (&&str, &String)| {
        let (glossary, slips) = parse(source);
        assert!(slips.is_empty(), "{source}{slips:?}");
        Layer { name: (*name).to_owned(), glossary }
    };
    Matcher::new(BUILT_IN.clone(), LAYERS.iter().zip(&sources).map(layer).collect())
}

/// What the case wants to be answered.
fn wanted(case: &Case) -> String {
    let body = case.body.as_str();
    match case.kind.as_str() {
        "words" | "read" => body.split_once(" => ").expect("`TEXT => ANSWER`").1.to_owned(),
        "never" => without_braces(body).0,
        "wins" => {
            let by = case.by.as_ref().expect("`wins` has a `by`");
            let inside = case.inside.iter().map(|inside| format!(" inside {inside}"));
            format!("{body} by {by}{}", inside.collect::<String>())
        }
        _ => body.to_owned(),
    }
}

/// What the program answers, written as the case is.
fn answer(case: &Case, matcher: &Matcher) -> String {
    let body = case.body.split(" => ").next().unwrap_or_default();
    match case.kind.as_str() {
        "words" => words(body),
        "sentences" => ends(&body.replace(" ‖ ", " ")),
        "read" => readings(body, matcher),
        "wins" => winners(case, matcher),
        _ => {
            let (text, _) = without_braces(body);
            let annotated = annotate(&text, matcher, None);
            let all = annotated.annotations.iter().flat_map(|one| outermost(one, matcher));
            braced(&text, all)
        }
    }
}

fn words(text: &str) -> String {
    let tokens = tokenize(text);
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Space).map(|token| token.span.of(text));
    words.collect::<Vec<_>>().join(" · ")
}

fn ends(text: &str) -> String {
    let all = sentences(text, &tokenize(text));
    all.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ‖ ")
}

/// Lemma and part of speech of the words that lie in the braces of `body`.
fn readings(body: &str, matcher: &Matcher) -> String {
    let (text, braces) = without_braces(body);
    let Annotated { tokens, readings, .. } = annotate(&text, matcher, None);
    let all = tokens.iter().zip(&readings).filter(|(token, _)| token.kind != TokenKind::Space);
    let asked = all.filter(|(token, _)| braces.iter().any(|brace| brace.overlaps(token.span)));
    let shown = asked.map(|(token, reading)| {
        format!("{} {}", matcher.lemma(token.span.of(&text), *reading), reading.upos.tag())
    });
    shown.collect::<Vec<_>>().join(" · ")
}

/// The outermost terms of the case that share a word with its braces, and by which entry they are.
fn winners(case: &Case, matcher: &Matcher) -> String {
    let (text, braces) = without_braces(&case.body);
    let annotated = annotate(&text, matcher, None);
    let is_here =
        |one: &Annotation| one.spans.iter().any(|span| braces.iter().any(|brace| brace.overlaps(*span)));
    let outer = annotated.annotations.iter().flat_map(|one| outermost(one, matcher));
    let here: Vec<_> = outer.filter(|one| is_here(one)).collect();
    let name = |one: &Annotation| {
        let entry = matcher.entry(one.entry);
        let layer = matcher.layer_name(one.entry);
        let written = format!("{} | {}", entry.term, entry.pos.key());
        if layer == "own" { written } else { format!("{written} | layer={layer}") }
    };
    let names: Vec<String> = here.iter().map(|one| name(one)).collect();
    let mut inside = here.iter().flat_map(|one| &one.inside).map(name);
    let wanted = case.inside.iter().filter(|wanted| inside.any(|found| found == **wanted));
    let inside: String = wanted.map(|wanted| format!(" inside {wanted}")).collect();
    format!("{} by {}{inside}", braced(&text, here.into_iter()), names.join(", "))
}

/// The annotation, or those inside of it that are the first by terms of the cases.
fn outermost<'a>(one: &'a Annotation, matcher: &Matcher) -> Vec<&'a Annotation> {
    if is_own(one, matcher) {
        return vec![one];
    }
    one.inside.iter().flat_map(|inner| outermost(inner, matcher)).collect()
}

/// True of an annotation by a term of the cases, and not of the built-in glossary.
fn is_own(annotation: &Annotation, matcher: &Matcher) -> bool {
    matcher.layer_name(annotation.entry) != matcher::BUILT_IN
}

/// A text with braces, without them, and where they stood.
fn without_braces(body: &str) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut braces = Vec::new();
    for piece in body.split_inclusive(['{', '}']) {
        let start = text.len();
        text.push_str(piece.trim_end_matches(['{', '}']));
        if piece.ends_with('}') {
            braces.push(Span::new(start, text.len()));
        }
    }
    (text, braces)
}

/// `text` with braces around the words of `found`; neighbours with but a blank between in one pair.
fn braced<'a>(text: &str, found: impl Iterator<Item = &'a Annotation>) -> String {
    let mut spans: Vec<Span> = found.flat_map(|one| one.spans.iter().copied()).collect();
    spans.sort_unstable();
    let mut shown = String::new();
    let mut at = 0;
    for span in spans {
        let between = text.get(at..span.start).unwrap_or_default();
        if at > 0 && shown.ends_with('}') && between.trim().is_empty() {
            shown.pop();
            shown += between;
        } else {
            shown = shown + between + "{";
        }
        shown = shown + text.get(at.max(span.start)..span.end).unwrap_or_default() + "}";
        at = at.max(span.end);
    }
    shown + &text[at..]
}
