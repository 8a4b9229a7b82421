use model::{Actor, AppError, Listing};
use newsroom::{ChangeKind, LibraryEntry};

use crate::harness::Paper;

#[tokio::test]
async fn an_author_is_made_by_the_first_article_they_sign() {
    Paper::each(|paper| async move {
        let id = paper.article("La diga").by("Anna Rossi").by("Luca D’Amico").published().await;
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        let names: Vec<_> = article.byline.iter().map(|credit| (credit.name.as_str(), credit.slug.as_str())).collect();
        assert_eq!(names, [("Anna Rossi", "anna-rossi"), ("Luca D’Amico", "luca-d-amico")]);

        let author = paper.newsroom.bylines().by_slug("luca-d-amico").await.expect("it is read").expect("it is there");
        assert_eq!(
            (author.name.as_str(), author.role, author.bio, author.portrait),
            ("Luca D’Amico", None, None, None)
        );
        let page = paper.newsroom.articles().list(&Listing::Author(author.id), 1).await.expect("it is listed");
        assert_eq!((page.total, page.items[0].id), (1, id));
        assert_eq!(page.items[0].byline, "Anna Rossi, Luca D’Amico");
        assert_eq!(paper.newsroom.bylines().by_slug("nessuno\0").await.expect("it is read"), None);
    })
    .await;
}

#[tokio::test]
async fn describing_an_author_changes_what_their_articles_say_of_them() {
    Paper::each(|paper| async move {
        let id = paper.article("La diga").by("Anna Rossi").published().await;
        let before = paper.newsroom.changes().latest().await.expect("there are changes");
        let bylines = paper.newsroom.bylines();
        let author = bylines
            .describe(&Actor::Operator, " Anna Rossi ", Some("a-rossi"), Some("Inviata"), Some("Scrive di acqua."))
            .await
            .expect("she is described");
        let new = bylines.describe(&Actor::Operator, "Zoe", Some("la-zoe"), None, None).await.expect("she is made");

        let found = bylines.by_slug("anna-rossi").await.expect("it is read").expect("she keeps her slug");
        assert_eq!(
            (found.id, found.role.as_deref(), found.bio.as_deref()),
            (author, Some("Inviata"), Some("Scrive di acqua."))
        );
        assert_eq!(bylines.by_slug("la-zoe").await.expect("it is read").map(|zoe| zoe.id), Some(new));
        let article =
            paper.newsroom.articles().get(&Actor::Reader, id).await.expect("it is read").expect("it is there");
        assert_eq!(article.byline[0].role.as_deref(), Some("Inviata"));
        let changes = paper.newsroom.changes().since(before).await.expect("there are changes");
        let changes: Vec<_> = changes.iter().map(|change| (change.kind, change.subject)).collect();
        assert_eq!(changes, [(ChangeKind::Author, author.0), (ChangeKind::Author, new.0)]);
    })
    .await;
}

#[tokio::test]
async fn an_authors_portrait_is_a_picture_of_the_library() {
    Paper::each(|paper| async move {
        let mut file = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(300, 400).write_to(&mut file, image::ImageFormat::Png).expect("a picture is written");
        let picture =
            paper.newsroom.pictures().store(file.into_inner(), LibraryEntry::default()).await.expect("it is stored");
        paper.article("La diga").by("Anna").by("Luca").published().await;
        let mut database = paper.database().await;
        for (slug, portrait) in [("anna", picture.hash.as_str()), ("luca", "lost")] {
            sqlx::query("update authors set portrait = $2 where slug = $1")
                .bind(slug)
                .bind(portrait)
                .execute(&mut database)
                .await
                .expect("it is set");
        }
        let bylines = paper.newsroom.bylines();
        let anna = bylines.by_slug("anna").await.expect("it is read").expect("she is there");
        assert_eq!(anna.portrait, Some(picture));
        let luca = bylines.by_slug("luca").await.expect("it is read").expect("he is there");
        assert_eq!(luca.portrait, None, "a portrait that is lost does no harm");
    })
    .await;
}

#[tokio::test]
async fn two_authors_whose_names_read_alike_have_two_pages() {
    Paper::each(|paper| async move {
        paper.article("Uno").by("Nicolò Fo").published().await;
        paper.article("Due").by("Nicolo Fo").published().await;
        paper.article("Tre").by("NICOLÒ FO").published().await;
        let bylines = paper.newsroom.bylines();
        let slugs = ["nicolo-fo", "nicolo-fo-2", "nicolo-fo-3"];
        let mut names = Vec::new();
        for slug in slugs {
            names.push(bylines.by_slug(slug).await.expect("it is read").map(|author| author.name));
        }
        assert_eq!(names, [Some("Nicolò Fo".to_owned()), Some("Nicolo Fo".to_owned()), None]);
    })
    .await;
}

#[tokio::test]
async fn readers_describe_nobody_and_nobody_is_nameless() {
    Paper::each(|paper| async move {
        let bylines = paper.newsroom.bylines();
        let refused = bylines.describe(&Actor::Reader, "Anna", None, None, None).await.map_err(AppError::from);
        assert_eq!(refused, Err(AppError::Forbidden));
        let refused = bylines.describe(&Actor::Operator, "  ", None, None, None).await.map_err(AppError::from);
        assert!(matches!(refused, Err(AppError::Invalid { field, .. }) if field == "name"));
    })
    .await;
}
