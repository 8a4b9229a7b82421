import type { Page } from "@playwright/test";

import { articles } from "../support/edition";
import { comeAlive, expect, test } from "../support/test";

const RECORD = "/api/v1/views/record";

async function count(page: Page): Promise<number> {
  const article = await page.locator("article[data-article-id]").getAttribute("data-article-id");
  const answer = await page.request.get(`/api/v1/views/get?article_id=${article}`);
  return ((await answer.json()) as { count: number }).count;
}

test("five visible seconds make the count rise by one, and a second reading by the same reader by none", async ({ page }) => {
  await page.goto(articles.library.path);
  const before = await count(page);
  const views = page.locator("[data-part=views]");
  await expect(views).toHaveAttribute("value", String(before + 1), { timeout: 20_000 });
  await expect(views).toContainText(`${before + 1} visualizzazioni`);

  const recorded = page.waitForResponse((answer) => answer.url().endsWith(RECORD), { timeout: 20_000 });
  await page.reload();
  expect((await recorded).status()).toBe(200);
  expect(await count(page)).toBe(before + 1);
  await expect(views).toHaveAttribute("value", String(before + 1));
});

/** Opens an article whose clock only moves when the test says so. Answers with what it has reported so far. */
async function openWithStoppedClock(page: Page, path: string): Promise<string[]> {
  const reported: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(RECORD)) reported.push(request.postData() ?? "");
  });
  await page.clock.install();
  await page.goto("about:blank");
  await page.clock.pauseAt(Date.now() + 1000);
  await page.goto(path);
  // Islands wait for a quiet moment, a second at the most.
  await page.clock.runFor(1000);
  await comeAlive(page);
  return reported;
}

test("a reading is reported after five seconds, and not before", async ({ page }) => {
  const reported = await openWithStoppedClock(page, articles.banner.path);
  await page.clock.runFor(3000);
  expect(reported).toEqual([]);
  await page.clock.runFor(3000);
  await expect.poll(() => reported.length).toBe(1);
  await page.clock.runFor(20_000);
  expect(reported).toHaveLength(1);
});

test("an article that is left before five seconds is not counted", async ({ page }) => {
  const reported = await openWithStoppedClock(page, articles.banner.path);
  await page.getByRole("link", { name: "Chi siamo" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Il Meridiano");
  await page.clock.runFor(20_000);
  expect(reported).toEqual([]);
});
