//! What is said of a term, from its meaning to its place in a file.

use super::Part;
use crate::annotate::explain::{explain, surface};
use crate::annotate::{Annotation, Rule};
use crate::app::screen::reading::{Gloss, Reading, Ready, headword, on_one_line, said};
use crate::glossary::Entry;
use crate::page::{Role, Runs};
use crate::text::span::Span;

/// All that is known of the selected term; none when nothing is selected.
pub(super) fn tell(reading: &Reading) -> Option<Vec<Part>> {
    let gloss = reading.glosses().get(reading.selected()?)?;
    let annotated = reading.ready(reading.focus()).and_then(Ready::annotated)?;
    let annotation = annotated.annotations.get(gloss.annotation)?;
    let entry = reading.matcher().entry(gloss.entry);
    let mut story = Story { parts: Vec::new() };
    let text = reading.block(reading.focus()).map_or("", |block| &block.text);
    story.head(entry, &said(entry, text, &annotation.spans));
    story.senses(entry, gloss.sense);
    story.here(reading, annotation);
    story.usage(entry, gloss.sense);
    story.examples(entry, gloss.sense);
    story.forms(&forms(reading, gloss));
    story.why(reading, annotation);
    story.source(reading, gloss, entry);
    Some(story.parts)
}

struct Story {
    parts: Vec<Part>,
}

impl Story {
    fn say(&mut self, indent: u16, runs: Runs) {
        self.parts.push(Part { indent, runs });
    }

    fn title(&mut self, title: &str) {
        self.say(0, Runs::default());
        self.say(0, Runs::of(title, Role::Label));
    }

    fn head(&mut self, entry: &Entry, term: &str) {
        let mut head = headword(term, entry);
        let marks =
            [entry.level.map(|level| level.key().to_owned()), entry.register.clone(), entry.topic.clone()];
        for mark in marks.into_iter().flatten() {
            head = head.and(&format!(" · {mark}"), Role::Grammar);
        }
        self.say(0, head);
        // A variant of alternatives tells where to look, and a reader nothing.
        let variants = entry.variants.iter().filter(|variant| !variant.contains('/'));
        let variants: Vec<&str> = variants.map(String::as_str).collect();
        if !variants.is_empty() {
            self.say(0, Runs::of(&format!("also {}", variants.join(", ")), Role::Grammar));
        }
    }

    fn senses(&mut self, entry: &Entry, chosen: usize) {
        self.say(0, Runs::default());
        let is_one = entry.senses.len() == 1;
        for (number, sense) in entry.senses.iter().enumerate() {
            let is_meant = number == chosen && !is_one;
            let mark = if is_one { String::new() } else { format!("{}. ", number + 1) };
            let mut runs = Runs::of(&mark, Role::Grammar).and(&sense.gloss, Role::Gloss);
            if is_meant {
                runs = runs.and("  ", Role::Text).and("◂ here", Role::Key);
            }
            self.say(2, runs);
            if let Some(note) = &sense.note {
                self.say(5, Runs::of(&on_one_line(note), Role::Note));
            }
        }
        if let Some(note) = &entry.note {
            self.say(0, Runs::default());
            self.say(2, Runs::of(&on_one_line(note), Role::Note));
        }
    }

    /// The sentence in which it stands.
    fn here(&mut self, reading: &Reading, annotation: &Annotation) {
        let Some(first) = annotation.spans.first() else { return };
        let text = reading.block(reading.focus()).map_or("", |block| &block.text);
        let known = reading.ready(reading.focus()).and_then(Ready::annotated);
        let sentences = known.map_or(&[][..], |known| &known.sentences);
        let Some(sentence) = sentences.iter().find(|sentence| sentence.contains(first.start)) else { return };
        let mut runs = Runs::default();
        let mut from = sentence.start;
        for span in annotation.spans.iter().filter(|span| span.end <= sentence.end) {
            let before = Span::new(from, span.start);
            runs = runs.and(before.of(text), Role::Text).and(span.of(text), Role::Emphasis);
            from = span.end;
        }
        self.title("Here");
        self.say(2, runs.and(Span::new(from, sentence.end.max(from)).of(text), Role::Text));
    }

