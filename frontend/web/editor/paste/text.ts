// Plain text on the clipboard. Where it is written like Markdown, it is read like Markdown.

import { type Node, Fragment, type Mark, Slice } from "prosemirror-model";

import { nodeType } from "../commands/types";
import { schema } from "../schema";
import { safeUrl } from "../url";

/** A line that is longer than this was broken by a program, not by its author. Characters. */
const WRAPPED = 60;

/** Makes blocks of plain text. */
export function sliceOfText(text: string): Slice {
  const blocks = blocksOf(
    text
      .replace(/\r\n?/g, "\n")
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .split("\n"),
  );
  const isOne = blocks.length === 1 && blocks[0]?.type.name === "paragraph";
  return isOne ? new Slice(Fragment.fromArray(blocks), 1, 1) : Slice.maxOpen(Fragment.fromArray(blocks), false);
}

function blocksOf(lines: string[]): Node[] {
  const blocks: Node[] = [];
  const hasGaps = lines.some((line, index) => line.trim() === "" && index > 0 && index < lines.length - 1);
  let at = 0;
  const run = (pattern: RegExp): string[] => {
    const from = at;
    while (at < lines.length && pattern.test(lines[at] ?? "")) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (line.trim() === "") at += 1;
    else if (heading) {
      at += 1;
      const level = Math.min(4, Math.max(2, heading[1]?.length ?? 2));
      blocks.push(nodeType("heading").create({ level }, inline(heading[2] ?? "")));
    } else if (/^(-{3,}|\*{3,}|_{3,})\s*$/.test(line)) {
      at += 1;
      blocks.push(nodeType("horizontal_rule").create());
    } else if (/^```/.test(line)) {
      at += 1;
      const code = run(/^(?!```)/).join("\n");
      at += 1;
      blocks.push(
        nodeType("code_block").create({ language: line.slice(3).trim() || null }, code ? schema.text(code) : null),
      );
    } else if (/^>\s?/.test(line)) {
      blocks.push(nodeType("blockquote").create(null, blocksOf(run(/^>\s?/).map((line) => line.replace(/^>\s?/, "")))));
    } else if (/^\s*[-*+•]\s+\S/.test(line)) {
      blocks.push(list("bullet_list", run(/^\s*[-*+•]\s+\S/), /^\s*[-*+•]\s+/));
    } else if (/^\s*\d{1,4}[.)]\s+\S/.test(line)) {
      blocks.push(list("ordered_list", run(/^\s*\d{1,4}[.)]\s+\S/), /^\s*\d{1,4}[.)]\s+/));
    } else if (hasGaps) {
      blocks.push(paragraph(run(/^(?!\s*$|#{1,6}\s|>\s|\s*[-*+•]\s+\S|```)/)));
    } else {
      at += 1;
      blocks.push(paragraph([line]));
    }
  }
  return blocks.length > 0 ? blocks : [nodeType("paragraph").create()];
}

function list(name: "bullet_list" | "ordered_list", lines: string[], sign: RegExp): Node {
  const items = lines.map((line) => nodeType("list_item").create(null, paragraph([line.replace(sign, "")])));
  const order = Number(/\d+/.exec(lines[0] ?? "")?.[0] ?? 1);
  return nodeType(name).create(name === "ordered_list" ? { order } : null, items);
}

/** Lines of one paragraph: short ones keep their breaks, as in a poem or an address. */
function paragraph(lines: string[]): Node {
  const content: Node[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? "";
    if (index > 0) content.push(...(before.length > WRAPPED ? [schema.text(" ")] : [nodeType("hard_break").create()]));
    content.push(...inline(line.trim()));
  }
  return nodeType("paragraph").create(null, Fragment.fromArray(content));
}

/** Strong, twice emphasised, code, a link with its address, a bare address. */
const SIGNS = new RegExp(
  [
    /\*\*(?=\S)(.+?)(?<=\S)\*\*/,
    /(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?!\*)/u,
    /(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}_])/u,
    /`([^`]+)`/,
    /\[([^\]]+)\]\(([^\s)]+)\)/,
    /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]'’])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/** Text with marks where it has signs for them. */
function inline(text: string, marks: readonly Mark[] = []): Node[] {
  const nodes: Node[] = [];
  let rest = text;
  for (let match = SIGNS.exec(rest); match; match = SIGNS.exec(rest)) {
    const [whole, strong, starred, scored, code, label, href, bare] = match;
    if (match.index > 0) nodes.push(schema.text(rest.slice(0, match.index), marks));
    rest = rest.slice(match.index + whole.length);
    const address = safeUrl(href ?? bare ?? "");
    if (code !== undefined) nodes.push(schema.text(code, add(marks, "code")));
    else if (strong !== undefined) nodes.push(...inline(strong, add(marks, "strong")));
    else if (starred !== undefined || scored !== undefined)
      nodes.push(...inline(starred ?? scored ?? "", add(marks, "em")));
    else if (address !== null) nodes.push(schema.text(label ?? bare ?? "", add(marks, "link", { href: address })));
    else nodes.push(schema.text(label ?? whole, marks));
  }
  if (rest !== "") nodes.push(schema.text(rest, marks));
  return nodes;
}

function add(
  marks: readonly Mark[],
  name: "strong" | "em" | "code" | "link",
  attrs?: { href: string },
): readonly Mark[] {
  return schema.marks[name]?.create(attrs).addToSet(marks) ?? marks;
}
