import { Paper } from "../support/paper";
import { anotherBrowser, sendPassword } from "../support/desk";
import { expect, test as base } from "../support/test";

const test = base.extend<object, { empty: Paper }>({
  empty: [
    async ({}, use) => {
      const paper = await Paper.open(async () => undefined);
      await use(paper);
      await paper.close();
    },
    { scope: "worker" },
  ],
  paper: async ({ empty }, use) => use(empty),
});

// Nobody is signed in at first, and a password that is too short is refused on the way.
test.use({ tolerated: /status of (401|422)/ });
test.slow();

const editor = { email: "nora@example.it", password: "il mare non ha paura" };

test("the first visit founds the paper, once, and readers see it", async ({ page, paper, browser }) => {
  const address = await paper.firstVisit;
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Il primo giorno del giornale" })).toBeVisible();
  const next = page.getByRole("button", { name: "Avanti" });

  await page.getByLabel("Lingua del giornale").selectOption("it");
  await next.click();
  await page.getByLabel("Nome del giornale").fill("Il Faro");
  await page.getByLabel("Motto").fill("Si vede da lontano");
  await next.click();
  await expect(page.getByRole("group", { name: "Come si formano gli indirizzi" })).toBeVisible();
  await next.click();
  await page.getByLabel("Sezioni").fill("Porto\nMercato\nScuole");
  await next.click();
  await page.getByLabel("Direzione responsabile").fill("Nora Vela");
  await page.getByLabel("Sede").fill("Molo vecchio 3");
  await next.click();
  await expect(page.getByText("Nessun commento esce prima che qualcuno della redazione lo approvi.")).toBeVisible();
  await next.click();
  await page.getByLabel("Nome", { exact: true }).fill("Nora Vela");
  await page.getByLabel("Email").fill(editor.email);
  await page.getByLabel("Password", { exact: true }).fill("corta");
  await page.getByRole("button", { name: "Fonda il giornale" }).click();
  await expect(page.getByText(/La password è troppo corta/)).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(editor.password);
  await page.getByRole("button", { name: "Fonda il giornale" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Articoli" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("La prima pagina è tutta da scrivere")).toBeVisible();
  await expect(page.getByRole("link", { name: "Il mio profilo: Nora Vela" })).toBeVisible();

  const stranger = await anotherBrowser(browser);
  await stranger.goto(address);
  await expect(stranger.getByText("Questa porta è chiusa")).toBeVisible();
  await stranger.getByRole("link", { name: "Accedi" }).click();
  await sendPassword(stranger, editor);
  await expect(stranger.getByRole("heading", { level: 1, name: "Articoli" })).toBeVisible({ timeout: 30_000 });

  await page.goto("/");
  await expect(page).toHaveTitle(/Il Faro/);
  await expect(page.getByText("Si vede da lontano").first()).toBeVisible();
  for (const section of ["Porto", "Mercato", "Scuole"]) {
    await expect(page.getByRole("link", { name: section, exact: true }).first()).toBeVisible();
  }
  await page.goto("/about/");
  await expect(page.getByRole("main")).toContainText("Nora Vela");
  await expect(page.getByRole("main")).toContainText("Molo vecchio 3");
});
