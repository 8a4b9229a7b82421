import { randomUUID } from "node:crypto";

import type { Locator, Page } from "@playwright/test";

import {
  anotherBrowser, bodyOf, choose, headlineOf, newStory, openPanel, people, publish, signIn, standfirstOf, storyId, test,
  toast, typeBody, waitSaved, writeStory,
} from "../support/desk";
import { expect } from "../support/test";

test.slow();
// Refusals are part of it, and so is what is gone.
test.use({ tolerated: /status of 4(01|03|04|10|22)/ });

const unique = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

/** Where readers find the story that is open. */
async function addressOf(page: Page): Promise<string> {
  const menu = page.getByLabel("Altro su questo articolo");
  await menu.click();
  const address = await page.getByRole("link", { name: "Vedi sul giornale" }).getAttribute("href");
  await menu.click();
  return address ?? "";
}

async function openPublishing(page: Page): Promise<Locator> {
  await page.locator("[data-publish]").click();
  const dialog = page.getByRole("dialog", { name: "Pubblica" });
  await expect(dialog.getByRole("group", { name: "Quando" })).toBeVisible();
  return dialog;
}

/** Publishes what is written as a later version. */
async function update(page: Page, kind: string, verb: string, note: string): Promise<void> {
  const dialog = await openPublishing(page);
  await dialog.getByLabel("Perché una nuova versione").selectOption(kind);
  await dialog.getByLabel("Nota per i lettori").fill(note);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await expect(toast(page, "Pubblicato: i lettori lo vedono già")).toBeVisible({ timeout: 20_000 });
}

