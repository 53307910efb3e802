//! The sentences of a paragraph, from its tokens.

use super::abbreviation;
use super::token::{Token, TokenKind};
use crate::text::span::Span;

/// The sentences of `text`: sorted, not overlapping, without the blanks around them.
///
/// A sentence ends with `.` `!` `?` `…` and the quotes and brackets that close on it, where what
/// follows can begin one: *« Vraiment ? » a-t-il demandé.* is a single sentence.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut in_quotes = false;
    let mut start = None;
    let mut end = 0;
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        at += 1;
        if token.kind == TokenKind::Space {
            continue;
        }
        start = start.or(Some(token.span.start));
        end = token.span.end;
        if token.kind == TokenKind::Word && text.as_bytes()[end - 1] != b'.' {
            continue;
        }
        in_quotes ^= token.span.of(text) == "\"";
        if !is_terminator(token.span.of(text)) {
            continue;
        }
        let closing = tokens[at..].iter().take(MOST_CLOSING);
        let closing = closing.take_while(|next| closes(text, **next, &mut in_quotes)).count();
        let closed = trim_spaces(&tokens[..at + closing]);
        if begins_sentence(text, tokens, closed, token.span.of(text)) {
            let last = tokens[closed - 1].span.end;
            found.extend(start.take().map(|from| Span::new(from, last)));
            at = closed;
        }
    }
    found.extend(start.map(|from| Span::new(from, end)));
    found
}

/// No more marks and spaces than these close a sentence; more are no French.
const MOST_CLOSING: usize = 40;

/// The number of `tokens` without the spaces at their end.
fn trim_spaces(tokens: &[Token]) -> usize {
    tokens.iter().rposition(|token| token.kind != TokenKind::Space).map_or(0, |last| last + 1)
}

fn is_terminator(token: &str) -> bool {
    matches!(token, "." | "…")
        || token.starts_with(['!', '?'])
        || token.starts_with("..")
        || abbreviation::may_end_sentence(token)
}

/// True of what still belongs to a sentence after its last mark: further marks, closing quotes, the
/// spaces before them. A straight quote closes if one is open; `in_quotes` is kept up to date.
fn closes(text: &str, token: Token, in_quotes: &mut bool) -> bool {
    let written = token.span.of(text);
    match token.kind {
        TokenKind::Space => !written.contains('\n'),
        TokenKind::Punct if written == "\"" => std::mem::take(in_quotes),
        TokenKind::Punct => {
            matches!(written, "»" | "”" | ")" | "]" | "’" | "…" | ".")
                || written.starts_with(['!', '?'])
                || written.starts_with("..")
        }
        _ => false,
    }
}

/// True when a sentence can begin with the tokens from `at`, after the mark `mark`.
fn begins_sentence(text: &str, tokens: &[Token], at: usize, mark: &str) -> bool {
    let Some(space) = tokens.get(at) else { return true };
    let mut rest = tokens[at..].iter().filter(|token| token.kind != TokenKind::Space);
    let Some(next) = rest.next() else { return true };
    let written = next.span.of(text);
    let first = written.chars().next().unwrap_or(' ');
    let is_spaced = space.kind == TokenKind::Space;
    match next.kind {
        // Typists without an *À* write *à* for it.
        TokenKind::Word => {
            first.is_uppercase() && (is_spaced || mark != ".") || written == "à" && mark == "."
        }
        TokenKind::Number | TokenKind::Address => is_spaced && mark != "..",
        TokenKind::Punct => {
            let opens = matches!(
                written,
                "«" | "“" | "\"" | "(" | "[" | "—" | "–" | "-" | "--" | "‘" | "'" | "•" | "¿"
            );
            let opened = rest.next().map_or(' ', |token| first_char(token.span.of(text)));
            opens
                && is_spaced
                && (opened.is_uppercase() || opened.is_ascii_digit() || matches!(opened, '«' | '…' | '.'))
        }
        _ => false,
    }
}

fn first_char(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}
