//! Moments in the words of the desk, in the paper's zone.

use model::Millis;

use super::bridge;
use crate::i18n::{t, t_with};

/// A day of the calendar.
#[expect(clippy::struct_field_names, reason = "a day has a day of its month")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day {
    pub year: i32,
    pub month: u32,
    pub day: u32,
}

/// Now, as this device has it.
pub(crate) fn now() -> Millis {
    Millis(js_sys::Date::now() as i64)
}

/// A moment in the paper's zone, as `2026-11-24T18:42`: what date and time fields hold.
pub(crate) fn local(at: Millis) -> String {
    bridge::local_time(at.0 as f64)
}

/// The moment that such a text means; none where it is no moment.
pub(crate) fn moment(local: &str) -> Option<Millis> {
    let at = bridge::instant(local);
    let seconds: i64 = local.get(17..19).and_then(|seconds| seconds.parse().ok()).unwrap_or(0);
    at.is_finite().then_some(Millis(at as i64 + seconds * 1000))
}

/// "18:42".
pub(crate) fn hour(at: Millis) -> String {
    let local = local(at);
    let time = local.split('T').nth(1).unwrap_or_default();
    time.strip_prefix('0').unwrap_or(time).to_owned()
}

/// "18:42" for today, "ieri alle 18:42", else "4 settembre 2023 alle 18:42".
pub(crate) fn when(at: Millis) -> String {
    let (day, today) = (Day::of(at), Day::of(now()));
    let time = hour(at);
    if day == today {
        return t_with("desk-when-today", [("time", time.into())]);
    }
    if day.plus(1) == today {
        return t_with("desk-when-yesterday", [("time", time.into())]);
    }
    if day == today.plus(1) {
        return t_with("desk-when-tomorrow", [("time", time.into())]);
    }
    t_with("desk-when", [("date", day.words().into()), ("time", time.into())])
}

/// The shortest way to say it: "18:42" for today, "4 set" this year, "4 set 2023" else.
pub(crate) fn brief(at: Millis) -> String {
    let (day, today) = (Day::of(at), Day::of(now()));
    if day == today {
        return hour(at);
    }
    let month = t(&format!("desk-month-short-{}", day.month));
    let year = if day.year == today.year { String::new() } else { format!(" {}", day.year) };
    format!("{} {month}{year}", day.day)
}

impl Day {
    /// The day of a moment, in the paper's zone.
    pub fn of(at: Millis) -> Self {
        Self::parse(&local(at)).unwrap_or(Self { year: 1970, month: 1, day: 1 })
    }

    /// Reads `2026-11-24`, and ignores what follows.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.get(..10)?.split('-').map(str::parse);
        let (year, month, day) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
        Some(Self { year: year as i32, month, day })
    }

    /// `2026-11-24`.
    pub fn text(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// When it begins, in the paper's zone.
    pub fn begins(self) -> Millis {
        // Where midnight is skipped by a clock change, the day begins an hour later.
        let starts = ["T00:00", "T01:00"].into_iter().find_map(|time| moment(&format!("{}{time}", self.text())));
        starts.unwrap_or_default()
    }

    /// The day some days later, or earlier.
    pub fn plus(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// 0 for Monday.
    pub fn weekday(self) -> i64 {
        (self.number() + 3).rem_euclid(7)
    }

    /// The Monday of its week.
    pub fn monday(self) -> Self {
        self.plus(-self.weekday())
    }

    /// The first of its month.
    pub fn first(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The first of the next month, or of one further away.
    pub fn first_after(self, months: i32) -> Self {
        let at = self.year * 12 + self.month as i32 - 1 + months;
        Self { year: at.div_euclid(12), month: at.rem_euclid(12) as u32 + 1, day: 1 }
    }

    /// "4 settembre 2023".
    pub fn words(self) -> String {
        let month = t(&format!("desk-month-{}", self.month));
        let (day, year) = (self.day.to_string(), self.year.to_string());
        t_with("desk-date", [("day", day.into()), ("month", month.into()), ("year", year.into())])
    }

    /// "lunedì 4 settembre 2023".
    pub fn words_with_weekday(self) -> String {
        format!("{} {}", t(&format!("desk-weekday-{}", self.weekday() + 1)), self.words())
    }

    /// Days since the first of 1970 (after Howard Hinnant's `days_from_civil`).
    fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn from_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * month + 2) / 5 + 1) as u32;
        let month = if month < 10 { month + 3 } else { month - 9 } as u32;
        Self { year: (year + era * 400 + i64::from(month <= 2)) as i32, month, day }
    }
}
