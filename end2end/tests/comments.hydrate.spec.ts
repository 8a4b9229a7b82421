import { randomUUID } from "node:crypto";

import { articles } from "../support/edition";
import { comeAlive, expect, test } from "../support/test";

const { path } = articles.train;
// One test loses an answer on its way.
test.use({ tolerated: /ERR_FAILED/ });

test.beforeEach(async ({ page }) => {
  await page.goto(path);
  // The islands are alive when one of them answers.
  await comeAlive(page);
  await page.evaluate(() => Object.assign(window, { marked: true }));
});

test("sending a comment does not leave the page", async ({ page, paper }) => {
  const body = `Senza cambiare pagina. ${randomUUID()}`;
  await page.getByLabel("Nome *").fill("Vera Pendolare");
  await page.getByLabel("Email *").fill("vera@example.org");
  await page.getByLabel("Commento *").fill(body);
  await page.getByRole("button", { name: "Invia commento" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Il tuo commento è in attesa di moderazione." })).toBeVisible();
  await expect(page.getByLabel("Commento *")).toHaveValue("");
  expect(await page.evaluate(() => "marked" in window)).toBe(true);
  expect((await paper.comment(body))?.state).toBe("held");
});

test("answering moves to the form without leaving the page, and can be taken back", async ({ page }) => {
  await page.getByRole("link", { name: /^Rispondi a / }).first().click();
  await expect(page.getByText(/^Stai rispondendo a /)).toBeVisible();
  await expect(page.getByLabel("Commento *")).toBeFocused();
  await page.getByText("Annulla la risposta").click();
  await expect(page.getByText(/^Stai rispondendo a /)).toHaveCount(0);
  expect(await page.evaluate(() => "marked" in window)).toBe(true);
});

test("a comment whose answer got lost is one comment when it is sent again", async ({ page, paper }) => {
  const body = `Una volta sola. ${randomUUID()}`;
  let lost = 0;
  await page.route("**/api/v1/comments/post", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await page.getByLabel("Nome *").fill("Vera Pendolare");
  await page.getByLabel("Email *").fill("vera@example.org");
  await page.getByLabel("Commento *").fill(body);
  await page.getByRole("button", { name: "Invia commento" }).click();
  await expect(page.getByText(/Non sei in linea|Il commento non è partito/)).toBeVisible();
  await expect(page.getByLabel("Commento *")).toHaveValue(body);
  await page.getByRole("button", { name: "Invia commento" }).click();
  await expect(page.getByText("Il tuo commento è in attesa di moderazione.")).toBeVisible();
  const all = JSON.parse(await paper.run("comment", "list", "--json")) as { body: string }[];
  expect(all.filter((comment) => comment.body === body)).toHaveLength(1);
});
