//! The buttons above the text. One of them is in the tab order; the arrow keys go to the others.

use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::events::Selection;
use super::state::{Writing, named, writing};
use crate::desk::ui::Icon;
use crate::i18n::t;

/// A button: what it shows and says, what it does, and whether that is already so.
#[derive(Clone, Copy)]
struct Tool {
    icon: Icon,
    word: &'static str,
    keys: &'static str,
    command: &'static str,
    args: fn() -> Value,
    is_on: Option<fn(&Selection) -> bool>,
}

const fn tool(icon: Icon, word: &'static str, keys: &'static str, command: &'static str) -> Tool {
    Tool { icon, word, keys, command, args: || json!({}), is_on: None }
}

const MARKS: [Tool; 4] = [
    Tool {
        args: || named("strong"),
        is_on: Some(|now| has(now, "strong")),
        ..tool(Icon::Bold, "desk-key-bold", "Ctrl+B", "mark")
    },
    Tool {
        args: || named("em"),
        is_on: Some(|now| has(now, "em")),
        ..tool(Icon::Italic, "desk-key-italic", "Ctrl+I", "mark")
    },
    Tool {
        args: || named("strike"),
        is_on: Some(|now| has(now, "strike")),
        ..tool(Icon::Strike, "desk-tool-strike", "", "mark")
    },
    Tool { is_on: Some(|now| now.link.is_some()), ..tool(Icon::Link, "desk-key-link", "Ctrl+K", "link") },
];

const BLOCKS: [Tool; 3] = [
    Tool {
        args: || json!({ "ordered": false }),
        is_on: Some(|now| is_in(now, "bullet_list")),
        ..tool(Icon::Bullets, "desk-key-bullets", "Ctrl+Shift+8", "list")
    },
    Tool {
        args: || json!({ "ordered": true }),
        is_on: Some(|now| is_in(now, "ordered_list")),
        ..tool(Icon::Numbers, "desk-key-numbers", "Ctrl+Shift+7", "list")
    },
    Tool { is_on: Some(|now| is_in(now, "blockquote")), ..tool(Icon::Quote, "desk-tool-quote", "", "quote") },
];

const THINGS: [Tool; 4] = [
    tool(Icon::Picture, "desk-tool-picture", "", "figure"),
    tool(Icon::Table, "desk-tool-table", "", "table"),
    tool(Icon::Note, "desk-tool-footnote", "", "footnote"),
    tool(Icon::Plus, "desk-tool-insert", "/", "insertMenu"),
];

const STEPS: [Tool; 2] =
    [tool(Icon::Undo, "desk-key-undo", "Ctrl+Z", "undo"), tool(Icon::Redo, "desk-key-redo", "Ctrl+Shift+Z", "redo")];

/// The toolbar.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let writing = writing();
    let press = |event: leptos::ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            "Home" => i32::MIN,
            "End" => i32::MAX,
            _ => return,
        };
        if step(&event, by) {
            event.prevent_default();
        }
    };
    let group = move |tools: &'static [Tool]| {
        view! {
            <div class="desk-toolbar__group">
                {tools.iter().map(|tool| view! { <ToolButton tool=*tool/> }).collect_view()}
            </div>
        }
    };
    view! {
        <div
            class="desk-toolbar"
            role="toolbar"
            aria-label=t("desk-toolbar")
            aria-disabled=move || writing.is_readonly.get().then_some("true")
            on:keydown=press
        >
            <BlockChoice/>
            {group(&MARKS)}
            {group(&BLOCKS)}
            {group(&THINGS)}
            {group(&STEPS)}
            <TableTools/>
        </div>
    }
}

#[component]
fn ToolButton(tool: Tool) -> impl IntoView {
    let writing = writing();
    let title = if tool.keys.is_empty() { t(tool.word) } else { format!("{} ({})", t(tool.word), tool.keys) };
    let pressed = tool.is_on.map(|is_on| Memo::new(move |_| writing.selection.with(is_on)));
    let is_first = tool.word == MARKS[0].word;
    view! {
        <button
            class="desk-tool"
            type="button"
            data-tool=""
            tabindex=if is_first { "0" } else { "-1" }
            aria-label=t(tool.word)
            title=title
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            // The caret stays where it is.
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| run(writing, &tool)
        >
            {tool.icon}
        </button>
    }
}

