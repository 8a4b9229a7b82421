use yrs::types::Attrs;
use yrs::updates::encoder::Encode;
use yrs::{
    Any, Array, Doc, Map, ReadTxn, StateVector, Text, Transact, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim,
};

use super::super::limits::NODE_DEPTH_MAX;
use super::*;

/// An update of client 9 at clock 0 with one struct, written as it is on the wire.
fn of(one: &[u8]) -> Vec<u8> {
    [&[1, 1, 9, 0][..], one, &[0]].concat()
}

#[track_caller]
fn check(update: &[u8], expected: Result<u32, Closing>) {
    let end = skim(update).map(|skim| skim.sections.first().map_or(0, |section| section.end));
    assert_eq!(end, expected, "{update:?}");
}

/// In "body": no neighbours, a root as parent.
const IN_BODY: [u8; 6] = [1, 4, b'b', b'o', b'd', b'y'];

fn in_body(info: u8, content: &[u8]) -> Vec<u8> {
    of(&[&[info][..], &IN_BODY, content].concat())
}

#[test]
fn clocks_are_counted_as_browsers_count() {
    check(&[0, 0], Ok(0));
    check(&of(&[0, 5]), Ok(5));
    check(&of(&[10, 7]), Ok(7));
    check(&in_body(1, &[3]), Ok(3));
    check(&in_body(4, &[4, b'a', b'b', b'c', b'd']), Ok(4));
    check(&in_body(4, &[4, 0xf0, 0x9f, 0x8c, 0x8a]), Ok(2));
    check(&in_body(7, &[6]), Ok(1));
    check(&in_body(7, &[3, 1, b'p']), Ok(1));
    check(&in_body(8, &[2, 126, 120]), Ok(2));
    check(&in_body(6, &[1, b'b', 2, b'{', b'}']), Ok(1));
}

#[test]
fn what_is_no_struct_of_a_draft_is_refused() {
    let malformed = Err(Closing::Malformed);
    check(&[], malformed);
    check(&[0], malformed);
    check(&[0, 0, 0], malformed);
    check(&of(&[0, 0]), malformed);
    check(&of(&[0x0a | 0x80, 1]), malformed);
    check(&in_body(2, &[1, 1, b'1']), malformed);
    check(&in_body(3, &[1, 0]), malformed);
    check(&in_body(9, &[1, b'g', 126]), malformed);
    check(&in_body(7, &[5]), malformed);
    check(&in_body(7, &[7, 0]), malformed);
    check(&in_body(0x10 | 4, &[1, b'a']), malformed);
    check(&in_body(4, &[0]), malformed);
    check(&in_body(4, &[1, 0xff]), malformed);
    check(&in_body(8, &[2, 126]), malformed);
    check(&in_body(8, &[1, 99]), malformed);
    check(&of(&[4, 1, 4, b'e', b'v', b'i', b'l', 1, b'a']), malformed);
    check(&of(&[4, 2, 0, 0, 1, b'a']), malformed);
    // A client or a client's deletes twice.
    check(&[2, 1, 9, 0, 0, 1, 1, 9, 1, 0, 1, 0], malformed);
    check(&[0, 2, 9, 0, 9, 0], malformed);
}

#[test]
fn no_count_is_believed_before_its_bytes_are_there() {
    let billion = [0xff, 0xff, 0xff, 0xff, 0x07];
    check(&billion, Err(Closing::Malformed));
    check(&[&[1][..], &billion, &[9, 0]].concat(), Err(Closing::Malformed));
    check(&[&[0][..], &billion].concat(), Err(Closing::Malformed));
    check(&[&[0, 1, 9][..], &billion].concat(), Err(Closing::Malformed));
    check(&in_body(8, &billion), Err(Closing::Malformed));
    check(&in_body(8, &[&[1, 117][..], &billion].concat()), Err(Closing::Malformed));
    check(&in_body(8, &[&[1, 118][..], &billion].concat()), Err(Closing::Malformed));
    check(&in_body(4, &[&billion[..], b"a"].concat()), Err(Closing::Malformed));
    // A struct, and deletes, over more clocks than there are.
    let beyond = [0xff, 0xff, 0xff, 0xff, 0x0f];
    check(&of(&[&[0][..], &beyond].concat()), Err(Closing::Malformed));
    check(&[&[0, 1, 9, 1, 1][..], &billion].concat(), Err(Closing::Malformed));
}

