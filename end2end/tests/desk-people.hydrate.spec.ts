import { randomUUID } from "node:crypto";

import type { Browser, Locator, Page } from "@playwright/test";

import {
  anotherBrowser, bodyOf, hire, newStory, type Person, people, signIn, test, toast, typeBody, waitSaved,
} from "../support/desk";
import type { Paper } from "../support/paper";
import { expect } from "../support/test";

test.slow();

/** Somebody who is at the desk in another browser. */
async function colleague(paper: Paper, browser: Browser, role: Person["role"]): Promise<{ person: Person; page: Page }> {
  const word = randomUUID();
  const person: Person = { name: `Vera ${word}`, email: `${word}@example.it`, password: "una frase di Vera", role };
  await hire(paper, person);
  const page = await anotherBrowser(browser);
  await signIn(page, person);
  return { person, page };
}

async function lineOf(page: Page, { email }: Pick<Person, "email">): Promise<Locator> {
  await page.getByRole("link", { name: "Persone" }).click();
  const line = page.getByRole("main").getByRole("listitem").filter({ hasText: email });
  await expect(line).toBeVisible();
  return line;
}

test("whoever is invited chooses a password by the link, and sees what their role may", async ({ page, browser }) => {
  const email = `${randomUUID()}@example.it`;
  await signIn(page);
  await page.getByRole("link", { name: "Persone" }).click();
  await page.getByRole("button", { name: "Invita" }).click();
  const form = page.getByRole("dialog", { name: "Invita qualcuno in redazione" });
  await form.getByLabel("Nome").fill("Mina Costa");
  await form.getByLabel("Email").fill(email);
  await form.getByLabel("Ruolo").selectOption("contributor");
  await expect(form.getByText("Scrive le proprie bozze e le manda in revisione.")).toBeVisible();
  await form.getByRole("button", { name: "Crea l’invito" }).click();
  const link = await page.getByRole("textbox", { name: "Collegamento personale" }).inputValue();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: email })).toContainText("Invito in attesa");

  const guest = await anotherBrowser(browser);
  await guest.goto(link);
  await expect(guest.getByText("Ciao Mina Costa, benvenuto in redazione.")).toBeVisible();
  await guest.getByLabel("Nuova password").fill("dodici barche in porto");
  await guest.getByRole("button", { name: "Salva e accedi" }).click();
  await expect(guest.getByRole("heading", { level: 1, name: "Articoli" })).toBeVisible({ timeout: 30_000 });
  const ways = guest.getByRole("navigation", { name: "Scrivania" });
  await expect(ways.getByRole("link")).toHaveText(["Articoli", "Lavagna", "Calendario"]);
  await newStory(guest);
  await expect(guest.getByRole("button", { name: "Manda in revisione" }).first()).toBeVisible();
  await expect(guest.locator("[data-publish]")).toHaveCount(0);

  await guest.goto("/desk/people");
  await expect(guest.getByText("Il tuo ruolo non lo permette")).toBeVisible();
  // A link opens once.
  await guest.goto(link);
  await expect(guest.getByText("Questo collegamento non vale più")).toBeVisible();
});

test("another role holds at once, and can be undone", async ({ page, paper, browser }) => {
  const { person, page: other } = await colleague(paper, browser, "author");
  await newStory(other);
  await typeBody(other, "Finché posso.");
  await waitSaved(other);

  await signIn(page);
  const line = await lineOf(page, person);
  await line.getByLabel("Ruolo").selectOption("moderator");
  await expect(toast(page, `${person.name} ora ha il ruolo: Moderatore`)).toBeVisible();
  await expect(other.locator("[data-part=save]")).toHaveText("Sola lettura", { timeout: 15_000 });
  await expect(bodyOf(other)).toHaveAttribute("contenteditable", "false");
  await expect(bodyOf(other)).toContainText("Finché posso.");

  await page.getByRole("status").getByRole("button", { name: "Annulla" }).click();
  await expect(line.getByLabel("Ruolo")).toHaveValue("author");
  await other.reload();
  await typeBody(other, " E di nuovo.");
  await waitSaved(other);
});

test("whoever is suspended is put out of the open article, and their words stay", async ({ page, paper, browser }) => {
  const { person, page: other } = await colleague(paper, browser, "author");
  await newStory(other);
  await typeBody(other, "Fin qui sono arrivata.");
  await waitSaved(other);

  await signIn(page);
  const line = await lineOf(page, person);
  await line.getByLabel(`Altro su ${person.name}`).click();
  await line.getByRole("button", { name: "Sospendi" }).click();
  await expect(toast(page, `${person.name} non può più accedere`)).toBeVisible();
  await expect(line).toContainText("Sospeso da");

  const said = other.getByRole("alert").getByText(/La tua sessione è finita: accedi di nuovo/);
  await expect(said).toBeVisible({ timeout: 15_000 });
  await expect(bodyOf(other)).toHaveAttribute("contenteditable", "false");
  await expect(bodyOf(other)).toContainText("Fin qui sono arrivata.");
  await other.goto("/desk/stories");
  await expect(other.getByRole("heading", { level: 1, name: "Accedi alla scrivania" })).toBeVisible();

  await line.getByLabel(`Altro su ${person.name}`).click();
  await line.getByRole("button", { name: "Riammetti" }).click();
  await expect(toast(page, `${person.name} può di nuovo accedere`)).toBeVisible();
  await signIn(other, person);
});

test("what was done to people stands in the log", async ({ page }) => {
  await signIn(page, people.ada);
  await page.getByRole("link", { name: "Registro" }).click();
  const deed = page.getByRole("table").getByRole("row").filter({ hasText: "Accesso" }).first();
  await expect(deed).toContainText(people.ada.name);
});
