// What becomes of signs while they are typed: Markdown's, and in Italian those of the printer.

import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";

import { behind } from "./commands/blocks";
import { nodeType } from "./commands/types";
import { schema } from "./schema";
import { typing } from "./typography/typing";

/** The plugin; `isItalian` says what the article is written in. */
export function rules(isItalian: () => boolean): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4})\s$/, nodeType("heading"), ([, signs = ""]) => ({
        level: Math.max(2, signs.length),
      })),
      wrappingInputRule(/^\s*[-+*]\s$/, nodeType("bullet_list")),
      wrappingInputRule(
        /^(\d{1,4})[.)]\s$/,
        nodeType("ordered_list"),
        ([, number]) => ({ order: Number(number) }),
        ([, number], list) => list.childCount + list.attrs.order === Number(number),
      ),
      wrappingInputRule(/^\s*>\s$/, nodeType("blockquote")),
      textblockTypeInputRule(/^```$/, nodeType("code_block")),
      rule,
      marked(/(?:^|[\s(«“"'’[])(\*\*([^*\s](?:[^*]*[^*\s])?)\*\*)$/u, "strong"),
      marked(/(?:^|[\s(«“"'’[])(\*([^*\s](?:[^*]*[^*\s])?)\*)$/u, "em"),
      marked(/(?:^|[\s(«“"'’[])(`([^`]+)`)$/u, "code"),
      ...typing(isItalian),
    ],
  });
}

/** Three hyphens are a line across. */
const rule = new InputRule(/^(---|—-)$/, (state) => {
  const { $from } = state.selection;
  const type = nodeType("horizontal_rule");
  if ($from.depth === 0 || !$from.node(-1).canReplaceWith($from.index(-1), $from.index(-1) + 1, type)) return null;
  const at = $from.before();
  return behind(state.tr.replaceWith(at, $from.after(), type.create()), at + 1);
});

/** Text between signs gets a mark, and the signs go. */
function marked(pattern: RegExp, name: "strong" | "em" | "code"): InputRule {
  return new InputRule(
    pattern,
    (state, match, _, end) => {
      const [, whole = "", text = ""] = match;
      const mark = schema.marks[name]?.create();
      // The last sign is not in the document yet.
      const start = end - (whole.length - 1);
      const sign = (whole.length - text.length) / 2;
      if (!mark || !state.doc.resolve(start).parent.type.allowsMarkType(mark.type)) return null;
      const { tr: transaction } = state;
      transaction.delete(start + sign + text.length, end).delete(start, start + sign);
      return transaction.addMark(start, start + text.length, mark).removeStoredMark(mark.type);
    },
    { inCodeMark: false },
  );
}
