import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { Paper } from "../support/paper";
import { joinStaff } from "../support/staff";
import { comeAlive, expect, test as base } from "../support/test";

/** Each test has an article of its own. */
const SLUGS = ["tasto", "matita", "pubblica", "nota", "senza", "lettore"];
/** It is long enough to scroll. */
const LINES = 40;

const test = base.extend<object, { daily: Paper }>({
  daily: [
    async ({}, use) => {
      const paper = await Paper.open(importDaily);
      await use(paper);
      await paper.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  paper: async ({ daily }, use) => use(daily),
});

async function importDaily(paper: Paper): Promise<void> {
  const file = join(paper.data, "daily.jsonl");
  await writeFile(file, SLUGS.map((slug) => JSON.stringify(article(slug))).join("\n"));
  await paper.run("import", "jsonl", file, "--publish");
}

function article(slug: string): object {
  const lines = Array.from({ length: LINES }, (_, at) => `<p>Il capoverso ${at + 1} dice soltanto parola${at + 1} e poi finisce qui.</p>`);
  const about = { lang: "it", section: "Cronaca", authors: ["Ada Lungarno"], standfirst: slug === "senza" ? null : "Un sommario di prova." };
  return { ...about, ref: `daily/${slug}`, slug, headline: `Articolo di prova: ${slug}`, html: lines.join("") };
}

test.describe.configure({ timeout: 90_000 });
// Whoever opens the desk is asked who they are before they are somebody.
test.use({ tolerated: /status of 401/ });

/** Every document that the browser asks for from now on. */
function documents(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "document") asked.push(request.url());
  });
  return asked;
}

const body = (page: Page) => page.locator("article[data-article-id] [data-part=body]");
const line = (page: Page, number: number) => body(page).getByText(`Il capoverso ${number} dice`);
const pencil = (page: Page) => page.getByRole("button", { name: "Modifica questo articolo (e)" });
const editor = (page: Page) => page.getByRole("region", { name: "Modifica sulla pagina" });
const written = (page: Page) => page.locator("[data-part=body][contenteditable=true], [data-part=body] [contenteditable=true]").first();
const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

/** Where a line stands in the window: pixels from its top. */
function topOf(page: Page, number: number): Promise<number> {
  return line(page, number).evaluate((element) => element.getBoundingClientRect().top);
}

/** Presses right behind a word of the article. */
async function press(page: Page, word: string): Promise<void> {
  const place = await body(page).evaluate((element, word) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + word.length);
      range.collapse(true);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left, y: top + height / 2 };
    }
    throw new Error(`the article does not say ${word}`);
  }, word);
  await page.mouse.click(place.x, place.y);
}

/** Opens an article as somebody of the newsroom, in the middle of its text; answers what the browser asks for from then on. */
async function openAsStaff(page: Page, paper: Paper, slug: string): Promise<string[]> {
  await joinStaff(page, paper, "Berta Redattrice");
  await page.goto(`/cronaca/${slug}/`);
  await comeAlive(page);
  await expect(pencil(page)).toBeVisible();
  await line(page, 25).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  return documents(page);
}

async function begun(page: Page): Promise<void> {
  await expect(editor(page)).toBeVisible({ timeout: 30_000 });
  await expect(written(page)).toBeFocused({ timeout: 30_000 });
}

async function saved(page: Page): Promise<void> {
  await expect(editor(page).getByText(/^Salvato alle \d/)).toBeVisible({ timeout: 30_000 });
}

test("with the key e the article becomes editable where it stands, with the caret where it was pressed", async ({ page, paper }) => {
  const asked = await openAsStaff(page, paper, "tasto");
  await press(page, "parola25");
  const [scroll, top] = [await scrolled(page), await topOf(page, 25)];

  await page.keyboard.press("e");
  await begun(page);
  expect(Math.abs((await topOf(page, 25)) - top)).toBeLessThanOrEqual(1);
  expect(Math.abs((await scrolled(page)) - scroll)).toBeLessThanOrEqual(1);
  await page.keyboard.type("bis");
  await expect(line(page, 25)).toHaveText("Il capoverso 25 dice soltanto parola25bis e poi finisce qui.");
  await saved(page);

  // What is saved is not published: the page shows what readers read once the editor is closed.
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeHidden();
  await expect(line(page, 25)).toHaveText("Il capoverso 25 dice soltanto parola25 e poi finisce qui.");
  expect(Math.abs((await topOf(page, 25)) - top)).toBeLessThanOrEqual(1);
  await expect(pencil(page)).toBeVisible();

  // Nor is it lost: whoever opens it again goes on from there.
  await page.keyboard.press("e");
  await expect(line(page, 25)).toHaveText(/parola25bis/, { timeout: 30_000 });
  expect(asked).toEqual([]);
});

