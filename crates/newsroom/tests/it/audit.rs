use model::{Actor, Role};
use newsroom::ImportOptions;

use crate::harness::{PASSWORD, Paper, reader};

const OPERATOR: Actor = Actor::Operator;

#[tokio::test]
async fn whatever_people_do_stands_in_the_log_latest_first() {
    Paper::each(|paper| async move {
        let newsroom = &paper.newsroom;
        let admin = paper.staff("capo", Role::Admin).await;
        let ada = paper.staff("ada", Role::Author).await;
        let sign_in =
            async |password| newsroom.sessions().sign_in(&reader(1), "ada@giornale.example", password, "").await;
        sign_in("non questa qui").await.expect_err("it is wrong");
        let session = sign_in(PASSWORD).await.expect("it is right").expect("no code").session;
        newsroom.sessions().sign_in(&reader(1), "nessuno@giornale.example", "segreto", "").await.expect_err("unknown");
        newsroom.people().invite(&admin, "bruno@giornale.example", "Bruno", "author").await.expect("he is invited");
        let id = ada.user().expect("an account");
        newsroom.people().set_role(&admin, id, "editor").await.expect("it is changed");
        newsroom.people().set_role(&admin, id, "editor").await.expect("nothing changes");
        newsroom.people().suspend(&admin, id, true).await.expect("it is done");
        newsroom.people().suspend(&admin, id, false).await.expect("it is done");
        newsroom.people().set_profile(&ada, "Ada", "it", "").await.expect("it is changed");
        newsroom.change_settings(&admin, r#"{"name": "La Voce"}"#).await.expect("it is changed");
        newsroom.sections().set(&admin, "Sport", "", "", 3).await.expect("it is made");
        let lines = newsroom.audit().list(&admin, 0).await.expect("it lists");
        let said: Vec<String> = lines
            .iter()
            .rev()
            .map(|line| format!("{} {} {} {}", line.who, line.action, line.subject, line.detail))
            .collect();
        let subject = format!("user:{id}");
        assert_eq!(
            said,
            [
                "operator user-add user:1 capo@giornale.example (admin)".to_owned(),
                format!("operator user-add {subject} ada@giornale.example (author)"),
                format!("reader sign-in-failed {subject} 10.0.0.0/24"),
                format!("ada sign-in {subject} password, 10.0.0.0/24"),
                "reader sign-in-failed  10.0.0.0/24".to_owned(),
                "capo invite user:3 bruno@giornale.example (author)".to_owned(),
                format!("capo role {subject} author → editor"),
                format!("capo suspend {subject} ada"),
                format!("capo readmit {subject} ada"),
                format!("ada profile {subject} Ada"),
                "capo settings site name".to_owned(),
                "capo section section:1 Sport".to_owned(),
            ]
        );
        assert_eq!(newsroom.sessions().check(session).await.expect("it reads"), None);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_read_by_fifties() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        for number in 0..120 {
            paper.newsroom.people().set_profile(&ada, &format!("Ada {number}"), "it", "").await.expect("it is changed");
        }
        let mut before = 0;
        let mut pages = Vec::new();
        loop {
            let lines = paper.newsroom.audit().list(&OPERATOR, before).await.expect("it lists");
            let Some(last) = lines.last() else { break };
            before = last.id;
            pages.push(lines.len());
        }
        assert_eq!(pages, [50, 50, 21]);
    })
    .await;
}

#[tokio::test]
async fn an_import_stands_in_the_log_where_it_begins_and_with_what_it_brought() {
    Paper::each(|paper| async move {
        let line =
            r#"{"ref": "a", "lang": "it", "headline": "Il mare", "section": "Cronaca", "html": "<p>Calmo.</p>"}"#;
        let import = async |dry_run| {
            let options = ImportOptions { dry_run, ..ImportOptions::default() };
            paper.newsroom.imports().jsonl(&OPERATOR, line.as_bytes(), &options).await.expect("it is imported");
        };
        import(true).await;
        assert_eq!(paper.newsroom.audit().list(&OPERATOR, 0).await.expect("it lists").len(), 0, "nothing came in");
        import(false).await;
        let lines = paper.newsroom.audit().list(&OPERATOR, 0).await.expect("it lists");
        let said: Vec<_> = lines.iter().rev().map(|line| (line.action.as_str(), line.detail.as_str())).collect();
        assert_eq!(said, [("import", ""), ("import-done", "1 0 0 0")]);
    })
    .await;
}

#[tokio::test]
async fn a_picture_stands_in_the_log_when_it_is_handed_in_for_the_first_time() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let mut png = Vec::new();
        let image = image::RgbImage::from_pixel(3, 2, image::Rgb([1, 2, 3]));
        image.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("it is written");
        for _ in 0..2 {
            paper.newsroom.pictures().accept(&ada, png.clone()).await.expect("she may");
        }
        let lines = paper.newsroom.audit().list(&OPERATOR, 0).await.expect("it lists");
        let said: Vec<_> = lines.iter().filter(|line| line.action == "picture").collect();
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].who.as_str(), said[0].detail.as_str()), ("ada", "3 × 2"));
        assert!(said[0].subject.starts_with("picture:"), "{}", said[0].subject);
    })
    .await;
}
