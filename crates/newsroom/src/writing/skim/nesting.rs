//! How deep everything in a document stands.
//!
//! Nodes in nodes are decoded flat, but whoever deletes, draws or converts them goes down by recursion: in the server,
//! and in the tabs of everybody else. So the depth of each struct is known before it is let in.

use std::collections::BTreeMap;

use super::super::closing::Closing;
use super::super::limits::{NODE_DEPTH_MAX, PARKED_MAX};
use super::{Id, Parent, Placed};

/// How deep everything in a document stands.
#[derive(Debug, Default)]
pub(in super::super) struct Nesting {
    /// From a client's clock: up to which one, and how deep.
    runs: BTreeMap<Id, (u32, u8)>,
    /// Structs whose neighbours or parents are yet to come.
    parked: Vec<Placed>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Unseen,
    Open,
    Deep(u8),
    /// It stands on what is not there.
    Waits,
}

impl Nesting {
    /// Takes in new structs, or none of them where one stands too deep.
    pub fn admit(&mut self, new: Vec<Placed>) -> Result<(), Closing> {
        let all: Vec<Placed> = self.parked.iter().copied().chain(new).collect();
        let sights = self.look(&all);
        if sights.iter().any(|sight| matches!(sight, Sight::Deep(depth) if *depth > NODE_DEPTH_MAX)) {
            return Err(Closing::TooDeep);
        }
        let parked = || all.iter().zip(&sights).filter(|(_, sight)| **sight == Sight::Waits);
        if parked().count() > PARKED_MAX {
            return Err(Closing::TooLarge);
        }
        self.parked = parked().map(|(placed, _)| *placed).collect();
        for (placed, sight) in all.iter().zip(&sights) {
            if let Sight::Deep(depth) = sight {
                self.note(placed, *depth);
            }
        }
        Ok(())
    }

    /// Whether anything stands on what is not there.
    pub fn waits(&self) -> bool {
        !self.parked.is_empty()
    }

    /// Finds the depth of each, in any order that they come in.
    fn look(&self, all: &[Placed]) -> Vec<Sight> {
        let mut places: BTreeMap<Id, usize> = BTreeMap::new();
        for (index, placed) in all.iter().enumerate() {
            places.insert(placed.id, index);
        }
        let mut sights = vec![Sight::Unseen; all.len()];
        let mut open = Vec::new();
        for index in 0..all.len() {
            open.push(index);
            while let Some(top) = open.last().copied() {
                if !matches!(sights[top], Sight::Unseen | Sight::Open) {
                    open.pop();
                    continue;
                }
                sights[top] = Sight::Open;
                let at = |id: Id| match (self.depth(id), within(&places, all, id)) {
                    (Some(depth), _) => Ok(Sight::Deep(depth)),
                    (None, Some(below)) => match sights[below] {
                        Sight::Unseen => Err(below),
                        // It stands on itself.
                        Sight::Open => Ok(Sight::Waits),
                        seen => Ok(seen),
                    },
                    (None, None) => Ok(Sight::Waits),
                };
                match sight(all[top].parent, at) {
                    Ok(sight) => {
                        sights[top] = sight;
                        open.pop();
                    }
                    Err(below) => open.push(below),
                }
            }
        }
        sights
    }

    fn depth(&self, id: Id) -> Option<u8> {
        let (start, (end, depth)) = self.runs.range(..=id).next_back()?;
        (start.client == id.client && id.clock < *end).then_some(*depth)
    }

    fn note(&mut self, placed: &Placed, depth: u8) {
        let Id { client, clock } = placed.id;
        let end = clock + placed.length;
        if let Some((start, run)) = self.runs.range_mut(..=placed.id).next_back()
            && start.client == client
            && run.0 >= clock
        {
            // What is there already is the same struct again, or the front of one that grew.
            if run.0 >= end {
                return;
            }
            if run.1 == depth {
                run.0 = end;
                return;
            }
        }
        self.runs.insert(placed.id, (end, depth));
    }
}

/// The depth of what stands there, or the struct that has to be looked at first.
fn sight(parent: Parent, at: impl Fn(Id) -> Result<Sight, usize>) -> Result<Sight, usize> {
    match parent {
        Parent::Gone => Ok(Sight::Deep(0)),
        Parent::Root => Ok(Sight::Deep(1)),
        Parent::Node(node) => Ok(match at(node)? {
            Sight::Deep(depth) => Sight::Deep(depth.saturating_add(1)),
            other => other,
        }),
        Parent::Beside(left, right) => {
            let mut deepest = Sight::Deep(0);
            for neighbour in [left, right].into_iter().flatten() {
                deepest = match (deepest, at(neighbour)?) {
                    (Sight::Deep(one), Sight::Deep(other)) => Sight::Deep(one.max(other)),
                    _ => Sight::Waits,
                };
            }
            Ok(deepest)
        }
    }
}

/// The struct among `all` that an id falls into.
fn within(places: &BTreeMap<Id, usize>, all: &[Placed], id: Id) -> Option<usize> {
    let (start, index) = places.range(..=id).next_back()?;
    (start.client == id.client && id.clock - start.clock < all[*index].length).then_some(*index)
}
