//! Temporary.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]
use serde_json::json;
use std::io::Read;
fn ann(x: &glose::annotate::Annotation, m: &glose::annotate::Matcher, line: &str) -> serde_json::Value {
    let e = m.entry(x.entry);
    json!({"term": e.term, "gloss": e.senses[x.sense].gloss, "spans": x.spans.iter().map(|s| [s.start, s.end]).collect::<Vec<_>>(), "surface": x.spans.iter().map(|s| s.of(line)).collect::<Vec<_>>(), "inside": x.inside.iter().map(|i| ann(i, m, line)).collect::<Vec<_>>()})
}
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut layers = vec![];
    if args.get(1).map(String::as_str) == Some("--glossary") {
        let s = std::fs::read_to_string(&args[2]).unwrap();
        layers.push(glose::annotate::matcher::Layer {
            name: args[2].clone(),
            glossary: glose::glossary::parse(&s).0,
        });
    }
    let matcher = glose::annotate::Matcher::new(glose::builtin::glossary(), layers);
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let mut n = 0;
    for line in text.lines() {
        let a = glose::annotate::annotate(line, &matcher, None);
        n += a.tokens.len() + a.annotations.len();
        if args.get(1).map(String::as_str) != Some("x") {
            let toks: Vec<_> = a.tokens.iter().zip(&a.readings).filter(|(t, _)| t.kind != glose::french::token::TokenKind::Space).map(|(t, r)| json!({"start": t.span.start, "end": t.span.end, "lemma": matcher.lemma(t.span.of(line), *r), "pos": r.upos.tag()})).collect();
            let anns: Vec<_> = a.annotations.iter().map(|x| ann(x, &matcher, line)).collect();
            println!(
                "{}",
                json!({"text": line, "sentences": a.sentences.iter().map(|s| [s.start, s.end]).collect::<Vec<_>>(), "tokens": toks, "annotations": anns})
            );
        }
    }
    eprintln!("{n}");
}
