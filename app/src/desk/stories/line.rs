//! A story in the list.

use leptos::prelude::*;
use model::{StoryLine, StoryState};

use crate::desk::live::live;
use crate::desk::ui::{StateChip, who};
use crate::desk::{addresses, dates};
use crate::i18n::{t, t_with};

/// A story as a line: what it says, where it stands, who writes in it now, when it was last touched. When it says
/// something else its link stays, and with it whoever came there by keys.
#[component]
pub(crate) fn Line(id: i64, line: Memo<StoryLine>) -> impl IntoView {
    let edited = |line: &StoryLine| {
        t_with("desk-edited-by", [("name", who(&line.edited_by).into()), ("when", dates::when(line.edited_at).into())])
    };
    view! {
        <li class=move || line.with(|line| format!("desk-line section-colour-{}", line.colour))>
            <a class="desk-line__link" href=addresses::story(id) data-line="">{move || line.with(what_it_says)}</a>
            <span class="desk-line__state">
                {move || line.with(|line| view! { <StateChip state=line.state changed=line.changed/> })}
            </span>
            <span class="desk-line__people"><Presence id/></span>
            <span class="desk-line__edited" title=move || line.with(edited)>
                <span class="desk-line__when">{move || line.with(|line| dates::brief(line.edited_at))}</span>
                <span class="desk-line__who">{move || line.with(|line| who(&line.edited_by))}</span>
            </span>
        </li>
    }
}

fn what_it_says(line: &StoryLine) -> impl IntoView + use<> {
    view! {
        <span class="desk-line__headline">{headline(line)}</span>
        <span class="desk-line__facts">
            <span class="desk-line__section">{line.section.replace('/', " › ")}</span>
            {(!line.byline.is_empty()).then(|| view! { <span>{line.byline.clone()}</span> })}
            <span>{t_with("desk-words", [("count", line.words.into())])}</span>
            {timing(line).map(|text| view! { <span class="desk-line__timing">{text}</span> })}
        </span>
    }
}

/// The headline, or what stands for one that is not written yet.
pub(crate) fn headline(line: &StoryLine) -> String {
    if line.headline.is_empty() { t("desk-no-headline") } else { line.headline.clone() }
}

/// What a story's clock says: when it comes out, an embargo, a missed time.
pub(crate) fn timing(line: &StoryLine) -> Option<String> {
    if let Some(at) = line.scheduled_at.filter(|_| line.state == StoryState::Scheduled) {
        return Some(t_with("desk-scheduled-for", [("when", dates::when(at).into())]));
    }
    if let Some(at) = line.embargo_until.filter(|at| *at > dates::now()) {
        return Some(t_with("desk-embargo-until", [("when", dates::when(at).into())]));
    }
    line.missed_at.map(|at| t_with("desk-missed", [("when", dates::when(at).into())]))
}

/// Who has a story open now.
#[component]
pub(crate) fn Presence(id: i64) -> impl IntoView {
    let presence = live().presence;
    let people = Memo::new(move |_| presence.with(|all| all.get(&id).cloned().unwrap_or_default()));
    let names = move || people.get().into_iter().map(|present| present.name).collect::<Vec<_>>().join(", ");
    move || {
        people.with(|people| !people.is_empty()).then(|| {
            let names = names();
            let label = t_with("desk-writing-now", [("names", names.clone().into())]);
            view! {
                <span class="desk-present" title=label>
                    <span class="visually-hidden">{names}</span>
                    {people.get().into_iter().take(3).map(|present| view! {
                        <span class="desk-present__one" aria-hidden="true">{initials(&present.name)}</span>
                    }).collect_view()}
                </span>
            }
        })
    }
}

/// "AR" for "Anna Rossi".
pub(crate) fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect()
}
