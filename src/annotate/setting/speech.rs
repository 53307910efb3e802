//! The verb of who says it: *« Rien », **lâche** le docteur*.

use super::Here;
use crate::annotate::words::Word;
use crate::french::reading::{Cells, Upos};
use crate::french::token::TokenKind;

/// *« Rien », **lâche** le docteur*; *…, a-t-il **lancé***: the verb of who says it, behind what was said.
pub fn speech((sentence, own): Here<'_>) -> Option<usize> {
    let (first, last) = (*own.first()?, *own.last()?);
    let is_verb = |at: usize| sentence[at].chosen.upos == Upos::Verb;
    if own.iter().any(|at| is_verb(*at))
        && let Some(colon) = announced(sentence, last + 1)
    {
        return Some(colon);
    }
    let is_inverted = |word: &Word| word.is_inverted();
    let is_before = |word: &Word| {
        word.chosen.upos == Upos::Aux
            || is_inverted(word)
            || word.chosen.upos == Upos::Pron && word.chosen.cells.meets(Cells::OBJECT)
    };
    let mark = sentence[..first].iter().rposition(|word| !is_before(word))?;
    let is_quote = |at: usize| matches!(sentence[at].form.exact(), "»" | "\"" | "”");
    let is_comma = sentence[mark].form.exact() == ",";
    let is_quoted = is_quote(mark) || is_comma && mark > 0 && is_quote(mark - 1);
    let is_turned =
        sentence[mark + 1..first].iter().any(is_inverted) || sentence.get(last + 1).is_some_and(is_inverted);
    let next = sentence[last + 1..].iter().find(|word| word.chosen.upos != Upos::Adv);
    let is_named = next.is_some_and(|word| {
        matches!(word.chosen.upos, Upos::Det | Upos::Propn | Upos::Noun | Upos::Pron)
            || word.form.exact() == ","
    });
    // Behind *« … »,* the subject is still to come: *« C'est fini », a raconté **à la sortie** M. Le Goff*.
    let is_said = is_quoted && (is_comma || is_turned || is_named)
        || is_comma && (is_turned || mark > 0 && is_remark(&sentence[last + 1..]));
    (own.iter().any(|at| is_verb(*at)) && is_said).then_some(mark)
}

/// The colon of a quotation that follows: *Un élu a lâché **:** « C'est fini »*.
fn announced(sentence: &[Word], from: usize) -> Option<usize> {
    const FARTHEST: usize = 6;
    let colon = (from..sentence.len().min(from + FARTHEST)).find(|at| {
        let word = &sentence[*at];
        word.kind == TokenKind::Punct || word.chosen.cells.meets(Cells::FINITE)
    })?;
    let is_quote = |word: &Word| matches!(word.form.exact(), "«" | "\"" | "“");
    // *il faut qu'il tranche : « C'est l'heure », **a lâché** un élu*: somebody else says it.
    let end = (colon + 1..sentence.len()).find(|at| matches!(sentence[*at].form.exact(), "»" | "”"));
    let is_anothers = end.is_some_and(|end| match &sentence[end + 1..] {
        [comma, verb, ..] => comma.form.exact() == "," && matches!(verb.chosen.upos, Upos::Verb | Upos::Aux),
        _ => false,
    });
    let is_announced = sentence[colon].form.exact() == ":" && sentence.get(colon + 1).is_some_and(is_quote);
    (is_announced && !is_anothers).then_some(colon)
}

/// True of who says it, and then of the end of the remark: *Le texte, rappelle **Mme Jaubertin**, …*; not
/// *Il entre, lance **le ballon**, sort*.
fn is_remark(behind: &[Word]) -> bool {
    let end = behind.iter().position(|word| matches!(word.form.exact(), "," | "." | "»" | ";"));
    let who = &behind[..end.unwrap_or(behind.len())];
    let is_title = |word: &Word| matches!(word.form.exact(), "m." | "mm." | "mme" | "mmes" | "me" | "dr");
    let of_name =
        |word: &Word| matches!(word.chosen.upos, Upos::Propn | Upos::Noun | Upos::Adj) || is_title(word);
    let named = match who {
        [article, rest @ ..] if article.chosen.upos == Upos::Det => rest,
        _ => who,
    };
    let is_name = |word: &Word| word.chosen.upos == Upos::Propn || is_title(word);
    named.iter().all(of_name) && named.iter().any(is_name)
}
