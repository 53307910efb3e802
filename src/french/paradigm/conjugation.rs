//! The forms of a verb from its principal parts, which grammars call *temps primitifs*.
//!
//! Knows no verb: what the parts of each are is told by `first_group` and `models`.

use std::borrow::Cow;

use super::draft::Draft;
use crate::french::reading::Cells;

/// The parts from which all else follows: *je cède, nous cédons, vous cédez, ils cèdent, je céderai,
/// je cédai, cédé*.
///
/// In each part `/` stands between two forms for the same place (*paie/paye*), and `-` for no form.
pub(super) struct Parts<'a> {
    /// *céder*
    pub infinitive: Cow<'a, str>,
    /// *cède*: gives the singular of the present.
    pub je: Cow<'a, str>,
    /// *cédons*: gives the imperfect and the present participle.
    pub nous: Cow<'a, str>,
    /// *cédez*: gives what begins with *i* in imperfect and subjunctive; *mangeons* but *mangiez*.
    pub vous: Cow<'a, str>,
    /// *cèdent*: gives the subjunctive.
    pub ils: Cow<'a, str>,
    /// *céderai*: gives future and conditional.
    pub future: Cow<'a, str>,
    /// *cédai*: gives past historic and imperfect subjunctive.
    pub past: Cow<'a, str>,
    /// *cédé*; the feminine in brackets where it is not the masculine with *e*: *dû(due)*; with `=`
    /// when the participle never changes: *été=*.
    pub participle: Cow<'a, str>,
}

const PRS: usize = 0;
const IPF: usize = 1;
const FUT: usize = 2;
const PST: usize = 3;
const SBJ: usize = 4;
const SBI: usize = 5;
const CND: usize = 6;

/// A verb being conjugated: the draft, and what stands before every form of it (*ob-* of *obtenir*).
pub(super) struct Verb<'d> {
    pub draft: &'d mut Draft,
    pub prefix: &'d str,
}

