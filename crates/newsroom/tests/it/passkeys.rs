use model::{Actor, AppError, PasskeyId, Role};
use newsroom::{Error, Newsroom, Opened, Reader};
use serde_json::{Value, json};
use webauthn_authenticator_rs::AuthenticatorBackend;
use webauthn_authenticator_rs::softpasskey::SoftPasskey;
use webauthn_rs::prelude::Url;

use crate::harness::{BASE_URL, Paper, reader};

const OPERATOR: Actor = Actor::Operator;

/// A browser with a device that keeps one passkey, in software.
struct Device {
    keeper: SoftPasskey,
    origin: Url,
    handle: Value,
    credential: Value,
}

impl Device {
    fn new() -> Self {
        let origin = Url::parse(BASE_URL).expect("an address");
        Self { keeper: SoftPasskey::new(true), origin, handle: Value::Null, credential: Value::Null }
    }

    /// What the browser answers to the options for `navigator.credentials.create`.
    fn create(&mut self, options: &str) -> String {
        let mut options: Value = serde_json::from_str(options).expect("JSON");
        assert_eq!(options["publicKey"]["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["publicKey"]["authenticatorSelection"]["userVerification"], "required");
        // The device in software keeps every key, and does not know that it may be asked to.
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(false);
        self.handle = options["publicKey"]["user"]["id"].clone();
        let options = serde_json::from_value(options).expect("options");
        let made = self.keeper.register(&self.origin, options);
        self.credential = made["rawId"].clone();
        made.to_string()
    }

    /// What the browser answers to the options for `navigator.credentials.get`.
    fn get(&mut self, options: &str) -> String {
        let mut options: Value = serde_json::from_str(options).expect("JSON");
        assert_eq!(options["publicKey"]["allowCredentials"], json!([]));
        options["publicKey"]["allowCredentials"] = json!([{ "type": "public-key", "id": self.credential }]);
        let options = serde_json::from_value(options).expect("options");
        let mut proof = self.keeper.prove(&self.origin, options);
        proof["response"]["userHandle"] = self.handle.clone();
        proof.to_string()
    }
}

trait Browser {
    fn register(&mut self, origin: &Url, options: webauthn_rs::prelude::CreationChallengeResponse) -> Value;
    fn prove(&mut self, origin: &Url, options: webauthn_rs::prelude::RequestChallengeResponse) -> Value;
}

impl Browser for SoftPasskey {
    fn register(&mut self, origin: &Url, options: webauthn_rs::prelude::CreationChallengeResponse) -> Value {
        let made = self.perform_register(origin.clone(), options.public_key, 60_000).expect("the device makes one");
        serde_json::to_value(made).expect("plain data")
    }

    fn prove(&mut self, origin: &Url, options: webauthn_rs::prelude::RequestChallengeResponse) -> Value {
        let proof = self.perform_auth(origin.clone(), options.public_key, 60_000).expect("the device has it");
        serde_json::to_value(proof).expect("plain data")
    }
}

/// Makes a passkey and keeps it.
async fn keep(paper: &Paper, who: &Actor, name: &str) -> Device {
    let mut device = Device::new();
    let options = paper.newsroom.passkeys().begin(who).await.expect("it begins");
    let made = device.create(&options);
    paper.newsroom.passkeys().keep(who, name, &made).await.expect("it is kept");
    device
}

async fn sign_in(newsroom: &Newsroom, from: &Reader, credential: &str) -> Result<Opened, AppError> {
    newsroom.passkeys().sign_in(from, credential).await.map_err(Error::into_app)
}

fn refusal(key: &str) -> AppError {
    AppError::invalid("credential", key)
}

#[tokio::test]
async fn a_passkey_signs_in_by_itself_and_counts_as_two_factors() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let mut device = keep(&paper, &ada, "Il mio telefono").await;
        let me = paper.newsroom.people().me(&ada).await.expect("it reads");
        assert_eq!((me.passkeys.len(), me.passkeys[0].name.as_str()), (1, "Il mio telefono"));
        assert_eq!(me.passkeys[0].used_at, None);
        assert!(paper.newsroom.people().list(&OPERATOR).await.expect("it lists")[0].second_factor);

        for _ in 0..3 {
            let options = paper.newsroom.passkeys().challenge(&reader(1)).expect("a challenge");
            let opened = sign_in(&paper.newsroom, &reader(1), &device.get(&options)).await.expect("she is in");
            assert_eq!(Some(opened.me.id), ada.user());
            assert_eq!(opened.me.passkeys[0].used_at, Some(paper.clock.now()));
            assert!(paper.newsroom.sessions().find(&opened.token).await.expect("it reads").is_some());
        }
    })
    .await;
}

