//! How often comments may come from one place: one in fifteen seconds, three at once, twenty in an hour.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use model::{AppError, Millis};

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;
/// The time between two comments when they come steadily.
const INTERVAL: i64 = 15 * SECOND;
/// How far ahead of that somebody may be who was silent before: two intervals, which makes three at once.
const AHEAD: i64 = 2 * INTERVAL;
const PER_HOUR: usize = 20;
/// The most places that are remembered. So many within an hour are no readers.
const PLACES: usize = 10_000;

/// Remembers where comments came from in the last hour. In memory only: it is about a node's readers of the moment.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<HashMap<IpAddr, Place>>);

#[derive(Debug, Default)]
struct Place {
    /// When steady comments would have brought in all that came.
    due: i64,
    /// What was admitted in the last hour, oldest first: when, and a hash of its key.
    admitted: VecDeque<(i64, blake3::Hash)>,
}

impl Throttle {
    /// Lets a comment in, or says when to come back. One that was let in before, known by its key, costs nothing.
    pub(crate) fn admit(&self, network: IpAddr, key: &str, now: Millis) -> Result<(), AppError> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= PLACES && !places.contains_key(&network) {
            make_room(&mut places, now.0);
        }
        places.entry(network).or_default().admit(blake3::hash(key.as_bytes()), now.0)
    }
}

impl Place {
    fn admit(&mut self, key: blake3::Hash, now: i64) -> Result<(), AppError> {
        while self.admitted.front().is_some_and(|(at, _)| *at <= now - HOUR) {
            self.admitted.pop_front();
        }
        if self.admitted.iter().any(|(_, known)| *known == key) {
            return Ok(());
        }
        let hour_has_room = match self.admitted.front() {
            Some((oldest, _)) if self.admitted.len() >= PER_HOUR => oldest + HOUR,
            _ => now,
        };
        let from = (self.due - AHEAD).max(hour_has_room);
        if from > now {
            return Err(AppError::TooMany { retry_after: ((from - now) as u64).div_ceil(SECOND as u64) as u32 });
        }
        self.due = self.due.max(now) + INTERVAL;
        self.admitted.push_back((now, key));
        Ok(())
    }
}

/// Forgets the places that were silent for an hour; all of them, where that leaves no room.
fn make_room(places: &mut HashMap<IpAddr, Place>, now: i64) {
    places.retain(|_, place| place.admitted.back().is_some_and(|(at, _)| *at > now - HOUR));
    if places.len() >= PLACES {
        places.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    /// Comments as `(second, key, seconds to wait)`; 0 where it is let in.
    #[track_caller]
    fn check(comments: impl IntoIterator<Item = (i64, String, u32)>) {
        let throttle = Throttle::default();
        for (second, key, wait) in comments {
            let answer = throttle.admit(IpAddr::V4(Ipv4Addr::LOCALHOST), &key, Millis(second * SECOND));
            let expected = if wait == 0 { Ok(()) } else { Err(AppError::TooMany { retry_after: wait }) };
            assert_eq!(answer, expected, "{key} at {second} s");
        }
    }

    fn named(comments: &[(i64, &str, u32)]) -> Vec<(i64, String, u32)> {
        comments.iter().map(|(second, key, wait)| (*second, (*key).to_owned(), *wait)).collect()
    }

    #[test]
    fn three_may_come_at_once_and_then_one_in_fifteen_seconds() {
        check(named(&[(0, "a", 0), (0, "b", 0), (0, "c", 0), (0, "d", 15), (14, "d", 1), (15, "d", 0), (15, "e", 15)]));
        check(named(&[(0, "a", 0), (60, "b", 0), (60, "c", 0), (60, "d", 0), (60, "e", 15)]));
    }

    #[test]
    fn one_that_comes_again_costs_nothing() {
        check(named(&[(0, "a", 0), (0, "a", 0), (0, "a", 0), (0, "b", 0), (0, "c", 0), (0, "d", 15), (0, "a", 0)]));
    }

    #[test]
    fn twenty_may_come_in_an_hour() {
        let steadily = (0..20).map(|n| (n * 20, format!("k{n}"), 0));
        let then = [(400, "late".to_owned(), 3_200), (3_600, "late".to_owned(), 0), (3_610, "later".to_owned(), 10)];
        check(steadily.chain(then));
    }

    #[test]
    fn memory_has_an_end() {
        let throttle = Throttle::default();
        for number in 0..=PLACES as u32 {
            let admitted = throttle.admit(IpAddr::V4(Ipv4Addr::from(number)), "a", Millis(0));
            assert_eq!(admitted, Ok(()));
        }
        assert!(throttle.0.lock().expect("nobody panicked").len() <= PLACES);
    }
}
