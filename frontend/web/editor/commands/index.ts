// Every command of the editor by its name, with its arguments as they come from the page.
//
// mark {name: strong|em|code|strike|subscript|superscript} · link {href, text?} · link {}: asks · unlink
// paragraph · heading {level: 2–4} · list {ordered} · indent · outdent · quote · quoteSource · pullQuote
// box · boxTitle · code {language?} · rule · hardBreak · footnote · insertText {text} · insertMenu
// figure {picture}: inserts a stored one · figure {}: lets choose files · figureSet {alt?, credit?, caption?}
// figureBox: asks · gallery · embed {url, title?} · embed {}: asks
// table {rows, columns} · rowBefore · rowAfter · columnBefore · columnAfter · deleteRow · deleteColumn
// deleteTable · mergeCells · splitCell · headerRow · headerColumn · headerCell · tableCaption
// undo · redo · selectAll · deleteSelection · goTo {from, to?} · replaceDocument {doc}
// find {query, matchCase?, wholeWord?} · findNext · findPrevious · replace {text} · replaceAll {text} · findClose
// fixHint {index} · fixHints

import { selectAll } from "prosemirror-commands";
import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { redoCommand, undoCommand } from "y-prosemirror";

import { closeFind, find, findNext, type Query, replace, replaceAll } from "../find";
import { openFootnote, innerEditor } from "../footnotes/list";
import { gallery } from "../media/gallery";
import { chooseFiles, figureOf, type MediaContext } from "../media/insert";
import { insertEmbed, openEmbedBox } from "../menu/embed";
import { openLinkBox } from "../menu/link";
import { openPictureBox } from "../menu/picture";
import { openSlash } from "../menu/slash";
import * as table from "../tables/commands";
import type { Picture } from "../types";
import { fixHints } from "../typography/plugin";
import { around } from "./ancestors";
import * as blocks from "./blocks";
import { replaceDocument, goTo, setFigure } from "./document";
import { hardBreak } from "./enter";
import { link, mark, unlink } from "./marks";
import { deleteSelected, writeOver } from "./text";
import { nodeType } from "./types";

/** The arguments of all commands together; each reads its own. */
interface Arguments {
  name?: string;
  level?: number;
  ordered?: boolean;
  language?: string | null;
  href?: string;
  url?: string;
  title?: string;
  text?: string;
  picture?: Picture;
  alt?: string;
  credit?: string | null;
  caption?: string;
  rows?: number;
  columns?: number;
  index?: number;
  from?: number;
  to?: number;
  doc?: unknown;
}

type Run = (view: EditorView, args: Arguments & Partial<Query>) => boolean;

/** The commands, by their names. */
export function commands(context: MediaContext): Record<string, Run> {
  const { words } = context;
  return {
    ...fromCommands(),
    mark: (view, { name = "" }) => plain(mark(name))(innerEditor(view.state) ?? view),
    link: (view, { href, text }) => {
      const target = innerEditor(view.state) ?? view;
      return href === undefined ? openLinkBox(target, words) : plain(link(href, text))(target);
    },
    unlink: (view) => plain(unlink)(innerEditor(view.state) ?? view),
    hardBreak: (view) => plain(hardBreak)(innerEditor(view.state) ?? view),
    heading: (view, { level = 2 }) => plain(blocks.heading(level))(view),
    list: (view, { ordered = false }) => plain(blocks.list(ordered))(view),
    code: (view, { language }) => code(view, language),
    footnote: (view) => footnote(view),
    insertText: (view, { text = "" }) => {
      const target = innerEditor(view.state) ?? view;
      const { from, to } = target.state.selection;
      target.dispatch(writeOver(target.state, text, from, to).scrollIntoView());
      return true;
    },
    insertMenu: (view) => openSlash(view),
    figure: (view, { picture }) => {
      if (!picture) return chooseFiles(view, context);
      context.pictures.add(picture);
      return plain(blocks.insertBlock(figureOf(picture), "node"))(view);
    },
    figureSet: (view, args) => setFigure(view, args),
    figureBox: (view) => {
      const found = around(view.state, "figure");
      return found !== null && openPictureBox(view, found.pos, words);
    },
    gallery: (view) => plain(gallery)(view) || chooseFiles(view, context),
    embed: (view, { url, title = "" }) =>
      url === undefined ? openEmbedBox(view, words) : insertEmbed(view, url, title),
    table: (view, { rows = 3, columns = 3 }) => plain(table.insertTable(rows, columns))(view),
    find: (view, { query = "", matchCase = false, wholeWord = false }) => find(view, { query, matchCase, wholeWord }),
    findNext: (view) => findNext(view, 1),
    findPrevious: (view) => findNext(view, -1),
    findClose: (view) => closeFind(view),
    replace: (view, { text = "" }) => replace(view, text),
    replaceAll: (view, { text = "" }) => replaceAll(view, text),
    fixHint: (view, { index = 0 }) => fixHints(view.state, view.dispatch, index),
    fixHints: (view) => fixHints(view.state, view.dispatch),
    goTo: (view, { from = 0, to = from }) => goTo(view, from, to),
    replaceDocument: (view, { doc }) => replaceDocument(view, doc),
  };
}

/** What may be done where nothing may be written. */
export const READING = new Set(["find", "findNext", "findPrevious", "findClose", "goTo", "selectAll"]);

function fromCommands(): Record<string, Run> {
  const { paragraph, indent, outdent, quote, quoteSource, pullQuote, box, boxTitle, rule } = blocks;
  const { rowBefore, rowAfter, columnBefore, columnAfter, deleteRow, deleteColumn, deleteTable } = table;
  const { mergeCells, splitCell, headerRow, headerColumn, headerCell, tableCaption } = table;
  const all: Record<string, Command> = {
    ...{ paragraph, indent, outdent, quote, quoteSource, pullQuote, box, boxTitle, rule, selectAll },
    ...{ rowBefore, rowAfter, columnBefore, columnAfter, deleteRow, deleteColumn, deleteTable },
    ...{ mergeCells, splitCell, headerRow, headerColumn, headerCell, tableCaption },
    deleteSelection: deleteSelected,
    undo: undoCommand,
    redo: redoCommand,
  };
  return Object.fromEntries(Object.entries(all).map(([name, command]) => [name, plain(command)]));
}

function plain(command: Command): (view: EditorView) => boolean {
  return (view) => command(view.state, view.dispatch, view);
}

/** Code in the place of the text, or the language of the code at the caret. */
function code(view: EditorView, language: string | null | undefined): boolean {
  const found = around(view.state, "code_block");
  if (!found || language === undefined) return plain(blocks.codeBlock)(view);
  view.dispatch(view.state.tr.setNodeMarkup(found.pos, null, { language: language || null }));
  return true;
}

/** A footnote behind the selection, open to be written. */
function footnote(view: EditorView): boolean {
  const { state } = view;
  const { $to } = state.selection;
  const note = nodeType("footnote").create();
  if (innerEditor(state) || !$to.parent.canReplaceWith($to.index(), $to.index(), note.type)) return false;
  view.dispatch(state.tr.insert($to.pos, note).scrollIntoView());
  openFootnote(view, $to.pos);
  return true;
}
