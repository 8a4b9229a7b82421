import { expect, test } from "../support/test";

test("a section shows what its subsections hold, and leads to them", async ({ page }) => {
  await page.goto("/cultura/");
  await expect(page.getByRole("heading", { level: 1, name: "Cultura" })).toBeVisible();
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Libri", exact: true }).first().click();
  await expect(page).toHaveURL("/cultura/libri/");
  await expect(page.getByRole("heading", { level: 1, name: "Libri" })).toBeVisible();
  await expect(main.getByRole("article")).not.toHaveCount(0);
});

test("the page of somebody who signs tells who they are", async ({ page }) => {
  await page.goto("/author/lucia-ferrandi/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lucia Ferrandi");
  await expect(page.getByRole("main")).toContainText("Laureata in fisica");
  await expect(page.getByRole("main").getByRole("article")).not.toHaveCount(0);
});

test("the archive leads from the years to an article", async ({ page }) => {
  await page.goto("/archive/");
  await expect(page.getByRole("heading", { level: 1, name: "Archivio" })).toBeVisible();
  const month = page.getByRole("main").locator('a[href^="/archive/2"]').last();
  await month.click();
  await expect(page.getByRole("heading", { level: 1, name: /Archivio d/ })).toBeVisible();
  await expect(page.getByRole("main").getByRole("article")).not.toHaveCount(0);
});

test("the colophon names who answers for the paper", async ({ page }) => {
  await page.goto("/about/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Il Meridiano");
  for (const words of ["Tribunale di Portovento, n. 7", "Irene Saltamare", "IT00000000000", "redazione@ilmeridiano.example"]) {
    await expect(page.getByRole("main")).toContainText(words);
  }
});
