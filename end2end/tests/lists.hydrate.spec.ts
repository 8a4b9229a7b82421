import { ARTICLES, headline, test } from "../support/long-run";
import { expect } from "../support/test";

test("more articles come in under the list until there are none", async ({ page }) => {
  await page.goto("/romanzo/");
  const headlines = page.getByRole("main").getByRole("heading", { name: /^Puntata/ });
  await expect(headlines).toHaveCount(20);
  const more = page.getByRole("button", { name: "Altri articoli" });
  for (const shown of [40, ARTICLES]) {
    await expect(async () => {
      await more.click({ timeout: 1000 });
      await expect(headlines).toHaveCount(shown, { timeout: 2000 });
    }).toPass();
  }
  await expect(more).toHaveCount(0);
  const expected = Array.from({ length: ARTICLES }, (_, at) => headline(ARTICLES - at));
  await expect(headlines).toHaveText(expected);
});
