//! Days and months: capitals that name nobody.

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// "May" is left out: as often it is the verb or a name.
const MONTHS: [&str; 17] = [
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan.",
    "feb.",
    "oct.",
    "nov.",
    "dec.",
    "sept.",
];

/// Whether a normal form names a day of the week.
pub fn is_day(norm: &str) -> bool {
    DAYS.contains(&norm)
}

/// Whether a normal form names a day or a month.
pub fn is_date(norm: &str) -> bool {
    is_day(norm) || MONTHS.contains(&norm)
}
