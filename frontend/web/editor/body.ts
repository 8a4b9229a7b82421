// The body: ProseMirror on the shared document, in the very element that shows it to readers.

import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { ySyncPlugin, yUndoPlugin } from "y-prosemirror";

import { cursors } from "./binding/cursors";
import { takeSmallSteps } from "./binding/small-steps";
import { commands } from "./commands";
import { overwriting } from "./commands/text";
import { counting } from "./count";
import { finding } from "./find";
import { footnotes, openFootnote } from "./footnotes/list";
import { FootnoteView } from "./footnotes/view";
import { emptyLines } from "./hints";
import { keys } from "./keys";
import type { MediaContext } from "./media/insert";
import { placeholders } from "./media/placeholder";
import { media } from "./media/plugin";
import { openPictureBox } from "./menu/picture";
import { slash } from "./menu/slash";
import { pasting } from "./paste/plugin";
import { rules } from "./rules";
import { schema } from "./schema";
import { SelectionLine } from "./selection";
import type { Session } from "./session";
import { tables } from "./tables/plugin";
import { typography } from "./typography/plugin";
import { EmbedView } from "./views/embed";
import { FigureView } from "./views/figure";

/** Opens the body in its host; `lang` says what the article is written in. */
export function openBody(session: Session, host: HTMLElement, context: MediaContext, lang: () => string): EditorView {
  const { words } = context;
  const { tell } = session;
  const isItalian = (): boolean => lang() === "it";
  const selection = new SelectionLine(tell);
  const all = commands(context);
  const state = EditorState.create({
    schema,
    plugins: [
      ySyncPlugin(session.doc.getXmlFragment("body")),
      yUndoPlugin(),
      cursors(session.awareness),
      slash(words, (view, command, args) => all[command]?.(view, args) ?? false),
      rules(isItalian),
      overwriting(),
      tables(),
      ...keys(words, tell),
      gapCursor(),
      dropCursor({ class: "editor__drop", color: false }),
      placeholders(),
      media(context),
      pasting(context),
      emptyLines(words),
      footnotes(words, selection.later),
      finding(tell),
      counting(tell),
      typography(isItalian, tell),
      selection.plugin(),
    ],
  });
  takeSmallSteps(state);
  context.pictures.learnFrom(host);
  host.replaceChildren();
  const figures = { ...context, describe: (view: EditorView, pos: number) => openPictureBox(view, pos, words) };
  return new EditorView(
    { mount: host },
    {
      state,
      editable: () => session.editable,
      attributes: {
        class: "editor",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": words("editor-body"),
        spellcheck: "true",
      },
      nodeViews: {
        figure: (node, view, getPos) => new FigureView(node, view, getPos, figures),
        embed: (node) => new EmbedView(node, words),
        footnote: (node, view, getPos) =>
          new FootnoteView(node, words, () => {
            const pos = getPos();
            if (pos !== undefined && view.editable) openFootnote(view, pos);
          }),
      },
    },
  );
}
