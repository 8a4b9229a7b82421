//! The threads that documents live on.
//!
//! Decoding and applying what others sent can go deep, so it happens on threads of our own with large stacks, and a
//! panic there costs the document that it happened in, nothing else. A document stays on one thread.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

use tokio::sync::oneshot;

use super::closing::Closing;
use super::draft::Draft;

/// How large the stack of a scribe is. The default of 2 MiB can be overflowed, which ends the process.
const STACK: usize = 64 * 1024 * 1024;

/// How many scribes there are: enough for a newsroom's typing, few enough to leave the processor to readers.
const SCRIBES: i64 = 2;

type Job = Box<dyn FnOnce(&mut Shelf) + Send>;
type Shelf = HashMap<u64, Draft>;

/// The threads that documents live on; they end with the last handle.
#[derive(Debug)]
pub(super) struct Scribes {
    desks: Vec<Sender<Job>>,
}

impl Scribes {
    pub fn hire() -> std::io::Result<Self> {
        let desks = (0..SCRIBES).map(|number| {
            let (desk, jobs) = channel();
            Builder::new().name(format!("scribe-{number}")).stack_size(STACK).spawn(move || work(&jobs))?;
            Ok(desk)
        });
        Ok(Self { desks: desks.collect::<std::io::Result<_>>()? })
    }

    /// Puts a document on the shelf under a key of the caller's.
    pub async fn open(
        &self,
        key: u64,
        open: impl FnOnce() -> Result<Draft, Closing> + Send + 'static,
    ) -> Result<(), Closing> {
        self.tell(key, move |shelf| {
            let draft = open()?;
            shelf.insert(key, draft);
            Ok(())
        })
        .await
    }

    /// Has something done with the document of a key. After a panic it is gone.
    pub async fn with<T: Send + 'static>(
        &self,
        key: u64,
        job: impl FnOnce(&mut Draft) -> Result<T, Closing> + Send + 'static,
    ) -> Result<T, Closing> {
        self.tell(key, move |shelf| job(shelf.get_mut(&key).ok_or(Closing::Failed)?)).await
    }

    /// Has something done that needs the stack and no document.
    pub async fn aside<T: Send + 'static>(
        &self,
        key: u64,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Closing> {
        self.tell(key, move |_| Ok(job())).await
    }

    /// Puts a document away.
    pub fn close(&self, key: u64) {
        // A scribe that is gone has taken its documents along.
        let _ = self.desk(key).send(Box::new(move |shelf| drop(shelf.remove(&key))));
    }

    async fn tell<T: Send + 'static>(
        &self,
        key: u64,
        job: impl FnOnce(&mut Shelf) -> Result<T, Closing> + Send + 'static,
    ) -> Result<T, Closing> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |shelf| {
            let done = catch_unwind(AssertUnwindSafe(|| job(&mut *shelf)));
            let done = done.unwrap_or_else(|_| {
                tracing::error!(key, "a draft broke and is opened again from disk");
                shelf.remove(&key);
                Err(Closing::Failed)
            });
            // Whoever asked may have gone away.
            let _ = answer.send(done);
        });
        self.desk(key).send(job).map_err(|_| Closing::Failed)?;
        answered.await.map_err(|_| Closing::Failed)?
    }

    fn desk(&self, key: u64) -> &Sender<Job> {
        &self.desks[key as usize % self.desks.len()]
    }
}

fn work(jobs: &Receiver<Job>) {
    let mut shelf = Shelf::new();
    while let Ok(job) = jobs.recv() {
        // `tell` catches what goes wrong in a job; this is for the putting away.
        if catch_unwind(AssertUnwindSafe(|| job(&mut shelf))).is_err() {
            tracing::error!("a draft broke while it was put away");
        }
    }
}
