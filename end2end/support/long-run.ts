// A paper whose lists have more than one page, besides the demo edition.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Paper } from "./paper";
import { test as base } from "./test";

/** How many articles it has: one a day from the first of January 2024, all in one section, by one author, with one tag. */
export const ARTICLES = 45;

/** Tests on this paper: one for each worker that needs it. */
export const test = base.extend<object, { longRun: Paper }>({
  longRun: [
    async ({}, use) => {
      const paper = await Paper.open(importLongRun);
      await use(paper);
      await paper.close();
    },
    { scope: "worker" },
  ],
  paper: async ({ longRun }, use) => use(longRun),
});

/** The headline of an article, by its number from 1. */
export function headline(number: number): string {
  return `Puntata numero ${number}`;
}

async function importLongRun(paper: Paper): Promise<void> {
  const lines = Array.from({ length: ARTICLES }, (_, at) => JSON.stringify(article(at + 1)));
  const file = join(paper.data, "long-run.jsonl");
  await writeFile(file, lines.join("\n"));
  await paper.run("import", "jsonl", file, "--publish");
}

function article(number: number): object {
  return {
    ref: `long-run/${number}`,
    lang: "it",
    headline: headline(number),
    section: "Romanzo",
    authors: ["Ada Lungarno"],
    tags: ["Feuilleton"],
    published_at: new Date(Date.UTC(2024, 0, number, 9)).toISOString(),
    html: `<p>La puntata ${number} comincia dove finiva quella di ieri.</p>`,
  };
}
