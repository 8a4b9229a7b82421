//! Letters by SMTP, sent beside the request that asked for them.

use std::time::Duration;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::sync::{mpsc, watch};

/// How mail is sent.
#[derive(Clone, Debug)]
pub struct MailConfig {
    /// The server: `smtps://user:password@host`, or `smtp://host:587?tls=required`.
    pub url: String,
    /// Who it is from: `Name <address>`.
    pub from: String,
    /// Finds the words for a letter.
    pub words: fn(&Letter) -> Words,
}

/// A letter with a link by which somebody chooses a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Whether it is an invitation: a first password, good for seven days. Else another one, good for two hours.
    pub first: bool,
    /// The language of whoever gets it: `it` or `en`.
    pub lang: String,
    /// The paper's name.
    pub paper: String,
    /// The name of whoever gets it.
    pub name: String,
    /// Their address.
    pub email: String,
    /// The link, whole.
    pub link: String,
}

/// The words of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its subject, one line.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
}

/// How many letters may wait.
const WAITING: usize = 200;

/// How long to wait before a letter is tried again; then it is given up, and the log says so.
const AGAIN: [Duration; 3] = [Duration::from_secs(5), Duration::from_mins(1), Duration::from_mins(10)];

/// How long the server may take for one.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where letters are posted. They wait in memory: what the server does not take before the process ends is lost.
#[derive(Debug)]
pub(crate) struct Mail {
    letters: mpsc::Sender<Letter>,
    /// How many are not delivered and not given up.
    under_way: watch::Sender<usize>,
}

impl Mail {
    /// Checks the settings, and starts what sends.
    pub(crate) fn open(config: MailConfig) -> Result<Self, String> {
        let from: Mailbox = config.from.parse().map_err(|why| format!("smtp.from: {:?}: {why}", config.from))?;
        // The address holds a password: it is not repeated.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.url)
            .map_err(|why| format!("smtp.url is not an address of a mail server: {why}"))?
            .timeout(Some(PATIENCE))
            .build();
        let (letters, mut waiting) = mpsc::channel::<Letter>(WAITING);
        let under_way = watch::Sender::new(0);
        let done = under_way.clone();
        tokio::spawn(async move {
            while let Some(letter) = waiting.recv().await {
                let (transport, done) = (transport.clone(), done.clone());
                let message = write(&from, &letter, (config.words)(&letter));
                tokio::spawn(async move {
                    match message {
                        Ok(message) => deliver(transport, message).await,
                        Err(why) => tracing::error!(%why, "a letter could not be written"),
                    }
                    done.send_modify(|letters| *letters -= 1);
                });
            }
        });
        Ok(Self { letters, under_way })
    }

    /// Posts a letter.
    pub(crate) fn send(&self, letter: Letter) {
        self.under_way.send_modify(|letters| *letters += 1);
        if self.letters.try_send(letter).is_err() {
            self.under_way.send_modify(|letters| *letters -= 1);
            tracing::error!("a letter was not sent: {WAITING} are waiting already");
        }
    }

    /// Waits for what is under way, as long as a server may take for one letter.
    pub(crate) async fn close(&self) {
        let mut under_way = self.under_way.subscribe();
        if tokio::time::timeout(PATIENCE, under_way.wait_for(|letters| *letters == 0)).await.is_err() {
            tracing::error!("letters were not sent before the end; their links can be made again");
        }
    }
}

fn write(from: &Mailbox, letter: &Letter, words: Words) -> Result<Message, String> {
    let address = letter.email.parse().map_err(|why| format!("{why}"))?;
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(letter.name.clone()), address))
        .subject(words.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(words.text)
        .map_err(|why| why.to_string())
}

async fn deliver(transport: AsyncSmtpTransport<Tokio1Executor>, message: Message) {
    for pause in AGAIN.into_iter().map(Some).chain([None]) {
        match (transport.send(message.clone()).await, pause) {
            (Ok(_), _) => return,
            (Err(why), Some(pause)) if !why.is_permanent() => {
                tracing::warn!(%why, "a letter was not sent; it is tried again in {} s", pause.as_secs());
                tokio::time::sleep(pause).await;
            }
            (Err(why), _) => {
                tracing::error!(%why, "a letter was not sent");
                return;
            }
        }
    }
}
