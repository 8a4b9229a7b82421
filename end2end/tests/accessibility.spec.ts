import { findNoFault, overflow } from "../support/axe";
import { kinds, unlisted } from "../support/kinds";
import { expect, test } from "../support/test";

test.use({ tolerated: /status of 404/ });

for (const [kind, open] of Object.entries({ ...kinds, ...unlisted })) {
  test(`axe finds no fault with a page of the kind "${kind}"`, async ({ page, javaScriptEnabled }) => {
    test.skip(javaScriptEnabled === false, "axe is a script");
    await findNoFault(page, open);
  });

  test(`a page of the kind "${kind}" is never wider than the screen`, async ({ page }) => {
    await open(page);
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await overflow(page), `at ${width}`).toBeLessThanOrEqual(0);
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
