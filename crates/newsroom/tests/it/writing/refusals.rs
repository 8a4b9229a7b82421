//! Frames that hurt: each ends its own connection, and nothing else.

use newsroom::{Closing, FRAME_MAX};
use yrs::{Any, Doc, Map, ReadTxn, StateVector, Transact, WriteTxn, XmlElementPrelim, XmlElementRef, XmlFragment};

use super::client::{Client, frame, put_number};
use super::headline;
use crate::harness::Paper;

/// Sends a frame as Ada; answers why she is sent away. Ugo, in the same draft and in another, goes on writing.
async fn check(paper: &Paper, what: &str, hostile: Vec<u8>, expected: Closing) {
    let article = paper.article(what).drafted().await;
    let elsewhere = paper.article(&format!("Oltre a {what}")).drafted().await;
    let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
    let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
    let mut eva = Client::connected(3, 5003, &paper.newsroom, elsewhere).await;
    let closing = match ada.send(hostile).await {
        Ok(()) => ada.sent_away().await,
        Err(closing) => closing,
    };
    assert_eq!(closing, expected, "{what}");
    for writer in [&mut ugo, &mut eva] {
        writer.types("!").await.expect("nobody objects");
        writer.saved().await.expect("it is kept");
    }
    assert_eq!(headline(&paper.newsroom, article).await, format!("{what}!"), "nothing hostile was let in");
}

/// One struct of client 5001 in the map of fields that holds a value, as an update.
fn holding(value: &[u8]) -> Vec<u8> {
    let mut update = vec![1, 1];
    put_number(&mut update, 5001);
    update.extend([0, 0x28, 1, 6]);
    update.extend(b"fields");
    update.extend([1, b'x', 1]);
    update.extend(value);
    update.push(0);
    update
}

#[tokio::test]
async fn eight_thousand_arrays_in_one_another_are_not_entered() {
    Paper::each(|paper| async move {
        let mut value = [117, 1].repeat(8_000);
        value.push(126);
        check(&paper, "matrioska", frame(&[0, 2], &holding(&value)), Closing::TooDeep).await;
    })
    .await;
}

#[tokio::test]
async fn five_bytes_that_promise_a_billion_entries_are_not_believed() {
    Paper::each(|paper| async move {
        let vector = [0xff, 0xff, 0xff, 0xff, 0x07];
        check(&paper, "vettore", frame(&[0, 0], &vector), Closing::Malformed).await;
        check(&paper, "aggiornamento", frame(&[0, 2], &vector), Closing::Malformed).await;
        check(&paper, "risposta", frame(&[0, 1], &[1, 0xff, 0xff, 0xff, 0x07, 1, 0]), Closing::Malformed).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_in_anothers_name() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        ugo.types(" u").await.expect("he may");
        ugo.saved().await.expect("it is kept");

        // Eve has what Ugo has, and goes on under his client id: his next words would be taken for known.
        let mut eve = Client::new(1, 5002);
        eve.connect(&paper.newsroom, article).await;
        eve.types("SILENZIO").await.expect("the frame is taken");
        assert_eq!(eve.sent_away().await, Closing::ForeignClient);

        // As an answer it is no offence, everybody may have others' words; but nobody takes them from her.
        eve.connect(&paper.newsroom, article).await;
        ugo.types(" v").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        assert_eq!(headline(&paper.newsroom, article).await, "Apre il porto u v");
    })
    .await;
}

#[tokio::test]
async fn a_client_id_that_is_shown_before_it_writes_is_taken() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        let mut states = vec![1];
        put_number(&mut states, 5002);
        states.extend([1, 2, b'{', b'}']);
        ugo.send(frame(&[1], &states)).await.expect("the frame is taken");
        let mut eve = Client::new(1, 5002);
        eve.connect(&paper.newsroom, article).await;
        eve.types("SILENZIO").await.expect("the frame is taken");
        assert_eq!(eve.sent_away().await, Closing::ForeignClient);
        ugo.types(" u").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        assert_eq!(headline(&paper.newsroom, article).await, "Apre il porto u");
    })
    .await;
}

#[tokio::test]
async fn nobody_deletes_what_another_has_yet_to_write() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        ugo.types(" u").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        let mut deletes = vec![0, 1];
        put_number(&mut deletes, 5002);
        deletes.extend([1, 0, 100]);
        let mut eve = Client::connected(1, 5001, &paper.newsroom, article).await;
        eve.sends(&deletes).await.expect("the frame is taken");
        assert_eq!(eve.sent_away().await, Closing::ForeignClient);
        ugo.types(" v").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        assert_eq!(headline(&paper.newsroom, article).await, "Apre il porto u v");
    })
    .await;
}

