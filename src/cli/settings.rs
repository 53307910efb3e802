//! What a person has set: on the command line, in the environment, in their file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, ValueHint, value_parser};

use crate::config::{self, Config, Kind, SETTINGS, Setting, Value};
use crate::diagnostic::Diagnostic;
use crate::store::Trouble;
use crate::store::input;
use crate::store::settings;
use crate::store::state::{Choice, State};
use crate::text::visible::visible;

/// What was given on the command line.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    file: Option<PathBuf>,
    values: Vec<(&'static Setting, Value)>,
}

/// What a person has set, from everywhere.
pub(super) struct Own {
    /// What their file says.
    pub(super) file: Config,
    /// What else was said of it, which goes before it.
    said: Vec<(&'static Setting, Value)>,
    /// Further glossaries.
    pub(super) layers: Vec<PathBuf>,
    /// What is wrong with any of it.
    pub(super) told: Vec<String>,
}

impl Given {
    /// True when nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.file.is_none() && self.values.is_empty()
    }

    /// The same with what the environment and the person's file say.
    ///
    /// # Errors
    /// When the file was given on the command line and cannot be read.
    pub(super) fn own(&self) -> Result<Own, Trouble> {
        let path = self.file.clone().or_else(settings::path).unwrap_or_default();
        let (input, trouble) = match &self.file {
            Some(file) => (Some(input::file(file)?), None),
            None => settings::read(&path).map_or_else(|trouble| (None, Some(trouble)), |input| (input, None)),
        };
        let mut told: Vec<String> = trouble.iter().map(ToString::to_string).collect();
        let text = input.map(|input| input.text).unwrap_or_default();
        let (file, findings) = config::parse(&text);
        told.extend(in_brief(&path, &text, &findings));
        let layers = file.layers.iter().map(|written| settings::named(written, &path)).collect();
        let (mut said, wrong) = environment(|name| std::env::var_os(name));
        told.extend(wrong);
        said.extend(self.values.iter().copied());
        Ok(Own { file, said, layers, told })
    }
}

/// The first of `findings`, and how many more there are.
fn in_brief(path: &Path, text: &str, findings: &[Diagnostic]) -> Option<String> {
    let first = findings.first()?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let gap = if first.label.is_empty() { "" } else { "; " };
    let more = match findings.len() {
        1 => String::new(),
        count => format!(" (and {} more: glose config check)", count - 1),
    };
    Some(format!("{}{gap}{}{more}", first.brief(&visible(&name), text), visible(&first.label)))
}

impl Own {
    /// What holds when nothing was changed while reading.
    pub(super) fn usual(&self) -> Config {
        self.over(self.file.clone())
    }

    /// What holds with what was changed while reading, as long as the file says what it said then.
    pub(super) fn with(&self, state: &State) -> Config {
        let mut config = self.file.clone();
        for setting in &SETTINGS {
            let Some(Choice { value, over }) = state.settings.get(setting.key).map(|dated| &dated.value)
            else {
                continue;
            };
            if let (true, Ok(value)) = (*over == plain(setting, &self.file), setting.kind.read(value)) {
                setting.put(&mut config, value);
            }
        }
        self.over(config)
    }

    fn over(&self, mut config: Config) -> Config {
        self.said.iter().for_each(|(setting, value)| setting.put(&mut config, *value));
        config
    }
}

