// People of the newsroom, for tests of what they see on readers' pages.

import { randomUUID } from "node:crypto";

import { expect, type Page } from "@playwright/test";

import type { Paper } from "./paper";

/** Where an account's password is chosen, as `redazione user add --json` prints it. */
interface AccountLine {
  link: string;
}

/** Makes an account, and signs its owner in by the link that they got. The browser is on the desk afterwards. */
export async function joinStaff(page: Page, paper: Paper, name: string, role = "editor"): Promise<void> {
  const email = `${randomUUID()}@example.org`;
  const account = await paper.run("user", "add", "--email", email, "--name", name, "--role", role, "--json");
  const { link } = JSON.parse(account) as AccountLine;
  await page.goto(new URL(link).pathname);
  await page.getByLabel("Nuova password").fill(`una frase lunga ${randomUUID()}`);
  await page.getByRole("button", { name: "Salva e accedi" }).click();
  await expect(page).toHaveURL(/\/desk\/stories$/, { timeout: 30_000 });
}
