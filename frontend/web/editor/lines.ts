// The lines of text in a block, each as a string in which every place of the document is one unit long.

import type { Node } from "prosemirror-model";

/** A line: its text, with U+FFFC for what is not text, and where it begins in the block's document. */
export interface TextLine {
  text: string;
  /** Counted from the beginning of the block, which is itself one unit long. */
  start: number;
}

/** The lines of a block; those of code only where `code` asks for them. */
export function linesOf(block: Node, code = false): TextLine[] {
  const lines: TextLine[] = [];
  const visit = (node: Node, start: number): void => {
    if (!node.inlineContent) return node.forEach((child, offset) => visit(child, start + offset + 1));
    if (node.type.spec.code && !code) return;
    const text: string[] = [];
    node.forEach((child, offset) => {
      if (child.type.name === "footnote") visit(child, start + offset + 1);
      const isHidden = !child.isText || (!code && child.marks.some((mark) => mark.type.spec.code));
      text.push(isHidden ? "\ufffc".repeat(child.nodeSize) : (child.text ?? ""));
    });
    lines.push({ text: text.join(""), start: start + 1 });
  };
  visit(block, 0);
  return lines.sort((a, b) => a.start - b.start);
}
