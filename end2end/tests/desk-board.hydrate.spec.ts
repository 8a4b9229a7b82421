import { randomUUID } from "node:crypto";

import type { Locator, Page } from "@playwright/test";

import {
  anotherBrowser, headlineOf, people, publish, signIn, test, toast, typeBody, typeHeadline, waitSaved, newStory, writeStory,
} from "../support/desk";
import { expect } from "../support/test";

test.slow();

const unique = (words: string): string => `${words} ${randomUUID().slice(0, 8)}`;

function column(page: Page, state: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${state}`) });
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Scrivania" }).getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a card moves from column to column by the arrow keys, and back by undoing", async ({ page }) => {
  const headline = unique("Sulla lavagna");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Da spostare.");
  await goTo(page, "Lavagna");
  const card = (state: string): Locator => column(page, state).getByRole("link", { name: headline });
  await expect(card("Bozza")).toBeVisible();
  await card("Bozza").focus();
  await page.keyboard.press("ArrowRight");
  await expect(toast(page, `«${headline}» ora è: In revisione`)).toBeVisible();
  await expect(card("In revisione")).toBeVisible();
  await expect(card("Bozza")).toHaveCount(0);
  await page.locator(".desk-toasts").getByRole("button", { name: "Annulla" }).click();
  await expect(card("Bozza")).toBeVisible();

  // Where a verb asks for something first, it asks.
  await card("Bozza").focus();
  await page.keyboard.press("ArrowRight");
  await expect(card("In revisione")).toBeVisible();
  await card("In revisione").focus();
  await page.keyboard.press("ArrowRight");
  const dialog = page.getByRole("dialog", { name: "Pubblica" });
  await expect(dialog.getByLabel("Giorno e ora")).toBeVisible();
  await dialog.getByLabel("Giorno e ora").fill(localDay(1, "09:30"));
  await dialog.getByRole("button", { name: "Programma", exact: true }).click();
  await expect(card("Programmato")).toBeVisible();
});

test("a card moves by its menu, and by dragging", async ({ page }) => {
  const headline = unique("Con il mouse");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Da trascinare.");
  await goTo(page, "Lavagna");
  const card = (state: string): Locator => column(page, state).getByRole("listitem").filter({ hasText: headline });
  await card("Bozza").getByLabel("Sposta la scheda").click();
  await card("Bozza").getByRole("button", { name: "Sposta in «In revisione»" }).click();
  await expect(card("In revisione")).toBeVisible();
  await card("In revisione").dragTo(column(page, "Bozza"));
  await expect(card("Bozza")).toBeVisible();
  await expect(card("In revisione")).toHaveCount(0);
});

test("the calendar shows when a story comes out, and begins one for a day", async ({ page }) => {
  const headline = unique("In calendario");
  await signIn(page, people.elio);
  await writeStory(page, headline, "Domani.");
  await page.getByLabel("Altro su questo articolo").click();
  await page.getByRole("button", { name: "Programma…" }).click();
  const dialog = page.getByRole("dialog", { name: "Pubblica" });
  await dialog.getByLabel("Giorno e ora").fill(localDay(1, "07:15"));
  await dialog.getByRole("button", { name: "Programma", exact: true }).click();
  await expect(page.locator(".desk-bar")).toContainText("Esce domani alle 7:15");

  await goTo(page, "Calendario");
  await page.getByRole("button", { name: "Settimana" }).click();
  await page.goto(`/desk/calendar?day=${localDay(1)}&view=week`);
  const day = page.getByRole("listitem").filter({ has: page.locator(`[data-day="${localDay(1)}"]`) });
  await expect(day.getByRole("link", { name: new RegExp(`7:15 Programmato: ${headline}`) })).toBeVisible();

  await page.locator(`[data-day="${localDay(1)}"]`).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(`[data-day="${localDay(2)}"]`)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/story\/\d+\?at=/);
  await expect(headlineOf(page)).toBeVisible();
});

test("keys lead through the list, into a story, to a new one and to all keys", async ({ page }) => {
  const headline = unique("Con i tasti");
  await signIn(page, people.elio);
  await writeStory(page, unique("Prima di quello"), "Uno.");
  await writeStory(page, headline, "Due.");
  await goTo(page, "Articoli");
  const lines = page.getByRole("main").getByRole("list").last().getByRole("link");
  await expect(lines.first()).toContainText(headline);
  await page.keyboard.press("j");
  await expect(lines.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(lines.nth(0)).toBeFocused();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Tasti rapidi" });
  await expect(help).toBeVisible();
  await expect(help).toContainText("Articolo successivo");
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(lines.nth(0)).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type(headline.slice(-8));
  await expect(lines).toHaveCount(1);
  await page.keyboard.press("Escape");
  await lines.first().focus();
  await page.keyboard.press("Enter");
  await expect(headlineOf(page)).toHaveText(headline);
  await goTo(page, "Articoli");
  await page.keyboard.press("n");
  await page.waitForURL(/\/desk\/story\/\d+/);
  await expect(headlineOf(page)).toHaveText("");
});

test("what somebody else begins, writes and publishes arrives in the list by itself", async ({ page, browser }) => {
  const headline = unique("Arriva da sé");
  await signIn(page, people.ada);
  await expect(page.getByRole("link", { name: headline })).toHaveCount(0);
  const other = await anotherBrowser(browser);
  await signIn(other, people.aldo);
  await newStory(other);
  await typeHeadline(other, headline);
  await typeBody(other, "Guardate un po’ chi c’è.");
  await waitSaved(other);
  const line = page.getByRole("listitem").filter({ hasText: headline });
  await expect(line).toBeVisible({ timeout: 30_000 });
  await expect(line).toContainText("Bozza");
  await expect(line.getByTitle("Aperto ora da Aldo Ferri")).toBeVisible();
  await publish(other);
  await expect(line).toContainText("Pubblicato");
  await other.context().close();
  await expect(line.getByTitle("Aperto ora da Aldo Ferri")).toHaveCount(0);
});

test("a list is narrowed down by state, section, words and owner, and keeps that in its address", async ({ page }) => {
  const headline = unique("Da filtrare");
  await signIn(page, people.aldo);
  await writeStory(page, headline, "Una bozza mia.");
  await goTo(page, "Articoli");
  const line = page.getByRole("main").getByRole("link", { name: new RegExp(headline) });
  await expect(line).toBeVisible();
  await page.getByLabel("Solo i miei").check();
  await page.getByRole("navigation", { name: "Stato" }).getByRole("link", { name: "Bozza" }).click();
  await expect(line).toBeVisible();
  await page.reload();
  await expect(line).toBeVisible();
  await expect(page.getByLabel("Solo i miei")).toBeChecked();
  await page.getByLabel("Sezione").selectOption("Cultura");
  await expect(line).toHaveCount(0);
  await page.getByLabel("Sezione").selectOption("Cronaca");
  await expect(line).toBeVisible();
  await page.getByLabel("Cerca nei titoli e nelle firme").fill("questo non c’è di sicuro");
  await expect(page.getByText("Nessun articolo con questi filtri")).toBeVisible();
  await page.getByRole("link", { name: "Togli i filtri" }).click();
  await expect(line).toBeVisible();
});

/** A day of the paper's zone so many days from now, with an hour where one is given. */
function localDay(days: number, hour = ""): string {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(Date.now() + days * 86_400_000);
  return hour ? `${day}T${hour}` : day;
}
