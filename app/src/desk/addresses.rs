//! The addresses of the desk: no other file of it writes one.

/// The desk itself.
pub(crate) const DESK: &str = "/desk";
/// All stories.
pub(crate) const STORIES: &str = "/desk/stories";
/// Stories by state.
pub(crate) const BOARD: &str = "/desk/board";
/// Stories by day.
pub(crate) const CALENDAR: &str = "/desk/calendar";
/// The people of the newsroom.
pub(crate) const PEOPLE: &str = "/desk/people";
/// The paper's particulars.
pub(crate) const SETTINGS: &str = "/desk/settings";
/// What people did.
pub(crate) const AUDIT: &str = "/desk/audit";
/// The person who is signed in.
pub(crate) const ACCOUNT: &str = "/desk/account";
/// Signing in.
pub(crate) const SIGN_IN: &str = "/desk/sign-in";
/// Asking for another password.
pub(crate) const FORGOT: &str = "/desk/forgot";
/// The first visit to an empty paper.
pub(crate) const WIZARD: &str = "/desk/wizard";
/// Where the links begin by which a password is chosen.
pub(crate) const WELCOME: &str = "/desk/welcome/";
/// The same, for another password.
pub(crate) const RESET: &str = "/desk/reset/";
/// The paper, as readers see it.
pub(crate) const FRONT: &str = "/";
/// Whoever opens the desk lands here.
pub(crate) const HOME: &str = STORIES;

/// Where the pages of stories begin.
const STORY: &str = "/desk/story/";

/// A story's own page.
pub(crate) fn story(id: i64) -> String {
    format!("{STORY}{id}")
}

/// The story whose page an address is.
pub(crate) fn story_at(path: &str) -> Option<i64> {
    path.strip_prefix(STORY)?.parse().ok()
}

/// A stored picture in one width.
pub(crate) fn picture(hash: &str, width: u32) -> String {
    format!("/media/{hash}-{width}.webp")
}

/// Whether an address shows itself without the frame: whoever opens it is not signed in yet.
pub(crate) fn is_bare(path: &str) -> bool {
    [SIGN_IN, FORGOT, WIZARD].contains(&path.trim_end_matches('/'))
        || path.starts_with(WELCOME)
        || path.starts_with(RESET)
}
