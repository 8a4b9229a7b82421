//! How often somebody may try to sign in: per account five times, then after a wait that doubles from a second to a
//! quarter of an hour; per network ten times at once and then once in twelve seconds.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::{AppError, Millis};

const SECOND: i64 = 1_000;
/// How many tries an account has before there is a wait.
const FREE: u32 = 5;
/// The longest wait for an account.
const LONGEST: i64 = 15 * 60 * SECOND;
/// The time between two tries from one network when they come steadily.
const INTERVAL: i64 = 12 * SECOND;
/// How far ahead of that a network may be that was silent before: ten at once.
const AHEAD: i64 = 9 * INTERVAL;
/// How long failed tries of an account are remembered.
const MEMORY: i64 = 24 * 3_600 * SECOND;
/// The most accounts, and the most networks, that are remembered.
const PLACES: usize = 10_000;

/// Remembers who tried to sign in. In memory only: it is about the moment, and each process counts for itself.
#[derive(Debug, Default)]
pub(crate) struct Doorkeeper {
    /// By a hash of the address as typed, whether or not there is such an account.
    accounts: Mutex<HashMap<[u8; 32], Tries>>,
    /// When steady tries would have brought in all that came.
    networks: Mutex<HashMap<IpAddr, i64>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Tries {
    count: u32,
    last: i64,
}

impl Tries {
    /// From when on the next try is let in.
    fn open_at(self) -> i64 {
        match self.count.checked_sub(FREE) {
            None => self.last,
            Some(over) => self.last + (SECOND << over.min(20)).min(LONGEST),
        }
    }
}

impl Doorkeeper {
    /// Lets a try from a network in, or says when to come back.
    pub(crate) fn admit_address(&self, network: IpAddr, now: Millis) -> Result<(), AppError> {
        let mut networks = lock(&self.networks);
        make_room(&mut networks, &network, |due| *due > now.0, |due| *due);
        let due = networks.entry(network).or_insert(now.0);
        wait_until(*due - AHEAD, now)?;
        *due = (*due).max(now.0) + INTERVAL;
        Ok(())
    }

    /// Lets a try at an account in, or says when to come back. It counts as failed until [`Doorkeeper::reset`].
    pub(crate) fn admit_account(&self, email: &str, now: Millis) -> Result<(), AppError> {
        let mut accounts = lock(&self.accounts);
        let key = key(email);
        make_room(&mut accounts, &key, |tries| tries.last > now.0 - MEMORY, |tries| tries.last);
        let tries = accounts.entry(key).or_default();
        if tries.last <= now.0 - MEMORY {
            *tries = Tries::default();
        }
        wait_until(tries.open_at(), now)?;
        *tries = Tries { count: tries.count.saturating_add(1), last: now.0 };
        Ok(())
    }

    /// Takes back what the last try counted: it was right as far as it went.
    pub(crate) fn refund(&self, email: &str) {
        if let Some(tries) = lock(&self.accounts).get_mut(&key(email)) {
            tries.count = tries.count.saturating_sub(1);
        }
    }

