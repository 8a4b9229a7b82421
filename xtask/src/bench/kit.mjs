// What the browser's measurements have in common.

const sorted = (values) => [...values].sort((a, b) => a - b);

export const median = (values) => sorted(values)[Math.floor(values.length / 2)];
export const p95 = (values) => sorted(values)[Math.floor(values.length * 0.95)];

/** Prints a figure: `name value unit`. */
export const figure = (name, value, unit) => console.log(`${name} ${value.toFixed(1)} ${unit}`);

/** Where a body is written. */
export const SURFACE = "[data-part=body][contenteditable=true], [data-part=body] [contenteditable=true]";

/** Calls server functions of a paper in a session of its own, as the paper's pages do. */
export const caller = (address, requests) => async (path, form) => {
  const answer = await requests.post(`${address}/api/v1/${path}`, {
    form,
    headers: { "sec-fetch-site": "same-origin", accept: "application/json" },
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
};

/** Opens a story and puts the caret into its body. */
export async function openStory(page, address) {
  await page.goto(address);
  const body = page.locator(SURFACE).first();
  await body.waitFor();
  await body.click();
}

/** Pastes paragraphs where the caret is, and waits until the last one is there. */
export async function paste(page, paragraphs) {
  await page.evaluate(
    ([texts, surface]) => {
      const data = new DataTransfer();
      data.setData("text/html", texts.map((text) => `<p>${text}</p>`).join(""));
      document
        .querySelector(surface)
        .dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [paragraphs, SURFACE],
  );
  await page.locator(SURFACE).first().getByText(paragraphs.at(-1)).waitFor();
}

/** So many paragraphs of fifty words, each with its number. */
export const paragraphs = (count, name = "Paragrafo") =>
  Array.from({ length: count }, (_, number) => `${name} ${number}: ${"parola ".repeat(47)}fine.`);

/** Types slowly; answers the milliseconds from each key to the frame that shows it. */
export async function keyToPaint(page, text, delay) {
  await page.evaluate(() => {
    window.waits = [];
    document.addEventListener(
      "keydown",
      () => {
        const begun = performance.now();
        requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - begun)));
      },
      { capture: true },
    );
  });
  for (const key of text) await page.keyboard.type(key, { delay });
  return page.evaluate(() => window.waits);
}
