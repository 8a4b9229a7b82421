// What a machine can find wrong with a page for people who see, hear or move otherwise.

import axe from "axe-core";

import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with the page as it is shown now. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: rules,
      resultTypes: ["violations"],
    });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, RULES);
  return found;
}

/** Opens a page on a wide screen, on a phone and in the dark, and finds no fault with it. */
export async function findNoFault(page: Page, open: (page: Page) => Promise<unknown>): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  expect.soft(await faults(page), "at 1280").toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect.soft(await faults(page), "at 360").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  // Opened again: colours on their way to others are nobody's.
  await open(page);
  expect.soft(await faults(page), "in the dark").toEqual([]);
}

/** How far the page is wider than the screen, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