#[tokio::test]
async fn a_challenge_is_answered_once_soon_and_by_whoever_asked() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let mut device = keep(&paper, &ada, "Chiavetta").await;
        let challenge = || paper.newsroom.passkeys().challenge(&reader(1));

        let answer = device.get(&challenge().expect("a challenge"));
        assert!(sign_in(&paper.newsroom, &reader(1), &answer).await.is_ok());
        assert_eq!(sign_in(&paper.newsroom, &reader(1), &answer).await.err(), Some(refusal("people-passkey-late")));

        let answer = device.get(&challenge().expect("a challenge"));
        assert_eq!(sign_in(&paper.newsroom, &reader(2), &answer).await.err(), Some(refusal("people-passkey-late")));

        let answer = device.get(&challenge().expect("a challenge"));
        paper.clock.advance(5 * 60_000);
        assert_eq!(sign_in(&paper.newsroom, &reader(1), &answer).await.err(), Some(refusal("people-passkey-late")));

        // One network cannot crowd out the others.
        let mine = challenge().expect("a challenge");
        for _ in 0..1_500 {
            paper.newsroom.passkeys().challenge(&reader(9)).expect("a challenge");
        }
        assert!(sign_in(&paper.newsroom, &reader(1), &device.get(&mine)).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn what_was_tampered_with_opens_nothing() {
    Paper::each(|paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let mut device = keep(&paper, &ada, "Chiavetta").await;
        let mut from = 0;
        let mut tampered = async |change: &dyn Fn(&mut Value)| {
            from += 1;
            let options = paper.newsroom.passkeys().challenge(&reader(from)).expect("a challenge");
            let mut answer: Value = serde_json::from_str(&device.get(&options)).expect("JSON");
            change(&mut answer);
            sign_in(&paper.newsroom, &reader(from), &answer.to_string()).await.err()
        };
        let signature = tampered(&|answer| answer["response"]["signature"] = json!("AAAA")).await;
        assert_eq!(signature, Some(refusal("people-passkey-unknown")));
        let credential = tampered(&|answer| answer["rawId"] = json!("AAAA")).await;
        assert_eq!(credential, Some(refusal("people-passkey-unknown")));
        let handle = tampered(&|answer| answer["response"]["userHandle"] = json!("AAAAAAAAAAAAAAAAAAAAAA")).await;
        assert_eq!(handle, Some(refusal("people-passkey-unknown")));
        let nobody = tampered(&|answer| answer["response"]["userHandle"] = Value::Null).await;
        assert_eq!(nobody, Some(refusal("people-passkey-wrong")));
        let data = tampered(&|answer| answer["response"]["authenticatorData"] = json!("AAAA")).await;
        assert_eq!(data, Some(refusal("people-passkey-unknown")));
        let client = tampered(&|answer| answer["response"]["clientDataJSON"] = json!("AAAA")).await;
        assert_eq!(client, Some(refusal("people-passkey-late")));

        let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
        for (number, odd) in ["", "{}", "[]", "null", "\u{0}", "{\"id\":1}", deep.as_str()].into_iter().enumerate() {
            let answer = sign_in(&paper.newsroom, &reader(100 + number as u32), odd).await;
            assert_eq!(answer.err(), Some(refusal("people-passkey-wrong")));
            let kept = paper.newsroom.passkeys().keep(&ada, "Altra", odd).await.map_err(Error::into_app);
            assert_eq!(kept.err(), Some(refusal("people-passkey-wrong")));
        }
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_made_by_whoever_began_and_belongs_to_one() {
    Paper::each(|paper| async move {
        let (ada, bruno) = (paper.staff("ada", Role::Author).await, paper.staff("bruno", Role::Author).await);
        let passkeys = paper.newsroom.passkeys();
        let mut device = Device::new();
        let made = device.create(&passkeys.begin(&ada).await.expect("it begins"));
        let stolen = passkeys.keep(&bruno, "Mia", &made).await.map_err(Error::into_app);
        assert_eq!(stolen.err(), Some(refusal("people-passkey-late")));
        passkeys.begin(&bruno).await.expect("it begins");
        let stolen = passkeys.keep(&bruno, "Mia", &made).await.map_err(Error::into_app);
        assert_eq!(stolen.err(), Some(refusal("people-passkey-wrong")));
        passkeys.keep(&ada, "Mia", &made).await.expect("it is hers");
        let twice = passkeys.keep(&ada, "Mia", &made).await.map_err(Error::into_app);
        assert_eq!(twice.err(), Some(refusal("people-passkey-late")));

        let late = device.create(&passkeys.begin(&ada).await.expect("it begins"));
        paper.clock.advance(5 * 60_000);
        let late = passkeys.keep(&ada, "Tarda", &late).await.map_err(Error::into_app);
        assert_eq!(late.err(), Some(refusal("people-passkey-late")));
    })
    .await;
}

#[tokio::test]
async fn a_passkey_that_was_taken_away_opens_nothing() {
    Paper::each(|paper| async move {
        let (ada, bruno) = (paper.staff("ada", Role::Author).await, paper.staff("bruno", Role::Author).await);
        let passkeys = paper.newsroom.passkeys();
        let mut device = keep(&paper, &ada, "Chiavetta").await;
        let id = paper.newsroom.people().me(&ada).await.expect("it reads").passkeys[0].id;
        let gone = |answer: newsroom::Result<()>| answer.map_err(Error::into_app).err();
        assert_eq!(gone(passkeys.remove(&bruno, id).await), Some(AppError::NotFound));
        assert_eq!(gone(passkeys.remove(&Actor::Reader, id).await), Some(AppError::SignInRequired));
        assert_eq!(gone(passkeys.remove(&ada, PasskeyId(99)).await), Some(AppError::NotFound));

        let user = ada.user().expect("an account");
        paper.newsroom.people().suspend(&OPERATOR, user, true).await.expect("it is done");
        let answer = device.get(&passkeys.challenge(&reader(1)).expect("a challenge"));
        assert_eq!(sign_in(&paper.newsroom, &reader(1), &answer).await.err(), Some(refusal("people-passkey-unknown")));
        paper.newsroom.people().suspend(&OPERATOR, user, false).await.expect("it is done");

        passkeys.remove(&ada, id).await.expect("it is hers");
        let answer = device.get(&passkeys.challenge(&reader(2)).expect("a challenge"));
        assert_eq!(sign_in(&paper.newsroom, &reader(2), &answer).await.err(), Some(refusal("people-passkey-unknown")));

        let mut device = keep(&paper, &ada, "Un’altra").await;
        paper.newsroom.people().end_second_factor(&OPERATOR, user).await.expect("it is done");
        let answer = device.get(&passkeys.challenge(&reader(3)).expect("a challenge"));
        assert_eq!(sign_in(&paper.newsroom, &reader(3), &answer).await.err(), Some(refusal("people-passkey-unknown")));
    })
    .await;
}

#[tokio::test]
async fn without_a_domain_there_are_no_passkeys() {
    Paper::each(|mut paper| async move {
        let ada = paper.staff("ada", Role::Author).await;
        let unavailable = AppError::Conflict { message: "people-passkeys-unavailable".to_owned() };
        for (base_url, there) in [
            ("http://127.0.0.1:3000", false),
            ("https://192.0.2.1", false),
            ("http://giornale.example", false),
            ("", false),
            ("http://localhost:3000", true),
            ("https://giornale.example:8443", true),
        ] {
            base_url.clone_into(&mut paper.config.base_url);
            let newsroom = paper.another_node().await;
            let begun = newsroom.passkeys().begin(&ada).await.map_err(Error::into_app);
            assert_eq!(begun.err(), (!there).then(|| unavailable.clone()), "{base_url}");
            let asked = newsroom.passkeys().challenge(&reader(1)).map_err(Error::into_app);
            assert_eq!(asked.is_ok(), there, "{base_url}");
            assert_eq!(newsroom.passkeys().domain().is_some(), there, "{base_url}");
        }
    })
    .await;
}
