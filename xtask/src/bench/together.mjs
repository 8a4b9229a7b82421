// Measures writing together in a real browser: `node together.mjs ADDRESS EMAIL PASSWORD CHROMIUM` prints
// `name value unit`. The others are Yjs clients in this process, on sockets like the browser's.
import { chromium, request } from "@playwright/test";

import { Writer } from "../../../end2end/converge/writer.mjs";
import { Line } from "../../../end2end/support/line.mjs";
import { caller, figure, keyToPaint, openStory, p95, paragraphs, paste, SURFACE } from "./kit.mjs";

const [, , address, email, password, executablePath] = process.argv;
const OTHERS = 9;

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "it-IT" });
const page = await context.newPage();
const post = caller(address, context.request);
await post("sessions/sign-in", { email, password });

/** Makes an account and signs its owner in; answers their cookie. */
async function hire(number) {
  const { path } = await post("people/invite", { email: `altri-${number}-${Date.now()}@example.it`, name: `Altri ${number}`, role: "editor" });
  const session = await request.newContext();
  await caller(address, session)("people/choose-password", { token: path.split("/").at(-1), password: `una frase lunga ${number}` });
  const { cookies } = await session.storageState();
  await session.dispose();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

const cookies = [];
for (let number = 0; number < OTHERS; number += 1) cookies.push(await hire(number));

/** A new story with some paragraphs, open in the browser and saved. */
async function storyWith(texts) {
  const { line } = await post("stories/begin", { headline: "Una misura insieme", section: "" });
  await openStory(page, `${address}/desk/story/${line.id}`);
  await paste(page, texts);
  await page.getByText(/Salvato alle/).first().waitFor();
  return line.id;
}

/** Somebody else at a story, connected. */
async function join(story, number) {
  const writer = new Writer({ url: address, cookies }, story, number);
  await writer.connect();
  if (!writer.synced) throw new Error(`somebody else is not let in: ${writer.refusals.join(", ")}`);
  return writer;
}

const paragraphOf = (doc, number) => doc.getXmlFragment("body").get(number).get(0);
const append = (doc, number, text) => paragraphOf(doc, number).insert(paragraphOf(doc, number).length, text);

// From a key to the frame that shows it, with nine others who write a word a second each in the same long article.
{
  const story = await storyWith(paragraphs(100));
  const writers = await Promise.all(cookies.map((_, number) => join(story, number)));
  let count = 0;
  const timers = writers.map((writer, number) =>
    setInterval(() => writer.type(`${(count += 1)}`, (doc, token) => append(doc, number * 10 + 5, ` n${token}`)), 1000),
  );
  const waits = await keyToPaint(page, "Il ponte riapre lunedi dopo tre mesi di lavori. ".repeat(6), 60);
  timers.forEach(clearInterval);
  figure("key_to_paint_with_ten_p95", p95(waits), "ms");
  await page.locator(SURFACE).first().getByText(`n${count}`).waitFor();
  writers.forEach((writer) => writer.hangUp());
}

// From loading the page again to one text on both sides, after both wrote five hundred words without the other.
{
  const story = await storyWith(["Prima di partire."]);
  const line = await Line.lay();
  const away = await line.browse(browser, { locale: "it-IT", storageState: await context.storageState() });
  await openStory(away, `${address}/desk/story/${story}`);
  await away.getByText(/Salvato alle/).first().waitFor();
  const writer = await join(story, 0);

  line.cut();
  await away.getByText("Non in linea: salvato su questo dispositivo").first().waitFor();
  await away.keyboard.press("ControlOrMeta+End");
  await away.keyboard.press("Enter");
  await paste(away, paragraphs(10, "In viaggio"));
  for (let at = 0; at < 10; at += 1) writer.type(`${at}`, (doc) => append(doc, 0, ` Intanto ${at}: ${"parola ".repeat(48)}`));
  // The device keeps what is written within a second, and the page that goes writes the rest.
  await away.waitForTimeout(1_500);
  await away.goto("about:blank");

  line.mend();
  const theirs = () => writer.doc.getXmlFragment("body").toString().replace(/<[^>]*>/g, "").replace(/\s+/g, "");
  const ours = () =>
    away.evaluate((surface) => {
      const body = document.querySelector(surface)?.cloneNode(true);
      body?.querySelectorAll(".ProseMirror-widget").forEach((widget) => widget.remove());
      return body?.textContent?.replace(/[\s\u2060\ufeff]+/g, "") ?? "";
    }, SURFACE);
  const isSaved = () => away.getByText(/Salvato alle/).first().isVisible();
  const isWhole = (text) => text.includes("Inviaggio9:") && text.includes("Intanto9:");
  const begun = performance.now();
  await away.goto(`${address}/desk/story/${story}`);
  for (;;) {
    const text = await ours();
    if (isWhole(text) && text === theirs() && writer.saved && (await isSaved())) break;
    if (performance.now() - begun > 30_000) throw new Error(`no one text after thirty seconds:\n${text}\n${theirs()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
  figure("offline_words_converge", performance.now() - begun, "ms");
  writer.hangUp();
  await line.close();
}
await browser.close();
process.exit();
