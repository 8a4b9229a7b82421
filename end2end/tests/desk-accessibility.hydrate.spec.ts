import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { findNoFault, overflow } from "../support/axe";
import { importEverything } from "../support/everything";
import { Paper } from "../support/paper";
import { joinStaff } from "../support/staff";
import { expect, test as base } from "../support/test";

type Open = (page: Page) => Promise<unknown>;

/** Words as long as Italian has them, in every place that has little room. */
const LONG = {
  headline: "Riorganizzazione precipitevolissimevolmente intercomunale: l’insoddisfazione dei ventitré sindaci",
  section: "Internazionalizzazione",
  authors: ["Massimiliano Bartolomeo Quattrocchi-Acquaviva"],
  tags: ["anticostituzionalissimamente"],
};

const test = base.extend<object, { busy: Paper }>({
  busy: [
    async ({ browser }, use) => {
      const paper = await Paper.open(async (paper) => {
        await importEverything(paper, browser);
        await importLongWords(paper);
        await paper.run("user", "add", "--email", "invited@example.org", "--name", "Ada Lungarno", "--role", "author");
      });
      await use(paper);
      await paper.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  paper: async ({ busy }, use) => use(busy),
});

// Nobody is signed in at first, and passkeys belong to the paper's own address, which a test's server does not have.
test.use({ tolerated: /status of (401|404|409|422)/ });
test.describe.configure({ timeout: 120_000 });

async function importLongWords(paper: Paper): Promise<void> {
  const about = { lang: "it", headline: LONG.headline, section: LONG.section, authors: LONG.authors, tags: LONG.tags };
  const line = (name: string) => JSON.stringify({ ...about, ref: `busy/${name}`, slug: name, html: "<p>Perchè qual'è il testo.</p>" });
  const file = join(paper.data, "busy.jsonl");
  await writeFile(file, line("uscito"));
  await paper.run("import", "jsonl", file, "--publish");
  await writeFile(file, line("bozza"));
  await paper.run("import", "jsonl", file);
}

/** Goes to a page of the desk and waits for what it is about. */
function at(path: string, words: string): Open {
  return async (page) => {
    await page.goto(path);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 30_000 });
  };
}

const byline = "Massimiliano Bartolomeo";
const story = at("/desk/story/1", "Prima riga,");

async function panel(page: Page, name: string): Promise<void> {
  await story(page);
  const tabs = page.getByRole("tablist", { name: "Pannello laterale" });
  if (!(await tabs.isVisible())) await page.getByRole("button", { name: "Pannello laterale" }).click();
  await tabs.getByRole("tab", { name }).click();
  await expect(page.getByRole("tabpanel", { name })).toBeVisible();
}

/** Pages for whoever is not signed in. */
const doors: Record<string, Open> = {
  "sign-in": at("/desk/sign-in", "Accedi alla scrivania"),
  "forgotten password": at("/desk/forgot", "Password dimenticata"),
  "link that leads nowhere": at("/desk/welcome/nessuno", "collegamento"),
  "refused sign-in": async (page) => {
    await page.goto("/desk/sign-in");
    await page.getByLabel("Email").fill("nessuno@example.org");
    await page.getByLabel("Password", { exact: true }).fill("una frase qualunque");
    await page.getByRole("button", { name: "Accedi", exact: true }).click();
    await expect(page.getByText("L’indirizzo o la password non sono giusti.")).toBeVisible({ timeout: 30_000 });
  },
};

/** Pages of the newsroom, and what opens on them. */
const rooms: Record<string, Open> = {
  stories: at("/desk/stories", byline),
  "stories of which there are none": async (page) => {
    await at("/desk/stories", byline)(page);
    await page.getByRole("tab", { name: "Programmato" }).or(page.getByRole("button", { name: "Programmato" })).or(page.getByRole("link", { name: "Programmato" })).first().click();
    await expect(page.getByText("Nessun articolo con questi filtri")).toBeVisible();
  },
  board: at("/desk/board", byline),
  calendar: at("/desk/calendar", "intercomunale"),
  story,
  "draft with long words": at("/desk/story/3", "precipitevolissimevolmente"),
  "story's particulars": (page) => panel(page, "Scheda"),
  "story's check list": (page) => panel(page, "Controlli"),
  "story's words": (page) => panel(page, "Parole"),
  "story's versions": (page) => panel(page, "Versioni"),
  "story's previews": (page) => panel(page, "Anteprime"),
  "story about to be published": async (page) => {
    await story(page);
    await page.getByRole("button", { name: "Aggiorna" }).click();
    await expect(page.getByRole("dialog").getByLabel("Nota per i lettori")).toBeVisible();
  },
  "story that is not there": at("/desk/story/9999", "Questo articolo non c’è."),
  people: at("/desk/people", "invited@example.org"),
  invitation: async (page) => {
    await at("/desk/people", "invited@example.org")(page);
    await page.getByRole("button", { name: "Invita" }).click();
    await expect(page.getByRole("dialog").getByLabel("Nome")).toBeVisible();
  },
  settings: at("/desk/settings", "Salva le impostazioni"),
  audit: at("/desk/audit", "Accesso"),
  account: at("/desk/account", "Dove hai fatto l’accesso"),
  keys: async (page) => {
    await at("/desk/stories", byline)(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "address that leads nowhere": at("/desk/non-esiste", "A questo indirizzo della scrivania non c’è nulla."),
};

for (const [kind, open] of Object.entries(doors)) {
  test(`axe finds no fault with the ${kind}`, ({ page }) => findNoFault(page, open));
}

for (const [kind, open] of Object.entries(rooms)) {
  test(`axe finds no fault with the desk's ${kind}, and it is never wider than the screen`, async ({ page, paper }) => {
    await joinStaff(page, paper, "Berta Redattrice", "admin");
    await findNoFault(page, open);
    for (const width of [1280, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await expect.poll(() => overflow(page), { message: `at ${width}` }).toBeLessThanOrEqual(0);
    }
  });
}

test("axe finds no fault with an article that is written on its page", async ({ page, paper }) => {
  await joinStaff(page, paper, "Berta Redattrice");
  await findNoFault(page, async (page) => {
    await page.goto("/cronaca/ogni-pezzo/");
    await page.getByRole("button", { name: "Modifica questo articolo (e)" }).click();
    await expect(page.locator("[data-part=body][contenteditable=true]")).toBeVisible({ timeout: 30_000 });
  });
});
