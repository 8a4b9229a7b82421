//! Writing on the public page: the article that stands there becomes the editor, and the page stays where it is.

use std::any::Any;
use std::cell::RefCell;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::opening::{Hosts, open};
use super::page::Sheet;
use super::save_line::{SaveLine, Writers};
use super::state::Writing;
use super::toolbar::Toolbar;
use crate::desk::addresses;
use crate::desk::frame::Help;
use crate::desk::live::{Live, live};
use crate::desk::person::Person;
use crate::desk::stories::PublishDialog;
use crate::desk::ui::toasts::{ToastList, Toasts, toasts};
use crate::desk::ui::{Icon, StateChip, find};
use crate::i18n::t;

thread_local! {
    /// What is mounted on the public page; there is one article on it.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Makes the article of the public page editable where it stands.
pub fn edit_in_place(article: i64) {
    let Some(shown) = find(&format!("article[data-article-id=\"{article}\"]")) else { return };
    let place: HtmlElement = document().create_element("div").expect("a document makes elements").unchecked_into();
    if document().body().is_none_or(|body| body.append_child(&place).is_err()) {
        return;
    }
    let root = place.clone();
    let leave = move || {
        // Not from within what is about to go.
        let root = root.clone();
        set_timeout(
            move || {
                MOUNTED.with_borrow_mut(Option::take);
                root.remove();
            },
            std::time::Duration::ZERO,
        );
    };
    let leave: Leave = StoredValue::new_local(Box::new(leave));
    let article = StoredValue::new_local((article, shown));
    let mounted = mount_to(place, move || view! { <InPlace article leave/> });
    MOUNTED.with_borrow_mut(|kept| *kept = Some(Box::new(mounted)));
}

type Shown = StoredValue<(i64, HtmlElement), LocalStorage>;
type Leave = StoredValue<Box<dyn Fn()>, LocalStorage>;

/// Whoever is signed in gets the editor; whoever is not any more goes to the sign-in.
#[component]
fn InPlace(article: Shown, leave: Leave) -> impl IntoView {
    let person = Person::begin();
    Toasts::begin();
    Live::begin();
    person.ask();
    Effect::new(move |_| {
        if person.is_out.get() {
            let _ = window().location().set_href(addresses::SIGN_IN);
        }
    });
    let is_in = Memo::new(move |_| person.me.with(Option::is_some));
    view! {
        {move || is_in.get().then(|| view! { <Open article leave/> })}
        <ToastList/>
    }
}

/// The article, live, with a bar at the foot of the window.
#[component]
fn Open(article: Shown, leave: Leave) -> impl IntoView {
    let (id, shown) = article.get_value();
    let writing = Writing::new(id, toasts(), live());
    let sheet = Sheet::new(id);
    provide_context(writing);
    provide_context(sheet);
    let is_published = RwSignal::new(false);
    let page = StoredValue::new_local(Page::of(&shown));
    open(writing, page.with_value(Page::hosts), |_| ());
    begin_where_they_were(writing, shown, page);
    let end = Callback::new(move |()| {
        page.with_value(|page| {
            // The editor's going moves the text too: a line that says nothing has no height without it.
            page.keeping_place(|| {
                writing.end();
                page.restore();
            });
        });
        let _ = shown_of(article).remove_attribute("data-editing");
        tell_the_page(is_published.get_untracked());
        leave.with_value(|leave| leave());
    });
    end_with_escape(end);
    let done = Callback::new(move |()| {
        is_published.set(true);
        sheet.story.reload();
    });
    view! {
        <div class="desk-in-place" role="region" aria-label=t("desk-in-place")>
            <Toolbar/>
            <div class="desk-in-place__line">
                {move || sheet.story.value.get().map(|story| view! { <StateChip state=story.line.state changed=story.line.changed/> })}
                <SaveLine/>
                <Writers/>
                {move || writing.failed.get().map(|why| view! { <p class="desk-in-place__trouble" role="alert">{why}</p> })}
                <span class="desk-in-place__deeds">
                    <a class="desk-tool" href=addresses::story(id) aria-label=t("desk-open-at-desk") title=t("desk-open-at-desk")>{Icon::Panel}</a>
                    {move || sheet.story.value.with(|story| story.as_ref().is_some_and(|story| story.abilities.publish)).then(|| view! {
                        <button class="button" type="button" on:click=move |_| sheet.publishing.now(id)>{t("desk-verb-update")}</button>
                    })}
                    <button class="button button--quiet" type="button" on:click=move |_| end.run(())>{t("desk-done")}</button>
                </span>
            </div>
        </div>
        <PublishDialog publishing=sheet.publishing done/>
        <Help open=writing.help/>
    }
}

fn shown_of(article: Shown) -> HtmlElement {
    article.with_value(|(_, shown)| shown.clone())
}

/// Once the text is there: lines that the page did not have push it down, the scroll follows, and the caret goes to
/// where somebody pressed last. The loader noted that as `x,y`.
fn begin_where_they_were(writing: Writing, shown: HtmlElement, page: StoredValue<Page, LocalStorage>) {
    Effect::new(move |begun: Option<bool>| {
        let is_ready = writing.is_ready.get();
        if is_ready && begun != Some(true) {
            page.with_value(Page::keep_place);
            let place = shown.get_attribute("data-editing").unwrap_or_default();
            let place = place.split_once(',').and_then(|(x, y)| Some((x.parse::<f64>().ok()?, y.parse::<f64>().ok()?)));
            writing.with_handle(|handle| match place {
                Some((x, y)) => handle.caret_at(x, y),
                None => handle.focus(),
            });
        }
        is_ready
    });
}

/// Escape ends it, unless it closes something that is open. Another page in this one's place ends it too.
fn end_with_escape(end: Callback<()>) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let is_covered = find("dialog[open], details[open].desk-menu").is_some();
        // A box of the editor that is open takes the key first.
        if event.key() == "Escape" && !event.default_prevented() && !is_covered {
            event.prevent_default();
            end.run(());
        }
    });
    on_cleanup(move || pressed.remove());
}

