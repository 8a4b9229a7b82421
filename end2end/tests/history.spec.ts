import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { Paper } from "../support/paper";
import { expect, test as base } from "../support/test";

const HEADLINE = "Il ponte riapre lunedì";
const PATH = "/cronaca/il-ponte/";
const UPDATE = "Aggiunto l’orario della prima navetta.";
const CORRECTION = "Il ponte riapre martedì, non lunedì come avevamo scritto.";

/** An article as `redazione article list --json` prints it. */
interface ArticleLine {
  id: number;
  ref: string;
}

const test = base.extend<object, { ledger: Paper }>({
  ledger: [
    async ({}, use) => {
      const paper = await Paper.open(publishThreeVersions);
      await use(paper);
      await paper.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  paper: async ({ ledger }, use) => use(ledger),
});

async function publishThreeVersions(paper: Paper): Promise<void> {
  await bringIn(paper, "bridge", "Il ponte riapre lunedì. La città aspetta.");
  const id = await idOf(paper, "bridge");
  await paper.run("article", "publish", id);
  await bringIn(paper, "bridge", "Il ponte riapre lunedì. Una navetta parte alle sette. La città aspetta.");
  await paper.run("article", "publish", id, "--kind", "update", "--note", UPDATE);
  await bringIn(paper, "bridge", "Il ponte riapre martedì. Una navetta parte alle sette. La città aspetta.");
  await paper.run("article", "publish", id, "--kind", "correction", "--note", CORRECTION);
}

/** Writes the working copy of an article. */
async function bringIn(paper: Paper, name: string, words: string): Promise<void> {
  const file = join(paper.data, `${name}.jsonl`);
  const about = { lang: "it", section: "Cronaca", authors: ["Ada Lungarno"], headline: HEADLINE, slug: `il-${SLUGS[name]}` };
  await writeFile(file, JSON.stringify({ ...about, ref: `ledger/${name}`, html: `<p>${words}</p><p>Il secondo capoverso resta com’era.</p>` }));
  await paper.run("import", "jsonl", file);
}

const SLUGS: Record<string, string> = { bridge: "ponte", ferry: "traghetto", tram: "tram" };

async function idOf(paper: Paper, name: string): Promise<string> {
  const lines = JSON.parse(await paper.run("article", "list", "--json")) as ArticleLine[];
  const found = lines.find(({ ref }) => ref === `ledger/${name}`);
  if (!found) throw new Error(`there is no article ${name}`);
  return String(found.id);
}

const main = (page: Page) => page.getByRole("main");

test("the history lists every version with its time, kind and note, latest first", async ({ page }) => {
  await page.goto(PATH);
  await main(page).getByRole("link", { name: "Cronologia delle modifiche" }).click();
  await expect(page).toHaveURL(`${PATH}history/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cronologia delle modifiche");
  const versions = main(page).getByRole("listitem");
  await expect(versions).toHaveCount(3);
  const expected = [
    ["Versione 3", "Correzione", CORRECTION],
    ["Versione 2", "Aggiornamento", UPDATE],
    ["Versione 1", "Prima pubblicazione"],
  ];
  for (const [at, words] of expected.entries()) {
    for (const word of words) await expect(versions.nth(at)).toContainText(word);
    await expect(versions.nth(at).locator("time[datetime*='T']")).toHaveText(/\d{4}.* \d{1,2}:\d{2}/);
  }
  await expect(main(page).getByRole("link", { name: HEADLINE })).toHaveAttribute("href", PATH);
});

test("a version shows the words that came and went, and leads to those beside it", async ({ page }) => {
  await page.goto(`${PATH}history/`);
  await main(page).getByRole("listitem").nth(1).getByRole("link", { name: "Che cosa è cambiato" }).click();
  await expect(page).toHaveURL(`${PATH}history/2/#changes`);
  const changes = page.getByRole("region", { name: "Che cosa è cambiato" });
  await expect(changes.locator("ins")).toHaveText(["Una navetta parte alle sette."]);
  await expect(changes.locator("del")).toHaveCount(0);
  await expect(main(page)).toContainText(UPDATE);
  await expect(page.locator("[data-part=body]")).toContainText("Il ponte riapre lunedì. Una navetta parte alle sette.");

  await main(page).getByRole("link", { name: "Versione 3" }).click();
  await expect(page).toHaveURL(`${PATH}history/3/`);
  await expect(changes.locator("del")).toHaveText(["lunedì"]);
  await expect(changes.locator("ins")).toHaveText(["martedì"]);
  await expect(main(page).getByText("Versione 3 di 3")).toBeVisible();

  await page.goto(`${PATH}history/1/`);
  await expect(changes).toHaveCount(0);
  await expect(page.locator("[data-part=body]")).toContainText("Il ponte riapre lunedì. La città aspetta.");
  await main(page).getByRole("link", { name: "Leggi l’articolo com’è oggi" }).click();
  await expect(page.locator("[data-part=body]")).toContainText("Il ponte riapre martedì.");
});

test("no page but the article's own is found by search engines for its words", async ({ page }) => {
  await page.goto(`${PATH}history/2/`);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  await page.goto(PATH);
  await expect(page.locator("meta[name=robots][content*=noindex]")).toHaveCount(0);
});

test("the article says what was changed, and the page of corrections what was wrong", async ({ page }) => {
  await page.goto(PATH);
  const notes = page.locator("[data-part=notes]");
  await expect(notes.getByRole("listitem")).toHaveCount(2);
  await expect(notes).toContainText(CORRECTION);
  await expect(notes).toContainText(UPDATE);

  await page.getByRole("contentinfo").getByRole("link", { name: "Correzioni" }).click();
  await expect(page).toHaveURL("/corrections/");
  const corrections = main(page).getByRole("listitem").filter({ hasText: HEADLINE });
  await expect(corrections).toHaveCount(1);
  await expect(corrections).toContainText(CORRECTION);
  await expect(main(page)).not.toContainText(UPDATE);
  await corrections.getByRole("link", { name: "Che cosa è cambiato" }).click();
  await expect(page).toHaveURL(`${PATH}history/3/#changes`);
});

test("a rectification stands above the text, and a misprint is told only in the history", async ({ page, paper, javaScriptEnabled }) => {
  const name = javaScriptEnabled === false ? "tram" : "ferry";
  const path = `/cronaca/il-${SLUGS[name]}/`;
  await bringIn(paper, name, "Il traghetto è di Carlo Bruni.");
  const id = await idOf(paper, name);
  await paper.run("article", "publish", id);
  await bringIn(paper, name, "Il traghetto è di Carla Bruni.");
  await paper.run("article", "publish", id, "--kind", "misprint");
  await bringIn(paper, name, "Il traghetto non è di Carla Bruni.");
  const note = "Carla Bruni ci scrive che il traghetto non è suo.";
  await paper.run("article", "publish", id, "--kind", "rectification", "--note", note);
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByRole("complementary", { name: "Rettifica" })).toContainText(note, { timeout: 1000 });
  }).toPass();
  const above = await page.locator("[data-part=rectifications]").evaluate((element) => {
    const body = document.querySelector("[data-part=body]");
    return body !== null && (element.compareDocumentPosition(body) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  expect(above).toBe(true);
  await expect(page.locator("[data-part=notes]")).not.toContainText("Refuso");
  await page.goto(`${path}history/`);
  await expect(main(page).getByRole("listitem").nth(1)).toContainText("Refuso");
});

test.describe("once it is withdrawn", () => {
  test.use({ tolerated: /status of (404|410)/ });

  test("an article and its history are gone, and no list speaks of it", async ({ page, paper }) => {
    const name = `gone-${Math.random().toString(36).slice(2)}`;
    SLUGS[name] = name;
    await bringIn(paper, name, "Una notizia falsa.");
    const id = await idOf(paper, name);
    await paper.run("article", "publish", id);
    await bringIn(paper, name, "Una notizia meno falsa.");
    const note = `La notizia era falsa (${name}).`;
    await paper.run("article", "publish", id, "--kind", "correction", "--note", note);
    const path = `/cronaca/il-${name}/`;
    expect((await page.goto(path))?.status()).toBe(200);
    await paper.run("article", "unpublish", id);
    await expect(async () => expect((await page.goto(path))?.status()).toBe(410)).toPass();
    for (const gone of [`${path}history/`, `${path}history/1/`]) expect((await page.goto(gone))?.status(), gone).toBe(410);
    await expect(async () => {
      await page.goto("/corrections/");
      await expect(main(page)).not.toContainText(note, { timeout: 1000 });
    }).toPass();
  });

  test("a version that never was is not there", async ({ page }) => {
    for (const never of [`${PATH}history/4/`, `${PATH}history/0/`, "/cronaca/history/", "/cronaca/mai-scritto/history/"]) {
      expect((await page.goto(never))?.status(), never).toBe(404);
    }
  });
});