    fn usage(&mut self, entry: &Entry, sense: usize) {
        if let Some(english) = entry.false_friend_in(sense) {
            self.say(0, Runs::default());
            self.say(
                2,
                Runs::of("False friend: it is not “", Role::Label)
                    .and(english, Role::Note)
                    .and("”.", Role::Label),
            );
        }
        if !entry.see.is_empty() {
            self.say(0, Runs::default());
            self.say(2, Runs::of("See also: ", Role::Label).and(&entry.see.join(", "), Role::Note));
        }
    }

    fn examples(&mut self, entry: &Entry, chosen: usize) {
        let of_sense = entry.senses.get(chosen).map_or(&[][..], |sense| &sense.examples);
        let examples: Vec<&String> = of_sense.iter().chain(&entry.examples).collect();
        if !examples.is_empty() {
            self.title("Examples");
        }
        for example in examples {
            self.say(2, emphasised(example));
        }
    }

    fn forms(&mut self, forms: &[(String, usize)]) {
        if forms.is_empty() {
            return;
        }
        self.title("In this article");
        let mut runs = Runs::default();
        for (number, (form, count)) in forms.iter().enumerate() {
            let gap = if number == 0 { "" } else { " · " };
            let times = if *count == 1 { String::new() } else { format!(" ×{count}") };
            runs = runs.and(gap, Role::Answer).and(form, Role::Text).and(&times, Role::Answer);
        }
        self.say(2, runs);
    }

    fn why(&mut self, reading: &Reading, annotation: &Annotation) {
        self.title("Why here");
        let text = reading.block(reading.focus()).map_or("", |block| &block.text);
        let entry = reading.matcher().entry(annotation.entry);
        let why = explain(annotation, &entry.term, text).to_string();
        let article = if annotation.why.rule == Rule::Expression { "an" } else { "a" };
        let stop = if why.ends_with('.') { "" } else { "." };
        self.say(2, Runs::of(&format!("Found as {article} {why}{stop}"), Role::Answer));
        self.others(reading, "It won over", &annotation.beaten);
        let inside: Vec<_> = annotation.inside.iter().map(|inner| inner.entry).collect();
        self.others(reading, "It covers", &inside);
    }

    fn others(&mut self, reading: &Reading, title: &str, others: &[crate::annotate::EntryId]) {
        for id in others {
            let entry = reading.matcher().entry(*id);
            let head = Runs::of(&format!("{title} "), Role::Text).and(&entry.term, Role::Headword);
            let pos = format!("  {} · ", entry.pos.abbreviation());
            self.say(2, head.and(&pos, Role::Grammar).and(entry.gloss(), Role::Note));
        }
    }

    fn source(&mut self, reading: &Reading, gloss: &Gloss, entry: &Entry) {
        let layer = reading.matcher().layer_name(gloss.entry);
        self.title("Where it is written");
        self.say(2, Runs::of(&format!("{layer}, line {}", entry.line), Role::Text));
    }
}

/// An example with what stands in its braces stressed, and without the braces.
fn emphasised(example: &str) -> Runs {
    let mut runs = Runs::default();
    let mut role = Role::Note;
    for piece in on_one_line(example).split_inclusive(['{', '}']) {
        runs = runs.and(piece.trim_end_matches(['{', '}']), role);
        role = if piece.ends_with('{') { Role::Emphasis } else { Role::Note };
    }
    runs
}

/// The forms of an entry in the blocks that have been annotated, in their order, with how often.
fn forms(reading: &Reading, gloss: &Gloss) -> Vec<(String, usize)> {
    let mut forms: Vec<(String, usize)> = Vec::new();
    for (number, block) in reading.article().blocks.iter().enumerate() {
        let Some(annotated) = reading.ready(number).and_then(Ready::annotated) else { continue };
        for annotation in annotated.annotations.iter().filter(|found| found.entry == gloss.entry) {
            let form = surface(annotation, &block.text);
            match forms.iter_mut().find(|(known, _)| *known == form) {
                Some((_, count)) => *count += 1,
                None => forms.push((form.into_owned(), 1)),
            }
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_become_emphasis() {
        let runs = emphasised("Des {cessez-le-feu} fragiles.").wrapped(60, 0).remove(0);
        let stressed: Vec<&str> =
            runs.iter().filter(|run| run.role == Role::Emphasis).map(|run| &*run.text).collect();
        assert_eq!(stressed, ["cessez-le-feu"]);
    }
}