test("a line that the page did not have makes room for itself, and the text stays where it was", async ({ page, paper }) => {
  await openAsStaff(page, paper, "senza");
  await press(page, "parola25");
  const [scroll, top] = [await scrolled(page), await topOf(page, 25)];
  await page.keyboard.press("e");
  await begun(page);
  await expect(page.getByRole("textbox", { name: "Sommario" })).toBeAttached();
  expect(Math.abs((await topOf(page, 25)) - top)).toBeLessThanOrEqual(1);
  expect(await scrolled(page)).toBeGreaterThan(scroll);
  await page.keyboard.type("quater");
  await expect(line(page, 25)).toHaveText(/parola25quater /);
  await saved(page);
  await editor(page).getByRole("button", { name: "Fine" }).click();
  await expect(page.getByRole("textbox", { name: "Sommario" })).toHaveCount(0);
  expect(Math.abs((await topOf(page, 25)) - top)).toBeLessThanOrEqual(1);
});

test("the pencil does the same, and a press into the text puts the caret there", async ({ page, paper }) => {
  const asked = await openAsStaff(page, paper, "matita");
  const top = await topOf(page, 25);
  await pencil(page).click();
  await begun(page);
  await expect(pencil(page)).toBeHidden();
  expect(Math.abs((await topOf(page, 25)) - top)).toBeLessThanOrEqual(1);
  await press(page, "parola24");
  await page.keyboard.type("ter");
  await expect(line(page, 24)).toHaveText(/parola24ter /);
  await saved(page);
  await editor(page).getByRole("button", { name: "Fine" }).click();
  await expect(editor(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Articolo di prova: matita" })).toBeVisible();
  expect(asked).toEqual([]);
});

test("what was written on the page is published from there, and readers are told why", async ({ page, paper, browser }) => {
  const asked = await openAsStaff(page, paper, "pubblica");
  await press(page, "parola25");
  await page.keyboard.press("e");
  await begun(page);
  await page.keyboard.type(" corretta");
  await saved(page);

  await editor(page).getByRole("button", { name: "Aggiorna" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Perché una nuova versione").selectOption({ label: "Correzione" });
  const note = "Il capoverso 25 diceva altro.";
  await dialog.getByLabel("Nota per i lettori").fill(note);
  await dialog.getByRole("button", { name: "Correggi" }).click();
  await expect(page.getByText("Pubblicato: i lettori lo vedono già")).toBeVisible({ timeout: 30_000 });
  await editor(page).getByRole("button", { name: "Fine" }).click();
  await expect(editor(page)).toBeHidden();
  await expect(line(page, 25)).toHaveText(/parola25 corretta /);
  await expect(page.locator("[data-part=notes]")).toContainText(note);
  await expect(pencil(page)).toBeVisible();
  expect(asked).toEqual([]);

  const reader = await browser.newPage();
  await expect(async () => {
    await reader.goto(`${paper.url}/cronaca/pubblica/`);
    await expect(line(reader, 25)).toHaveText(/parola25 corretta /, { timeout: 1000 });
    await expect(reader.locator("[data-part=notes]")).toContainText(note, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await reader.close();
});

test.describe("a correction without a note", () => {
  test.use({ tolerated: /status of (401|422)/ });

  test("is refused beside the field, and nothing that was typed is lost", async ({ page, paper }) => {
    await openAsStaff(page, paper, "nota");
    await press(page, "parola25");
    await page.keyboard.press("e");
    await begun(page);
    await page.keyboard.type(" nuova");
    await saved(page);
    await editor(page).getByRole("button", { name: "Aggiorna" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Perché una nuova versione").selectOption({ label: "Rettifica" });
    await dialog.getByRole("button", { name: "Rettifica" }).click();
    await expect(dialog.getByLabel("Nota per i lettori")).toHaveAttribute("aria-invalid", "true", { timeout: 30_000 });
    await expect(dialog.getByLabel("Perché una nuova versione")).toHaveValue("rectification");
    // Escape closes the dialog, not the editor behind it.
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(line(page, 25)).toHaveText(/parola25 nuova /);
  });
});

test.describe("a reader", () => {
  test.use({ tolerated: /(?!)/ });

  test("has no pencil, and the key e does nothing", async ({ page }) => {
    await page.goto("/cronaca/lettore/");
    await comeAlive(page);
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
    await page.keyboard.press("e");
    // The reader's count is sent once the page was read: whatever the key asked for would have been asked by then.
    await expect.poll(() => asked).toContain("/api/v1/views/record");
    expect(asked).toEqual(["/api/v1/views/record"]);
    await expect(pencil(page)).toBeHidden();
    await expect(page.locator("[contenteditable], [data-editing]")).toHaveCount(0);
  });
});