#[tokio::test]
async fn nodes_without_end_in_one_another_are_refused() {
    Paper::each(|paper| async move {
        let doc = Doc::with_client_id(5001);
        let mut txn = doc.transact_mut();
        let body = txn.get_or_insert_xml_fragment("body");
        let mut node: XmlElementRef = body.push_back(&mut txn, XmlElementPrelim::empty("box"));
        for _ in 0..200 {
            node = node.push_back(&mut txn, XmlElementPrelim::empty("box"));
        }
        let update = txn.encode_update_v1();
        check(&paper, "scatole", frame(&[0, 2], &update), Closing::TooDeep).await;
    })
    .await;
}

#[tokio::test]
async fn frames_that_mean_nothing_or_are_too_large_are_refused() {
    Paper::each(|paper| async move {
        check(&paper, "niente", Vec::new(), Closing::Malformed).await;
        check(&paper, "ignoto", vec![77, 1, 2], Closing::Malformed).await;
        check(&paper, "coda", vec![0, 0, 1, 0, 9], Closing::Malformed).await;
        check(&paper, "pezzo", vec![102, 1, 2, 0], Closing::Malformed).await;
        check(&paper, "pezzi", vec![102, 0, 0xff, 0x7f, 0], Closing::TooLarge).await;
        check(&paper, "grande", frame(&[0, 2], &vec![0; FRAME_MAX]), Closing::TooLarge).await;
        check(&paper, "presenza", frame(&[1], &[1, 1, 1, 2, b'{', b'[']), Closing::Malformed).await;
    })
    .await;
}

#[tokio::test]
async fn a_document_stays_within_its_size() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let words = "parola ".repeat(450_000);
        let closing = loop {
            let update = ada.writes(&words);
            let total = update.len().div_ceil(60_000);
            for (index, piece) in update.chunks(60_000).enumerate() {
                let mut chunk = vec![102];
                put_number(&mut chunk, index as u64);
                put_number(&mut chunk, total as u64);
                chunk.extend(piece);
                ada.send(chunk).await.expect("the frame is taken");
            }
            ada.sent += 1;
            if let Err(closing) = ada.saved().await {
                break closing;
            }
        };
        assert_eq!(closing, Closing::TooLarge);
        assert_eq!(ada.sent, 4, "what fits is kept: two times three megabytes, and the answer before them");
        let kept = headline(&paper.newsroom, article).await;
        assert_eq!(kept.len(), "Apre il porto".len() + 2 * words.len() - 1, "the words that fit, the last space apart");
    })
    .await;
}

#[tokio::test]
async fn names_at_carets_are_those_of_the_session() {
    Paper::each(|paper| async move {
        let article = paper.article("Apre il porto").drafted().await;
        let mut ada = Client::connected(1, 5001, &paper.newsroom, article).await;
        let mut ugo = Client::connected(2, 5002, &paper.newsroom, article).await;
        ugo.types("!").await.expect("he may");
        ugo.saved().await.expect("it is kept");
        let state = br#"{"user":{"name":"Il direttore"},"cursor":7}"#;
        let mut states = vec![2];
        for client in [5002, 5001] {
            put_number(&mut states, client);
            states.push(1);
            put_number(&mut states, state.len() as u64);
            states.extend(state);
        }
        ada.send(frame(&[1], &states)).await.expect("the frame is taken");
        while ugo.awareness.is_empty() {
            ugo.hear().await.expect("he stays connected");
        }
        let heard = String::from_utf8_lossy(&ugo.awareness[0]).into_owned();
        assert!(heard.contains("Persona 1") && heard.contains("\"cursor\":7"), "{heard}");
        assert!(!heard.contains("direttore"), "{heard}");
        assert_eq!(ugo.awareness[0][0], 1, "nobody speaks for another's client");
        ada.hang_up();
        while ugo.awareness.len() < 2 {
            ugo.hear().await.expect("he stays connected");
        }
        assert!(ugo.awareness[1].ends_with(b"null"), "who leaves is gone");
    })
    .await;
}

/// A hostile update that no decoder takes would prove nothing.
#[test]
fn the_hostile_update_is_well_formed_but_for_its_depth() {
    let doc = Doc::with_client_id(5001);
    let mut txn = doc.transact_mut();
    let fields = txn.get_or_insert_map("fields");
    fields.insert(&mut txn, "x", Any::Null);
    drop(txn);
    let update = doc.transact().encode_state_as_update_v1(&StateVector::default());
    assert_eq!(update, holding(&[126]));
}
