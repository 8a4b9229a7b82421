// Measures the desk in a real browser: `node desk.mjs ADDRESS ARTICLE EMAIL PASSWORD CHROMIUM` prints `name value unit`.
import { chromium } from "@playwright/test";

import { caller, figure, keyToPaint, median, openStory, p95, paragraphs, paste, SURFACE } from "./kit.mjs";

const [, , address, article, email, password, executablePath] = process.argv;

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "it-IT" });
const page = await context.newPage();
const post = caller(address, context.request);
await post("sessions/sign-in", { email, password });

// The desk: from the address to the first story in the list, everything cached.
const open = async () => {
  const begun = performance.now();
  await page.goto(`${address}/desk/stories`);
  await page.locator("main a[href*='/desk/story/']").first().waitFor();
  return performance.now() - begun;
};
await open();
figure("desk_first_view_cached", median([await open(), await open(), await open(), await open(), await open()]), "ms");

// Writing: from a key to the frame that shows it, alone in an article of five thousand words.
const story = await post("stories/begin", { headline: "Una misura", section: "" });
const id = story.line.id;
await openStory(page, `${address}/desk/story/${id}`);
await paste(page, paragraphs(100));
const typed = "Il ponte riapre lunedi dopo tre mesi di lavori. ".repeat(3);
figure("key_to_paint_p95", p95(await keyToPaint(page, typed, 40)), "ms");

// Together: from a key in one browser to the letter in another.
const other = await context.newPage();
await other.goto(`${address}/desk/story/${id}`);
await other.getByText("Paragrafo 99").waitFor();
const seen = [];
for (let number = 0; number < 15; number += 1) {
  const token = `§${number}§`;
  const there = other.waitForFunction((text) => document.body.textContent.includes(text), token, { polling: "raf" });
  await page.bringToFront();
  await page.keyboard.type(token);
  const begun = performance.now();
  await there;
  seen.push(performance.now() - begun);
}
figure("keystroke_seen_by_another", median(seen), "ms");
await other.close();

// Publishing: from the answer of the newsroom to the page that readers get.
await page.waitForFunction(() => !document.body.textContent.includes("Salvataggio"));
const visible = [];
const first = await post("stories/publish", { id, kind: "", note: "", confirmed: "true" });
for (let number = 0; number < 5; number += 1) {
  await page.keyboard.type(` versione${number}x`);
  await page.getByText(/Salvato alle/).first().waitFor();
  const begun = performance.now();
  await post("stories/publish", { id, kind: "update", note: `Aggiornato ${number}.`, confirmed: "true" });
  for (;;) {
    const html = await (await context.request.get(address + first.path)).text();
    if (html.includes(`versione${number}x`)) break;
  }
  visible.push(performance.now() - begun);
}
figure("publish_to_visible_desk", median(visible), "ms");

// In place: from the key `e` to an article that can be written in, the editor cached.
const places = [];
for (let number = 0; number < 6; number += 1) {
  await page.goto(address + article, { waitUntil: "networkidle" });
  await page.locator("[data-part=body] p").first().click();
  const editable = page.waitForFunction(
    (surface) => document.querySelector(surface) !== null,
    SURFACE,
    { polling: "raf" },
  );
  const begun = performance.now();
  await page.keyboard.press("e");
  await editable;
  places.push(performance.now() - begun);
}
figure("edit_in_place", median(places.slice(1)), "ms");
await browser.close();