fn run(writing: Writing, tool: &Tool) {
    let args = (tool.args)();
    // What opens a box of its own has the focus there.
    if matches!(tool.command, "link" | "figure" | "insertMenu" | "footnote") {
        writing.with_handle(crate::desk::bridge::Handle::focus);
        writing.exec(tool.command, &args);
    } else {
        writing.run(tool.command, &args);
    }
}

/// Text or a heading.
#[component]
fn BlockChoice() -> impl IntoView {
    let writing = writing();
    let level = Memo::new(move |_| {
        writing.selection.with(|now| if now.block == "heading" { now.level.unwrap_or(2) } else { 1 })
    });
    let choose = move |event| match event_target_value(&event).as_str() {
        "1" => writing.run("paragraph", &json!({})),
        chosen => writing.run("heading", &json!({ "level": chosen.parse::<u32>().unwrap_or(2) })),
    };
    let option = move |value: u32, key: &'static str| {
        view! { <option value=value.to_string() selected=move || level.get() == value>{t(key)}</option> }
    };
    view! {
        <select
            class="desk-toolbar__block"
            data-tool=""
            data-key-through=""
            tabindex="-1"
            aria-label=t("desk-tool-block")
            prop:value=move || level.get().to_string()
            on:change=choose
        >
            {option(1, "desk-block-text")}
            {option(2, "desk-block-heading-2")}
            {option(3, "desk-block-heading-3")}
            {option(4, "desk-block-heading-4")}
        </select>
    }
}

/// What can be done with a table, while the caret is in one.
#[component]
fn TableTools() -> impl IntoView {
    let writing = writing();
    let is_in_table = Memo::new(move |_| writing.selection.with(|now| now.in_table));
    let deed = move |command: &'static str, key: &'static str| {
        view! {
            <button
                class="desk-toolbar__word"
                type="button"
                data-tool=""
                tabindex="-1"
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| writing.run(command, &json!({}))
            >
                {t(key)}
            </button>
        }
    };
    move || {
        is_in_table.get().then(|| {
            view! {
                <div class="desk-toolbar__group desk-toolbar__group--table">
                    {deed("rowAfter", "desk-table-row")}
                    {deed("columnAfter", "desk-table-column")}
                    {deed("deleteRow", "desk-table-row-delete")}
                    {deed("deleteColumn", "desk-table-column-delete")}
                    {deed("mergeCells", "desk-table-merge")}
                    {deed("splitCell", "desk-table-split")}
                    {deed("headerRow", "desk-table-header")}
                    {deed("deleteTable", "desk-table-delete")}
                </div>
            }
        })
    }
}

fn has(now: &Selection, mark: &str) -> bool {
    now.marks.iter().any(|name| name == mark)
}

fn is_in(now: &Selection, block: &str) -> bool {
    now.block == block || now.parents.iter().any(|name| name == block)
}

/// Moves the focus along the tools; the one that has it is the one in the tab order.
fn step(event: &leptos::ev::KeyboardEvent, by: i32) -> bool {
    let bar = event.current_target().and_then(|bar| bar.dyn_into::<web_sys::Element>().ok());
    let Some(Ok(tools)) = bar.map(|bar| bar.query_selector_all("[data-tool]")) else { return false };
    let tools: Vec<HtmlElement> = (0..tools.length()).filter_map(|at| tools.item(at)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let Some(at) = tools.iter().position(|tool| active.as_ref().is_some_and(|active| tool.is_same_node(Some(active))))
    else {
        return false;
    };
    let last = tools.len() as i32 - 1;
    let next = (at as i32).saturating_add(by).clamp(0, last) as usize;
    for tool in &tools {
        tool.set_tab_index(-1);
    }
    tools[next].set_tab_index(0);
    tools[next].focus().is_ok()
}
