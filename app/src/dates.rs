//! Moments in the words of the interface, in the paper's zone.

use jiff::{Timestamp, ZonedDateTime};
use model::{DateStyle, Millis};

use crate::context::newsroom;
use crate::i18n::{t, t_with};

/// A moment in the paper's zone.
pub(crate) fn local(at: Millis) -> ZonedDateTime {
    Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned_datetime(newsroom().zone())
}

/// "4 settembre 2023", or "4 Set 2023" where the paper writes dates short.
pub(crate) fn date(at: Millis) -> String {
    let style = newsroom().site().date_style;
    date_in(&local(at), style)
}

/// "lunedì 4 settembre 2023".
pub(crate) fn today() -> String {
    let now = local(newsroom().now());
    let weekday = t(&format!("weekday-{}", now.weekday().to_monday_one_offset()));
    t_with("site-today", [("weekday", weekday.into()), ("date", date_in(&now, DateStyle::Long).into())])
}

/// "Aggiornato il 5 settembre 2023 alle 9:12".
pub(crate) fn updated(at: Millis) -> String {
    let at = local(at);
    let time = format!("{}:{:02}", at.hour(), at.minute());
    let when = t_with("date-time", [("date", date_in(&at, DateStyle::Long).into()), ("time", time.into())]);
    t_with("updated-at", [("when", when.into()), ("day", i64::from(at.day()).into())])
}

/// `2023-09-04T08:00:00+02:00`, for machines.
pub(crate) fn machine(at: Millis) -> String {
    local(at).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// "settembre", for 9.
pub(crate) fn month(number: i8) -> String {
    t(&format!("month-{number}"))
}

fn date_in(at: &ZonedDateTime, style: DateStyle) -> String {
    let (key, prefix) = match style {
        DateStyle::Long => ("date-long", "month"),
        DateStyle::Short => ("date-short", "month-short"),
    };
    let month = t(&format!("{prefix}-{}", at.month()));
    t_with(key, [("day", i64::from(at.day()).into()), ("month", month.into()), ("year", at.year().to_string().into())])
}

/// "18:42" for today, the date for any other day.
pub(crate) fn hour_or_day(at: Millis) -> String {
    let (then, now) = (local(at), local(newsroom().now()));
    if then.date() == now.date() { format!("{}:{:02}", then.hour(), then.minute()) } else { date(at) }
}

/// "5 settembre 2023 alle 7:02".
pub(crate) fn date_and_hour(at: Millis) -> String {
    let local = local(at);
    let time = format!("{}:{:02}", local.hour(), local.minute());
    t_with("date-time", [("date", date(at).into()), ("time", time.into())])
}
