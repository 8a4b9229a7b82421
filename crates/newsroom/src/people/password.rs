//! Passwords: hashed so slowly that guessing is dear, and never more than two at once.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use model::{AppError, PASSWORD_MAX, Password};
use tokio::sync::Semaphore;

use crate::Result;

/// Memory in KiB, passes and lanes of Argon2id: 19 MiB, two passes, one lane.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// How many are hashed at once: each takes its memory and a processor for some 40 ms.
const AT_ONCE: usize = 2;

/// How long somebody waits for their turn before they are told to come back.
const PATIENCE: Duration = Duration::from_secs(10);

/// A hash that no password has, for accounts that there are not: asking for one takes as long as for any other.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$cmVkYXppb25lLWR1bW15IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Where passwords are hashed.
#[derive(Debug)]
pub(crate) struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Passwords {
    /// Hashes a password with a salt of its own, as a PHC string.
    pub(crate) async fn hash(&self, password: &Password) -> Result<String> {
        let password = password.clone();
        self.turn(move || {
            let salt: [u8; 16] = crate::secret::random();
            let hash: PasswordHash = argon2()
                .hash_password_with_salt(password.as_str().as_bytes(), &salt)
                .expect("the cost and the lengths are within Argon2's");
            hash.to_string()
        })
        .await
    }

    /// Whether a password is the one of this hash. Takes as long where there is no hash.
    pub(crate) async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        // Nobody has one so long; hashing it would only cost.
        if password.chars().nth(PASSWORD_MAX).is_some() {
            return Ok(false);
        }
        let (password, known) = (password.to_owned(), hash.is_some());
        let hash = hash.unwrap_or(NOBODY).to_owned();
        self.turn(move || {
            let right = argon2().verify_password(password.as_bytes(), hash.as_str()).is_ok();
            right && known
        })
        .await
    }

    async fn turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.0).acquire_owned()).await;
        let permit = turn.map_err(|_| AppError::Unavailable)?;
        // The work goes on where whoever asked has gone: it keeps its permit.
        Ok(tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        })
        .await?)
    }
}

fn argon2() -> Argon2<'static> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).expect("the cost is within Argon2's");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_nobody_has_one() {
        let passwords = Passwords::default();
        let password = Password::parse("password", "una frase qualunque").expect("it is long enough");
        let hash = passwords.hash(&password).await.expect("it is hashed");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let verify = async |word: &str, hash| passwords.verify(word, hash).await.expect("it is verified");
        assert!(verify(password.as_str(), Some(&hash)).await);
        assert!(!verify("una frase qualunqua", Some(&hash)).await);
        assert!(!verify(password.as_str(), None).await);
        assert!(!verify(password.as_str(), Some("not a hash")).await);
        assert!(!verify(&"a".repeat(1_000_000), Some(&hash)).await);
        assert!(PasswordHash::new(NOBODY).is_ok(), "else nobody would cost nothing");
    }
}
