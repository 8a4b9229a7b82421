// What every test has: the demo edition, an address of its own, and ears for complaints.

import { test as base, expect, type Page } from "@playwright/test";

import { demo } from "./edition";
import type { Paper } from "./paper";

export { expect };

interface Extras {
  /** The paper that the test reads. */
  paper: Paper;
  /** What the console may say without failing the test. */
  tolerated: RegExp;
  /** Hosts other than the paper's that may be asked for something. */
  invited: string[];
  /** Fails the test when the page complained, broke its own policy or asked another host for something. */
  quiet: void;
}

export const test = base.extend<Extras>({
  tolerated: [/(?!)/, { option: true }],
  invited: [[], { option: true }],
  paper: async ({}, use) => use(demo()),
  baseURL: async ({ paper }, use) => use(paper.url),
  extraHTTPHeaders: async ({}, use) => use({ "x-forwarded-for": address() }),
  quiet: [
    async ({ page, paper, tolerated, invited }, use) => {
      const complaints = listen(page, new URL(paper.url).host, invited);
      await use();
      expect(complaints.filter((complaint) => !tolerated.test(complaint))).toEqual([]);
    },
    { auto: true },
  ],
});

/** An address that no other test has: each may comment and be counted as a reader of its own. */
function address(): string {
  const byte = (): number => Math.floor(Math.random() * 256);
  return `10.${byte()}.${byte()}.${byte()}`;
}

function listen(page: Page, host: string, invited: string[]): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && ![host, ...invited].includes(url.host)) complaints.push(`request: ${url.href}`);
  });
  return complaints;
}

/** Turns the theme's button until the theme is this one; `null` is the system's own. Tries until the button is alive. */
export async function chooseTheme(page: Page, theme: "light" | "dark" | null): Promise<void> {
  const now = (): Promise<string | null> => page.locator("html").getAttribute("data-theme");
  await expect(async () => {
    if ((await now()) !== theme) await page.getByRole("button", { name: /^Tema: / }).click({ timeout: 1000 });
    expect(await now()).toBe(theme);
  }).toPass();
}

/** Waits until the islands of the page answer. */
export async function comeAlive(page: Page): Promise<void> {
  await chooseTheme(page, "light");
}