/// The loader shows the page again, fetched anew where something was published.
fn tell_the_page(is_published: bool) {
    let name = if is_published { "redazione:published" } else { "redazione:edited" };
    if let Ok(event) = web_sys::Event::new(name) {
        let _ = document().dispatch_event(&event);
    }
}

/// The public page's article: where the editor writes, and what stood there.
struct Page {
    hosts: [HtmlElement; 4],
    /// What each host held.
    before: [Vec<web_sys::Node>; 4],
    /// What the page did not have; it goes again.
    made: Vec<web_sys::Node>,
    /// Where the body began, in pixels from the top of the window.
    top: f64,
    /// The headline's own element, around its host.
    heading: HtmlElement,
}

impl Page {
    fn of(shown: &HtmlElement) -> Self {
        let part = |name: &str| {
            let found = shown.query_selector(&format!("[data-part={name}]")).ok().flatten();
            found.and_then(|element| element.dyn_into::<HtmlElement>().ok())
        };
        let body = part("body").unwrap_or_else(|| shown.clone());
        let top = body.get_bounding_client_rect().top();
        let mut made: Vec<web_sys::Node> = Vec::new();
        let heading = part("headline").unwrap_or_else(|| shown.clone());
        let standfirst = part("standfirst").unwrap_or_else(|| {
            let line = make("p", "article__standfirst");
            let _ = heading.after_with_node_1(&line);
            made.push(line.clone().into());
            line
        });
        // The editor makes a text field of its host: the heading around it stays a heading.
        let headline = make("span", "desk-article__line");
        let before = copies(&heading);
        heading.replace_children_with_node_1(&headline);
        for node in &before {
            let _ = headline.append_child(node);
        }
        let kicker = part("kicker").unwrap_or_else(|| shown.clone());
        let topic = kicker.query_selector(".kicker__topic").ok().flatten().and_then(|topic| topic.dyn_into().ok());
        let topic = topic.unwrap_or_else(|| {
            let topic = make("span", "kicker__topic");
            let space = document().create_text_node(" ");
            let _ = kicker.append_with_node_2(&space, &topic);
            made.extend([space.into(), topic.clone().into()]);
            topic
        });
        let hosts = [body, headline, topic, standfirst];
        let before = hosts.clone().map(|host| copies(&host));
        Self { hosts, before, made, top, heading }
    }

    fn hosts(&self) -> Hosts {
        let [body, headline, kicker, standfirst] = self.hosts.clone();
        Hosts { body, headline, kicker, standfirst }
    }

    /// Scrolls so that the body stands where it stood.
    fn keep_place(&self) {
        scroll_by(self.hosts[0].get_bounding_client_rect().top() - self.top);
    }

    /// Changes the page, and scrolls so that the body stays where it is.
    fn keeping_place(&self, change: impl FnOnce()) {
        let before = self.hosts[0].get_bounding_client_rect().top();
        change();
        scroll_by(self.hosts[0].get_bounding_client_rect().top() - before);
    }

    /// Shows what readers see.
    fn restore(&self) {
        for (host, before) in self.hosts.iter().zip(&self.before) {
            host.set_text_content(None);
            for node in before {
                let _ = host.append_child(node);
            }
        }
        self.heading.set_text_content(self.hosts[1].text_content().as_deref());
        for node in &self.made {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        }
    }
}

fn scroll_by(pixels: f64) {
    if pixels.abs() >= 1.0 {
        window().scroll_by_with_x_and_y(0.0, pixels);
    }
}

fn make(tag: &str, class: &str) -> HtmlElement {
    let element = document().create_element(tag).expect("a document makes elements");
    element.set_class_name(class);
    element.unchecked_into()
}

fn copies(host: &HtmlElement) -> Vec<web_sys::Node> {
    let nodes = host.child_nodes();
    (0..nodes.length()).filter_map(|at| nodes.item(at)?.clone_node_with_deep(true).ok()).collect()
}
