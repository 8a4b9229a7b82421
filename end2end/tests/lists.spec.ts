import type { Page } from "@playwright/test";

import { ARTICLES, headline, test } from "../support/long-run";
import { expect } from "../support/test";

test.use({ tolerated: /status of 404/ });

/** A list, and how many of the articles it holds, from the oldest. */
const lists: Record<string, [path: string, articles: number]> = {
  section: ["/romanzo/", ARTICLES],
  tag: ["/tag/feuilleton/", ARTICLES],
  byline: ["/author/ada-lungarno/", ARTICLES],
  year: ["/archive/2024/", ARTICLES],
  month: ["/archive/2024/01/", 31],
};

/** Reads a list from its first page to its last by its own links, and answers the headlines in order. */
async function readThrough(page: Page, first: string): Promise<string[]> {
  const headlines: string[] = [];
  const pages = page.getByRole("navigation", { name: "Pagine" });
  const next = pages.getByRole("link", { name: "Pagina successiva" });
  await page.goto(first);
  for (let number = 1; ; number += 1) {
    await expect(pages.locator("[aria-current=page]")).toHaveText(String(number));
    headlines.push(...(await page.getByRole("main").getByRole("heading", { name: /^Puntata/ }).allInnerTexts()));
    if ((await next.count()) === 0) return headlines;
    await next.click();
    await expect(page).toHaveURL(`${first}page/${number + 1}/`);
  }
}

for (const [kind, [path, articles]] of Object.entries(lists)) {
  test(`the list of a ${kind} can be read through, newest first, nothing twice`, async ({ page }) => {
    const expected = Array.from({ length: articles }, (_, at) => headline(articles - at));
    expect(await readThrough(page, path)).toEqual(expected);
  });
}

test("a page of a list says where it stands", async ({ page }) => {
  await page.goto("/romanzo/page/2/");
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/romanzo\/page\/2\/$/);
  await expect(page.locator("link[rel=prev]")).toHaveAttribute("href", /\/romanzo\/$/);
  await expect(page.locator("link[rel=next]")).toHaveAttribute("href", /\/romanzo\/page\/3\/$/);
});

test("the title of a page of a list names list and page", async ({ page }) => {
  const titles: Record<string, RegExp> = {
    "/romanzo/": /^Romanzo · /,
    "/romanzo/page/2/": /^Romanzo, pagina 2 · /,
    "/tag/feuilleton/page/2/": /^Tag: Feuilleton, pagina 2 · /,
    "/author/ada-lungarno/page/3/": /^Articoli di Ada Lungarno, pagina 3 · /,
    "/archive/2024/page/2/": /^Archivio del 2024, pagina 2 · /,
    "/archive/2024/02/": /^Archivio di febbraio 2024 · /,
  };
  for (const [path, title] of Object.entries(titles)) {
    await page.goto(path);
    await expect(page, path).toHaveTitle(title);
  }
});

test("there is no page after the last", async ({ page }) => {
  const answer = await page.goto("/romanzo/page/99/");
  expect(answer?.status()).toBe(404);
});

test("a page has one address", async ({ request }) => {
  const addresses = {
    "/romanzo": "/romanzo/",
    "/romanzo/page/1/": "/romanzo/",
    "/autore/ada-lungarno/": "/author/ada-lungarno/",
    "/archivio": "/archive/",
  };
  for (const [path, canonical] of Object.entries(addresses)) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(301);
    expect(answer.headers().location).toBe(canonical);
  }
});
