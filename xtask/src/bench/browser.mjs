// Measures in a real browser: `node browser.mjs ADDRESS CHROMIUM` prints `name value unit` lines.
// Soft navigation: from the click on a link to the frame that shows the new headline. Layout shift: all of a visit.
import { chromium } from '@playwright/test';

const [, , address, executablePath] = process.argv;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
let documents = 0;
page.on('request', (request) => (documents += request.isNavigationRequest() ? 1 : 0));

await page.addInitScript(() => {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
});

await page.goto(address, { waitUntil: 'networkidle' });
const shifts = [await page.evaluate(() => window.shift)];
const times = [];
for (let visit = 0; visit < 12; visit += 1) {
  const time = await page.evaluate(async () => {
    const links = [...document.querySelectorAll('main a[href]')].filter((link) => {
      const url = new URL(link.href);
      const leadsOn = url.origin === location.origin && url.pathname !== location.pathname;
      return leadsOn && (link.closest('h2, h3') ?? link.querySelector('h2, h3'));
    });
    const link = links[Math.floor(links.length / 2)];
    if (!link) return null;
    const before = document.querySelector('h1');
    const started = performance.now();
    link.click();
    while (document.querySelector('h1') === before || !document.querySelector('h1')) {
      if (performance.now() - started > 10_000) return null;
      await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - started;
  });
  if (time === null) break;
  times.push(time);
  await page.waitForLoadState('networkidle');
  shifts.push(await page.evaluate(() => window.shift));
}
await browser.close();

if (times.length < 3) {
  console.error(`soft navigation: only ${times.length} links led to another page without a new document`);
  process.exit(1);
}
console.log(`soft_navigation ${median(times).toFixed(1)} ms`);
console.log(`documents_loaded ${documents} count`);
console.log(`layout_shift ${Math.max(...shifts).toFixed(4)} score`);
