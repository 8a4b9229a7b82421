//! Times as the clock on the wall of the newsroom shows them.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use model::{Actor, AppError, LocalMoment, Millis};

use super::super::Stories;
use crate::Result;

impl Stories<'_> {
    /// The moments that a time of the paper's zone stands for, written `2026-10-25T02:30` or with a space, seconds or not.
    ///
    /// An hour that a change of clocks repeats has two; one that it skips has none, and is refused in a sentence.
    pub fn moment(&self, actor: &Actor, local: &str) -> Result<LocalMoment> {
        if !actor.is_staff() {
            return Err(AppError::SignInRequired.into());
        }
        Ok(moments(local, &self.newsroom.zone())?)
    }
}

fn moments(local: &str, zone: &TimeZone) -> Result<LocalMoment, AppError> {
    let malformed = || AppError::invalid("local", "story-moment-malformed");
    let local = local.trim();
    // A date alone would be read as its midnight.
    let time: DateTime = local.parse().ok().filter(|_| local.contains(':')).ok_or_else(malformed)?;
    let offsets = match zone.to_ambiguous_timestamp(time).offset() {
        AmbiguousOffset::Unambiguous { offset } => vec![offset],
        AmbiguousOffset::Fold { before, after } => vec![before, after],
        AmbiguousOffset::Gap { .. } => return Err(AppError::invalid("local", "story-moment-skipped")),
    };
    let moments: Result<Vec<Millis>, _> =
        offsets.into_iter().map(|offset| offset.to_timestamp(time).map(|at| Millis(at.as_millisecond()))).collect();
    let moments = moments.map_err(|_| malformed())?;
    Ok(LocalMoment { local: time.strftime("%Y-%m-%dT%H:%M:%S").to_string(), moments })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rome(local: &str) -> Result<Vec<String>, String> {
        let zone = TimeZone::get("Europe/Rome").expect("the zone is bundled");
        let moment = moments(local, &zone).map_err(|why| why.to_string())?;
        let utc = |at: &Millis| jiff::Timestamp::from_millisecond(at.0).expect("it is a moment").to_string();
        Ok(moment.moments.iter().map(utc).collect())
    }

    #[test]
    fn an_hour_that_comes_twice_stands_for_two_moments_and_one_that_is_skipped_for_none() {
        assert_eq!(rome("2026-07-01T09:00"), Ok(vec!["2026-07-01T07:00:00Z".to_owned()]));
        assert_eq!(rome("2026-12-01 09:00:30"), Ok(vec!["2026-12-01T08:00:30Z".to_owned()]));
        // On 25 October 2026 at three the clocks go back to two.
        let both = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map(str::to_owned).to_vec();
        assert_eq!(rome("2026-10-25 02:30"), Ok(both));
        assert_eq!(rome("2026-10-25T03:00"), Ok(vec!["2026-10-25T02:00:00Z".to_owned()]));
        // On 29 March 2026 at two they go on to three.
        assert_eq!(rome("2026-03-29T02:30"), Err("local: story-moment-skipped".to_owned()));
        assert_eq!(rome("2026-03-29T03:00"), Ok(vec!["2026-03-29T01:00:00Z".to_owned()]));
        for malformed in ["", "domani", "2026-13-01T09:00", "2026-07-01", "2026-07-01T25:00"] {
            assert_eq!(rome(malformed), Err("local: story-moment-malformed".to_owned()), "{malformed}");
        }
    }
}
