import type { Page } from "@playwright/test";

import { articles } from "../support/edition";
import { chooseTheme, expect, test } from "../support/test";

test.use({ tolerated: /status of 404/ });

/** Leaves a mark that a new document would not have. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}

const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => "marked" in window);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Follows a link that the page has, and waits until the page it leads to is there. */
async function follow(page: Page, path: string): Promise<void> {
  const before = await heading(page).innerText();
  await page.locator(`a[href="${path}"]:visible`).first().click();
  await expect(page).toHaveURL(path);
  await expect(heading(page)).not.toHaveText(before);
}

test("ten pages are read in one document, and the wasm is fetched once", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (/\.wasm$|reader\.[^/]*js$/.test(new URL(request.url()).pathname)) fetched.push(request.url());
  });
  await page.goto("/");
  await mark(page);
  await chooseTheme(page, "dark");
  const ways = ["/cronaca/", "/politica/", "/economia/", "/ambiente/", "/scienza/", "/cultura/", "/sport/", "/about/", "/archive/", "/"];
  for (const path of ways) await follow(page, path);
  expect(await isMarked(page)).toBe(true);
  await chooseTheme(page, null);
  expect(fetched.length).toBe(new Set(fetched).size);
  expect(fetched.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
});

test("the head follows the page", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  const before = await page.locator("meta[name=description]").getAttribute("content");
  await follow(page, articles.storm.path);
  await expect(page).toHaveTitle(new RegExp(articles.storm.headline));
  await expect(page.locator("link[rel=canonical]")).toHaveCount(1);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${articles.storm.path}$`));
  await expect(page.locator("meta[name=description]")).toHaveCount(1);
  await expect(page.locator("meta[name=description]")).not.toHaveAttribute("content", before ?? "");
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute("content", new RegExp(articles.storm.headline));
  expect(await isMarked(page)).toBe(true);
});

test("focus goes to the new heading, and the page is announced", async ({ page }) => {
  await page.goto("/");
  await follow(page, "/cronaca/");
  await expect(heading(page)).toBeFocused();
  await expect(page.locator("[aria-live=polite]").filter({ hasText: "Pagina caricata: Cronaca" })).toHaveCount(1);
});

test("the way on starts at the top, and the way back where one was", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  const link = page.getByRole("main").locator("article h2 a, article h3 a").last();
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(0);
  await link.click();
  await expect(heading(page)).not.toHaveText("Il Meridiano");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(heading(page)).toHaveText("Il Meridiano");
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  await page.goForward();
  await expect(heading(page)).not.toHaveText("Il Meridiano");
  expect(await isMarked(page)).toBe(true);
});

test("an address with # leads to its place, on this page and on another", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await page.evaluate((path) => {
    const link = Object.assign(document.createElement("a"), { href: `${path}#comments`, textContent: "Ai commenti" });
    document.querySelector("main")?.prepend(link);
  }, articles.storm.path);
  await page.getByRole("link", { name: "Ai commenti" }).click();
  await expect(page.locator("#comments")).toBeInViewport();
  await expect(page.locator("#comments")).toBeFocused();
  await page.goto(`${articles.map.path}`);
  await mark(page);
  await page.getByRole("link", { name: "Nota 1", exact: true }).click();
  await expect(page.getByRole("link", { name: "Torna al testo, nota 1" })).toBeInViewport();
  await page.goBack();
  await expect(heading(page)).toHaveText(articles.map.headline);
  expect(await isMarked(page)).toBe(true);
});

test("the islands of a page that came in are alive", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await follow(page, articles.storm.path);
  await page.getByRole("link", { name: "Rispondi a Rosa M." }).click();
  await expect(page.getByText("Stai rispondendo a Rosa M.")).toBeVisible();
  await expect(page.getByLabel("Commento *")).toBeFocused();
  expect(await isMarked(page)).toBe(true);
});

test("a page that is not there comes in like any other", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/non-esiste/", textContent: "Da nessuna parte" });
    document.querySelector("main")?.prepend(link);
  });
  await page.getByRole("link", { name: "Da nessuna parte" }).click();
  await expect(heading(page)).toHaveText("Pagina non trovata");
  expect(await isMarked(page)).toBe(true);
  await page.goBack();
  await expect(heading(page)).toHaveText("Il Meridiano");
});

test("an address that has moved ends up as the one that answers", async ({ page }) => {
  await page.goto(articles.storm.path);
  const id = await page.locator("article[data-article-id]").getAttribute("data-article-id");
  await page.goto("/");
  await mark(page);
  await page.evaluate((id) => {
    const link = Object.assign(document.createElement("a"), { href: `/a/${id}`, textContent: "Per la via breve" });
    document.querySelector("main")?.prepend(link);
  }, id);
  await page.getByRole("link", { name: "Per la via breve" }).click();
  await expect(heading(page)).toHaveText(articles.storm.headline);
  await expect(page).toHaveURL(articles.storm.path);
  expect(await isMarked(page)).toBe(true);
});

test("a page is fetched when the pointer rests on its link, and not again", async ({ page }) => {
  await page.goto("/");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const link = page.locator('a[href="/cronaca/"]:visible').first();
  const fetched = page.waitForResponse((answer) => answer.url().endsWith("/cronaca/"));
  await link.hover();
  await fetched;
  await link.click();
  await expect(heading(page)).toHaveText("Cronaca");
  expect(asked.filter((path) => path === "/cronaca/")).toHaveLength(1);
});

test("a slow page shows that it is on its way", async ({ page }) => {
  await page.goto("/");
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => (answer = done));
  await page.route("**/politica/", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('a[href="/politica/"]:visible').first().click();
  await expect(page.locator("html")).toHaveAttribute("data-navigating", "");
  answer();
  await expect(heading(page)).toHaveText("Politica");
  await expect(page.locator("html")).not.toHaveAttribute("data-navigating", "");
});

test("the last click wins", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => (answer = done));
  await page.route("**/politica/", async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.locator('a[href="/politica/"]:visible').first().click();
  await follow(page, "/economia/");
  answer();
  await follow(page, "/cultura/");
  await expect(heading(page)).toHaveText("Cultura");
  expect(await isMarked(page)).toBe(true);
});

test("without the Navigation API links are plain links", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "navigation"));
  await page.goto("/");
  await mark(page);
  await follow(page, "/cronaca/");
  expect(await isMarked(page)).toBe(false);
  await chooseTheme(page, "dark");
});
