// The schema: exactly the table in crates/document/src/prosemirror/mod.rs. What is not in it is deleted for everybody
// who has the article open, so it only ever grows, and its version with it.

import { Schema } from "prosemirror-model";

import { blocks } from "./blocks";
import { marks } from "./marks";
import { mend } from "./mend";
import { parts } from "./parts";

/** The version of this schema, which the socket is told. */
export const SCHEMA = 1;

export const schema = new Schema({
  nodes: { doc: { content: "block+" }, ...blocks, ...parts, text: { group: "inline" } },
  marks,
});

mend(schema);
