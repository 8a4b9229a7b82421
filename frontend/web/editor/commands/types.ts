// The types of the schema by name, for commands.

import type { NodeType } from "prosemirror-model";

import { schema } from "../schema";

/** A node type that is known to be there. */
export function nodeType(name: string): NodeType {
  const type = (schema.nodes as Record<string, NodeType>)[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}
