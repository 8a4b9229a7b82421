import type { Page } from "@playwright/test";

import {
  anotherBrowser, bodyOf, found, headlineOf, newStory, openStory, people, type Person, publish, saveLine, signIn, test,
  typeBody, typeHeadline, waitOnDevice, waitSaved, wordsOf, writeStory,
} from "../support/desk";
import { Line } from "../support/line.mjs";
import { Paper } from "../support/paper";
import { expect } from "../support/test";

test.slow();
test.use({
  // Its own: lines are cut here, and the server is killed.
  paper: async ({}, use) => {
    const paper = await Paper.open(found);
    await use(paper);
    await paper.close();
  },
  tolerated: /status of 401|ERR_|WebSocket/,
});

const TEN_MINUTES = 10 * 60_000;

/** Somebody else at the same story, in a browser of their own. */
async function join(page: Page, someone: Person, story: number): Promise<Page> {
  await signIn(page, someone);
  await openStory(page, story);
  return page;
}

const OFFLINE = "Non in linea: salvato su questo dispositivo";

test("two people in one article see each other, and each other's words", async ({ page, browser }) => {
  await signIn(page, people.ada);
  const story = await writeStory(page, "A quattro mani", "Comincia Ada.");
  const other = await join(await anotherBrowser(browser), people.elio, story);
  await expect(bodyOf(other)).toHaveText(/Comincia Ada\./);

  await typeBody(other, " Continua Elio.");
  await expect(bodyOf(page)).toContainText("Comincia Ada. Continua Elio.");
  await expect(page.locator(".desk-bar .desk-present")).toHaveAttribute("title", "Aperto ora da Elio Marzi");
  await expect(bodyOf(page).getByText("Elio Marzi")).toBeVisible();
  await typeHeadline(page, ", e due teste");
  await expect(headlineOf(other)).toHaveText("A quattro mani, e due teste");
  await expect(other.locator(".desk-bar .desk-present")).toHaveAttribute("title", "Aperto ora da Ada Lungarno");
  await other.getByLabel("Sezione").selectOption("Cultura");
  await expect(page.getByLabel("Sezione")).toHaveValue("Cultura");

  // Undoing takes back one's own words only.
  await typeBody(page, " E chiude Ada.");
  await expect(bodyOf(other)).toContainText("E chiude Ada.");
  await bodyOf(other).click();
  await other.keyboard.press("ControlOrMeta+z");
  await expect(bodyOf(page)).not.toContainText("Continua Elio.");
  await expect(bodyOf(page)).toContainText("E chiude Ada.");

  await other.context().close();
  await expect(page.locator(".desk-bar .desk-present")).toHaveCount(0);
});

test("ten minutes without a network are made up for when it is back", async ({ page, browser }) => {
  await signIn(page, people.ada);
  const story = await writeStory(page, "Dal treno", "Alla stazione.");
  const line = await Line.lay();
  const away = await line.browse(browser);
  await away.clock.install();
  await join(away, people.elio, story);
  await typeBody(away, " In carrozza.");
  await expect(bodyOf(page)).toContainText("In carrozza.");
  await waitSaved(away);

  line.cut();
  await expect(saveLine(away)).toHaveText(OFFLINE);
  await typeBody(away, " In galleria si scrive lo stesso.");
  await headlineOf(page).click();
  await page.keyboard.press("Home");
  await page.keyboard.type("Lettera ");
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Intanto in redazione. ");
  await waitSaved(page);
  await away.clock.fastForward(TEN_MINUTES);
  await typeBody(away, " Si esce.");
  await expect(saveLine(away)).toHaveText(OFFLINE);
  await expect(bodyOf(page)).not.toContainText("galleria");

  line.mend();
  await waitSaved(away);
  const whole = "Intanto in redazione. Alla stazione. In carrozza. In galleria si scrive lo stesso. Si esce.";
  for (const one of [page, away]) {
    await expect.poll(() => wordsOf(one)).toBe(whole);
    await expect(headlineOf(one)).toHaveText("Lettera Dal treno");
  }
  await waitSaved(page);
  await away.context().close();
  await line.close();
});

