use model::{Actor, AppError, Role, Site};
use newsroom::{Error, Newsroom, Opened};

use crate::harness::{PASSWORD, Paper, reader};

const SECTIONS: &str = "Cronaca\nSport\n\n Sport/Ciclismo \n";

fn site() -> String {
    let site = Site { name: " La  Voce ".to_owned(), lang: "en".to_owned(), ..Site::default() };
    serde_json::to_string(&site).expect("plain data")
}

async fn finish(newsroom: &Newsroom, token: &str, site: &str, email: &str) -> Result<Opened, AppError> {
    let person = ("Ada Neri", email, PASSWORD);
    newsroom.wizard().finish(&reader(1), token, site, SECTIONS, person).await.map_err(Error::into_app)
}

async fn is_open(newsroom: &Newsroom, token: &str) -> bool {
    newsroom.wizard().is_open(&reader(1), token).await.expect("it reads")
}

fn closed() -> AppError {
    AppError::invalid("token", "settings-wizard-closed")
}

#[tokio::test]
async fn the_first_visit_founds_the_paper() {
    Paper::each(|paper| async move {
        let newsroom = &paper.newsroom;
        let old = newsroom.wizard().token().await.expect("it is made").expect("nobody has an account");
        let token = newsroom.wizard().token().await.expect("it is made").expect("nobody has an account");
        assert!(!is_open(newsroom, &old).await && is_open(newsroom, &token).await);
        for wrong in ["", "x", &"A".repeat(43), &"\u{0}".repeat(50_000)] {
            assert!(!is_open(newsroom, wrong).await);
            assert_eq!(finish(newsroom, wrong, &site(), "ada@giornale.example").await.err(), Some(closed()));
        }
        // What is refused costs nothing: the token is still good.
        let refused = finish(newsroom, &token, &site(), "ada").await;
        assert_eq!(refused.err(), Some(AppError::invalid("email", "people-email-wrong")));
        let refused = finish(newsroom, &token, "{\"name\": \"\"}", "ada@giornale.example").await;
        assert_eq!(refused.err(), Some(AppError::invalid("name", "settings-name-missing")));
        assert!(finish(newsroom, &token, "not JSON", "ada@giornale.example").await.is_err());

        let opened = finish(newsroom, &token, &site(), "ada@giornale.example").await.expect("it is founded");
        assert_eq!((opened.me.role, opened.me.name.as_str(), opened.me.lang.as_str()), (Role::Admin, "Ada Neri", "en"));
        assert!(newsroom.sessions().find(&opened.token).await.expect("it reads").is_some());
        assert_eq!((newsroom.site().name.as_str(), newsroom.site().lang.as_str()), ("La Voce", "en"));
        let tree = newsroom.sections().tree().await.expect("it reads");
        let names: Vec<&str> = tree.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["Cronaca", "Sport"]);
        assert_eq!(tree[1].children[0].path, "/sport/ciclismo/");

        assert!(!is_open(newsroom, &token).await);
        assert_eq!(finish(newsroom, &token, &site(), "bruno@giornale.example").await.err(), Some(closed()));
        assert_eq!(newsroom.wizard().token().await.expect("it reads"), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_who_finish_at_once_one_founds_the_paper() {
    Paper::each(|paper| async move {
        let there = paper.another_node().await;
        let token = paper.newsroom.wizard().token().await.expect("it is made").expect("nobody has an account");
        let nodes = [&paper.newsroom, &there, &paper.newsroom, &there];
        let all = nodes.iter().enumerate().map(|(number, newsroom)| {
            let token = token.clone();
            async move { finish(newsroom, &token, &site(), &format!("a{number}@giornale.example")).await }
        });
        let done = futures::future::join_all(all).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1, "{done:?}");
        assert!(done.iter().filter_map(|one| one.as_ref().err()).all(|why| *why == closed()));
        assert_eq!(paper.newsroom.people().list(&Actor::Operator).await.expect("it lists").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_from_the_command_line_ends_the_wizard() {
    Paper::each(|paper| async move {
        let token = paper.newsroom.wizard().token().await.expect("it is made").expect("nobody has an account");
        paper.person("ada", Role::Admin).await;
        assert!(!is_open(&paper.newsroom, &token).await);
        assert_eq!(finish(&paper.newsroom, &token, &site(), "b@giornale.example").await.err(), Some(closed()));
    })
    .await;
}

#[tokio::test]
async fn sections_are_set_by_name() {
    Paper::each(|paper| async move {
        let sections = paper.newsroom.sections();
        let desk = Actor::Operator;
        let sport = sections.set(&desk, "Sport", "", "Gare e campioni.", 3).await.expect("it is made");
        let again = sections.set(&desk, " sport ", "", "", 5).await.expect("it is changed");
        assert_eq!(sport, again);
        sections.set(&desk, "Ciclismo", "Sport", "", 1).await.expect("it is made");
        let tree = sections.tree().await.expect("it reads");
        assert_eq!((tree.len(), tree[0].colour, tree[0].description.as_deref()), (1, 5, None));
        assert_eq!(tree[0].children[0].path, "/sport/ciclismo/");
        let refused = async |name: &str, parent: &str, description: &str, colour| match sections
            .set(&desk, name, parent, description, colour)
            .await
            .map_err(Error::into_app)
        {
            Err(AppError::Invalid { field, .. }) => field,
            other => format!("{other:?}"),
        };
        assert_eq!(refused("", "", "", 0).await, "name");
        assert_eq!(refused("a/b", "", "", 0).await, "name");
        assert_eq!(refused(&"a".repeat(81), "", "", 0).await, "name");
        assert_eq!(refused("Vela", "Nessuna", "", 0).await, "parent");
        assert_eq!(refused("Vela", "", &"a".repeat(301), 0).await, "description");
        assert_eq!(refused("Vela", "", "", 12).await, "colour");
        assert_eq!(refused("Vela", "", "", u32::MAX).await, "colour");
    })
    .await;
}
