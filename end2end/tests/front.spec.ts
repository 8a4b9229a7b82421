import { articles } from "../support/edition";
import { expect, test } from "../support/test";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
});

test("the front page carries the paper's name, today's date and its sections", async ({ page }) => {
  await expect(page.getByRole("heading", { level: 1, name: "Il Meridiano" })).toBeVisible();
  const today = new Intl.DateTimeFormat("it-IT", { dateStyle: "long", timeZone: "Europe/Rome" }).format(new Date());
  await expect(page.getByRole("banner")).toContainText(today);
  const sections = page.getByRole("navigation", { name: "Sezioni" }).first();
  for (const [name, path] of [["Cronaca", "/cronaca/"], ["Viaggi e sapori", "/viaggi-e-sapori/"]] as const) {
    await expect(sections.locator(`a[href="${path}"]`).first()).toHaveText(name);
  }
});

test("the front page has a lead, the latest and the most read", async ({ page }) => {
  const main = page.getByRole("main");
  await expect(main.getByRole("article").first().getByRole("heading")).toBeVisible();
  for (const name of ["Ultime notizie", "I più letti"]) {
    await expect(main.getByRole("region", { name }).getByRole("listitem")).not.toHaveCount(0);
  }
  for (const section of ["Cronaca", "Politica", "Economia", "Scienza"]) {
    await expect(main.getByRole("heading", { level: 2, name: section, exact: true })).toBeVisible();
  }
});

test("no article stands on the front page twice", async ({ page }) => {
  const teasers = page.getByRole("main").locator("article h2 a, h3 a");
  const addresses = await teasers.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(addresses.length).toBeGreaterThan(8);
  expect(addresses).toEqual([...new Set(addresses)]);
});

test("an article without a photograph gets a drawn cover", async ({ page }) => {
  const teaser = page.getByRole("article").filter({ has: page.getByRole("link", { name: articles.cinema.headline }) }).first();
  await expect(teaser).toBeVisible();
  await expect(teaser.locator("svg, img").first()).toBeVisible();
});

test("a headline leads to its article", async ({ page }) => {
  await page.getByRole("main").getByRole("link", { name: articles.storm.headline }).first().click();
  await expect(page).toHaveURL(articles.storm.path);
  await expect(page.getByRole("heading", { level: 1, name: articles.storm.headline })).toBeVisible();
});
