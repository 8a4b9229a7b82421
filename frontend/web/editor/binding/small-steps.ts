// y-prosemirror answers every change of somebody else by replacing the whole document. All that is tied to places in
// the text (decorations, selected cells, an input method at work) would be lost by that. Here such a replacement
// becomes the smallest one that leads to the same document.

import { type Node, Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { ySyncPluginKey } from "y-prosemirror";

/** What is used of y-prosemirror's binding. */
interface Binding {
  prosemirrorView: EditorView | null;
  beforeTransactionSelection: { type: string } | null;
}

/** Makes the binding of a state take small steps. Called before the state has a view. */
export function takeSmallSteps(state: EditorState): void {
  const { binding } = ySyncPluginKey.getState(state) as { binding: Binding };
  Object.defineProperty(binding, "_tr", { get: () => transactionOf(binding) });
}

function transactionOf(binding: Binding): Transaction {
  const { prosemirrorView: view } = binding;
  if (!view) throw new Error("the binding has no view");
  // A selected node or cell follows its place; y-prosemirror would look for it, and fail where it is gone.
  if (binding.beforeTransactionSelection?.type !== "text") binding.beforeTransactionSelection = null;
  const transaction = view.state.tr.setMeta("addToHistory", false);
  const replace = transaction.replace.bind(transaction);
  transaction.replace = (from, to = from, slice = Slice.empty) => {
    const before = transaction.doc;
    if (from !== 0 || to !== before.content.size) return replace(from, to, slice);
    const after = slice.content.childCount > 0 ? before.copy(slice.content) : null;
    if (!after) return replace(from, to, slice);
    const change = smallest(before, after);
    return change ? replace(change.from, change.to, new Slice(change.content, 0, 0)) : transaction;
  };
  return transaction;
}

interface Replacement {
  from: number;
  to: number;
  content: Fragment;
}

/** The children that differ between two nodes of one kind, as deep down as only one child differs. */
export function smallest(before: Node, after: Node, start = 0): Replacement | null {
  const { content: old } = before;
  const { content: now } = after;
  const most = Math.min(old.childCount, now.childCount);
  let first = 0;
  let from = start;
  while (first < most && isSame(old.child(first), now.child(first))) from += old.child(first++).nodeSize;
  let last = 0;
  let to = start + old.size;
  while (last < most - first && isSame(old.child(old.childCount - 1 - last), now.child(now.childCount - 1 - last))) {
    to -= old.child(old.childCount - 1 - last++).nodeSize;
  }
  const oldCount = old.childCount - first - last;
  const newCount = now.childCount - first - last;
  if (oldCount === 0 && newCount === 0) return null;
  if (oldCount === 1 && newCount === 1) {
    const inner = insideOf(old.child(first), now.child(first), from);
    if (inner) return inner;
  }
  const content = Array.from({ length: newCount }, (_, index) => now.child(first + index));
  return { from, to, content: Fragment.fromArray(content) };
}

/** The difference inside of one child, where the child itself is the same. */
function insideOf(old: Node, now: Node, at: number): Replacement | null {
  if (!old.sameMarkup(now)) return null;
  if (!old.isText || !now.isText) return old.isLeaf || now.isLeaf ? null : smallest(old, now, at + 1);
  const before = old.text ?? "";
  const after = now.text ?? "";
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const text = after.slice(start, after.length - end);
  const content = text === "" ? Fragment.empty : Fragment.from(now.type.schema.text(text, now.marks));
  return { from: at + start, to: at + before.length - end, content };
}

/** Whether two nodes are one: unchanged parts of the document are the very same objects. */
function isSame(old: Node, now: Node): boolean {
  return old === now || (old.isText && old.eq(now)) || (old.nodeSize < 100 && old.eq(now));
}
