//! The words of time that grammar treats alike: *il y a deux **nuits***, *cette **nuit***.
//!
//! Knows no sentence.

/// What time is counted in: *an*, *nuit*, *saison*, with their plurals. *Une seconde* is rather a second one.
pub const STRETCHES: [&str; 42] = [
    "secondes",
    "minute",
    "minutes",
    "h",
    "heure",
    "heures",
    "matin",
    "matins",
    "soir",
    "soirs",
    "soirée",
    "soirées",
    "nuit",
    "nuits",
    "jour",
    "jours",
    "journée",
    "journées",
    "semaine",
    "semaines",
    "week-end",
    "week-ends",
    "mois",
    "trimestre",
    "trimestres",
    "saison",
    "saisons",
    "printemps",
    "été",
    "étés",
    "automne",
    "automnes",
    "hiver",
    "hivers",
    "an",
    "ans",
    "année",
    "années",
    "décennie",
    "décennies",
    "siècle",
    "siècles",
];

/// The days of the week.
pub const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// The months.
pub const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
