//! Temporary.
use std::io::Read;
fn main() {
    let matcher = glose::annotate::Matcher::new(glose::builtin::glossary(), vec![]);
    let mut text = String::new();
    #[allow(clippy::disallowed_methods)]
    std::io::stdin().read_to_string(&mut text).unwrap();
    let mut n = 0;
    for line in text.lines() {
        let a = glose::annotate::annotate(line, &matcher, None);
        n += a.tokens.len() + a.annotations.len();
        if std::env::args().len() < 2 {
            let toks: Vec<_> = a.tokens.iter().zip(&a.readings).filter(|(t, _)| t.kind != glose::french::token::TokenKind::Space).map(|(t, r)| serde_json::json!({"start": t.span.start, "end": t.span.end, "lemma": matcher.lemma(t.span.of(line), *r), "pos": r.upos.tag()})).collect();
            let anns: Vec<_> = a.annotations.iter().map(|x| { let e = matcher.entry(x.entry); serde_json::json!({"term": e.term, "gloss": e.senses[x.sense].gloss, "spans": x.spans.iter().map(|s| s.of(line)).collect::<Vec<_>>()}) }).collect();
            #[allow(clippy::print_stdout)]
            {
                println!(
                    "{}",
                    serde_json::json!({"text": line, "sentences": a.sentences.iter().map(|s| [s.start, s.end]).collect::<Vec<_>>(), "tokens": toks, "annotations": anns})
                );
            }
        }
    }
    #[allow(clippy::print_stderr)]
    {
        eprintln!("{n}");
    }
}