impl Verb<'_> {
    /// Writes all the forms that follow from the parts.
    pub fn conjugate(&mut self, parts: &Parts<'_>) {
        for infinitive in forms(&parts.infinitive) {
            let (stem, ending) = split(infinitive, &["er", "ir", "re"]);
            self.put(stem, ending, Cells::INF);
        }
        forms(&parts.je).for_each(|form| self.singular(form));
        forms(&parts.nous).for_each(|form| self.nous(form));
        forms(&parts.vous).for_each(|form| self.vous(form));
        forms(&parts.ils).for_each(|form| self.ils(form));
        forms(&parts.future).for_each(|form| self.future(form));
        forms(&parts.past).for_each(|form| self.past(form, &parts.vous));
        forms(&parts.participle).for_each(|form| self.participle(form));
    }

    /// One form whole, with the prefix.
    pub fn put_form(&mut self, form: &str, cells: Cells) {
        self.put(form, "", cells);
    }

    /// *aille, allions*: the subjunctive from its own two stems.
    pub fn subjunctive(&mut self, je: &str, nous: &str) {
        let (strong, _) = split(je, &["e"]);
        self.persons(strong, SBJ, &["e", "es", "e", "", "", "ent"]);
        let (weak, _) = split(nous, &["ions"]);
        self.persons(weak, SBJ, &["", "", "", "ions", "iez", ""]);
    }

    /// *étais*: the imperfect from a stem of its own.
    pub fn imperfect(&mut self, je: &str) {
        let (stem, _) = split(je, &["ais"]);
        self.persons(stem, IPF, &["ais", "ais", "ait", "ions", "iez", "aient"]);
    }

    fn singular(&mut self, form: &str) {
        let (stem, ending) = split(form, &["e", "s", "x"]);
        let third = match ending {
            "e" => "e",
            "s" if stem.ends_with(['d', 't', 'c']) => "",
            _ => "t",
        };
        let [first, second] = match ending {
            "e" => ["e", "es"],
            own => [own, own],
        };
        self.put(stem, first, Cells::tense(PRS, 0) | Cells::IMP_2S);
        self.put(stem, second, Cells::tense(PRS, 1));
        self.put(stem, third, Cells::tense(PRS, 2));
    }

    fn nous(&mut self, form: &str) {
        let (stem, _) = split(form, &["ons"]);
        self.put(stem, "ons", Cells::tense(PRS, 3) | Cells::IMP_1P);
        self.put(stem, "ant", Cells::PPR);
        self.persons(stem, IPF, &["ais", "ais", "ait", "", "", "aient"]);
    }

    fn vous(&mut self, form: &str) {
        let (stem, _) = split(form, &["ez"]);
        self.put(stem, "ez", Cells::tense(PRS, 4) | Cells::IMP_2P);
        for tense in [IPF, SBJ] {
            self.persons(stem, tense, &["", "", "", "ions", "iez", ""]);
        }
    }

    fn ils(&mut self, form: &str) {
        let (stem, ending) = split(form, &["ent"]);
        self.put(stem, ending, Cells::tense(PRS, 5));
        if !ending.is_empty() {
            self.persons(stem, SBJ, &["e", "es", "e", "", "", "ent"]);
        }
    }

    fn future(&mut self, form: &str) {
        let (stem, _) = split(form, &["ai"]);
        self.persons(stem, FUT, &["ai", "as", "a", "ons", "ez", "ont"]);
        self.persons(stem, CND, &["ais", "ais", "ait", "ions", "iez", "aient"]);
    }

    /// *-èrent* goes on the stem of *vous*: *mangeai* but *mangèrent*.
    fn past(&mut self, form: &str, vous: &str) {
        let (stem, vowel) = split(form, &["ai", "ins", "is", "us", "ûs", "ïs"]);
        let Some((_, past, imperfect)) = PASTS.iter().find(|(name, ..)| *name == vowel) else { return };
        self.persons(stem, PST, past);
        self.persons(stem, SBI, imperfect);
        if vowel == "ai" {
            for vous in forms(vous) {
                self.put(split(vous, &["ez"]).0, "èrent", Cells::tense(PST, 5));
            }
        }
    }

    fn participle(&mut self, form: &str) {
        if let Some(form) = form.strip_suffix('=') {
            return self.put(form, "", Cells::PP);
        }
        let (masculine, feminine) = match form.split_once('(') {
            Some((masculine, feminine)) => (masculine, feminine.trim_end_matches(')').into()),
            None => (form, format!("{form}e")),
        };
        let feminine_stem = feminine.strip_suffix('e').unwrap_or(&feminine);
        let plural_stem = if masculine.ends_with('û') { feminine_stem } else { masculine };
        self.put(masculine, "", Cells::PP_MS);
        self.put(plural_stem, if masculine.ends_with('s') { "" } else { "s" }, Cells::PP_MP);
        self.put(feminine_stem, "e", Cells::PP_FS);
        self.put(feminine_stem, "es", Cells::PP_FP);
    }

    /// Six persons of a tense on one stem; an empty ending for one not made here.
    fn persons(&mut self, stem: &str, tense: usize, endings: &[&str; 6]) {
        for (person, ending) in endings.iter().enumerate().filter(|(_, ending)| !ending.is_empty()) {
            self.put(stem, ending, Cells::tense(tense, person));
        }
    }

    fn put(&mut self, stem: &str, ending: &str, cells: Cells) {
        if self.prefix.is_empty() {
            self.draft.put(stem, ending, cells);
        } else {
            self.draft.put(&format!("{}{stem}", self.prefix), ending, cells);
        }
    }
}

/// How *je* ends in the past historic, that tense, and the imperfect subjunctive.
type Past = (&'static str, [&'static str; 6], [&'static str; 6]);

#[rustfmt::skip]
const PASTS: [Past; 6] = [
    ("ai", ["ai", "as", "a", "âmes", "âtes", ""], ["asse", "asses", "ât", "assions", "assiez", "assent"]),
    ("is", ["is", "is", "it", "îmes", "îtes", "irent"], ["isse", "isses", "ît", "issions", "issiez", "issent"]),
    ("us", ["us", "us", "ut", "ûmes", "ûtes", "urent"], ["usse", "usses", "ût", "ussions", "ussiez", "ussent"]),
    ("ins", ["ins", "ins", "int", "înmes", "întes", "inrent"], ["insse", "insses", "înt", "inssions", "inssiez", "inssent"]),
    ("ûs", ["ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"], ["ûsse", "ûsses", "ût", "ûssions", "ûssiez", "ûssent"]),
    ("ïs", ["ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"], ["ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"]),
];

/// The forms for one place: *paie* and *paye* of `paie/paye`, none of `-`.
pub(super) fn forms(part: &str) -> impl Iterator<Item = &str> {
    part.split('/').filter(|form| *form != "-")
}

/// The form parted before the first of `endings` that it has; all stem where it has none.
fn split<'f>(form: &'f str, endings: &[&str]) -> (&'f str, &'f str) {
    let at = endings.iter().find(|ending| form.ends_with(**ending)).map_or(0, |ending| ending.len());
    form.split_at(form.len() - at)
}
