// The demo edition, served once for all tests.

import { Paper } from "./paper";

/** Starts it, and leaves word of it for the workers; answers how to end it. */
export default async function serveTheDemoEdition(): Promise<() => Promise<void>> {
  const paper = await Paper.open((paper) => paper.run("demo"));
  process.env.REDAZIONE_E2E_URL = paper.url;
  process.env.REDAZIONE_E2E_DATA = paper.data;
  return () => paper.close();
}

/** The demo edition, in a worker. */
export function demo(): Paper {
  return Paper.at(process.env.REDAZIONE_E2E_URL ?? "", process.env.REDAZIONE_E2E_DATA ?? "");
}

/** Articles of the demo edition that tests go to. */
export const articles = {
  /** Box, three comments in a thread, a picture, two authors. */
  storm: { path: "/cronaca/burrasca-notte-porto/", headline: "Burrasca sul porto, la notte ora per ora" },
  /** Table, code, box, pull quote, a translation. */
  rent: { path: "/economia/quanto-costa-un-affitto/", headline: "Quanto costa davvero un affitto a Portovento" },
  /** In English. */
  rentInEnglish: { path: "/economia/what-rent-really-costs/", headline: "What it really costs to rent in Portovento" },
  /** An embedded video, no photograph. */
  cinema: { path: "/cultura/cinema-in-piazza/", headline: "Cinema in piazza: film liberi, sedie da casa" },
  /** Three footnotes. */
  map: { path: "/cultura/la-mappa-e-la-memoria/", headline: "La mappa e la memoria" },
  /** Withdrawn by the tests that have scripts. */
  climb: { path: "/sport/salita-tre-campanili/", headline: "Tre Campanili, quattordici tornanti e una volata in salita" },
  /** Withdrawn by those that have none. */
  track: { path: "/sport/velodromo-alle-scuole/", headline: "Il velodromo riapre, la mattina è delle scuole" },
  /** Where only the comment tests go. */
  train: {
    path: "/cronaca/treno-delle-6-42/",
    headline: "Sul treno delle 6.42 si tiene il posto, si litiga e ogni tanto ci si sposa",
  },
  /** Where only the tests of the count go. */
  library: {
    path: "/cronaca/biblioteca-orario-serale/",
    headline: "Biblioteche aperte fino alle undici, si parte da tre sedi",
  },
  /** The same, for a reader who does not stay. */
  banner: {
    path: "/cronaca/ritrovato-il-gonfalone/",
    headline: "Ritrovato dopo quarant’anni il gonfalone: faceva da tenda in un campeggio",
  },
} as const;
