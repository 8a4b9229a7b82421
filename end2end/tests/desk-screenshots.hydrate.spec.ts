import type { BrowserContext, Page } from "@playwright/test";

import { importEverything } from "../support/everything";
import { Paper } from "../support/paper";
import { joinStaff } from "../support/staff";
import { comeAlive, expect, test as base } from "../support/test";

/** How many of a hundred pixels of the body may look different while it is written. */
const MOST = 0.5;
/** A window that holds the whole body: nothing has to be scrolled, and no bar stands before it. */
const TALL = 9000;

const test = base.extend<object, { plate: Paper }>({
  plate: [
    async ({ browser }, use) => {
      const paper = await Paper.open((paper) => importEverything(paper, browser));
      await use(paper);
      await paper.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  paper: async ({ plate }, use) => use(plate),
});

test.describe.configure({ timeout: 120_000 });
test.use({ tolerated: /status of 401/ });

const body = (page: Page) => page.locator("article[data-article-id] [data-part=body]");

/** The body as it looks now, with all of its pictures and fonts there and no caret. */
async function picture(page: Page): Promise<string> {
  await body(page).evaluate(async (element) => {
    (document.activeElement as HTMLElement | null)?.blur();
    await document.fonts.ready;
    await Promise.all([...element.querySelectorAll<HTMLImageElement>("img[src]")].map((image) => image.decode()));
  });
  return (await body(page).screenshot({ animations: "disabled" })).toString("base64");
}

/** How many of a hundred pixels differ, and by how many the heights. Told apart in a page of its own, which has no policy. */
async function difference(context: BrowserContext, before: string, after: string): Promise<{ percent: number; height: number }> {
  const page = await context.newPage();
  const found = await page.evaluate(
    async (pictures) => {
      const read = async (picture: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        if (!canvas) throw new Error("there is no canvas");
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [one, other] = await Promise.all(pictures.map(read));
      if (!one || !other) throw new Error("a picture is missing");
      if (one.width !== other.width) return { percent: 100, height: 0 };
      const [low, high] = one.height < other.height ? [one, other] : [other, one];
      const [a, b] = [new Uint32Array(low.data.buffer), new Uint32Array(high.data.buffer)];
      // What only one of the two has differs.
      let differing = b.length - a.length;
      for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) differing += 1;
      return { percent: (100 * differing) / b.length, height: other.height - one.height };
    },
    [before, after],
  );
  await page.close();
  return found;
}

test("the body looks the same while it is written", async ({ page, paper, context }, info) => {
  await joinStaff(page, paper, "Berta Redattrice");
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: TALL });
    await page.goto("/cronaca/ogni-pezzo/");
    await comeAlive(page);
    const reading = await picture(page);
    await page.getByRole("button", { name: "Modifica questo articolo (e)" }).click();
    await expect(body(page)).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
    const writing = await picture(page);
    const { percent, height } = await difference(context, reading, writing);
    const said = `${percent.toFixed(3)} % of the pixels, ${height} pixels of height`;
    info.annotations.push({ type: `at ${width}`, description: said });
    await info.attach(`reading-${width}.png`, { body: Buffer.from(reading, "base64"), contentType: "image/png" });
    await info.attach(`writing-${width}.png`, { body: Buffer.from(writing, "base64"), contentType: "image/png" });
    expect.soft(percent, `at ${width}: ${said}`).toBeLessThanOrEqual(MOST);
  }
});