    /// Forgets the failed tries of an account: somebody signed in.
    pub(crate) fn reset(&self, email: &str) {
        lock(&self.accounts).remove(&key(email));
    }
}

fn key(email: &str) -> [u8; 32] {
    *blake3::hash(email.trim().to_lowercase().as_bytes()).as_bytes()
}

fn wait_until(open_at: i64, now: Millis) -> Result<(), AppError> {
    match open_at - now.0 {
        wait if wait > 0 => Err(AppError::TooMany { retry_after: (wait as u64).div_ceil(SECOND as u64) as u32 }),
        _ => Ok(()),
    }
}

/// Forgets what is over; where that leaves no room, the half that was quiet longest.
fn make_room<K: Clone + Eq + Hash, V>(
    map: &mut HashMap<K, V>,
    coming: &K,
    matters: impl Fn(&V) -> bool,
    age: impl Fn(&V) -> i64,
) {
    if map.len() < PLACES || map.contains_key(coming) {
        return;
    }
    map.retain(|_, value| matters(value));
    if map.len() >= PLACES {
        let mut ages: Vec<i64> = map.values().map(&age).collect();
        let middle = ages.len() / 2;
        let (_, median, _) = ages.select_nth_unstable(middle);
        let median = *median;
        map.retain(|_, value| age(value) > median);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    const ADA: &str = "ada@example.it";

    /// Seconds to wait for a try at an account; 0 where it is let in.
    fn account(doorkeeper: &Doorkeeper, email: &str, second: i64) -> u32 {
        waited(doorkeeper.admit_account(email, Millis(second * SECOND)))
    }

    fn network(doorkeeper: &Doorkeeper, number: u32, second: i64) -> u32 {
        waited(doorkeeper.admit_address(IpAddr::V4(Ipv4Addr::from(number)), Millis(second * SECOND)))
    }

    fn waited(answer: Result<(), AppError>) -> u32 {
        match answer {
            Ok(()) => 0,
            Err(AppError::TooMany { retry_after }) => retry_after,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn five_tries_are_free_and_then_the_wait_doubles_to_a_quarter_of_an_hour() {
        let doorkeeper = Doorkeeper::default();
        let mut now = 1_000;
        for _ in 0..5 {
            assert_eq!(account(&doorkeeper, ADA, now), 0);
        }
        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900] {
            assert_eq!(account(&doorkeeper, ADA, now), wait);
            now += i64::from(wait);
            assert_eq!(account(&doorkeeper, " ADA@example.it", now), 0);
        }
        assert_eq!(account(&doorkeeper, "bruno@example.it", now), 0);
        doorkeeper.reset(ADA);
        assert_eq!(account(&doorkeeper, ADA, now), 0);
    }

    #[test]
    fn what_was_right_so_far_costs_nothing_and_forgives_nothing() {
        let doorkeeper = Doorkeeper::default();
        for _ in 0..4 {
            assert_eq!(account(&doorkeeper, ADA, 1), 0);
        }
        for _ in 0..10 {
            assert_eq!(account(&doorkeeper, ADA, 1), 0);
            doorkeeper.refund(ADA);
        }
        assert_eq!(account(&doorkeeper, ADA, 1), 0);
        assert_eq!(account(&doorkeeper, ADA, 1), 1);
    }

    #[test]
    fn a_network_has_ten_at_once_and_then_one_in_twelve_seconds() {
        let doorkeeper = Doorkeeper::default();
        for _ in 0..10 {
            assert_eq!(network(&doorkeeper, 1, 100), 0);
        }
        assert_eq!(network(&doorkeeper, 1, 100), 12);
        assert_eq!(network(&doorkeeper, 2, 100), 0);
        assert_eq!(network(&doorkeeper, 1, 112), 0);
        assert_eq!(network(&doorkeeper, 1, 113), 11);
        for _ in 0..10 {
            assert_eq!(network(&doorkeeper, 1, 1_000), 0);
        }
    }

    #[test]
    fn memory_has_an_end_and_whoever_keeps_trying_is_remembered() {
        let doorkeeper = Doorkeeper::default();
        for number in 0..3 * PLACES as u32 {
            assert_eq!(network(&doorkeeper, number, i64::from(number) / 1_000), 0);
            assert_eq!(account(&doorkeeper, &format!("{number}@example.it"), i64::from(number) / 1_000), 0);
            if number % 4_000 == 0 {
                let _ = doorkeeper.admit_account(ADA, Millis(i64::from(number)));
            }
        }
        assert!(lock(&doorkeeper.networks).len() <= PLACES);
        assert!(lock(&doorkeeper.accounts).len() <= PLACES);
        assert_eq!(lock(&doorkeeper.accounts).get(&key(ADA)).map(|tries| tries.count), Some(8));
    }
}
