//! A document in memory: what lets updates in, and what is read out of it. Lives on a scribe's thread.

use std::collections::HashMap;
use std::mem::{ManuallyDrop, forget};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ClientID, Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, Update};

use super::closing::Closing;
use super::limits::{CLAIMS_MAX, CLIENTS_MAX, DOCUMENT_MAX, OWN_CLIENTS};
use super::shape::{self, Unreadable, Written};
use super::skim::{Nesting, Skim, check_vector, skim};

/// The client that writes the first content of every document: always the same one, so that it becomes the same structs.
const FIRST_CLIENT: u64 = 1;

/// Who a client id of the paper itself belongs to.
pub(super) const NOBODY: i64 = 0;

/// How an update comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As it is typed. It holds what the sender wrote, and nothing else.
    Typed,
    /// As the answer to what the server lacks. It may hold what others wrote and the sender happens to have.
    Answer,
}

/// What became of an update that was let in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Admitted {
    /// What is to be kept and passed on; none where everything was known already.
    pub update: Option<Vec<u8>>,
    /// Client ids that were used for the first time.
    pub claims: Vec<u64>,
    /// Whether it stands on what is not there yet.
    pub waits: bool,
}

/// A document, and what is known about it.
pub(super) struct Draft {
    doc: Doc,
    nesting: Nesting,
    owners: HashMap<u64, i64>,
    /// Client ids that nobody has written with, and who told us that they will.
    reserved: HashMap<u64, i64>,
    /// How many bytes it has at the most.
    bytes: usize,
}

impl Draft {
    /// The first update of a document that holds this content.
    pub fn first(written: &Written) -> Vec<u8> {
        let doc = document(FIRST_CLIENT);
        let mut txn = doc.transact_mut();
        shape::write(&mut txn, written);
        txn.commit();
        txn.encode_state_as_update_v1(&StateVector::default())
    }

    /// Opens a document from what is on disk. `client` is the id that the paper writes with, should it write.
    pub fn open(client: u64, owners: HashMap<u64, i64>, updates: &[Vec<u8>]) -> Result<Self, Closing> {
        let mut draft =
            Self { doc: document(client), nesting: Nesting::default(), owners, reserved: HashMap::new(), bytes: 0 };
        for update in updates {
            draft.learn(update)?;
        }
        Ok(draft)
    }

    /// Takes in an update from our own disk; answers what was new in it.
    pub fn learn(&mut self, update: &[u8]) -> Result<Option<Vec<u8>>, Closing> {
        // What was let in once may stand deeper than a later version of the limits has it.
        let _ = skim(update).map(|skim| self.nesting.admit(skim.placed));
        self.bytes += update.len();
        self.apply(update)
    }

    /// More client ids, and whose they are.
    pub fn know_owners(&mut self, owners: HashMap<u64, i64>) {
        self.owners.extend(owners);
    }

    /// The client ids of a user.
    pub fn clients_of(&self, user: i64) -> Vec<u64> {
        self.owners.iter().filter(|(_, owner)| **owner == user).map(|(client, _)| *client).collect()
    }

    /// Whether a user may speak for a client id.
    fn may_use(&self, client: u64, user: i64) -> bool {
        let owner = self.owners.get(&client).or_else(|| self.reserved.get(&client));
        client >= OWN_CLIENTS && owner.is_none_or(|owner| *owner == user)
    }

    /// Keeps a client id for a user who shows it to everybody before writing with it.
    pub fn reserve(&mut self, client: u64, user: i64) {
        if self.reserved.len() < CLIENTS_MAX {
            self.reserved.entry(client).or_insert(user);
        }
    }

    /// Lets an update of a user in, or says why not; then the document is as it was.
    pub fn admit(&mut self, user: i64, way: Way, update: &[u8]) -> Result<Admitted, Closing> {
        let mut skim = skim(update)?;
        let claims = self.attribute(user, way, &mut skim)?;
        if skim.sections.is_empty() && skim.deletes.is_empty() {
            return Ok(Admitted::default());
        }
        let update = skim.write();
        self.make_room(update.len())?;
        self.nesting.admit(skim.placed)?;
        let new = self.apply(&update)?;
        if new.is_some() {
            self.bytes += update.len();
            self.owners.extend(claims.iter().map(|client| (*client, user)));
        }
        let claims = if new.is_some() { claims } else { Vec::new() };
        Ok(Admitted { update: new.map(|_| update), claims, waits: self.waits() })
    }

