//! The main path through each screen, at three sizes.

use super::window::Terminal;

const ESC: &str = "\u{1b}";

/// Reads, looks closer, searches, sets, and leaves.
fn walk(columns: u16, rows: u16) {
    let mut terminal = Terminal::open(columns, rows);
    terminal.wait_for("Depuis lundi");
    terminal.wait_for("¶ 1/5");
    reads(&mut terminal);
    looks_closer(&mut terminal);
    searches(&mut terminal);
    sets(&mut terminal);
    chooses_another(&mut terminal);
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.assert_sane();
}

fn reads(terminal: &mut Terminal) {
    terminal.press("t");
    terminal.wait_for("Since Monday");
    terminal.press("t");
    terminal.wait_for_no("Since Monday");
    terminal.press("j");
    terminal.wait_for("¶ 2/5");
    terminal.press("G");
    terminal.wait_for("¶ 5/5");
    terminal.press("\u{f}");
    terminal.wait_for("¶ 2/5");
    terminal.press("L");
    terminal.wait_for("¶ 5/5");
    terminal.press("g");
    terminal.wait_for("¶ 1/5");
}

fn looks_closer(terminal: &mut Terminal) {
    terminal.press("j\t");
    terminal.wait_for("pari");
    terminal.press("\r");
    terminal.wait_for("Esc back");
    terminal.wait_for_no("¶");
    terminal.press("G");
    terminal.wait_for("Where it is written");
    terminal.press(ESC);
    terminal.wait_for("¶ 2/5");
    terminal.press("?");
    terminal.wait_for("next paragraph");
    terminal.press("/");
    terminal.press("undersea");
    terminal.wait_for_no("next paragraph");
    terminal.press(ESC);
    terminal.wait_for("¶ 2/5");
}

fn searches(terminal: &mut Terminal) {
    terminal.press("/");
    terminal.press("GARDIEN");
    terminal.wait_for("/2");
    terminal.press("\t");
    terminal.wait_for("1/2");
    terminal.press("\r");
    terminal.wait_for_no("Esc back");
    terminal.wait_for("¶ 1/5");
    terminal.press("n");
    terminal.wait_for("¶ 4/5");
    terminal.press("/");
    terminal.wait_for("Esc back");
    terminal.press("\u{1b}[A");
    terminal.wait_for("2/2");
    terminal.wait_for("/GARDIEN");
    terminal.press(ESC);
    terminal.wait_for_no("/GARDIEN");
}

fn sets(terminal: &mut Terminal) {
    terminal.press("x");
    terminal.wait_for("Glosses hidden");
    terminal.press("x");
    terminal.wait_for("Glosses shown");
    terminal.press("<");
    terminal.wait_for("Glossed: B2");
    terminal.press(">");
    terminal.wait_for("Glossed: B1");
    terminal.press(":");
    terminal.press("wider");
    terminal.wait_for("wider");
    terminal.press("\r");
    terminal.wait_for("Column of text: 76");
    terminal.press("-");
    terminal.wait_for("Column of text: 72");
}

fn chooses_another(terminal: &mut Terminal) {
    terminal.press("o");
    terminal.wait_for("articles");
    terminal.press("ukraine");
    terminal.wait_for("/ukraine");
    terminal.press("\r");
    terminal.wait_for("¶ 1/");
    terminal.press("H");
    terminal.wait_for("¶ 4/5");
}

#[test]
fn on_a_large_screen() {
    walk(120, 40);
}

#[test]
fn on_a_usual_screen() {
    walk(80, 24);
}

#[test]
fn on_a_small_screen() {
    walk(50, 20);
}
