//! A paper to test with: fresh, empty, on a clock that stands until it is moved.

use std::net::{IpAddr, Ipv4Addr};
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Once};

use futures::FutureExt;
use model::{
    Actor, ArticleId, EditionArticle, EditionComment, ImportReport, Millis, NewPerson, Password, Role, Staff,
    StoryFilter, StoryState, User, UserId,
};
use newsroom::{Clock, Config, ImportOptions, Newsroom, Reader};
use sqlx::any::install_default_drivers;
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Executor};
use tempfile::TempDir;

/// What time it is when a test begins: a Monday morning in Rome.
pub const START: &str = "2026-03-02T09:00:00+01:00";

/// Where the paper of a test says it is.
pub const BASE_URL: &str = "https://giornale.example";

/// The password of everybody in a test.
pub const PASSWORD: &str = "una frase lunga";

/// Where to find a PostgreSQL server whose user may create databases, as `postgres://user@host:port/database`.
const SERVER: &str = "REDAZIONE_TEST_DATABASE_URL";

/// A paper. Clones are the same paper.
#[derive(Clone)]
pub struct Paper {
    pub newsroom: Newsroom,
    pub clock: Clock,
    pub config: Config,
    folder: Arc<TempDir>,
}

impl Paper {
    /// Runs a test on an empty SQLite paper, then on an empty PostgreSQL paper where there is a server.
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests names their server")]
    pub async fn each<Test>(test: impl Fn(Self) -> Test)
    where
        Test: Future<Output = ()>,
    {
        let paper = Self::open(None).await;
        test(paper.clone()).await;
        paper.newsroom.close().await.expect("the paper closes");

        let Ok(server) = std::env::var(SERVER) else { return say_that_postgres_is_skipped() };
        let database = Database::create(&server).await;
        let outcome = AssertUnwindSafe(async {
            let paper = Self::open(Some(database.url.clone())).await;
            test(paper.clone()).await;
            paper.newsroom.close().await.expect("the paper closes");
        })
        .catch_unwind()
        .await;
        database.drop().await;
        outcome.unwrap_or_else(|panic| resume_unwind(panic));
    }

    async fn open(database_url: Option<String>) -> Self {
        let folder = Arc::new(TempDir::new().expect("a temporary folder"));
        let clock = Clock::manual(at(START));
        let config = Config {
            data: folder.path().to_owned(),
            database_url,
            clock: clock.clone(),
            base_url: BASE_URL.to_owned(),
            mail: None,
        };
        let newsroom = Newsroom::open(config.clone()).await.expect("an empty paper opens");
        Self { newsroom, clock, config, folder }
    }

    /// Opens the same paper once more, as another process would.
    pub async fn another_node(&self) -> Newsroom {
        Newsroom::open(self.config.clone()).await.expect("the paper opens twice")
    }

    /// A connection of the test's own, to look behind the newsroom's back.
    pub async fn database(&self) -> AnyConnection {
        let file = || format!("sqlite://{}", self.folder.path().join("redazione.db").display());
        let url = self.config.database_url.clone().unwrap_or_else(file);
        AnyConnection::connect(&url).await.expect("the database opens")
    }

    /// Moves the clock to a moment.
    pub fn at(&self, moment: &str) {
        self.clock.advance(at(moment).0 - self.clock.now().0);
    }

    /// Gives somebody an account. Their address is `name@giornale.example`, their password [`PASSWORD`].
    pub async fn person(&self, name: &str, role: Role) -> User {
        let new = NewPerson::parse(&format!("{name}@giornale.example"), name, role.as_str()).expect("a person");
        let password = Password::parse("password", PASSWORD).expect("a password");
        self.newsroom.people().add(&Actor::Operator, &new, &password).await.expect("the address is free")
    }

    /// Gives somebody an account, and is them.
    pub async fn staff(&self, name: &str, role: Role) -> Actor {
        let id = self.person(name, role).await.id;
        Actor::Staff(Staff { id, name: name.to_owned(), role })
    }

    /// Begins an article. It is in the section "Cronaca" and says something, until told otherwise.
    pub fn article(&self, headline: &str) -> ArticleBuilder<'_> {
        ArticleBuilder {
            paper: self,
            article: EditionArticle {
                reference: headline.to_owned(),
                lang: "it".to_owned(),
                headline: headline.to_owned(),
                section: "Cronaca".to_owned(),
                html: Some(format!("<p>{headline}, in breve.</p>")),
                ..EditionArticle::default()
            },
        }
    }

    /// Somebody of the staff: the `number`th account, in this role.
    pub async fn account(&self, number: i64, role: Role) -> Actor {
        let name = format!("Persona {number}");
        let insert = sqlx::query(
            "insert into users (id, email, name, role, lang, created_at) values ($1, $2, $3, $4, 'it', 0)
             on conflict (id) do nothing",
        );
        let insert = insert.bind(number).bind(format!("{number}@giornale.example")).bind(&name).bind(role.as_str());
        insert.execute(&mut self.database().await).await.expect("somebody gets an account");
        Actor::Staff(Staff { id: UserId(number), name, role })
    }

    /// Begins a story on the desk: a headline, and the imported body put under it.
    pub async fn story(&self, actor: &Actor, headline: &str) -> ArticleId {
        let story = self.newsroom.stories().begin(actor, headline, "").await.expect("it is begun");
        let mut database = self.database().await;
        let working: String = sqlx::query_scalar("select working from articles where id = $1")
            .bind(story.line.id.0)
            .fetch_one(&mut database)
            .await
            .expect("it is there");
        let mut content: model::ArticleContent = serde_json::from_str(&working).expect("it is a content");
        content.body = serde_json::from_value(serde_json::json!([
            {"type": "paragraph", "content": [{"type": "text", "text": format!("{headline}, in breve.")}]}
        ]))
        .expect("it is a body");
        sqlx::query("update articles set working = $2 where id = $1")
            .bind(story.line.id.0)
            .bind(serde_json::to_string(&content).expect("a content is plain data"))
            .execute(&mut database)
            .await
            .expect("it is written");
        story.line.id
    }

    /// The ids of the stories that somebody sees in a state, latest edited first.
    pub async fn stories_of(&self, actor: &Actor, state: Option<StoryState>) -> Vec<ArticleId> {
        let filter = StoryFilter { state, ..StoryFilter::default() };
        let page = self.newsroom.stories().list(actor, &filter, "").await.expect("it is listed");
        page.lines.iter().map(|line| line.id).collect()
    }

    /// Imports the lines of an edition file and publishes them.
    pub async fn import(&self, lines: &str) -> ImportReport {
        self.bring_in(lines, true).await
    }

    async fn bring_in(&self, lines: &str, publish: bool) -> ImportReport {
        let options = ImportOptions { publish, ..ImportOptions::default() };
        self.newsroom
            .imports()
            .jsonl(&Actor::Operator, lines.as_bytes(), &options)
            .await
            .expect("the lines are imported")
    }
}

