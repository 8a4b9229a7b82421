import axe from "axe-core";

import type { Page } from "@playwright/test";

import { kinds } from "../support/kinds";
import { expect, test } from "../support/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
test.use({ tolerated: /status of 404/ });

/** What axe finds wrong with the page as it is shown now. */
async function faults(page: Page): Promise<string[]> {
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

for (const [kind, open] of Object.entries(kinds)) {
  test(`axe finds no fault with a page of the kind "${kind}"`, async ({ page, javaScriptEnabled }) => {
    test.skip(javaScriptEnabled === false, "axe is a script");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    expect(await faults(page), "at 1280").toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await faults(page), "at 360").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    // Opened again: colours on their way to others are nobody's.
    await open(page);
    expect(await faults(page), "in the dark").toEqual([]);
  });

  test(`a page of the kind "${kind}" is never wider than the screen`, async ({ page }) => {
    await open(page);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `at ${width}`).toBeLessThanOrEqual(0);
    }
  });
}

test("the first thing that the keyboard meets leads to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Vai al contenuto" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/#content");
});
