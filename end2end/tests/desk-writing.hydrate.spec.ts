import type { Page } from "@playwright/test";

import {
  bodyOf, found, headlineOf, newStory, openPanel, saveLine, signIn, standfirstOf, test, typeBody, typeHeadline, waitSaved,
} from "../support/desk";
import { Paper } from "../support/paper";
import { png } from "../support/picture";
import { expect } from "../support/test";

test.slow();

/** Pastes what another program put on the clipboard. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await bodyOf(page).evaluate(
    (body, [html, text]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", text);
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text] as const,
  );
}

test("a new story begins with its headline, and Enter leads from line to line into the text", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await expect(headlineOf(page)).toBeFocused();
  await page.keyboard.type("Il porto riapre");
  await page.keyboard.press("Enter");
  await expect(standfirstOf(page)).toBeFocused();
  await page.keyboard.type("Da lunedì si attracca di nuovo.");
  await page.keyboard.press("Enter");
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.type("Era ora.");
  await waitSaved(page);
  await expect(page).toHaveTitle(/^Il porto riapre/);
  await page.reload();
  await expect(headlineOf(page)).toHaveText("Il porto riapre");
  await expect(standfirstOf(page)).toHaveText("Da lunedì si attracca di nuovo.");
  await expect(bodyOf(page)).toHaveText(/Era ora\./);
});

test("signs of Markdown and the insert menu make blocks, and all is there after a reload", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const body = bodyOf(page);
  await body.click();
  const { keyboard } = page;
  await keyboard.type("## La notte");
  await keyboard.press("Enter");
  await keyboard.type("Il vento è **forte** e *teso*.");
  await keyboard.press("Enter");
  await keyboard.type("- barche");
  await keyboard.press("Enter");
  await keyboard.type("reti");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("> Mai visto");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("/tab");
  const menu = page.getByRole("listbox", { name: "Inserisci" });
  await expect(menu.getByRole("option", { name: "Tabella" })).toBeVisible();
  await keyboard.press("Enter");
  await expect(menu).toHaveCount(0);
  await keyboard.type("Ora");
  await keyboard.press("Tab");
  await keyboard.type("Nodi");

  const isThere = async (): Promise<void> => {
    await expect(body.getByRole("heading", { level: 2, name: "La notte" })).toBeVisible();
    await expect(body.locator("strong")).toHaveText("forte");
    await expect(body.locator("em")).toHaveText("teso");
    await expect(body.locator("ul").getByRole("listitem")).toHaveText(["barche", "reti"]);
    await expect(body.locator("blockquote")).toContainText("Mai visto");
    await expect(body.getByRole("table")).toContainText("Ora");
    await expect(body.getByRole("table")).toContainText("Nodi");
  };
  await isThere();
  await waitSaved(page);
  await page.reload();
  await isThere();
});

test("what comes from Word is clean", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const body = bodyOf(page);
  await body.click();
  const item = (words: string): string =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
    <span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
  await paste(
    page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"
      xmlns:w="urn:schemas-microsoft-com:office:word"><head>
      <meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal { font-family: Calibri }</style></head><body lang=IT>
      <!--StartFragment--><h1 style='color:#2F5496'>Il piano del verde<o:p></o:p></h1>
      <p class=MsoNormal style='text-align:justify'><span style='font-family:"Times New Roman",serif'>Il Comune ha
      <b style='mso-bidi-font-weight:normal'>approvato</b> un <a href="https://example.org/atto">atto</a> e un
      <a href="javascript:alert(1)">trucco</a>.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
      ${item("Più alberi")}${item("Meno asfalto")}<!--EndFragment--></body></html>`,
    "Il piano del verde",
  );
  await expect(body.getByRole("heading", { name: "Il piano del verde" })).toBeVisible();
  await expect(body.locator("strong")).toHaveText("approvato");
  await expect(body.getByRole("link", { name: "atto" })).toHaveAttribute("href", "https://example.org/atto");
  await expect(body).toContainText("trucco");
  await expect(body.locator("a")).toHaveCount(1);
  await expect(body.getByRole("listitem")).toHaveText(["Più alberi", "Meno asfalto"]);
  await expect(body.locator("[style*=font], [class*=Mso], o\\:p")).toHaveCount(0);
});

test("a picture goes up, its words are asked for, and readers' sizes are made", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await typeBody(page, "Sopra la foto.");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("toolbar", { name: "Formato del testo" }).getByRole("button", { name: "Foto", exact: true }).click();
  await (await chooser).setFiles({ name: "molo.png", mimeType: "image/png", buffer: png(900, 600, [30, 90, 160]) });

  const box = page.getByRole("dialog", { name: "Foto" });
  await expect(box.getByLabel("Testo alternativo")).toBeFocused({ timeout: 30_000 });
  await box.getByLabel("Testo alternativo").fill("Il molo vuoto all’alba");
  await box.getByLabel("Autore").fill("Mina Costa");
  await box.getByRole("button", { name: "Applica" }).click();
  await expect(box).toHaveCount(0);
  const picture = bodyOf(page).getByRole("img", { name: "Il molo vuoto all’alba" });
  await expect(picture).toBeVisible();
  await expect(bodyOf(page).locator("figure")).toContainText("Foto: Mina Costa");
  await waitSaved(page);
  await page.reload();
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(bodyOf(page)).toContainText("Sopra la foto.");
});

test("Italian is set as a printer sets it, and wrong forms are offered right", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await typeBody(page, `E' tardi, "dice" perche' l'acqua sale. Un pò d'acqua, e qual'è il livello.`);
  await expect(bodyOf(page)).toContainText("È tardi, «dice» perché l’acqua sale.");
  const panel = await openPanel(page, "Parole");
  await panel.getByRole("button", { name: "Correggi «pò» in «po’»" }).click();
  await expect(bodyOf(page)).toContainText("Un po’ d’acqua");
  await panel.getByRole("button", { name: "Correggi tutto" }).click();
  await expect(bodyOf(page)).toContainText("qual è il livello");
  await expect(panel.getByText("Nessun suggerimento: tutto in ordine.")).toBeVisible();
});

test("words are counted, found and replaced", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await typeBody(page, "Uno due tre. La nave parte, la nave torna, la Nave resta.");
  await expect(page.getByText("12 parole · 1 min")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+f");
  const find = page.getByRole("searchbox", { name: "Trova" });
  await expect(find).toBeFocused();
  await find.fill("nave");
  const panel = page.getByRole("tabpanel", { name: "Parole" });
  await expect(panel.getByRole("status")).toHaveText(/di 3$/);
  await panel.getByLabel("Maiuscole e minuscole").check();
  await expect(panel.getByRole("status")).toHaveText(/di 2$/);
  await panel.getByLabel("Sostituisci con").fill("barca");
  await panel.getByRole("button", { name: "Sostituisci tutto" }).click();
  await expect(bodyOf(page)).toContainText("La barca parte, la barca torna, la Nave resta.");
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bodyOf(page)).toContainText("La nave parte, la nave torna");
});

test("bold, headings and links come by their keys, and nothing is underlined", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await typeBody(page, "molo");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(bodyOf(page).locator("strong")).toHaveText("molo");
  await expect(page.getByRole("button", { name: "Grassetto" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ControlOrMeta+u");
  await expect(page.getByText("Sul giornale si sottolineano solo i collegamenti")).toBeVisible();
  await expect(bodyOf(page).locator("u")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+k");
  const box = page.getByRole("dialog", { name: "Collegamento" });
  await box.getByLabel("Indirizzo").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(box.getByRole("alert")).toContainText("Questo indirizzo non va");
  await box.getByLabel("Indirizzo").fill("https://example.org/porto");
  await page.keyboard.press("Enter");
  await expect(bodyOf(page).getByRole("link", { name: "molo" })).toHaveAttribute("href", "https://example.org/porto");
  await page.keyboard.press("Alt+2");
  await expect(bodyOf(page).getByRole("heading", { level: 2 })).toHaveText("molo");
});

test.describe("a server that does not answer", () => {
  test.use({
    // Its own: it stands still for a while.
    paper: async ({}, use) => {
      const paper = await Paper.open(found);
      await use(paper);
      await paper.close();
    },
    tolerated: /status of 401|ERR_|WebSocket/,
  });

  test("is noticed, and what is written meanwhile arrives when it is back", async ({ page, paper }) => {
    await signIn(page);
    await newStory(page);
    await typeHeadline(page, "Prima del buio");
    await typeBody(page, "Con la luce.");
    await waitSaved(page);

    paper.hold(true);
    await expect(saveLine(page)).toHaveText("Non in linea: salvato su questo dispositivo");
    await typeBody(page, " Al buio.");
    await expect(saveLine(page)).toHaveText("Non in linea: salvato su questo dispositivo");
    paper.hold(false);
    await waitSaved(page);

    await paper.kill();
    await expect(saveLine(page)).toHaveText("Non in linea: salvato su questo dispositivo");
    await typeBody(page, " Senza server.");
    await expect(saveLine(page)).toHaveText("Non in linea: salvato su questo dispositivo");
    await paper.startAgain();
    await waitSaved(page);
    await page.reload();
    await expect(bodyOf(page)).toContainText("Con la luce. Al buio. Senza server.");
    await waitSaved(page);
  });
});
