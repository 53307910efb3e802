//! Mouse, clipboard, colours and settings, as a terminal sees them.

use super::window::Terminal;

/// A report of the mouse: button, column and row from 1, pressed or let go.
fn mouse(terminal: &mut Terminal, button: u8, (column, row): (u16, u16), end: char) {
    terminal.press(&format!("\u{1b}[<{button};{column};{row}{end}"));
}

/// Where `text` stands on the screen: column and row from 1.
fn place_of(terminal: &Terminal, text: &str) -> (u16, u16) {
    let seen = terminal.seen();
    let (row, line) = seen.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
    let column = line.split(text).next().unwrap().chars().count();
    (u16::try_from(column).unwrap() + 1, u16::try_from(row).unwrap() + 1)
}

fn with_settings(settings: &'static str, size: (u16, u16)) -> Terminal {
    Terminal::open_with(size.0, size.1, |command| {
        let home = command.get_cwd().unwrap().clone();
        let file = std::path::Path::new(&home).join("set.toml");
        std::fs::write(&file, settings).unwrap();
        command.env("GLOSE_CONFIG", file);
    })
}

fn is_mouse_taken(terminal: &Terminal) -> bool {
    terminal.screen.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
}

fn has_written(terminal: &Terminal, bytes: &str) -> bool {
    terminal.written.windows(bytes.len()).any(|window| window == bytes.as_bytes())
}

#[test]
fn a_mouse_chooses_scrolls_and_drags_the_edge() {
    let mut terminal = with_settings("mouse = true", (120, 40));
    terminal.wait_for("¶ 1/5");
    terminal.wait_until("the mouse", is_mouse_taken);
    terminal.wait_for("pari.");
    let word = place_of(&terminal, "pari.");
    mouse(&mut terminal, 0, word, 'M');
    mouse(&mut terminal, 0, word, 'm');
    terminal.wait_for("¶ 2/5");
    terminal.wait_for("pari  n.m. · gamble, bet");
    let (column, row) = place_of(&terminal, "│");
    mouse(&mut terminal, 0, (column, row + 5), 'M');
    mouse(&mut terminal, 32, (column - 10, row + 5), 'M');
    mouse(&mut terminal, 32, (column - 20, row + 6), 'M');
    terminal.wait_until("the edge", |terminal| place_of(terminal, "│").0.abs_diff(column - 20) <= 1);
    mouse(&mut terminal, 0, (column - 20, row + 6), 'm');
    // Once it is let go, it stays.
    mouse(&mut terminal, 32, (column, row + 6), 'M');
    mouse(&mut terminal, 65, (10, 10), 'M');
    terminal.press("m");
    terminal.wait_until("no mouse", |terminal| !is_mouse_taken(terminal));
    assert!(place_of(&terminal, "│").0.abs_diff(column - 20) <= 1);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
    assert!(terminal.home.state().contains("pane-width"), "{}", terminal.home.state());
}

#[test]
fn a_click_on_a_gloss_selects_its_term() {
    for size in [(120, 40), (80, 24)] {
        let mut terminal = with_settings("mouse = true", size);
        terminal.wait_until("the mouse", is_mouse_taken);
        terminal.press("j");
        terminal.wait_for("¶ 2/5");
        for (gloss, term) in [("to welcome", "se félicite"), ("n.m. · gamble", "pari.")] {
            let cell = place_of(&terminal, gloss);
            mouse(&mut terminal, 0, cell, 'M');
            mouse(&mut terminal, 0, cell, 'm');
            let (column, row) = place_of(&terminal, term);
            terminal.wait_until(term, |terminal| {
                terminal.screen.screen().cell(row - 1, column - 1).is_some_and(vt100::Cell::inverse)
            });
        }
    }
}

#[test]
fn without_being_asked_for_the_mouse_is_free() {
    let mut terminal = Terminal::open(120, 40);
    terminal.wait_for("¶ 1/5");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    assert!(!is_mouse_taken(&terminal));
    assert!(!has_written(&terminal, "\u{1b}]11;?"), "nobody asked for the ground");
}

#[test]
fn what_is_copied_reaches_the_clipboard_through_tmux() {
    let mut terminal = Terminal::open_with(80, 24, |command| command.env("TMUX", "/tmp/x,1,0"));
    terminal.wait_for("¶ 1/5");
    terminal.press("jy");
    terminal.wait_for("Copied: « Vraiment ? »");
    let plain = "\u{1b}]52;c;wqsgVnJhaW1lbnQgPyDCuy";
    assert!(has_written(&terminal, plain), "for whoever takes it");
    assert!(has_written(&terminal, &format!("\u{1b}Ptmux;\u{1b}{plain}")), "and for the terminal around");
}

#[test]
fn what_is_pasted_is_typed_where_something_is_and_nothing_elsewhere() {
    let mut terminal = Terminal::open(80, 24);
    terminal.wait_for("¶ 1/5");
    terminal.press("\u{1b}[200~jjq\r\u{1b}[201~");
    terminal.press("/");
    terminal.press("\u{1b}[200~douze lettres\n\u{1b}[201~");
    terminal.wait_for("1/1");
    terminal.wait_for("/douze lettres");
    terminal.press("\u{1b}");
    terminal.wait_for("¶ 1/5");
}

#[test]
fn auto_is_light_where_the_terminal_is() {
    for (answer, ground) in [("ffff/ffff/ffff", 255), ("0000/0000/0000", 234)] {
        let mut terminal = with_settings("theme = \"auto\"", (80, 24));
        terminal.wait_until("the question", |terminal| has_written(terminal, "\u{1b}]11;?"));
        let letters = if ground == 255 { "0000/0000/0000" } else { "ffff/ffff/ffff" };
        terminal.press(&format!("\u{1b}]10;rgb:{letters}\u{7}\u{1b}]11;rgb:{answer}\u{7}\u{1b}[?1;2c"));
        terminal.wait_for("¶ 1/5");
        terminal.wait_until("the ground", |terminal| {
            terminal.screen.screen().cell(20, 40).unwrap().bgcolor() == vt100::Color::Idx(ground)
        });
    }
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for_long() {
    let start = std::time::Instant::now();
    let mut terminal = with_settings("theme = \"auto\"", (80, 24));
    terminal.wait_for("¶ 1/5");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    assert!(start.elapsed() < std::time::Duration::from_secs(20));
}

#[test]
fn keys_of_several_strokes_and_letters_with_accents_are_keys() {
    let keys = "[keys.reading]\nstart = \"g g\"\nnext-paragraph = \"é\"\n";
    let mut terminal = with_settings(keys, (80, 24));
    terminal.wait_for("¶ 1/5");
    terminal.press("éé");
    terminal.wait_for("¶ 3/5");
    terminal.press("g");
    terminal.wait_for("g …");
    terminal.press("g");
    terminal.wait_for("¶ 1/5");
    terminal.press("gé");
    terminal.wait_for("¶ 2/5");
}

#[test]
fn a_slip_in_the_settings_is_told_and_the_rest_holds() {
    let mut terminal = with_settings("them = \"dark\"\nborders = \"ascii\"\n", (80, 24));
    terminal.wait_for("set.toml:1:1: the file has no `them`; did you mean `theme`?");
    terminal.wait_for("--------");
    terminal.press("j");
    terminal.wait_for("Down next");
}