test("a story that is published stands on its page, on the front and in its section", async ({ page, browser }) => {
  const headline = unique("Il ponte nuovo");
  await signIn(page, people.aldo);
  await writeStory(page, headline, "Si passa da stamattina.");
  await page.getByLabel("Sezione").selectOption("Cultura");
  await standfirstOf(page).click();
  await page.keyboard.type("Due corsie e una ciclabile.");
  await waitSaved(page);
  await publish(page);
  await expect(page.locator(".desk-bar")).toContainText("Pubblicato");

  const other = await anotherBrowser(browser);
  await other.goto(await addressOf(page));
  await expect(other.getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await expect(other.locator("[data-part=body]")).toHaveText("Si passa da stamattina.");
  await expect(other.locator("[data-part=standfirst]")).toHaveText("Due corsie e una ciclabile.");
  for (const list of ["/", "/cultura/"]) {
    await other.goto(list);
    await expect(other.getByRole("link", { name: headline }).first()).toBeVisible();
  }
});

test("what is required holds a story back, and nothing else does", async ({ page }) => {
  await signIn(page, people.aldo);
  await newStory(page);
  await typeBody(page, "Un testo senza titolo.");
  await waitSaved(page);
  const dialog = await openPublishing(page);
  await expect(dialog.getByText("Manca il titolo")).toBeVisible();
  await expect(dialog.getByText("Manca qualcosa di obbligatorio")).toBeVisible();
  await dialog.getByRole("button", { name: "Chiudi" }).click();
  await headlineOf(page).click();
  await page.keyboard.type(unique("Ecco il titolo"));
  await waitSaved(page);
  const again = await openPublishing(page);
  await expect(again.getByText("Il sommario manca, o è troppo corto o troppo lungo")).toBeVisible();
  await expect(again.getByText("Manca qualcosa di obbligatorio")).toHaveCount(0);
  await again.getByRole("button", { name: "Pubblica", exact: true }).click();
  await expect(toast(page, "Pubblicato: i lettori lo vedono già")).toBeVisible({ timeout: 20_000 });
});

test("a correction asks for a note, and readers find it wherever they look", async ({ page, browser }) => {
  const headline = unique("La gara di nuoto");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Hanno vinto in tre.");
  await publish(page);
  await typeBody(page, " Anzi, in quattro.");
  await waitSaved(page);
  await expect(page.locator(".desk-bar")).toContainText("modificato");

  const dialog = await openPublishing(page);
  await dialog.getByLabel("Perché una nuova versione").selectOption("correction");
  await dialog.getByRole("button", { name: "Correggi", exact: true }).click();
  await expect(dialog.getByText("Scrivi ai lettori che cosa è cambiato.")).toBeVisible();
  await dialog.getByRole("button", { name: "Chiudi" }).click();
  const note = unique("I vincitori erano quattro, non tre.");
  await update(page, "correction", "Correggi", note);

  const address = await addressOf(page);
  const other = await anotherBrowser(browser);
  await other.goto(address);
  await expect(other.locator("[data-part=body]")).toContainText("Anzi, in quattro.");
  await expect(other.locator("[data-part=notes]")).toContainText(note);
  await other.getByRole("link", { name: "Cronologia delle modifiche" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Cronologia delle modifiche" })).toBeVisible();
  await expect(other.getByRole("main").getByRole("link", { name: headline })).toBeVisible();
  await expect(other.getByRole("main")).toContainText("Prima pubblicazione");
  await expect(other.getByRole("main")).toContainText(note);
  await other.getByRole("link", { name: "Che cosa è cambiato" }).first().click();
  await expect(other.locator("ins").first()).toContainText("Anzi");
  await other.goto("/corrections/");
  await expect(other.getByRole("main")).toContainText(note);
});

test("a scheduled story becomes public by itself", async ({ page, browser }) => {
  const headline = unique("Domani è già qui");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Esce da solo.");
  const other = await anotherBrowser(browser);
  await choose(page, "Programma…");
  const dialog = page.getByRole("dialog", { name: "Pubblica" });
  await dialog.getByLabel("Giorno e ora").fill(localTime(Date.now() + 8_000));
  await dialog.getByRole("button", { name: "Programma", exact: true }).click();
  await expect(toast(page, /^Esce oggi alle/)).toBeVisible({ timeout: 20_000 });
  // Nobody asks the site for anything meanwhile: the desk is told when it has happened.
  await expect(page.locator(".desk-bar__state")).toHaveText("Pubblicato", { timeout: 60_000 });
  await other.goto("/");
  await expect(other.getByRole("link", { name: headline }).first()).toBeVisible();
});

test("a moment that has passed is refused", async ({ page }) => {
  await signIn(page, people.elio);
  await writeStory(page, unique("Ieri"), "Troppo tardi.");
  await choose(page, "Programma…");
  const dialog = page.getByRole("dialog", { name: "Pubblica" });
  await dialog.getByLabel("Giorno e ora").fill(localTime(Date.now() - 86_400_000));
  await dialog.getByRole("button", { name: "Programma", exact: true }).click();
  await expect(dialog.getByText("Questo momento è già passato")).toBeVisible();
});

test("what is withdrawn leaves a line at its address", async ({ page, browser }) => {
  const headline = unique("Una voce infondata");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Si dice che.");
  await publish(page);
  const address = await addressOf(page);
  await choose(page, "Ritira…");
  const dialog = page.getByRole("dialog", { name: "Ritira l’articolo" });
  const line = "La notizia era falsa: ce ne scusiamo.";
  await dialog.getByLabel("Che cosa dice la riga").fill(line);
  await dialog.getByRole("button", { name: "Ritira", exact: true }).click();
  await expect(toast(page, "Ritirato: i lettori non lo vedono più")).toBeVisible();

  const other = await anotherBrowser(browser);
  const answer = await other.goto(address);
  expect(answer?.status()).toBe(410);
  await expect(other.getByRole("main")).toContainText(line);
  await expect(other.getByText("Si dice che.")).toHaveCount(0);
  await other.goto("/");
  await expect(other.getByRole("link", { name: headline })).toHaveCount(0);
});

test("an older version can be looked at, restored and published again", async ({ page, browser }) => {
  await signIn(page, people.elio);
  await writeStory(page, unique("Il bilancio"), "Sono dieci milioni.");
  await publish(page);
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Sono venti milioni.");
  await waitSaved(page);
  await update(page, "update", "Aggiorna", "La cifra è stata rivista.");

  const panel = await openPanel(page, "Versioni");
  const first = panel.getByRole("listitem").filter({ hasText: "Prima pubblicazione" });
  await first.getByRole("button", { name: "Differenze da adesso" }).click();
  const differences = page.getByRole("dialog", { name: "Differenze" });
  await expect(differences.locator("del")).toHaveText(/dieci/);
  await expect(differences.locator("ins")).toHaveText(/venti/);
  await page.keyboard.press("Escape");
  await first.getByRole("button", { name: "Riprendi questo testo" }).click();
  await expect(bodyOf(page)).toHaveText("Sono dieci milioni.");
  await waitSaved(page);
  await update(page, "rectification", "Rettifica", "La prima cifra era giusta.");

  const other = await anotherBrowser(browser);
  await other.goto(await addressOf(page));
  await expect(other.locator("[data-part=body]")).toHaveText("Sono dieci milioni.");
  await expect(other.locator("[data-part=rectifications]")).toContainText("La prima cifra era giusta.");
});

test("a preview link shows a draft to whoever has it, until it is closed", async ({ page, browser }) => {
  const headline = unique("Ancora in bozza");
  await signIn(page, people.aldo);
  await writeStory(page, headline, "Da far leggere al legale.");
  const panel = await openPanel(page, "Anteprime");
  await panel.getByLabel("Vale per").selectOption("1");
  await panel.getByRole("button", { name: "Crea un collegamento" }).click();
  const link = await panel.getByRole("textbox", { name: "Collegamento di anteprima" }).inputValue();

  const other = await anotherBrowser(browser);
  await other.goto(link);
  await expect(other.getByRole("main")).toContainText(headline);
  await expect(other.getByRole("main")).toContainText("Da far leggere al legale.");
  await panel.getByRole("listitem").getByRole("button", { name: "Chiudi" }).click();
  await expect(toast(page, "Anteprima chiusa")).toBeVisible();
  const answer = await other.goto(link);
  expect(answer?.status()).toBe(404);
});

test("what is thrown away comes back with one press", async ({ page }) => {
  const headline = unique("Nel cestino");
  await signIn(page, people.aldo);
  await writeStory(page, headline, "Per sbaglio.");
  await choose(page, "Butta nel cestino");
  await expect(toast(page, `«${headline}» è nel cestino, per trenta giorni`)).toBeVisible();
  await expect(page.locator(".desk-bar")).toContainText("Cestino");
  await page.locator(".desk-toasts").getByRole("button", { name: "Annulla" }).click();
  await expect(page.locator(".desk-bar")).toContainText("Bozza");
  await expect(bodyOf(page)).toHaveText("Per sbaglio.");
});

test("a contributor writes and hands in, and does not publish", async ({ page, browser }) => {
  const headline = unique("Il mio primo pezzo");
  await signIn(page, people.carla);
  await writeStory(page, headline, "Spero vada bene.");
  const id = storyId(page);
  await expect(page.locator("[data-publish]")).toHaveCount(0);
  const answer = await page.evaluate(async (id) => {
    const body = new URLSearchParams({ id: String(id) });
    return (await fetch("/api/v1/stories/publish", { method: "POST", body })).status;
  }, id);
  expect(answer).toBe(403);
  await page.locator(".desk-bar").getByRole("button", { name: "Manda in revisione" }).first().click();
  await expect(toast(page, `«${headline}» ora è: In revisione`)).toBeVisible();

  const editor = await anotherBrowser(browser);
  await signIn(editor, people.elio);
  await editor.goto("/desk/stories?state=review");
  await editor.getByRole("link", { name: new RegExp(headline) }).click();
  await expect(bodyOf(editor)).toHaveText("Spero vada bene.");
  await publish(editor);
  await expect(page.locator(".desk-bar")).toContainText("Pubblicato");
});

/** A moment as a field for date and time takes it, in the paper's zone and to the second. */
function localTime(at: number): string {
  const options = { timeZone: "Europe/Rome", dateStyle: "short", timeStyle: "medium" } as const;
  return new Intl.DateTimeFormat("sv-SE", options).format(at).replace(" ", "T");
}