#[test]
fn values_stand_in_one_another_as_deep_as_they_may() {
    let arrays = |depth: usize| in_body(8, &[&[1][..], &[117, 1].repeat(depth), &[126]].concat());
    check(&arrays(32), Ok(1));
    check(&arrays(33), Err(Closing::TooDeep));
    check(&arrays(8_000), Err(Closing::TooDeep));
    let maps = |depth: usize| in_body(8, &[&[1][..], &[118, 1, 1, b'k'].repeat(depth), &[126]].concat());
    check(&maps(32), Ok(1));
    check(&maps(33), Err(Closing::TooDeep));
    let json =
        |depth: usize| in_body(5, &[&[2 * depth as u8][..], &[b'['].repeat(depth), &[b']'].repeat(depth)].concat());
    check(&json(32), Ok(1));
    check(&json(33), Err(Closing::TooDeep));
    check(&in_body(5, &[4, b'"', b'\\', b'"', b'"']), Ok(1));
}

#[test]
fn state_vectors_are_looked_through_too() {
    let check = |vector: &[u8], expected| assert_eq!(check_vector(vector), expected, "{vector:?}");
    check(&[0], Ok(()));
    check(&[1, 9, 5], Ok(()));
    check(&[0xff, 0xff, 0xff, 0xff, 0x07], Err(Closing::Malformed));
    check(&[1, 9, 5, 0], Err(Closing::Malformed));
    check(&[1, 9], Err(Closing::Malformed));
    check(&[1, 9, 0xff, 0xff, 0xff, 0xff, 0x0f], Err(Closing::Malformed));
    check(&StateVector::default().encode_v1(), Ok(()));
}

#[test]
fn an_update_of_everything_is_read_and_written_again() {
    let doc = Doc::with_client_id(4_000_000_000);
    let mut txn = doc.transact_mut();
    let body = txn.get_or_insert_xml_fragment("body");
    let node = body.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    let text = node.push_back(&mut txn, XmlTextPrelim::new("Una riga con 🌊 dentro"));
    text.format(&mut txn, 4, 4, Attrs::from([("strong".into(), Any::Map(std::sync::Arc::default()))]));
    let headline = txn.get_or_insert_text("headline");
    headline.insert(&mut txn, 0, "Titolo");
    headline.remove_range(&mut txn, 1, 2);
    txn.get_or_insert_array("tags").push_back(&mut txn, "mare");
    txn.get_or_insert_map("fields").insert(&mut txn, "lang", "it");
    drop(txn);
    let update = doc.transact().encode_state_as_update_v1(&StateVector::default());
    let skimmed = skim(&update).expect("it is an update");
    assert_eq!(skimmed.write(), update);
    assert_eq!(skimmed.sections[0].end, doc.transact().state_vector().get(&doc.client_id()));
    assert_eq!(skimmed.deletes.len(), 1);
}

fn id(clock: u32) -> Id {
    Id { client: 9, clock }
}

/// Nodes of client 9 in one another, from clock 0 down.
fn chain(depth: u32) -> Vec<Placed> {
    let parent = |clock: u32| if clock == 0 { Parent::Root } else { Parent::Node(id(clock - 1)) };
    (0..depth).map(|clock| Placed { id: id(clock), length: 1, parent: parent(clock) }).collect()
}

#[test]
fn nodes_stand_in_one_another_as_deep_as_they_may_in_whatever_order_they_come() {
    let most = u32::from(NODE_DEPTH_MAX);
    assert_eq!(Nesting::default().admit(chain(most)), Ok(()));
    assert_eq!(Nesting::default().admit(chain(most + 1)), Err(Closing::TooDeep));
    assert_eq!(Nesting::default().admit(chain(10_000)), Err(Closing::TooDeep));

    let mut backwards = chain(most + 1);
    backwards.reverse();
    assert_eq!(Nesting::default().admit(backwards.clone()), Err(Closing::TooDeep));

    let mut nesting = Nesting::default();
    for placed in &backwards[..most as usize] {
        assert_eq!(nesting.admit(vec![*placed]), Ok(()));
        assert!(nesting.waits(), "its parent is not there");
    }
    assert_eq!(nesting.admit(vec![backwards[most as usize]]), Err(Closing::TooDeep));
    assert!(nesting.waits(), "what was refused changed nothing");
}

#[test]
fn neighbours_stand_equally_deep() {
    let most = u32::from(NODE_DEPTH_MAX);
    let mut nesting = Nesting::default();
    assert_eq!(nesting.admit(chain(most - 1)), Ok(()));
    let beside = |clock, left, right| Placed { id: id(clock), length: 3, parent: Parent::Beside(left, right) };
    assert_eq!(nesting.admit(vec![beside(1000, Some(id(0)), Some(id(most - 2)))]), Ok(()));
    let within = |clock, parent| Placed { id: id(clock), length: 1, parent: Parent::Node(id(parent)) };
    assert_eq!(nesting.admit(vec![within(2000, 1002)]), Ok(()));
    assert_eq!(nesting.admit(vec![within(3000, 2000)]), Err(Closing::TooDeep), "it stands beside the deeper of two");
    assert_eq!(nesting.admit(vec![beside(4000, Some(id(4001)), None)]), Ok(()));
    assert!(nesting.waits(), "what stands beside itself never comes to stand anywhere");
}
