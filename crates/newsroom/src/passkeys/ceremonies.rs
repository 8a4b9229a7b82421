//! Challenges that wait for their answer: in memory, for five minutes, each bound to whoever asked for it.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use model::{Millis, UserId};
use webauthn_rs::prelude::{DiscoverableAuthentication, PasskeyRegistration};

/// How long an answer may take.
const PATIENCE: i64 = 5 * 60 * 1_000;
/// The most challenges that wait; the oldest goes first.
const WAITING: usize = 1_000;
/// The most of them that one network may have.
const PER_NETWORK: usize = 20;

/// Challenges that wait for their answer. Each answers once.
#[derive(Debug, Default)]
pub(crate) struct Ceremonies {
    making: Mutex<HashMap<UserId, (i64, PasskeyRegistration)>>,
    signing_in: Mutex<HashMap<String, Waiting>>,
}

#[derive(Debug)]
struct Waiting {
    network: IpAddr,
    since: i64,
    state: DiscoverableAuthentication,
}

impl Ceremonies {
    /// Remembers that somebody is making a passkey; one at a time each.
    pub(super) fn begin_making(&self, user: UserId, state: PasskeyRegistration, now: Millis) {
        let mut making = lock(&self.making);
        making.retain(|_, (since, _)| *since > now.0 - PATIENCE);
        making.insert(user, (now.0, state));
    }

    /// What was begun, once.
    pub(super) fn end_making(&self, user: UserId, now: Millis) -> Option<PasskeyRegistration> {
        lock(&self.making).remove(&user).filter(|(since, _)| *since > now.0 - PATIENCE).map(|(_, state)| state)
    }

    /// Remembers a challenge that somebody at this network was given.
    pub(super) fn begin(&self, challenge: String, network: IpAddr, state: DiscoverableAuthentication, now: Millis) {
        let mut waiting = lock(&self.signing_in);
        waiting.retain(|_, one| one.since > now.0 - PATIENCE);
        let theirs = waiting.values().filter(|one| one.network == network).count();
        if theirs >= PER_NETWORK || waiting.len() >= WAITING {
            let goes = |one: &Waiting| theirs < PER_NETWORK || one.network == network;
            let oldest = waiting.iter().filter(|(_, one)| goes(one)).min_by_key(|(_, one)| one.since);
            if let Some(oldest) = oldest.map(|(challenge, _)| challenge.clone()) {
                waiting.remove(&oldest);
            }
        }
        waiting.insert(challenge, Waiting { network, since: now.0, state });
    }

    /// What a challenge was given with, once, and to the network it was given to.
    pub(super) fn end(&self, challenge: &str, network: IpAddr, now: Millis) -> Option<DiscoverableAuthentication> {
        let mut waiting = lock(&self.signing_in);
        let is_theirs = waiting.get(challenge).is_some_and(|one| one.network == network);
        let one = waiting.remove(challenge).filter(|_| is_theirs)?;
        (one.since > now.0 - PATIENCE).then_some(one.state)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
