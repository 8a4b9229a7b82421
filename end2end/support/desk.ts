// A newsroom with people in it, and what they do at the desk.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Browser, type Locator, type Page } from "@playwright/test";
import { applyUpdate, Doc } from "yjs";

import { Paper } from "./paper";
import { expect, test as base } from "./test";

/** Somebody who has an account. */
export interface Person {
  name: string;
  email: string;
  password: string;
  role: "contributor" | "author" | "moderator" | "editor" | "admin";
}

const person = (name: string, role: Person["role"]): Person => ({
  name,
  email: `${name.split(" ")[0]?.toLowerCase()}@example.it`,
  password: `una frase lunga di ${name}`,
  role,
});

/** The people of the newsroom. */
export const people = {
  ada: person("Ada Lungarno", "admin"),
  elio: person("Elio Marzi", "editor"),
  aldo: person("Aldo Ferri", "author"),
  carla: person("Carla Neri", "contributor"),
} as const;

/** The sections that it has; a story begins in the first. */
export const SECTIONS = ["Cronaca", "Cultura"];

/** Tests on this newsroom: one for each worker that needs it. */
export const test = base.extend<object, { newsroom: Paper }>({
  newsroom: [
    async ({}, use) => {
      const paper = await Paper.open(found);
      await use(paper);
      await paper.close();
    },
    { scope: "worker" },
  ],
  paper: async ({ newsroom }, use) => use(newsroom),
  // Who is not signed in is told so by the first answer.
  tolerated: /status of 401/,
});

/** Gives a new paper sections, and accounts to its people. */
export async function found(paper: Paper): Promise<void> {
  const article = (section: string): object =>
    ({ ref: section, lang: "it", headline: `Da ${section}`, section, html: "<p>Si comincia.</p>" });
  const lines = SECTIONS.map((section) => JSON.stringify(article(section)));
  const file = join(paper.data, "sections.jsonl");
  await writeFile(file, lines.join("\n"));
  await paper.run("import", "jsonl", file, "--publish");
  await paper.run("settings", "set", "name", "La Voce di Prova");
  for (const someone of Object.values(people)) await hire(paper, someone);
}

/** Makes an account for somebody. */
export async function hire(paper: Paper, { name, email, role, password }: Person): Promise<void> {
  await paper.runWith(password, "user", "add", "--email", email, "--name", name, "--role", role, "--password-stdin");
}

/** Another browser, with nothing in it but a page. */
export async function anotherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Writes e-mail and password, and sends them. */
export async function sendPassword(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Accedi", exact: true }).click();
}

/** Signs in, and waits for the desk. */
export async function signIn(page: Page, someone: Person = people.ada): Promise<void> {
  await page.goto("/desk/sign-in");
  await sendPassword(page, someone);
  await expect(page.getByRole("heading", { level: 1, name: "Articoli" })).toBeVisible({ timeout: 30_000 });
}

/** Begins a story, and waits until it can be written. */
export async function newStory(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Nuovo articolo" }).first().click();
  await page.waitForURL(/\/desk\/story\/\d+/);
  await waitOpen(page);
  return storyId(page);
}

/** Opens a story, and waits until it can be read. */
export async function openStory(page: Page, id: number): Promise<void> {
  await page.goto(`/desk/story/${id}`);
  await waitOpen(page);
}

/** The number of the story that is open. */
export function storyId(page: Page): number {
  return Number(/\/desk\/story\/(\d+)/.exec(page.url())?.[1]);
}

async function waitOpen(page: Page): Promise<void> {
  await expect(bodyOf(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("article[data-article-id]")).toHaveAttribute("aria-busy", "false");
}

/** The body, where it is written. */
export function bodyOf(page: Page): Locator {
  return page.getByRole("textbox", { name: "Testo dell’articolo" });
}

/** The words of the body, without the names at other people's carets. */
export function wordsOf(page: Page): Promise<string> {
  return bodyOf(page).evaluate((body) => {
    const copy = body.cloneNode(true) as HTMLElement;
    for (const name of copy.querySelectorAll(".editor-person")) name.remove();
    return copy.textContent ?? "";
  });
}

/** The headline, where it is written. */
export function headlineOf(page: Page): Locator {
  return page.getByRole("textbox", { name: "Titolo", exact: true });
}

/** The standfirst, where it is written. */
export function standfirstOf(page: Page): Locator {
  return page.getByRole("textbox", { name: "Sommario", exact: true });
}

/** Writes at the end of the headline. */
export async function typeHeadline(page: Page, words: string): Promise<void> {
  await headlineOf(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type(words);
}

/** Writes at the end of the body. */
export async function typeBody(page: Page, words: string): Promise<void> {
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words);
}

/** The line that says whether the words are safe. */
export function saveLine(page: Page): Locator {
  return page.locator("[data-part=save]");
}

/** Waits until all that was written is on the server's disk. */
export async function waitSaved(page: Page): Promise<void> {
  await expect(saveLine(page)).toHaveText(/^Salvato alle \d/, { timeout: 30_000 });
}

/** Waits until the device's own copy of a story says so, whatever the page shows. */
export async function waitOnDevice(page: Page, story: number, words: string): Promise<void> {
  const kept = (): Promise<number[][]> =>
    page.evaluate(async (name) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(String(request.error)));
        });
      const database = await done(indexedDB.open(name));
      const updates = await done(database.transaction("updates").objectStore("updates").getAll());
      database.close();
      return (updates as Uint8Array[]).map((update) => [...update]);
    }, `redazione-draft-${story}`);
  const said = async (): Promise<string> => {
    const doc = new Doc();
    for (const update of await kept()) applyUpdate(doc, Uint8Array.from(update));
    return doc.getXmlFragment("body").toString().replace(/<[^>]*>/g, "");
  };
  await expect.poll(said, { timeout: 30_000 }).toBe(words);
}

/** A story of its own with headline and text, saved. Answers its number. */
export async function writeStory(page: Page, headline: string, text: string): Promise<number> {
  const id = await newStory(page);
  await typeHeadline(page, headline);
  await typeBody(page, text);
  await waitSaved(page);
  return id;
}

/** Opens a panel at the side. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
  await page.getByRole("tab", { name, exact: true }).click();
  return page.getByRole("tabpanel", { name });
}

/** Chooses a deed of the story's menu. */
export async function choose(page: Page, deed: string): Promise<void> {
  await page.getByLabel("Altro su questo articolo").click();
  await page.getByRole("button", { name: deed, exact: true }).click();
}

/** Publishes the story that is open, as it is written. */
export async function publish(page: Page): Promise<void> {
  await page.locator("[data-publish]").click();
  await page.getByRole("dialog", { name: "Pubblica" }).getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(toast(page, "Pubblicato: i lettori lo vedono già")).toBeVisible({ timeout: 20_000 });
}

/** A message at the edge of the screen. */
export function toast(page: Page, words: string | RegExp): Locator {
  return page.locator(".desk-toasts").getByText(words).first();
}
