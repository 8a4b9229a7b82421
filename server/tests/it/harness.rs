//! A paper behind its router, and the requests that people make.

use std::io::Cursor;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, SET_COOKIE, USER_AGENT};
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode};
use clap::Parser;
use model::{Actor, ArticleId, CommentId, NewPerson, Password, Role, User};
use newsroom::{Clock, Config, ImportOptions, Newsroom};
use serde_json::{Value, json};
use server::boot::{self, Booted};
use server::cli::Cli;
use server::listen::{self, Patience};
use tempfile::TempDir;
use tower::ServiceExt;

/// Where the paper of a test says it is.
pub const BASE_URL: &str = "https://giornale.example";

/// A browser that is no bot.
pub const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// The password of everybody in a test.
pub const PASSWORD: &str = "una frase lunga";

/// A paper that answers, in a folder of its own.
pub struct Site {
    booted: Booted,
    folder: TempDir,
}

/// An answer, read whole.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|why| panic!("{why}: {}", self.body))
    }

    /// A header as text; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Site {
    /// An empty paper.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let config = Config {
            data: folder.path().to_owned(),
            database_url: None,
            clock: Clock::system(),
            base_url: BASE_URL.to_owned(),
            mail: None,
        };
        let options = boot::Options { base_url: BASE_URL.to_owned(), ..boot::Options::default() };
        let newsroom = Newsroom::open(config).await.expect("an empty folder opens");
        let booted = boot::boot(newsroom, &options).await.expect("it boots");
        Self { booted, folder }
    }

    /// A paper with one article, at `/cronaca/una-notizia/`.
    pub async fn with_an_article() -> Self {
        let site = Self::empty().await;
        site.publish(json!({
            "ref": "test/1", "lang": "it", "headline": "Una notizia", "section": "Cronaca", "authors": ["Ada Neri"],
            "tags": ["mare"], "published_at": "2024-05-06T07:08:00Z",
            "html": "<p>Il mare era calmo.</p><h2>Un titoletto</h2><p>Poi venne il vento.</p>",
        }))
        .await;
        site
    }

    /// Publishes an edition line.
    pub async fn publish(&self, line: Value) {
        let options = ImportOptions { publish: true, dry_run: false, media: None, folder: None, progress: None };
        let report = self.newsroom().imports().jsonl(&Actor::Operator, Cursor::new(line.to_string()), &options).await;
        let report = report.expect("the import runs");
        assert_eq!(report.articles.skipped, 0, "{report:?}");
    }

    /// Everything that answers, for tests that listen on a real socket.
    pub fn booted(&self) -> &Booted {
        &self.booted
    }

    /// The folder that holds everything.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Lets it listen with this patience; answers where.
    pub async fn listening(&self, patience: Patience) -> SocketAddr {
        let listener = listen::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (router, cache) = (self.booted.router.clone(), Arc::clone(&self.booted.cache));
        tokio::spawn(listen::serve_within(patience, listener, router, cache, std::future::pending()));
        address
    }

    /// The paper itself.
    pub fn newsroom(&self) -> &Newsroom {
        &self.booted.newsroom
    }

    /// The first article's id.
    pub async fn article(&self) -> ArticleId {
        self.newsroom().articles().latest(1).await.expect("it lists").first().expect("there is one").id
    }

    /// Reads an address as a browser does.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path).header(ACCEPT, "text/html").body(Body::empty()).expect("a request")).await
    }

    /// Calls a server function that reads.
    pub async fn call(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path).body(Body::empty()).expect("a request")).await
    }

    /// Calls a server function that writes, with a form.
    pub async fn post(&self, path: &str, form: &str) -> Answer {
        self.send(form_request(path).body(Body::from(form.to_owned())).expect("a request")).await
    }

    /// Sends a form as a browser without script does.
    pub async fn submit(&self, path: &str, form: &str) -> Answer {
        let request = form_request(path).header(ACCEPT, "text/html,application/xhtml+xml");
        self.send(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    /// Gives somebody an account. Their address is `name@giornale.example`, their password [`PASSWORD`].
    pub async fn person(&self, name: &str, role: Role) -> User {
        let new = NewPerson::parse(&format!("{name}@giornale.example"), name, role.as_str()).expect("a person");
        let password = Password::parse("password", PASSWORD).expect("a password");
        self.newsroom().people().add(&Actor::Operator, &new, &password).await.expect("the address is free")
    }

    /// Gives somebody an account and signs them in, from an address of their own. Answers their cookie.
    pub async fn signed_in(&self, name: &str, role: Role) -> String {
        let user = self.person(name, role).await;
        self.sign_in(name, &[10, 0, 1, user.id.0 as u8]).await
    }

    /// Locks somebody out, whatever they have open.
    pub async fn suspend(&self, name: &str) {
        let people = self.newsroom().people();
        let all = people.list(&Actor::Operator).await.expect("it lists");
        let user = all.iter().find(|user| user.name == name).expect("they have an account").id;
        people.suspend(&Actor::Operator, user, true).await.expect("somebody else runs the paper");
    }

    /// Signs somebody in from an address; answers their cookie.
    pub async fn sign_in(&self, name: &str, address: &[u8; 4]) -> String {
        let form = format!("email={name}%40giornale.example&password={}", PASSWORD.replace(' ', "+"));
        let request = form_request("/api/v1/sessions/sign-in").extension(from(*address));
        let answer = self.send(request.body(Body::from(form)).expect("a request")).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        cookie_of(&answer).expect("whoever signs in gets a cookie")
    }

    /// Calls a server function that reads, with a cookie; an empty one is none.
    pub async fn call_as(&self, cookie: &str, path: &str) -> Answer {
        let request = with_cookie(request(Method::GET, path), cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Calls a server function that writes, with a form from a page of ours and a cookie; an empty one is none.
    pub async fn post_as(&self, cookie: &str, path: &str, form: &str) -> Answer {
        let request = with_cookie(form_request(path).header("sec-fetch-site", "same-origin"), cookie);
        self.send(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    /// Approves a comment and waits until pages know.
    pub async fn approve(&self, id: i64) {
        let comments = self.newsroom().comments();
        comments.decide(&Actor::Operator, CommentId(id), model::CommentState::Approved).await.expect("it is there");
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.booted.router.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body in memory");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Reads an address until its page says `what`; for what follows the change log.
    pub async fn get_until(&self, path: &str, what: impl Fn(&Answer) -> bool) -> Answer {
        loop {
            let answer = self.get(path).await;
            if what(&answer) {
                return answer;
            }
            tokio::task::yield_now().await;
        }
    }
}

/// Types a command; answers whether it was done.
pub async fn typed(data: &Path, words: &str) -> bool {
    let data = data.display().to_string();
    let words = ["redazione", "--data", &data, "--json"].into_iter().chain(words.split(' '));
    let cli = Cli::try_parse_from(words).expect("it is typed as it should be");
    server::run(cli).await.is_ok()
}

/// The paper in a folder, beside whoever else has it open.
pub async fn beside(data: &Path) -> Newsroom {
    let newsroom = Newsroom::open(Config {
        data: data.to_owned(),
        database_url: None,
        clock: Clock::system(),
        base_url: String::new(),
        mail: None,
    });
    newsroom.await.expect("it opens beside others")
}

/// A request with what every browser sends.
pub fn request(method: Method, path: &str) -> Builder {
    Request::builder().method(method).uri(path).header(USER_AGENT, BROWSER)
}

/// The cookie that an answer sets, as the browser will send it.
pub fn cookie_of(answer: &Answer) -> Option<String> {
    let cookie = answer.headers.get(SET_COOKIE)?.to_str().ok()?;
    cookie.split(';').next().map(str::to_owned)
}

/// That a request comes from an address.
pub fn from(address: [u8; 4]) -> ConnectInfo<SocketAddr> {
    ConnectInfo(SocketAddr::from((address, 40_000)))
}

fn with_cookie(request: Builder, cookie: &str) -> Builder {
    if cookie.is_empty() { request } else { request.header(COOKIE, cookie) }
}

/// A form on its way to a server function.
pub fn form_request(path: &str) -> Builder {
    request(Method::POST, path).header(CONTENT_TYPE, "application/x-www-form-urlencoded")
}
