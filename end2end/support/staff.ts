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
  await page.goto(await invite(paper, name, role));
  await page.getByLabel("Nuova password").fill(`una frase lunga ${randomUUID()}`);
  await page.getByRole("button", { name: "Salva e accedi" }).click();
  await expect(page).toHaveURL(/\/desk\/stories$/, { timeout: 30_000 });
}

/** Makes a preview link of the paper's first article, and leaves the browser as nobody's; answers its path. */
export async function makePreview(page: Page, paper: Paper): Promise<string> {
  const token = (await invite(paper, "Ada Redattrice", "editor")).split("/").at(-1) ?? "";
  await post(page, paper, "people/choose-password", { token, password: `una frase lunga ${randomUUID()}` });
  const path = (await post(page, paper, "stories/make-preview", { id: "1", days: "7" })) as string;
  await page.context().clearCookies();
  return path;
}

/** Makes an account; answers the path at which its password is chosen. */
async function invite(paper: Paper, name: string, role: string): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const account = await paper.run("user", "add", "--email", email, "--name", name, "--role", role, "--json");
  return new URL((JSON.parse(account) as AccountLine).link).pathname;
}

/** Calls a server function as the page would. */
async function post(page: Page, paper: Paper, name: string, form: Record<string, string>): Promise<unknown> {
  const answer = await page.request.post(`${paper.url}/api/v1/${name}`, { form, headers: { "sec-fetch-site": "same-origin" } });
  expect(answer.status(), name).toBe(200);
  return answer.json();
}
