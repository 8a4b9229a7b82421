// An article with every block and every mark.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Browser } from "@playwright/test";

import type { Paper } from "./paper";

type Node = Record<string, unknown>;

const text = (words: string, ...marks: Node[]): Node => ({ type: "text", text: words, ...(marks.length ? { marks } : {}) });
const line = (words: string): Node[] => [text(words)];
const paragraph = (...content: Node[]): Node => ({ type: "paragraph", content });
const heading = (level: number, words: string): Node => ({ type: "heading", level, content: line(words) });
const note = (words: string): Node => ({ type: "footnote", content: line(words) });
const cell = (words: string, more: Node = {}): Node => ({ content: line(words), ...more });

const LONG =
  "Nel pomeriggio la giunta ha approvato il piano per il lungomare, con quattordici voti favorevoli e nove contrari; " +
  "i lavori cominciano a marzo e durano, secondo il capitolato, non meno di ventidue mesi. ";

/** The files that it shows, sizes in pixels. */
const PICTURES = [
  { name: "caption-and-credit.png", width: 1600, height: 900 },
  { name: "caption.png", width: 800, height: 800 },
  { name: "credit.png", width: 800, height: 1000 },
  { name: "bare.png", width: 1200, height: 800 },
  ...["first", "second", "third", "fourth", "fifth"].map((name) => ({ name: `${name}.png`, width: 1200, height: 900 })),
];

/** Brings it into a paper, and publishes it. */
export async function importEverything(paper: Paper, browser: Browser): Promise<void> {
  await drawPictures(paper.data, browser);
  const file = join(paper.data, "everything.jsonl");
  await writeFile(file, JSON.stringify(everything()));
  const report = JSON.parse(await paper.run("import", "jsonl", file, "--publish", "--json")) as { warnings: unknown[] };
  if (report.warnings.length > 0) throw new Error(`the article was not taken as it is: ${JSON.stringify(report.warnings)}`);
}

/** Pictures of which each is another one: the browser shows one that it has in a larger size, wherever it stands. */
async function drawPictures(folder: string, browser: Browser): Promise<void> {
  const page = await browser.newPage();
  for (const [at, { name, width, height }] of PICTURES.entries()) {
    await page.setViewportSize({ width, height });
    const hue = (360 * at) / PICTURES.length;
    await page.setContent(`<body style="background: repeating-conic-gradient(hsl(${hue} 60% 40%) 0 10deg, hsl(${hue} 40% 80%) 0 20deg)">`);
    await page.screenshot({ path: join(folder, name) });
  }
  await page.close();
}

/** Its line of an edition file. */
function everything(): object {
  return {
    ref: "plate/everything",
    slug: "ogni-pezzo",
    lang: "it",
    section: "Cronaca",
    kicker: "Prova di stampa",
    headline: "Ogni pezzo che un articolo può avere",
    standfirst: "Un sommario di due righe, perché anche quelle si vedano: serve a confrontare la lettura con la scrittura.",
    authors: ["Ada Lungarno"],
    blocks: [...texts(), ...lists(), ...quotes(), ...pictures(), ...tables(), ...others(), ...ending()],
  };
}

function texts(): Node[] {
  const marked = [
    text("Grassetto", { type: "strong" }),
    text(", "),
    text("corsivo", { type: "emphasis" }),
    text(", "),
    text("barrato", { type: "strike" }),
    text(", "),
    text("codice()", { type: "code" }),
    text(", H"),
    text("2", { type: "subscript" }),
    text("O, m"),
    text("2", { type: "superscript" }),
    text(", "),
    text("un collegamento", { type: "link", href: "https://example.org/?a=1&b=2" }),
    text(" e "),
    text("tutto insieme", { type: "link", href: "/cronaca/" }, { type: "strong" }, { type: "emphasis" }),
    text("."),
  ];
  return [
    paragraph(text(LONG.repeat(2)), note("La delibera è la numero 214 del 2026.")),
    heading(2, "Un titolo dentro l’articolo, abbastanza lungo da andare a capo anche su uno schermo largo"),
    paragraph(...marked),
    paragraph(text("Prima riga,"), { type: "break" }, text("seconda riga dello stesso capoverso.")),
    heading(3, "Un titolo medio"),
    paragraph(text(LONG)),
    heading(4, "Un titolo piccolo"),
    paragraph(text(LONG)),
  ];
}