/// An article in the making.
pub struct ArticleBuilder<'a> {
    paper: &'a Paper,
    article: EditionArticle,
}

impl ArticleBuilder<'_> {
    /// Gives it another headline; it stays the same article.
    pub fn titled(mut self, headline: &str) -> Self {
        headline.clone_into(&mut self.article.headline);
        self
    }

    /// Puts it in a section, `Name` or `Name/Subsection`.
    pub fn in_section(mut self, section: &str) -> Self {
        section.clone_into(&mut self.article.section);
        self
    }

    /// Adds a tag.
    pub fn tagged(mut self, tag: &str) -> Self {
        self.article.tags.push(tag.to_owned());
        self
    }

    /// Adds somebody who signs.
    pub fn by(mut self, author: &str) -> Self {
        self.article.authors.push(author.to_owned());
        self
    }

    /// Gives it a body, as HTML.
    pub fn saying(mut self, html: &str) -> Self {
        self.article.html = Some(html.to_owned());
        self
    }

    /// Makes it the version of another article, named by its headline, in another language.
    pub fn translating(mut self, headline: &str, lang: &str) -> Self {
        self.article.translation_of = Some(headline.to_owned());
        lang.clone_into(&mut self.article.lang);
        self
    }

    /// Dates its first publication, RFC 3339; else it is what the clock says.
    pub fn dated(mut self, moment: &str) -> Self {
        self.article.published_at = Some(moment.to_owned());
        self
    }

    /// Brings readings along.
    pub fn read_before(mut self, times: i64) -> Self {
        self.article.views = Some(times);
        self
    }

    /// Brings a comment along.
    pub fn with_comment(mut self, comment: EditionComment) -> Self {
        self.article.comments.push(comment);
        self
    }

    /// Keeps it, and publishes it.
    pub async fn published(self) -> ArticleId {
        self.kept(true).await
    }

    /// Keeps it as a draft.
    pub async fn drafted(self) -> ArticleId {
        self.kept(false).await
    }

    async fn kept(self, publish: bool) -> ArticleId {
        let line = serde_json::to_string(&self.article).expect("an article is plain data");
        let report = self.paper.bring_in(&line, publish).await;
        assert_eq!(report.warnings, [], "the article is kept as it is");
        let lines = self.paper.newsroom.articles().lines(&Actor::Operator, None, None, 100_000).await;
        let lines = lines.expect("articles can be listed");
        let kept = lines.iter().find(|line| line.reference.as_ref() == Some(&self.article.reference));
        kept.expect("the article is there").id
    }
}

/// A PostgreSQL database that is there for one test.
struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    async fn create(server: &str) -> Self {
        static CREATED: AtomicU32 = AtomicU32::new(0);
        let name = format!("redazione_test_{}_{}", std::process::id(), CREATED.fetch_add(1, Ordering::Relaxed));
        let (address, options) = server.split_once('?').map_or((server, None), |(address, rest)| (address, Some(rest)));
        let (host, _) = address.rsplit_once('/').expect("the address names a database");
        let url = options.map_or_else(|| format!("{host}/{name}"), |options| format!("{host}/{name}?{options}"));
        let database = Self { server: server.to_owned(), name, url };
        database.tell_server(format!("create database {}", database.name)).await;
        database
    }

    async fn drop(self) {
        self.tell_server(format!("drop database {} with (force)", self.name)).await;
    }

    async fn tell_server(&self, statement: String) {
        install_default_drivers();
        let mut server = AnyConnection::connect(&self.server).await.expect("the PostgreSQL server answers");
        server.execute(AssertSqlSafe(statement)).await.expect("the server does as it is told");
        server.close().await.expect("the connection closes");
    }
}

/// The reader at the `number`th of many addresses, with an ordinary browser.
pub fn reader(number: u32) -> Reader {
    Reader { address: IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + number)), user_agent: FIREFOX.to_owned() }
}

/// What an ordinary browser calls itself.
pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// A moment from RFC 3339.
pub fn at(moment: &str) -> Millis {
    Millis(moment.parse::<jiff::Timestamp>().expect("a moment as RFC 3339 writes it").as_millisecond())
}

fn say_that_postgres_is_skipped() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| eprintln!("PostgreSQL is skipped: {SERVER} is not set"));
}
