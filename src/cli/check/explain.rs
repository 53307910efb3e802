//! `glose check --explain`: the rules, and everything about one of them.

use std::io::Write;

use crate::cli::{Outcome, output};
use crate::diagnostic::{Severity, did_you_mean};
use crate::lint::{LINTS, Lint, lint, try_example};

/// Tells of the rule called `code`; of all of them when it is empty.
pub(super) fn run(code: &str) -> anyhow::Result<Outcome> {
    let mut out = output();
    if code.is_empty() {
        list(&mut out)?;
    } else if let Some(lint) = lint(code) {
        one(&mut out, lint)?;
    } else {
        let advice = match did_you_mean(code, LINTS.iter().map(|lint| lint.code)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`glose check --explain` lists them".into(),
        };
        anyhow::bail!("no such rule: {code}; {advice}");
    }
    out.flush()?;
    Ok(Outcome::Well)
}

fn list(out: &mut impl Write) -> std::io::Result<()> {
    for lint in LINTS {
        writeln!(out, "{:<23} {:<8} {}", lint.code, called(lint.severity), lint.finds)?;
    }
    writeln!(out, "\nEverything about one: glose check --explain {}", LINTS[0].code)
}

fn one(out: &mut impl Write, lint: &Lint) -> std::io::Result<()> {
    writeln!(out, "{} ({})\n\n{}\n\n{}", lint.code, called(lint.severity), lint.finds, lint.why)?;
    let example = lint.example.trim_start();
    writeln!(out, "\nFor example:\n")?;
    for line in example.lines() {
        writeln!(out, "{}", if line.is_empty() { String::new() } else { format!("    {line}") })?;
    }
    let findings = try_example(lint);
    let is_fixed = findings.iter().any(|finding| finding.fix.is_some());
    for finding in findings.iter().take(1) {
        writeln!(out, "\n{}", finding.render("glossary.toml", example))?;
    }
    if is_fixed {
        writeln!(out, "\n`glose check --fix` sets this right.")?;
    }
    Ok(())
}

fn called(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_with_an_example_in_which_it_finds_something() {
        for lint in LINTS {
            let mut out = Vec::new();
            one(&mut out, lint).unwrap();
            let told = String::from_utf8(out).unwrap();
            let found = try_example(lint).into_iter().map(|finding| finding.code);
            assert_eq!(found.collect::<Vec<_>>().first(), Some(&lint.code), "{told}");
            assert!(told.contains(&format!("[{}]", lint.code)), "{told}");
        }
    }
}
