import { randomUUID } from "node:crypto";
import { createServer } from "node:net";

import type { Page } from "@playwright/test";

import { anotherBrowser, found, hire, people, type Person, sendPassword, signIn, test, toast } from "../support/desk";
import { Paper } from "../support/paper";
import { expect } from "../support/test";
import { totp } from "../support/totp";

test.slow();
// Refusals are what these tests are about.
test.use({ tolerated: /status of 4(01|22)/ });

/** Somebody of whom no other test knows. */
async function newcomer(paper: Paper): Promise<Person> {
  const email = `${randomUUID()}@example.it`;
  const someone: Person = { name: "Vito Serra", email, password: "una frase che non so", role: "editor" };
  await hire(paper, someone);
  return someone;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Esci" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Accedi alla scrivania" })).toBeVisible();
}

async function isIn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Articoli" })).toBeVisible({ timeout: 30_000 });
}

test("whoever is not signed in is asked to, and comes to where they wanted to go", async ({ page }) => {
  await page.goto("/desk/board");
  await expect(page.getByRole("heading", { level: 1, name: "Accedi alla scrivania" })).toBeVisible();
  await sendPassword(page, people.elio);
  await expect(page.getByRole("heading", { level: 1, name: "Lavagna" })).toBeVisible({ timeout: 30_000 });
});

test("a wrong password and an unknown address are answered alike", async ({ page, paper }) => {
  const { email } = await newcomer(paper);
  const password = page.getByLabel("Password", { exact: true });
  const answers: string[] = [];
  for (const tried of [email, `${randomUUID()}@example.it`]) {
    await page.goto("/desk/sign-in");
    await sendPassword(page, { email: tried, password: "non è questa qui" });
    await expect(password).toHaveAttribute("aria-invalid", "true", { timeout: 30_000 });
    answers.push(await page.getByRole("main").innerText());
    await expect(page.getByLabel("Email")).toHaveValue(tried);
  }
  expect(answers[0]).toContain("L’indirizzo o la password non sono giusti");
  expect(answers[1]).toBe(answers[0]);
});

test("with codes switched on, a code opens the desk once, and so does a recovery code", async ({ page, paper }) => {
  const someone = await newcomer(paper);
  await signIn(page, someone);
  await page.getByRole("link", { name: /^Il mio profilo/ }).click();
  await page.getByRole("button", { name: "Attiva i codici" }).click();
  const secret = await page.locator(".desk-totp__secret code").innerText();
  await page.getByLabel("Il primo codice").fill(totp(secret, -1));
  await page.getByRole("button", { name: "Attiva", exact: true }).click();
  const kept = page.getByRole("dialog", { name: "Codici di recupero" });
  await expect(kept).toBeVisible();
  const [recovery = ""] = await kept.getByRole("listitem").allInnerTexts();
  expect(recovery).not.toBe("");
  await kept.getByRole("button", { name: "Li ho messi al sicuro" }).click();
  await expect(page.getByText(/I codici sono attivi\. Ti restano \d+ codici di recupero/)).toBeVisible();

  const code = page.getByLabel("Codice", { exact: true });
  const send = page.getByRole("button", { name: "Accedi", exact: true });
  const tryCode = async (words: string): Promise<void> => {
    await code.fill(words);
    await send.click();
  };
  const refused = page.getByText(/Il codice non è giusto o è già stato usato/);
  const password = async (): Promise<void> => {
    await signOut(page);
    await sendPassword(page, someone);
    await expect(code).toBeFocused({ timeout: 30_000 });
  };

  await password();
  const now = totp(secret);
  await tryCode(now);
  await isIn(page);

  await password();
  await tryCode(now);
  await expect(refused).toBeVisible({ timeout: 30_000 });
  await tryCode(recovery);
  await isIn(page);

  await password();
  await tryCode(recovery);
  await expect(refused).toBeVisible({ timeout: 30_000 });
  await tryCode(totp(secret, 1));
  await isIn(page);
});

test("a session that is closed elsewhere is signed out", async ({ page, paper, browser }) => {
  const someone = await newcomer(paper);
  await signIn(page, someone);
  const other = await anotherBrowser(browser);
  await signIn(other, someone);

  await page.getByRole("link", { name: /^Il mio profilo/ }).click();
  const heading = page.getByRole("heading", { name: "Dove hai fatto l’accesso" });
  const sessions = page.locator("section").filter({ has: heading });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByText("Questo browser")).toHaveCount(1);
  await sessions.getByRole("button", { name: /^Chiudi la sessione di/ }).click();
  await expect(toast(page, "Sessione chiusa")).toBeVisible();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);

  await other.getByRole("link", { name: "Lavagna", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Accedi alla scrivania" })).toBeVisible();
});

test.describe("a passkey", () => {
  test.use({
    paper: async ({}, use) => {
      // Browsers have passkeys for names, and 127.0.0.1 is none.
      const port = await freePort();
      const paper = await Paper.open(found, { port, baseUrl: `http://localhost:${port}` });
      await use(paper);
      await paper.close();
    },
  });

  test("is made once, and then opens the desk by itself", async ({ page, context }) => {
    // No passkey among the suggestions of the first field: the browser would take it before the button is pressed.
    await page.addInitScript(() => {
      const own = globalThis.PublicKeyCredential as typeof PublicKeyCredential | undefined;
      if (own) own.isConditionalMediationAvailable = () => Promise.resolve(false);
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    } as const;
    await devtools.send("WebAuthn.addVirtualAuthenticator", { options });

    await signIn(page, people.ada);
    await page.getByRole("link", { name: /^Il mio profilo/ }).click();
    await page.getByLabel("Nome della nuova passkey").fill("Portatile");
    await page.getByRole("button", { name: "Crea una passkey" }).click();
    await expect(toast(page, "Passkey salvata")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole("button", { name: "Togli la passkey Portatile" })).toBeVisible();

    await signOut(page);
    await page.getByRole("button", { name: "Accedi con una passkey" }).click();
    await isIn(page);
    await page.getByRole("link", { name: /^Il mio profilo/ }).click();
    await expect(page.getByText(/Usata oggi alle/)).toBeVisible();
  });
});

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
