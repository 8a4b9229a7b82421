// Pasting: clean, into the place where it is pasted.

import { DOMParser, Fragment, type Node, type ParseOptions, type ResolvedPos, Slice } from "prosemirror-model";
import { Plugin, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { link } from "../commands/marks";
import { nodeType } from "../commands/types";
import { embedOf } from "../embeds";
import { insertFiles, type MediaContext } from "../media/insert";
import { insertEmbed } from "../menu/embed";
import { schema } from "../schema";
import { cleanPage, isOwn, withoutStyle } from "./html";
import type { ClipboardPicture } from "./pictures";
import { sliceOfText } from "./text";

/** Blocks that are one line: what is pasted into them becomes one. */
const LINES = new Set([
  "figure",
  "quote_source",
  "pull_quote_text",
  "box_title",
  "table_caption",
  "table_cell",
  "table_header",
]);

/** The plugin of the clipboard. */
export function pasting(context: MediaContext): Plugin {
  let pictures: ClipboardPicture[] = [];
  return new Plugin({
    props: {
      transformPastedHTML: withoutStyle,
      clipboardParser: new CleaningParser((came) => (pictures = came)),
      clipboardTextParser: (text, $context, isPlain) => (isPlain ? plainLines(text, $context) : sliceOfText(text)),
      handlePaste(view, event, slice) {
        const came = pictures;
        pictures = [];
        if (!view.editable) return true;
        if (pasteAddress(view, event.clipboardData?.getData("text/plain") ?? "")) return true;
        const { $from, $to } = view.state.selection;
        if (LINES.has($from.parent.type.name) && $from.parent === $to.parent) {
          view.dispatch(pasted(view.state.tr.replaceSelection(new Slice(oneLine(slice), 0, 0))));
          return true;
        }
        if (came.length === 0) return false;
        placePictures(view, slice, came, context);
        return true;
      },
      handleDrop(view, event, slice) {
        const came = pictures;
        pictures = [];
        const found = came.length > 0 && view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!found || !view.editable) return came.length > 0;
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(found.pos))));
        placePictures(view, slice, came, context);
        return true;
      },
    },
  });
}

/** Reads what is pasted, once it is clean. */
class CleaningParser extends DOMParser {
  constructor(private readonly came: (pictures: ClipboardPicture[]) => void) {
    super(schema, DOMParser.fromSchema(schema).rules);
  }

  override parseSlice(page: HTMLElement, options?: ParseOptions): Slice {
    this.came(isOwn(page) ? [] : cleanPage(page));
    return super.parseSlice(page, options);
  }
}

/** An address on a selection is a link; on an empty line, one of a known provider is what it leads to. */
function pasteAddress(view: EditorView, text: string): boolean {
  const address = text.trim();
  if (!/^https?:\/\/\S+$/.test(address)) return false;
  const { selection } = view.state;
  if (!selection.empty) return selection.$from.sameParent(selection.$to) && link(address)(view.state, view.dispatch);
  const { parent } = selection.$from;
  const isEmptyLine = parent.type.name === "paragraph" && parent.content.size === 0;
  return isEmptyLine && embedOf(address) !== null && insertEmbed(view, address, "");
}

/** Each line a paragraph, and nothing read into it. */
function plainLines(text: string, $context: ResolvedPos): Slice {
  const marks = $context.marks();
  const lines = text
    .split(/(?:\r\n?|\n)+/)
    .map((line) => nodeType("paragraph").create(null, line ? schema.text(line, marks) : null));
  return Slice.maxOpen(Fragment.fromArray(lines), false);
}

/** The text of a slice as one line, with breaks between what were blocks. */
function oneLine({ content }: Slice): Fragment {
  const nodes: Node[] = [];
  let isFirst = true;
  const visit = (node: Node): void => {
    if (/^\ue000\d+\ue001$/.test(node.textContent)) return;
    if (!node.isTextblock) return node.isInline ? void nodes.push(node) : node.forEach(visit);
    if (node.content.size === 0) return;
    if (!isFirst) nodes.push(nodeType("hard_break").create());
    isFirst = false;
    node.forEach((child) => nodes.push(child));
  };
  content.forEach(visit);
  return Fragment.fromArray(nodes);
}

/** Pastes, takes the signs of the pictures out again in the same step, and sends the pictures from there. */
function placePictures(view: EditorView, slice: Slice, pictures: ClipboardPicture[], context: MediaContext): void {
  const { tr: transaction } = view.state;
  transaction.replaceSelection(slice);
  const places: { pos: number; file: Blob }[] = [];
  for (const { token, file } of pictures) {
    const found = findToken(transaction.doc, token);
    if (!found) continue;
    const $found = transaction.doc.resolve(found.from);
    const isWhole = $found.parent.textContent === token && $found.node(-1).childCount > 1;
    if (isWhole) transaction.delete($found.before(), $found.after());
    else transaction.delete(found.from, found.from + token.length);
    const done = transaction.mapping.maps.length;
    places.push({ pos: isWhole ? $found.before() : $found.after() - token.length, file });
    for (const place of places.slice(0, -1)) place.pos = transaction.mapping.slice(done - 1).map(place.pos);
  }
  view.dispatch(pasted(transaction));
  for (const { pos, file } of places) insertFiles(view, [file], context, pos);
}

function findToken(doc: Node, token: string): { from: number } | null {
  let from: number | null = null;
  doc.descendants((node, pos) => {
    const index = node.isText ? (node.text ?? "").indexOf(token) : -1;
    if (index >= 0) from = pos + index;
    return from === null;
  });
  return from === null ? null : { from };
}

function pasted(transaction: Transaction): Transaction {
  return transaction.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste");
}
