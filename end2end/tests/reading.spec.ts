import { articles } from "../support/edition";
import { expect, test } from "../support/test";

test("an article says what it is, who wrote it and when", async ({ page }) => {
  await page.goto(articles.storm.path);
  const article = page.locator("article[data-article-id]");
  await expect(page.getByRole("heading", { level: 1, name: articles.storm.headline })).toBeVisible();
  await expect(article.locator("[data-part=kicker]")).toContainText("Maltempo");
  await expect(article.locator("[data-part=standfirst]")).toContainText("Raffiche a 48 nodi");
  await expect(article.getByRole("link", { name: "Cronaca" }).first()).toHaveAttribute("href", "/cronaca/");
  for (const name of ["Irene Saltamare", "Lucia Ferrandi"]) {
    const byline = article.locator("[data-part=byline]").getByRole("link", { name });
    await expect(byline).toHaveAttribute("href", `/author/${name.toLowerCase().replace(" ", "-")}/`);
  }
  const published = article.locator("time[datetime]").first();
  await expect(published).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
  await expect(published).toContainText(/\d{1,2} [a-z]+ \d{4}/);
  await expect(article.locator("[data-part=views]")).toContainText(/\d+ visualizzazioni/);
  await expect(article.locator("[data-part=copyright]")).toHaveText("© Riproduzione riservata");
});

test("the lead picture has its words, its credit and its room", async ({ page }) => {
  await page.goto(articles.storm.path);
  const picture = page.getByRole("img", { name: "Barche alla fonda davanti al molo, sotto un cielo grigio." });
  await expect(picture).toHaveAttribute("width", /\d+/);
  await expect(picture).toHaveAttribute("height", /\d+/);
  await expect(page.getByText("L’avamporto dopo il passaggio della burrasca.")).toBeVisible();
  await expect(page.getByText("Foto: elaborazione Il Meridiano")).toBeVisible();
});

test("an article ends with its tags, its authors, ways to share and follow, and more to read", async ({ page }) => {
  await page.goto(articles.storm.path);
  const main = page.getByRole("main");
  await expect(main.locator("[data-part=tags]").getByRole("link", { name: "Porto" })).toHaveAttribute("href", "/tag/porto/");
  await expect(main.locator("[data-part=author-box]").first()).toContainText("Irene Saltamare");
  await expect(main.getByText("Articolo scritto da").first()).toBeVisible();
  await expect(main.getByRole("link", { name: "Condividi su WhatsApp" })).toHaveAttribute("href", /^https:\/\/wa\.me\//);
  await expect(main.getByRole("link", { name: "Condividi su Telegram" })).toHaveAttribute("href", /^https:\/\/t\.me\//);
  const follow = main.getByRole("region", { name: "Resta aggiornato: seguici sul canale WhatsApp" });
  await expect(follow.getByRole("link", { name: "Canale WhatsApp" })).toHaveAttribute("href", /whatsapp\.com\/channel/);
  const related = main.locator("[data-part=related]");
  await expect(related.getByRole("heading", { name: "Articoli correlati" })).toBeVisible();
  await expect(related.getByRole("article")).toHaveCount(4);
  await expect(related.locator("time[datetime]")).toHaveCount(4);
  await expect(related.getByRole("link", { name: articles.storm.headline })).toHaveCount(0);
  await expect(main.getByText("Precedente in Cronaca")).toBeVisible();
});

test("every kind of block is read as what it is", async ({ page }) => {
  await page.goto(articles.rent.path);
  const body = page.locator("[data-part=body]");
  await expect(body.getByRole("table", { name: /canone|affitto|metro/i })).toBeVisible();
  await expect(body.getByRole("rowheader", { name: "Porto Vecchio" })).toBeVisible();
  await expect(body.locator("pre code")).toBeVisible();
  await expect(body.locator("blockquote").first()).toBeVisible();
  await expect(body.getByRole("heading", { level: 2 }).first()).toBeVisible();
});

test("a note leads to its text and back", async ({ page }) => {
  await page.goto(articles.map.path);
  const call = page.getByRole("link", { name: "Nota 1", exact: true });
  await call.click();
  const back = page.getByRole("link", { name: "Torna al testo, nota 1" });
  await expect(back).toBeInViewport();
  await back.click();
  await expect(call).toBeInViewport();
});

test("an article in another language says so, and leads to its other half", async ({ page }) => {
  await page.goto(articles.rent.path);
  await page.getByRole("link", { name: "Leggi anche in inglese" }).click();
  const headline = page.getByRole("heading", { level: 1, name: articles.rentInEnglish.headline });
  await expect(headline).toBeVisible();
  expect(await headline.evaluate((h1) => h1.closest("[lang]")?.getAttribute("lang"))).toBe("en");
  await page.getByRole("link", { name: "Leggi in italiano" }).click();
  await expect(page.getByRole("heading", { level: 1, name: articles.rent.headline })).toBeVisible();
});

test("an embedded video is a plain link until somebody asks for it", async ({ page }) => {
  await page.goto(articles.cinema.path);
  await expect(page.locator("iframe")).toHaveCount(0);
  const link = page.getByRole("link", { name: /Carica il video da YouTube|Apri su YouTube/ }).first();
  await expect(link).toHaveAttribute("href", /youtube/);
});

test("no picture is missing", async ({ page }) => {
  for (const path of ["/", articles.storm.path]) {
    await page.goto(path);
    const sources = await page.locator("img").evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
    for (const source of new Set(sources)) {
      const answer = await page.request.get(source);
      expect(answer.status(), source).toBe(200);
      expect(answer.headers()["content-type"]).toMatch(/^image\//);
    }
  }
});

test("on paper there is the article and nothing to click", async ({ page }) => {
  await page.goto(articles.storm.path);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Sezioni" }).first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Invia commento" })).toBeHidden();
});
