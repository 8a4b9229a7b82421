//! Habits that hide trouble: lints silenced for good, panics without a reason, work put off, tests that do not test.

use crate::tree::{File, all, check, forbid, within};

const RUST: [&str; 6] = ["app/", "crates/", "frontend/", "server/", "xtask/src/", "xtask/tests/"];

#[test]
fn a_lint_is_expected_with_a_reason_or_obeyed() {
    forbid(
        within(&RUST, "rs"),
        &["#[allow(", "#![allow("],
        "write #[expect(lint, reason = \"…\")], or follow the lint",
    );
    check(within(&RUST, "rs").flat_map(|file| {
        let bare = file
            .code()
            .filter(|(_, code)| code.contains("[expect(") && code.ends_with(")]") && !code.contains("reason = \""));
        bare.map(|(line, _)| format!("{}:{line}: an #[expect] says its reason", file.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn a_panic_says_what_was_taken_for_granted() {
    forbid(within(&RUST, "rs"), &[".unwrap()", ".unwrap_err()"], "use expect(\"the invariant\"), or handle it");
}

#[test]
fn nothing_is_put_off() {
    let words = ["todo!(", "unimplemented!(", "dbg!("];
    forbid(within(&RUST, "rs"), &words, "finish it, or leave it out");
    // In comments too.
    let signs = ["TODO", "FIXME", "XXX"];
    let sources = all()
        .filter(|file| ["rs", "ts", "mjs", "css", "md", "toml", "ftl"].iter().any(|kind| file.has_extension(kind)));
    check(sources.flat_map(|file| {
        let found =
            file.lines().filter_map(|(line, text)| Some((line, signs.iter().find(|sign| text.contains(**sign))?)));
        found
            .map(|(line, sign)| format!("{}:{line}: {sign}: finish it, or open an issue", file.path))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn every_test_runs() {
    forbid(within(&RUST, "rs"), &["#[ignore"], "a test that does not run is no test");
    let words = [".only(", ".fixme(", "test.fail(", "describe.skip("];
    forbid(within(&["end2end/"], "ts"), &words, "a test that does not run is no test");
    // A test may skip itself under a condition, and says why.
    let explained = |code: &str| code.contains("test.skip(") && !code.contains("test.skip(\"") && code.contains(", \"");
    check(within(&["end2end/"], "ts").flat_map(|file| {
        let bare = file.code().filter(|(_, code)| code.contains("test.skip(") && !explained(code));
        bare.map(|(line, _)| format!("{}:{line}: write test.skip(condition, \"reason\") on one line", file.path))
            .collect::<Vec<_>>()
    }));
}

#[test]
fn no_test_waits_for_the_clock() {
    forbid(within(&["end2end/"], "ts"), &["waitForTimeout", "setTimeout("], "wait for what the reader sees");
    let tests = within(&RUST, "rs").filter(|file: &&File| file.path.contains("/tests/"));
    forbid(tests, &["thread::sleep(", "time::sleep("], "advance the paper's clock, or wait for the event itself");
}