function lists(): Node[] {
  const item = (...content: Node[]): Node[] => content;
  return [
    { type: "list", ordered: false, items: [item(paragraph(text("Una voce corta"))), item(paragraph(text(LONG)))] },
    {
      type: "list",
      ordered: true,
      start: 3,
      items: [
        item(
          paragraph(text("Una voce con un elenco dentro")),
          { type: "list", ordered: false, items: [item(paragraph(text("uno"))), item(paragraph(text("due")))] },
        ),
        item(paragraph(text("Una voce con due capoversi")), paragraph(text("Il secondo."))),
      ],
    },
  ];
}

function quotes(): Node[] {
  return [
    { type: "quote", content: [paragraph(text(LONG)), paragraph(text("Così ha detto."))], source: line("La sindaca, in consiglio") },
    { type: "quote", content: [paragraph(text("Senza fonte."))] },
    { type: "pull_quote", content: line("Ventidue mesi sono tanti anche per il mare"), source: line("Un bagnino") },
    { type: "pull_quote", content: line("E senza fonte") },
  ];
}

function pictures(): Node[] {
  const figure = (name: string, more: Node = {}): Node => ({ picture: `${name}.png`, alt: "Raggi di due colori", ...more });
  const told = { caption: line("La didascalia dice che cosa si vede."), credit: "A. Fotografa" };
  return [
    { type: "figure", ...figure("caption-and-credit", told) },
    { type: "figure", ...figure("caption", { caption: line("Solo la didascalia.") }) },
    { type: "figure", ...figure("credit", { credit: "A. Fotografa" }) },
    { type: "figure", ...figure("bare") },
    paragraph(text(LONG)),
    { type: "gallery", figures: [figure("first", told), figure("second", { caption: line("La seconda.") }), figure("third")] },
    { type: "gallery", figures: [figure("fourth"), figure("fifth", told)] },
  ];
}

function tables(): Node[] {
  const head = { header: true };
  return [
    {
      type: "table",
      caption: line("Quanto costa"),
      rows: [
        [cell("Voce", head), cell("2025", head), cell("2026", head)],
        [cell("Alberi", head), cell("1.200"), cell("1.450")],
        [cell("Insieme", head), cell("2.650", { colspan: 2 })],
      ],
    },
    { type: "table", rows: [[cell("solo"), cell("celle")], [cell("senza"), cell("testa")]] },
  ];
}

function others(): Node[] {
  return [
    { type: "code", language: "rust", text: "fn main() {\n\tprintln!(\"<&>\");\n}" },
    {
      type: "box",
      title: line("In breve"),
      content: [
        paragraph(text("Un riquadro con "), text("parole", { type: "strong" }), text(".")),
        { type: "list", ordered: false, items: [[paragraph(text("una"))], [paragraph(text("due"))]] },
        { type: "quote", content: [paragraph(text("Anche qui si cita."))], source: line("Qualcuno") },
      ],
    },
    { type: "box", content: [paragraph(text("Un riquadro senza titolo."))] },
    { type: "embed", provider: "youtube", id: "aqz-KE-bpKQ", title: "Big Buck Bunny" },
    { type: "embed", provider: "openstreetmap", id: "14/44.4056/8.9463", title: "" },
    { type: "rule" },
  ];
}

function ending(): Node[] {
  return [paragraph(text("L’ultima frase ha una nota."), note("E la nota chiude l’articolo."))];
}
