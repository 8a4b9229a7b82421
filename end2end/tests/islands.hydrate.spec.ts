import { articles } from "../support/edition";
import { kinds, unlisted } from "../support/kinds";
import { chooseTheme, comeAlive, expect, test } from "../support/test";

test.use({ tolerated: /status of 404/ });

for (const [kind, open] of Object.entries({ ...kinds, ...unlisted })) {
  test(`every island of a page of the kind "${kind}" is in the build`, async ({ page }) => {
    await open(page);
    const missing = await page.evaluate(async () => {
      const glue = document.querySelector<HTMLElement>("script[data-glue]")?.dataset.glue ?? "";
      const exported = (await import(glue)) as Record<string, unknown>;
      const names = [...document.querySelectorAll<HTMLElement>("leptos-island")].map((island) => island.dataset.component);
      return names.filter((name) => typeof exported[name ?? ""] !== "function");
    });
    expect(missing).toEqual([]);
    // Alive, and by the test's ears without a complaint.
    await chooseTheme(page, "dark");
  });
}

test("the theme that was chosen stays, and is there before the page is painted", async ({ page }) => {
  await page.goto("/");
  await chooseTheme(page, "dark");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-theme", "dark");
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  await page.goto("/about/", { waitUntil: "domcontentloaded" });
  await expect(html).toHaveAttribute("data-theme", "dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await expect(page.getByRole("button", { name: "Tema: scuro" })).toBeVisible();

  await chooseTheme(page, null);
  await expect(html).not.toHaveAttribute("data-theme", /./);
});

test("a larger text is larger, and stays", async ({ page }) => {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector("[data-part=body] p") ?? document.body).fontSize));
  await page.goto(articles.storm.path);
  const before = await size();
  await comeAlive(page);
  await page.getByRole("button", { name: "Dimensione del testo: normale" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-text-size", "large");
  expect(await size()).toBeGreaterThan(before);
  await page.reload();
  expect(await size()).toBeGreaterThan(before);
  await expect(page.getByRole("button", { name: "Dimensione del testo: grande" })).toBeVisible();
});

test("the link of an article can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(articles.storm.path);
  await comeAlive(page);
  await page.getByRole("button", { name: "Copia il collegamento" }).first().click();
  await expect(page.getByText("Collegamento copiato").first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`${articles.storm.path}$`));
});

test.describe("a video", () => {
  const player = "www.youtube-nocookie.com";
  test.use({ invited: [player] });

  test("is loaded by a click, and not before", async ({ page }) => {
    const asked: string[] = [];
    await page.route(`https://${player}/**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: "<title>Film</title>" });
    });
    await page.goto(articles.cinema.path);
    await comeAlive(page);
    expect(asked).toEqual([]);
    await page.locator("[data-embed-frame]").click();
    const frame = page.locator("iframe");
    await expect(frame).toHaveAttribute("src", new RegExp(`^https://${player}/embed/`));
    await expect(frame).toHaveAttribute("title", /Big Buck Bunny/);
    await expect.poll(() => asked.length).toBe(1);
  });
});
