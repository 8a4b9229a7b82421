//! Moments as days of the site's zone.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::Millis;

/// The date on which a moment falls. A moment beyond the calendar falls on its first day.
pub(super) fn date(at: Millis, zone: &TimeZone) -> Date {
    zone.to_datetime(Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}

/// The month of a date as one number that sorts: 202309.
pub(super) fn month(date: Date) -> i64 {
    i64::from(date.year()) * 100 + i64::from(date.month())
}

/// Days since 1970-01-01.
pub(super) fn day(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_secs() / 86_400
}