/// What the environment sets, and what is wrong with that.
fn environment(variable: impl Fn(&str) -> Option<OsString>) -> (Vec<(&'static Setting, Value)>, Vec<String>) {
    let mut said = Vec::new();
    let mut wrong = Vec::new();
    for setting in &SETTINGS {
        let name = setting.variable();
        let Some(written) = variable(&name).filter(|written| !written.is_empty()) else { continue };
        let written = written.to_string_lossy();
        match setting.kind.read(&written) {
            Ok(value) => said.push((setting, value)),
            Err(why) => wrong.push(format!("`{}` is no {}: {name}; {why}", visible(&written), setting.key)),
        }
    }
    (said, wrong)
}

/// The flags are the settings of the table.
impl Args for Given {
    fn augment_args(command: Command) -> Command {
        let file = Arg::new("config")
            .long("config")
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(value_parser!(PathBuf))
            .help("Your settings, instead of those `glose config path` tells")
            .help_heading("Settings");
        SETTINGS.iter().fold(command.arg(file), |command, setting| command.arg(flag(setting)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let value = |setting: &'static Setting| Some((setting, *matches.get_one::<Value>(setting.key)?));
        Ok(Self {
            file: matches.get_one::<PathBuf>("config").cloned(),
            values: SETTINGS.iter().filter_map(value).collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The flag of a setting: `--pane-width CELLS`.
fn flag(setting: &'static Setting) -> Arg {
    let arg = Arg::new(setting.key).long(setting.key).help(setting.says).help_heading("Settings");
    let kind = setting.kind;
    match kind {
        Kind::Word(words) => {
            let known = PossibleValuesParser::new(words).try_map(move |word| kind.read(&word));
            arg.value_name("WORD").ignore_case(true).value_parser(known)
        }
        Kind::Switch => {
            let known = PossibleValuesParser::new(["true", "false"]).try_map(move |word| kind.read(&word));
            arg.value_name("YES")
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("true")
                .value_parser(known)
        }
        Kind::Number(..) | Kind::NumberOrAuto(..) => {
            arg.value_name("NUMBER").value_parser(move |written: &str| kind.read(written))
        }
    }
}

/// The person's further glossaries, for a command that reads no screen.
pub(super) fn further() -> Vec<PathBuf> {
    Given::default().own().map(|own| own.layers).unwrap_or_default()
}

/// What `config` has for a setting, as on the command line: without quotes.
fn plain(setting: &Setting, config: &Config) -> String {
    setting.get(config).written().trim_matches('"').to_owned()
}

/// What was changed while reading, since `before`.
pub(super) fn changed(before: &Config, after: &Config, file: &Config) -> Vec<(String, Choice)> {
    let is_changed = |setting: &&Setting| plain(setting, before) != plain(setting, after);
    let choice = |setting: &Setting| {
        let choice = Choice { value: plain(setting, after), over: plain(setting, file) };
        (setting.key.to_owned(), choice)
    };
    SETTINGS.iter().filter(is_changed).map(choice).collect()
}

/// The file of settings that is asked about.
pub(super) fn path(asked: Option<&Path>) -> anyhow::Result<PathBuf> {
    asked.map(Path::to_owned).or_else(settings::path).ok_or_else(|| {
        anyhow::anyhow!("no home directory: the settings; name their file in {}", settings::VARIABLE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::now;

    fn own(file: &str, said: &[(&'static str, &str)]) -> Own {
        let read = |(key, written): &(&'static str, &str)| {
            let setting = Setting::with_key(key).unwrap();
            (setting, setting.kind.read(written).unwrap())
        };
        let (file, _) = config::parse(file);
        Own { file, said: said.iter().map(read).collect(), layers: Vec::new(), told: Vec::new() }
    }

    #[test]
    fn what_is_said_goes_before_what_was_changed_and_that_before_the_file() {
        let width = |config: Config| config.preferences.wanted.column;
        let choice = Choice { value: "90".into(), over: "60".into() };
        let state = State { settings: [("width".into(), now(choice))].into(), ..State::default() };
        assert_eq!(width(own("", &[]).with(&State::default())), 72);
        assert_eq!(width(own("width = 60", &[]).usual()), 60);
        assert_eq!(width(own("width = 60", &[]).with(&state)), 90);
        assert_eq!(width(own("width = 64", &[]).with(&state)), 64, "the file was changed since");
        assert_eq!(width(own("width = 60", &[("width", "50")]).with(&state)), 50);
        assert_eq!(
            width(own("width = 60", &[("width", "50"), ("width", "40")]).usual()),
            40,
            "a flag is said last"
        );
    }

    #[test]
    fn the_environment_sets_what_it_names_well() {
        let variable = |name: &str| match name {
            "GLOSE_PANE_WIDTH" => Some("33".into()),
            "GLOSE_THEME" => Some("drak".into()),
            _ => None,
        };
        let (said, wrong) = environment(variable);
        assert_eq!(
            said.iter().map(|(setting, value)| (setting.key, *value)).collect::<Vec<_>>(),
            [("pane-width", Value::Number(Some(33)))]
        );
        assert_eq!(wrong, ["`drak` is no theme: GLOSE_THEME; did you mean `dark`?"]);
    }

    #[test]
    fn only_what_was_changed_is_remembered() {
        let config = |text| config::parse(text).0;
        let changed = changed(&config("width = 50"), &config("width = 50\nmouse = true"), &config(""));
        assert_eq!(changed, [("mouse".to_owned(), Choice { value: "true".into(), over: "false".into() })]);
    }
}
