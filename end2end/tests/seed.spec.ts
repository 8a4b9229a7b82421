// The article page that the project starts from, line by line. The page and its edition file are not part of the
// repository: they are read where they are, and this file skips itself where they are not.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import { Paper } from "../support/paper";
import { expect, test as base } from "../support/test";

const FOLDER = fileURLToPath(new URL("../../../shared/data/seed/", import.meta.url));
const EDITION = `${FOLDER}edition.jsonl`;
const CHANNEL = "https://whatsapp.com/channel/prova";

interface EditionLine {
  headline: string;
  section: string;
  tags: string[];
  html: string;
}

/** The old page's interface, and what the new one says in its place. Every other line has to be there as it is. */
const REWORDED: [old: RegExp, now: (edition: EditionLine) => string[]][] = [
  [/^160 \S+$/, () => ["160 visualizzazioni"]],
  [/^4 Set 2023 - /, ({ section }) => ["4 settembre 2023", section]],
  [/^Tag:[ ,]*$/, ({ tags }) => ["Tag", ...tags]],
  [/^Articolo scritto da:$/, () => ["Articolo scritto da"]],
  [/^Redazione - /, () => ["Redazione"]],
  [/canale whatsapp/i, () => ["Resta aggiornato: seguici sul canale WhatsApp"]],
  // An excerpt of a related article: it ends cleanly now.
  [/ \[…\]$/, () => []],
];

const test = base.extend<object, { seeded: Paper }>({
  seeded: [
    async ({}, use) => {
      const paper = await Paper.open(async (paper) => {
        await paper.run("import", "jsonl", EDITION, "--publish");
        await paper.run("settings", "set", "follow.whatsapp", CHANNEL);
      });
      await use(paper);
      await paper.close();
    },
    { scope: "worker" },
  ],
  paper: async ({ seeded }, use) => use(seeded),
});

test.skip(!existsSync(EDITION), "the page that the project starts from is not here");

const read = (name: string): string[] => readFileSync(FOLDER + name, "utf8").split("\n").map((line) => line.trim()).filter(Boolean);
const edition = (): EditionLine[] => read("edition.jsonl").map((line) => JSON.parse(line) as EditionLine);

function first(): EditionLine {
  const [line] = edition();
  if (!line) throw new Error("the edition file is empty");
  return line;
}

async function open(page: Page, headline: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: headline }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: headline })).toBeVisible();
}

test.beforeEach(async ({ page }) => open(page, first().headline));

test("every line of the old page is found again", async ({ page }) => {
  for (const line of read("article-page.txt")) {
    const [, now] = REWORDED.find(([old]) => old.test(line)) ?? [];
    for (const words of now ? now(first()) : [line]) await expect(page.locator("body")).toContainText(words);
  }
});

test("each thing stands where readers' tools look for it", async ({ page }) => {
  const { headline, section, tags, html } = first();
  const article = page.locator("article[data-article-id]");
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(article.locator("[data-part=headline]")).toHaveText(headline);
  await expect(article.locator("data[data-part=views][value='160']")).toHaveText("160 visualizzazioni");
  await expect(article.locator("time[datetime^='2023-09-04T08:00:00+02:00']").first()).toHaveText(/4 settembre 2023/);
  await expect(article.getByRole("link", { name: section }).first()).toBeVisible();
  const subheads = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, words]) => words ?? "");
  expect(subheads).toHaveLength(4);
  await expect(article.locator("[data-part=body]").getByRole("heading", { level: 2 })).toHaveText(subheads);
  await expect(article.locator("[data-part=copyright]")).toHaveText("© RIPRODUZIONE RISERVATA");
  await expect(page.locator("[data-part=tags]").getByRole("link")).toHaveText(tags);
  await expect(page.locator("[data-part=author-box]").getByRole("link", { name: "Redazione" }).first()).toBeVisible();
  const follow = page.getByRole("region", { name: "Resta aggiornato: seguici sul canale WhatsApp" });
  await expect(follow.getByRole("link", { name: "Canale WhatsApp" })).toHaveAttribute("href", CHANNEL);
});

test("the comment form asks in the words of the old one", async ({ page }) => {
  const form = page.locator("form#comment-form");
  await expect(page.getByRole("heading", { name: "Lascia un commento" })).toBeVisible();
  for (const label of ["Nome *", "Email *", "Commento *"]) await expect(form.getByLabel(label)).toBeVisible();
  await expect(form.getByRole("button", { name: "Invia commento" })).toBeVisible();
});

test("four related articles are dated, and their excerpts end cleanly", async ({ page }) => {
  const related = page.locator("[data-part=related]");
  const excerpts = read("article-page.txt").filter((line) => line.endsWith(" […]"));
  await expect(related.getByRole("article")).toHaveCount(4);
  await expect(related.locator("time[datetime]")).toHaveCount(4);
  for (const { headline } of edition().slice(1)) await expect(related.getByRole("link", { name: headline }).first()).toBeVisible();
  for (const excerpt of excerpts) await expect(related).toContainText(excerpt.replace(/ \[…\]$/, ""));
  await expect(related).not.toContainText("[…]");
});

test("an excerpt never glues a heading to the sentence after it", async ({ page }) => {
  const [seed, other] = edition();
  await open(page, other?.headline ?? "");
  const teaser = page.locator("[data-part=related]").getByRole("article").filter({ hasText: seed?.headline ?? "" });
  await expect(teaser).toHaveCount(1);
  const subheads = [...(seed?.html ?? "").matchAll(/<h2>(.*?)<\/h2>/g)].map(([, words]) => words ?? "");
  for (const subhead of subheads) await expect(teaser).not.toContainText(subhead);
});

test("dates are short where the paper wants them short", async ({ page, paper }) => {
  const published = page.locator("article[data-article-id] time[datetime^='2023-09-04']").first();
  await paper.run("settings", "set", "date_style", "short");
  try {
    await expect(async () => {
      await page.reload();
      await expect(published).toHaveText(/4 Set 2023/, { timeout: 500 });
    }).toPass({ timeout: 10_000 });
  } finally {
    await paper.run("settings", "set", "date_style", "long");
  }
});
