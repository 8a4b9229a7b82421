use model::{Actor, Role};
use newsroom::{Config, Letter, MailConfig, Newsroom, Words};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::harness::{BASE_URL, Paper, reader};

const OPERATOR: Actor = Actor::Operator;

fn words(letter: &Letter) -> Words {
    let kind = if letter.first { "welcome" } else { "reset" };
    Words { subject: format!("{kind} to {}", letter.paper), text: format!("{} {}", letter.name, letter.link) }
}

/// A mail server that takes every letter.
async fn mail_server() -> (String, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    let (sender, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (read, mut write) = stream.into_split();
            let sender = sender.clone();
            tokio::spawn(async move {
                let mut lines = BufReader::new(read).lines();
                let mut letter = String::new();
                let mut inside = false;
                let _ = write.write_all(b"220 ready\r\n").await;
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match line.as_str() {
                        "." if inside => {
                            inside = false;
                            // Long lines come folded.
                            let _ = sender.send(std::mem::take(&mut letter).replace("=\n", ""));
                            "250 taken"
                        }
                        _ if inside => {
                            letter.push_str(&line);
                            letter.push('\n');
                            continue;
                        }
                        "DATA" => {
                            inside = true;
                            "354 go on"
                        }
                        _ => "250 good",
                    };
                    let _ = write.write_all(format!("{answer}\r\n").as_bytes()).await;
                }
            });
        }
    });
    (url, letters)
}

/// The same paper, with mail.
async fn with_mail(paper: &Paper, url: &str) -> Newsroom {
    let mail = MailConfig { url: url.to_owned(), from: "La Voce <voce@giornale.example>".to_owned(), words };
    let config = Config { mail: Some(mail), ..paper.config.clone() };
    Newsroom::open(config).await.expect("it opens")
}

#[tokio::test]
async fn links_go_by_mail_where_there_is_mail() {
    Paper::each(|paper| async move {
        let (url, mut letters) = mail_server().await;
        let newsroom = with_mail(&paper, &url).await;
        let ticket = newsroom.people().invite(&OPERATOR, "ada@giornale.example", "Ada Neri", "author").await;
        let ticket = ticket.expect("she is invited");
        assert!(ticket.mailed && ticket.path.is_empty(), "whoever invites does not see the link");
        let letter = letters.recv().await.expect("a letter");
        assert!(letter.contains("From: \"La Voce\" <voce@giornale.example>"), "{letter}");
        assert!(letter.contains("To: \"Ada Neri\" <ada@giornale.example>"), "{letter}");
        assert!(letter.contains("Subject: welcome to Redazione"), "{letter}");
        let (_, token) = letter.trim_end().rsplit_once(&format!("Ada Neri {BASE_URL}/desk/welcome/")).expect("a link");
        assert!(newsroom.people().ticket(&reader(1), token).await.expect("it is good").first);
    })
    .await;
}

#[tokio::test]
async fn whoever_forgot_their_password_gets_one_letter_and_nobody_else_any() {
    Paper::each(|paper| async move {
        let (url, mut letters) = mail_server().await;
        let newsroom = with_mail(&paper, &url).await;
        paper.person("ada", Role::Author).await;
        let bruno = paper.person("bruno", Role::Author).await;
        newsroom.people().suspend(&OPERATOR, bruno.id, true).await.expect("it is done");
        for email in ["nessuno@giornale.example", "bruno@giornale.example", "not an address", ""] {
            newsroom.people().forgot(&reader(1), email).expect("the answer is the same");
        }
        newsroom.people().forgot(&reader(1), " ADA@giornale.example").expect("the answer is the same");
        let letter = letters.recv().await.expect("a letter");
        assert!(letter.contains("To: ada <ada@giornale.example>"), "{letter}");
        assert!(letter.contains(&format!("{BASE_URL}/desk/reset/")), "{letter}");

        // Asking again at once sends nothing; a letter asked for by somebody else comes first.
        newsroom.people().forgot(&reader(1), "ada@giornale.example").expect("the answer is the same");
        newsroom.people().invite(&OPERATOR, "carla@giornale.example", "Carla", "author").await.expect("she is invited");
        assert!(letters.recv().await.expect("a letter").contains("carla@giornale.example"));
        paper.clock.advance(5 * 60_000);
        newsroom.people().forgot(&reader(1), "ada@giornale.example").expect("the answer is the same");
        assert!(letters.recv().await.expect("a letter").contains("ada@giornale.example"));
        // Without mail there is nothing to send, and the answer is the same too.
        paper.newsroom.people().forgot(&reader(1), "ada@giornale.example").expect("the answer is the same");
    })
    .await;
}

#[tokio::test]
async fn mail_that_cannot_work_is_said_at_once() {
    Paper::each(|paper| async move {
        for (url, from, said) in [
            ("smtp://127.0.0.1:25", "nobody", "smtp.from"),
            ("gopher://127.0.0.1", "La Voce <voce@giornale.example>", "smtp.url"),
            ("segreto", "La Voce <voce@giornale.example>", "smtp.url"),
        ] {
            let mail = MailConfig { url: url.to_owned(), from: from.to_owned(), words };
            let refused = Newsroom::open(Config { mail: Some(mail), ..paper.config.clone() }).await;
            let why = refused.expect_err("it is wrong").to_string();
            assert!(why.contains(said) && !why.contains("segreto"), "{why}");
        }
    })
    .await;
}
