import type { APIResponse } from "@playwright/test";

import { articles } from "../support/edition";
import { expect, test } from "../support/test";

test.use({ tolerated: /status of 4\d\d/ });

async function expectRefusal(answer: APIResponse, status: number): Promise<void> {
  expect(answer.status()).toBe(status);
  expect(answer.headers()["content-type"]).toContain("application/json");
  const { error, message } = (await answer.json()) as Record<string, unknown>;
  expect(error).toMatch(/^[a-z_]+$/);
  expect(message).toMatch(/\S/);
}

test("an unknown address is a page with a search and a true status", async ({ page }) => {
  const answer = await page.goto("/cronaca/mai-scritto/");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Pagina non trovata" })).toBeVisible();
  const search = page.getByRole("main").getByRole("searchbox");
  await expect(search).toBeVisible();
  expect(await search.evaluate((input) => (input as HTMLInputElement).form?.getAttribute("action"))).toBe("/search");
  await expect(page.getByRole("main").getByRole("link", { name: "Torna in prima pagina" })).toHaveAttribute("href", "/");
});

test("an article that was withdrawn is gone, and says so", async ({ page, paper }, { project }) => {
  // The two projects run side by side on one paper.
  const path = project.name === "with-javascript" ? articles.climb.path : articles.track.path;
  await page.goto(path);
  const id = (await page.locator("article[data-article-id]").getAttribute("data-article-id")) ?? "";
  await paper.run("article", "unpublish", id);
  await expect(async () => {
    expect((await page.goto(path))?.status()).toBe(410);
  }).toPass({ timeout: 10_000 });
  await expect(page.getByRole("heading", { level: 1, name: "Articolo ritirato" })).toBeVisible();
});

test("the API refuses in JSON, with the true status", async ({ request }) => {
  await expectRefusal(await request.get("/api/v1/nothing/here"), 404);
  await expectRefusal(await request.get("/api/v1/views/get?article_id=999999"), 404);
  await expectRefusal(await request.get(`/api/v1/articles/get?path=/mai-scritto/`), 404);
  const wrongMethod = await request.get("/api/v1/comments/post");
  await expectRefusal(wrongMethod, 405);
  expect(wrongMethod.headers().allow).toBe("POST");
});

test("a call that lacks something is the caller's mistake", async ({ request }) => {
  for (const call of ["views/get", "views/get?article_id=tre", "articles/get"]) {
    const answer = await request.get(`/api/v1/${call}`);
    expect(answer.status(), call).toBeGreaterThanOrEqual(400);
    expect(answer.status(), call).toBeLessThan(500);
  }
  const answer = await request.post("/api/v1/comments/post", { form: { article_id: "1", name: "Ada" } });
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  expect(answer.status()).toBeLessThan(500);
});

test("a page can only be read", async ({ request }) => {
  const answer = await request.post(articles.storm.path, { form: { any: "thing" } });
  expect(answer.status()).toBe(405);
  expect(answer.headers().allow).toContain("GET");
});

test("a form of ten megabytes is refused", async ({ request }) => {
  const body = "a".repeat(10 * 1024 * 1024);
  const answer = await request.post("/api/v1/comments/post", { form: { article_id: "1", body } });
  await expectRefusal(answer, 413);
});

test("an address longer than four kibibytes is refused", async ({ request }) => {
  expect((await request.get(`/${"a".repeat(5000)}/`)).status()).toBe(414);
});

test("a form that another site sends is refused", async ({ request }) => {
  const answer = await request.post("/api/v1/comments/post", {
    form: { article_id: "1" },
    headers: { origin: "https://altrove.example", "sec-fetch-site": "cross-site" },
  });
  await expectRefusal(answer, 403);
});
