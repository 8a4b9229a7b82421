// Marks: on and off, and links.

import { toggleMark } from "prosemirror-commands";
import type { Mark, MarkType } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";

import { schema } from "../schema";
import { typedUrl } from "../url";

/** What stands lower cannot stand higher. */
const OPPOSITES: Record<string, string> = { subscript: "superscript", superscript: "subscript" };

/** Sets a mark on the selection, or takes it away where all of it has it. */
export function mark(name: string): Command {
  return (state, dispatch) => {
    const type = markType(name);
    if (!type || name === "link") return false;
    return toggleMark(type, null, { removeWhenPresent: false })(
      state,
      dispatch &&
        ((transaction) => {
          const opposite = markType(OPPOSITES[name] ?? "");
          const { from, to } = state.selection;
          if (opposite) transaction.removeMark(from, to, opposite).removeStoredMark(opposite);
          dispatch(transaction);
        }),
    );
  };
}

/** Makes a link of the selection, of the link around the caret, or of `text` where there is neither. */
export function link(address: string, text?: string): Command {
  return (state, dispatch) => {
    const href = typedUrl(address);
    const type = markType("link");
    const { parent } = state.selection.$from;
    // A selection of whole blocks begins beside text, not in it; its links go where they may stand.
    if (href === null || !type || (parent.inlineContent && !parent.type.allowsMarkType(type))) return false;
    const mark = type.create({ href });
    const { from, to, empty } = state.selection;
    const around = empty ? linkAround(state) : null;
    const range = around ?? (empty ? null : { from, to });
    if (!dispatch) return true;
    if (range) {
      dispatch(state.tr.removeMark(range.from, range.to, type).addMark(range.from, range.to, mark).scrollIntoView());
    } else {
      const marks = mark.addToSet(state.storedMarks ?? state.selection.$from.marks());
      dispatch(state.tr.replaceSelectionWith(schema.text(text || address.trim(), marks), false).scrollIntoView());
    }
    return true;
  };
}

/** Takes the links out of the selection, or the link around the caret. */
export const unlink: Command = (state, dispatch) => {
  const type = markType("link");
  const { from, to, empty } = state.selection;
  const range = empty ? linkAround(state) : { from, to };
  if (!type || !range || !state.doc.rangeHasMark(range.from, range.to, type)) return false;
  dispatch?.(state.tr.removeMark(range.from, range.to, type));
  return true;
};

/** The whole link that the caret stands in or beside. */
export function linkAround(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from } = state.selection;
  const { parent } = $from;
  const type = markType("link");
  const index = $from.index();
  const found = [parent.maybeChild(index), parent.maybeChild(index - 1)]
    .map((node) => node?.marks.find((mark) => mark.type === type))
    .find((mark): mark is Mark => mark !== undefined);
  if (!found) return null;
  const has = (at: number): boolean => Boolean(parent.maybeChild(at) && found.isInSet(parent.child(at).marks));
  let first = has(index) ? index : index - 1;
  let last = first;
  while (has(first - 1)) first -= 1;
  while (has(last + 1)) last += 1;
  const offset = (end: number): number =>
    $from.start() +
    Array.from({ length: end }, (_, at) => parent.child(at).nodeSize).reduce((sum, size) => sum + size, 0);
  return { from: offset(first), to: offset(last + 1), href: String(found.attrs.href) };
}

/** The names of the marks that hold for what is selected, or for what would be typed. */
export function activeMarks(state: EditorState): string[] {
  const { from, to, $from, empty } = state.selection;
  if (empty) return (state.storedMarks ?? $from.marks()).map((mark) => mark.type.name);
  return Object.values(schema.marks)
    .filter((type) => state.doc.rangeHasMark(from, to, type))
    .map((type) => type.name);
}

function markType(name: string): MarkType | undefined {
  return (schema.marks as Record<string, MarkType>)[name];
}
