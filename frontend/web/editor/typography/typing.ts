// Italian as a printer sets it, while it is typed. Backspace right after takes a change back.

import { InputRule } from "prosemirror-inputrules";

import { accented } from "./forms";

/** The rules of typing; they do nothing where the article is in another language. */
export function typing(isItalian: () => boolean): InputRule[] {
  const rule = (pattern: RegExp, instead: (match: RegExpMatchArray) => string | null): InputRule =>
    new InputRule(
      pattern,
      (state, match, start, end) => {
        const text = isItalian() ? instead(match) : null;
        return text === null ? null : state.tr.insertText(text, start, end);
      },
      { inCodeMark: false },
    );
  return [
    // `perche'` and `E'` are letters with accents; any other apostrophe behind a letter is round.
    rule(/(\p{L}+)'$/u, ([, word = ""]) => accented(word, true) ?? `${word}’`),
    rule(/(\p{L}+[èé])([\s.,;:!?)»])$/u, ([, word = "", after = ""]) => {
      const right = accented(word);
      return right && `${right}${after}`;
    }),
    rule(/(^|[\s([{«“—–-]|['’])"$/u, ([, before = ""]) => `${before}«`),
    rule(/([^\s([{«“—–-])"$/u, ([, before = ""]) => `${before}»`),
  ];
}
