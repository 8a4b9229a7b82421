import { defineConfig, devices } from "@playwright/test";

/** A reader like any other: the paper does not count what says that it is a robot. */
const READER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./support/edition.ts",
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Two cores that also build and serve are sometimes late; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  expect: { timeout: 10_000 },
  use: {
    ...devices["Desktop Chrome"],
    userAgent: READER,
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    },
  },
  projects: [
    { name: "with-javascript" },
    { name: "without-javascript", testIgnore: "**/*.hydrate.spec.ts", use: { javaScriptEnabled: false } },
  ],
});
