// One page of every kind that readers see.

import type { Page, Response } from "@playwright/test";

import { articles, demo } from "./edition";
import { makePreview } from "./staff";

type Open = (page: Page) => Promise<Response | null>;

const at = (path: string): Open => (page) => page.goto(path);

/** Ways to the pages. Each answers with what the server said. */
export const kinds: Record<string, Open> = {
  "front page": at("/"),
  section: at("/cronaca/"),
  subsection: at("/cultura/libri/"),
  article: at(articles.storm.path),
  "article with table and code": at(articles.rent.path),
  "article in English": at(articles.rentInEnglish.path),
  "article with a video": at(articles.cinema.path),
  "article with notes": at(articles.map.path),
  "article with a reply begun": answering,
  tag: at("/tag/porto/"),
  byline: at("/author/irene-saltamare/"),
  archive: at("/archive/"),
  "archive of a month": month,
  about: at("/about/"),
  history: at(`${articles.storm.path}history/`),
  corrections: at("/corrections/"),
  "page that is not there": at("/non-esiste/"),
};

/** Ways to pages that search engines pass by. */
export const unlisted: Record<string, Open> = {
  version: at(`${articles.storm.path}history/1/`),
  preview,
};

/** Kinds whose status is not 200. */
export const statuses: Record<string, number> = { "page that is not there": 404 };

async function month(page: Page): Promise<Response | null> {
  await page.goto("/archive/");
  const months = page.getByRole("main").locator("a[href]");
  const addresses = await months.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const first = addresses.find((address) => /^\/archive\/\d{4}\/\d{2}\/$/.test(address));
  if (!first) throw new Error("the archive leads to no month");
  return page.goto(first);
}

async function answering(page: Page): Promise<Response | null> {
  await page.goto(articles.storm.path);
  const address = await page.getByRole("link", { name: "Rispondi a Rosa M." }).getAttribute("href");
  if (!address) throw new Error("the comment cannot be answered");
  return page.goto(new URL(address, page.url()).href);
}

/** The link is made by somebody of the newsroom, and opened by somebody who is not. */
async function preview(page: Page): Promise<Response | null> {
  const path = await makePreview(page, demo());
  return page.goto(path);
}
