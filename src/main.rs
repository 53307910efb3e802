//! A small shell to try the screens with: `glose [--glossary FILE] [FILE]`, articles from
//! `articles/`. Replaced by the command line proper.

#![expect(clippy::disallowed_methods, reason = "this is the disk, for now")]

use std::sync::Arc;

use glose::annotate::matcher::{Layer, Matcher};
use glose::app::App;
use glose::app::effect::{Effect, Event, Opened, Preferences, ShelfItem};
use glose::article::{Article, Block, BlockKind};
use glose::text::span::Span;
use glose::tui::theme::Theme;
use glose::tui::{End, Shell, run};

struct Files;

impl Shell for Files {
    fn perform(&mut self, effect: Effect) -> Vec<Event> {
        match effect {
            Effect::Open(id) => vec![opened(id)],
            Effect::Fetch(id) => {
                let article = std::fs::read_to_string(&id).ok().map(|text| Arc::new(toy(&text)));
                vec![Event::Fetched(id, article)]
            }
            _ => Vec::new(),
        }
    }
}

fn opened(id: String) -> Event {
    match std::fs::read_to_string(&id) {
        Ok(text) => Event::Opened(Box::new(Opened {
            id,
            article: Arc::new(toy(&text)),
            matcher: None,
            place: None,
            notice: None,
        })),
        Err(error) => Event::Failed(format!("{id}: {error}")),
    }
}

fn toy(source: &str) -> Article {
    let mut article = Article::default();
    let mut body = source;
    if let Some((head, rest)) = source.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) {
        body = rest;
        for line in head.lines() {
            let Some((key, value)) = line.split_once(" = ") else { continue };
            let value = Some(value.trim_matches('"').to_owned());
            match key {
                "title" => article.title = value,
                "date" => article.date = value,
                "level" => article.level = value,
                "topic" => article.topic = value,
                _ => {}
            }
        }
    }
    for part in body.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        let text = part.replace('\n', " ");
        if let Some(english) = text.strip_prefix("> ") {
            if let Some(block) = article.blocks.last_mut() {
                block.translation = Some(english.replace(" > ", " "));
            }
            continue;
        }
        let (kind, text) = match text.strip_prefix("## ") {
            Some(heading) => (BlockKind::Heading, heading.to_owned()),
            None => (BlockKind::Paragraph, text),
        };
        article.blocks.push(Block { kind, text, translation: None, span: Span::new(0, 0) });
    }
    article
}

fn main() -> std::io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut glossary = None;
    if arguments.first().is_some_and(|first| first == "--glossary") {
        glossary = std::fs::read_to_string(arguments.remove(1)).ok();
        arguments.remove(0);
    }
    let (glossary, _) = glose::glossary::parse(&glossary.unwrap_or_default());
    let matcher = Arc::new(Matcher::new(vec![Layer { name: "built-in".into(), glossary }]));
    let mut shelf = Vec::new();
    for file in std::fs::read_dir("articles").into_iter().flatten().flatten() {
        let id = file.path().to_string_lossy().into_owned();
        let article = toy(&std::fs::read_to_string(&id)?);
        let title = article.title.unwrap_or_default();
        shelf.push(ShelfItem { id, title, date: article.date, level: article.level, ..ShelfItem::default() });
    }
    shelf.sort_by(|a, b| b.date.cmp(&a.date));
    let mut app = App::new(matcher, shelf, Preferences::default());
    if let Some(path) = arguments.pop() {
        glose::app::update::update(&mut app, opened(path));
    }
    let theme = if std::env::var_os("NO_COLOR").is_some() { Theme::plain() } else { Theme::terminal() };
    match run(app, &theme, &mut Files)? {
        End::Quit => Ok(()),
        End::Signal(signal) => std::process::exit(128 + signal),
    }
}