test("what was written offline is there when the page was left and is opened again", async ({ page, browser }) => {
  await signIn(page, people.ada);
  const story = await writeStory(page, "In tasca", "Prima.");
  const line = await Line.lay();
  const away = await join(await line.browse(browser), people.elio, story);
  await waitSaved(away);
  line.cut();
  await expect(saveLine(away)).toHaveText(OFFLINE);
  await typeBody(away, " Senza rete.");
  await expect(saveLine(away)).toHaveText(OFFLINE);
  // A page that dies may take the words of its last second with it; these are on the device.
  await waitOnDevice(away, story, "Prima. Senza rete.");
  await away.goto("about:blank");
  line.mend();
  await openStory(away, story);
  for (const one of [away, page]) await expect.poll(() => wordsOf(one)).toBe("Prima. Senza rete.");
  await waitSaved(away);
  await away.context().close();
  await line.close();
});

/** Types numbered words into a body, and notes those that stood there when the screen called everything saved. */
class Typist {
  readonly typed: string[] = [];
  readonly saved = new Set<string>();

  constructor(private readonly page: Page) {}

  async type(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      const before = [...this.typed];
      const word = `k${String(before.length + 1).padStart(3, "0")}`;
      await this.page.keyboard.type(`${word} `);
      this.typed.push(word);
      // The line may be a moment behind the last word, never behind those before it.
      const line = await saveLine(this.page).innerText();
      if (line.startsWith("Salvato")) for (const one of before) this.saved.add(one);
    }
  }

  /** Rests until all is saved; whoever types without a rest may never read that it is. */
  async pause(): Promise<void> {
    await waitSaved(this.page);
    for (const one of this.typed) this.saved.add(one);
  }
}

const numbered = (words: string): string[] => words.match(/k\d+/g) ?? [];

test("no word is lost or doubled when the server dies while people type", async ({ page, paper, browser }) => {
  await signIn(page, people.ada);
  const story = await newStory(page);
  await typeHeadline(page, "Tutto al suo posto");
  await waitSaved(page);
  const other = await join(await anotherBrowser(browser), people.elio, story);
  await bodyOf(page).click();
  const typist = new Typist(page);
  for (const round of [1, 2, 3]) {
    await typist.type(8);
    const dying = paper.kill();
    await typist.type(8);
    await dying;
    await paper.startAgain();
    await typist.type(4);
    await waitSaved(page);
    const last = typist.typed.at(-1) ?? "";
    await expect.poll(() => wordsOf(other), { message: `round ${round}`, timeout: 30_000 }).toContain(last);
  }
  await waitSaved(other);
  for (const one of [page, other]) expect(numbered(await wordsOf(one))).toEqual(typist.typed);

  await publish(page);
  await page.getByLabel("Altro su questo articolo").click();
  await page.getByRole("link", { name: "Vedi sul giornale" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tutto al suo posto" })).toBeVisible();
  expect(numbered(await page.locator("[data-part=body]").innerText())).toEqual(typist.typed);
});

test("what was called saved is there when the server and the writer's browser die", async ({ page, paper, browser }) => {
  const writer = await anotherBrowser(browser);
  await signIn(writer, people.elio);
  const story = await newStory(writer);
  await bodyOf(writer).click();
  const typist = new Typist(writer);
  await typist.type(8);
  await typist.pause();
  await typist.type(12);
  const dying = paper.kill();
  await typist.type(40);
  await dying;
  await writer.context().close();
  await paper.startAgain();

  await signIn(page, people.ada);
  await openStory(page, story);
  await waitSaved(page);
  const kept = await wordsOf(page);
  expect(numbered(kept).filter((word) => typist.saved.has(word))).toEqual([...typist.saved]);
  // What was on its way may have arrived or not, but nothing twice and nothing out of its place.
  expect(typist.typed.join(" ").slice(0, kept.trim().length)).toBe(kept.trim());
});