    /// Sees to it that everything new is the sender's own. Answers client ids that nobody used before.
    fn attribute(&self, user: i64, way: Way, skim: &mut Skim) -> Result<Vec<u64>, Closing> {
        let known = self.doc.transact().state_vector();
        let has = |client: u64, end: u32| known.get(&ClientID::new(client)) >= end;
        let foreign = |client: u64, end: u32| !has(client, end) && !self.may_use(client, user);

        let is_foreign = |skim: &Skim| skim.sections.iter().any(|section| foreign(section.client, section.end));
        if way == Way::Typed && is_foreign(skim) {
            return Err(Closing::ForeignClient);
        }
        skim.placed.retain(|placed| !foreign(placed.id.client, placed.id.clock + placed.length));
        skim.sections.retain(|section| !foreign(section.client, section.end));

        // Deleting what another will write only later would silence them.
        for deletes in &mut skim.deletes {
            let client = deletes.client;
            let mut ranges = Vec::with_capacity(deletes.ranges.len());
            for (clock, length) in deletes.ranges.drain(..) {
                if !foreign(client, clock + length) {
                    ranges.push((clock, length));
                } else if way == Way::Typed {
                    return Err(Closing::ForeignClient);
                }
            }
            deletes.ranges = ranges;
        }
        skim.deletes.retain(|deletes| !deletes.ranges.is_empty());

        let mut claims: Vec<u64> = skim.sections.iter().map(|section| section.client).collect();
        claims.retain(|client| !self.owners.contains_key(client) && *client >= OWN_CLIENTS);
        if claims.len() > CLAIMS_MAX || self.owners.len() + claims.len() > CLIENTS_MAX {
            return Err(Closing::TooLarge);
        }
        Ok(claims)
    }

    fn make_room(&mut self, more: usize) -> Result<(), Closing> {
        if self.bytes + more > DOCUMENT_MAX {
            self.bytes = self.snapshot().len();
        }
        if self.bytes + more > DOCUMENT_MAX { Err(Closing::TooLarge) } else { Ok(()) }
    }

    /// What a client lacks that has what `vector` says.
    pub fn missing(&self, vector: &[u8]) -> Result<Vec<u8>, Closing> {
        check_vector(vector)?;
        let vector = StateVector::decode_v1(vector).map_err(|_| Closing::Malformed)?;
        Ok(self.doc.transact().encode_state_as_update_v1(&vector))
    }

    /// What is here, as a state vector.
    pub fn vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// The whole document as one update.
    pub fn snapshot(&self) -> Vec<u8> {
        self.doc.transact().encode_state_as_update_v1(&StateVector::default())
    }

    /// Whether something in here stands on what is not there: such a document is not to be compacted.
    pub fn waits(&self) -> bool {
        self.nesting.waits() || self.doc.transact().has_missing_updates()
    }

    /// What an editor decided, as far as it is one.
    pub fn read(&self) -> Result<Written, Unreadable> {
        shape::read(&self.doc.transact())
    }

    /// Makes the document hold other content. Answers the update that does so, and the client id it is written with.
    pub fn replace(&mut self, written: &Written) -> (Vec<u8>, u64) {
        let mut txn = self.doc.transact_mut();
        shape::replace(&mut txn, written);
        txn.commit();
        let update = txn.encode_update_v1();
        drop(txn);
        let client = self.doc.client_id().get();
        let _ = skim(&update).map(|skim| self.nesting.admit(skim.placed));
        self.bytes += update.len();
        self.owners.insert(client, NOBODY);
        (update, client)
    }

    /// Applies an update; answers it again where it changed anything.
    fn apply(&mut self, update: &[u8]) -> Result<Option<Vec<u8>>, Closing> {
        let decoded = Update::decode_v1(update).map_err(|_| Closing::Malformed)?;
        let before = self.doc.transact().has_missing_updates();
        // A transaction that is dropped commits. After a panic that would be a second one, which ends the process; so
        // it is left behind, and the document with it.
        let mut txn = ManuallyDrop::new(self.doc.transact_mut());
        let changed = catch_unwind(AssertUnwindSafe(|| {
            txn.apply_update(decoded).expect("an update is applied as a whole");
            txn.commit();
            txn.has_changes()
        }));
        match changed {
            Ok(changed) => {
                drop(ManuallyDrop::into_inner(txn));
                let waits = before || self.doc.transact().has_missing_updates();
                Ok((changed || waits).then(|| update.to_vec()))
            }
            Err(panic) => {
                forget(ManuallyDrop::into_inner(txn));
                forget(std::mem::replace(&mut self.doc, document(FIRST_CLIENT)));
                resume_unwind(panic)
            }
        }
    }
}

/// An empty document. Offsets count as browsers do, and what is deleted is forgotten.
fn document(client: u64) -> Doc {
    Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        cleanup_formatting: false,
        skip_gc: false,
        ..Options::with_client_id(ClientID::new(client))
    })
}
