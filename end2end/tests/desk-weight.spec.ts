import type { Page } from "@playwright/test";

import { articles } from "../support/edition";
import { expect, test } from "../support/test";

/** Files that only people of the newsroom need, by their logical names in `assets.json`. */
const OURS = /^\/(desk(\/|$)|assets\/(desk|editor|pencil)[.-])/;

/** Addresses of the paper that the page asks for, from now on. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  return asked;
}

test("a reader's visit asks for no file of the desk and none of the editor", async ({ page, javaScriptEnabled }) => {
  const asked = listen(page);
  const isLoaded = () => page.waitForLoadState("networkidle");
  await page.goto("/");
  await isLoaded();
  await page.getByRole("main").getByRole("link", { name: articles.storm.headline }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: articles.storm.headline })).toBeVisible();
  await isLoaded();
  await page.keyboard.press("e");
  await page.getByRole("navigation").getByRole("link", { name: "Cultura" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Cultura" })).toBeVisible();
  await isLoaded();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: articles.storm.headline })).toBeVisible();
  await page.goto(articles.rent.path);
  await isLoaded();
  await page.goto(`${articles.rent.path}history/`);
  await isLoaded();

  expect(asked).toContain(articles.rent.path);
  if (javaScriptEnabled !== false) expect(asked.filter((path) => path.endsWith(".wasm"))).not.toEqual([]);
  expect(asked.filter((path) => OURS.test(path))).toEqual([]);
});

test("nor does the markup of a reader's page send anybody for one before they are needed", async ({ request }) => {
  for (const path of ["/", "/cronaca/", articles.storm.path]) {
    const html = await (await request.get(path)).text();
    // The pencil's address is known to the page's script, and loaded only by who has signed in on this device.
    const links = [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address ?? "");
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((address) => OURS.test(address))).toEqual([]);
  }
});
