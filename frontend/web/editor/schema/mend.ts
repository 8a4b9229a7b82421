// Two people can each do what is allowed, and together leave a block that is not: a paragraph at the end of a quote
// while the other adds a source. y-prosemirror deletes a block that the schema refuses, for everybody. So a node that
// it wants to make is first put in order: children change places or become paragraphs, and no word is lost. What is
// published is put in order by the same rule, crates/document/src/prosemirror/mend.rs; tests/fixtures/mended.json holds
// both to it.

import { Fragment, type Node, type NodeType, type Schema } from "prosemirror-model";

type Content = Parameters<Schema["node"]>[2];

/** Lets `schema.node` mend children in the wrong place before it refuses them. */
export function mend(schema: Schema): void {
  const strict = schema.node.bind(schema);
  schema.node = (type, attrs, content, marks) => {
    try {
      return strict(type, attrs, content, marks);
    } catch (refusal) {
      const name = typeof type === "string" ? type : type.name;
      const ordered = order(schema, name, childrenOf(content));
      if (!ordered) throw refusal;
      return strict(type, attrs, ordered, marks);
    }
  };
}

function childrenOf(content: Content): Node[] {
  return [...Fragment.from(content ?? null).content];
}

/** The children in an order that the schema accepts, or nothing where there is none. */
function order(schema: Schema, name: string, children: Node[]): Node[] | null {
  const { blockquote, box, table, pull_quote } = schema.nodes;
  switch (schema.nodes[name]) {
    case blockquote: {
      const [blocks, [source, ...others]] = split(children, "quote_source");
      const lines = others.map((other) => paragraph(schema, other));
      return [...atLeastOne(schema, [...blocks, ...lines]), ...(source ? [source] : [])];
    }
    case box: {
      const [blocks, [title, ...others]] = split(children, "box_title");
      const lines = others.map((other) => paragraph(schema, other));
      return [...(title ? [title] : []), ...atLeastOne(schema, [...lines, ...blocks])];
    }
    case table: {
      const [rows, captions] = split(children, "table_caption");
      const cell = schema.nodes.table_cell?.createAndFill();
      const row = schema.nodes.table_row?.create(null, cell);
      return [...joined(captions), ...(rows.length > 0 || !row ? rows : [row])];
    }
    case pull_quote: {
      const [texts, sources] = split(children, "quote_source");
      const text = schema.nodes.pull_quote_text?.create();
      return [...(texts.length > 0 || !text ? joined(texts) : [text]), ...joined(sources)];
    }
    default:
      return null;
  }
}

/** The children of another type than `name`, and those of that type. */
function split(children: Node[], name: string): [Node[], Node[]] {
  return [children.filter((child) => child.type.name !== name), children.filter((child) => child.type.name === name)];
}

function atLeastOne(schema: Schema, blocks: Node[]): Node[] {
  return blocks.length > 0 ? blocks : [typed(schema, "paragraph").create()];
}

function paragraph(schema: Schema, line: Node): Node {
  return typed(schema, "paragraph").create(null, line.content);
}

/** Several lines of one kind as one, with a space between them. */
function joined(lines: Node[]): Node[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const space = Fragment.from(first.type.schema.text(" "));
  const content = others.reduce((all, line) => all.append(space).append(line.content), first.content);
  return [first.copy(content)];
}

function typed(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}
