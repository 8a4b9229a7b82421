import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { articles } from "../support/edition";
import { expect, test } from "../support/test";

const { path } = articles.train;
test.use({ tolerated: /status of 422/ });

async function write(page: Page, name: string, email: string, body: string): Promise<void> {
  await page.getByLabel("Nome *").fill(name);
  await page.getByLabel("Email *").fill(email);
  await page.getByLabel("Commento *").fill(body);
  await page.getByRole("button", { name: "Invia commento" }).click();
}

/** Reads the article again until a comment shows: the server hears of what commands do within a second. */
async function reloadUntilShown(page: Page, body: string): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator("#comments").getByText(body)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

test("the form says what becomes of a comment and of an address", async ({ page }) => {
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Lascia un commento" })).toBeVisible();
  const hint = "Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *";
  await expect(page.getByText(hint)).toBeVisible();
});

test("a comment is held, and stands on the page once it is approved", async ({ page, paper }) => {
  const body = `Lo prendo anch’io, sempre in coda. ${randomUUID()}`;
  await page.goto(path);
  await write(page, "Vera Pendolare", "vera@example.org", body);
  await expect(page.getByRole("status").filter({ hasText: "Il tuo commento è in attesa di moderazione." })).toBeVisible();
  await expect(page.getByText(body)).toHaveCount(0);
  expect((await paper.comment(body))?.state).toBe("held");

  const id = await paper.approve(body);
  await reloadUntilShown(page, body);
  const comment = page.locator(`article#comment-${id}`);
  await expect(comment).toContainText("Vera Pendolare");
  await expect(comment.locator("time[datetime]")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("vera@example.org");
});

test("what is wrong stands beside its field, and what was typed stays", async ({ page }) => {
  await page.goto(path);
  await write(page, "Vera Pendolare", "vera@localhost", "Due righe che non vorrei scrivere di nuovo.");
  await expect(page.getByText("Questo indirizzo email non sembra giusto: deve essere come nome@esempio.it.")).toBeVisible();
  const email = page.getByLabel("Email *");
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/non sembra giusto/);
  await expect(email).toHaveValue("vera@localhost");
  await expect(page.getByLabel("Nome *")).toHaveValue("Vera Pendolare");
  await expect(page.getByLabel("Commento *")).toHaveValue("Due righe che non vorrei scrivere di nuovo.");
});

test("a comment is text, whatever it looks like", async ({ page, paper }) => {
  const body = `<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> ${randomUUID()}`;
  await page.goto(path);
  await write(page, "Vera & <b>Co.</b>", "vera@localhost", body);
  await expect(page.getByLabel("Commento *")).toHaveValue(body);
  await page.getByLabel("Email *").fill("vera@example.org");
  await page.getByRole("button", { name: "Invia commento" }).click();
  await expect(page.getByText("Il tuo commento è in attesa di moderazione.")).toBeVisible();
  await paper.approve(body);
  await reloadUntilShown(page, body);
  await expect(page.getByText("Vera & <b>Co.</b>").first()).toBeVisible();
});

test("an answer stands under what it answers", async ({ page, paper }) => {
  const question = `Qualcuno ha contato le gallerie? ${randomUUID()}`;
  const answer = `Sì: sono undici. ${randomUUID()}`;
  const asker = `Bruno ${randomUUID().slice(0, 8)}`;
  await page.goto(path);
  await write(page, asker, "bruno@example.org", question);
  await expect(page.getByText("Il tuo commento è in attesa di moderazione.")).toBeVisible();
  const id = await paper.approve(question);
  await reloadUntilShown(page, question);

  await page.getByRole("link", { name: `Rispondi a ${asker}` }).click();
  await expect(page.getByText(`Stai rispondendo a ${asker}`)).toBeVisible();
  await write(page, "Vera Pendolare", "vera@example.org", answer);
  await expect(page.getByText("Il tuo commento è in attesa di moderazione.")).toBeVisible();
  await paper.approve(answer);
  await reloadUntilShown(page, answer);
  const thread = page.getByRole("listitem").filter({ has: page.locator(`#comment-${id}`) }).last();
  await expect(thread.getByText(answer)).toBeVisible();
});
