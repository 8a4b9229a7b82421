// Forms of Italian that are often written wrongly, and how they are written.

/** Words whose last letter carries an accent that is often the other one, or an apostrophe. */
const ACCENTED =
  "perché poiché affinché benché finché giacché sicché nonché anziché cosicché purché dopodiché fuorché macché granché " +
  "allorché né sé viceré ventitré trentatré quarantatré cinquantatré sessantatré settantatré ottantatré novantatré " +
  "è cioè caffè tè città metà età già là libertà verità novità realtà società povertà sarà farà avrà dovrà potrà " +
  "andrà verrà dirà starà vorrà può però perciò ciò più giù laggiù lassù quassù tribù virtù gioventù così lì lunedì " +
  "martedì mercoledì giovedì venerdì papà bontà felicità dignità maestà podestà volontà difficoltà facoltà";

/** Words that are never written like this. */
export const WRONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pò: "po’",
    dò: "do",
    fà: "fa",
    stà: "sta",
    quì: "qui",
    quà: "qua",
    sù: "su",
    sò: "so",
    sà: "sa",
    và: "va",
    nò: "no",
    blù: "blu",
    daccordo: "d’accordo",
    "qual'è": "qual è",
    "qual’è": "qual è",
    "qual'era": "qual era",
    "qual’era": "qual era",
    pultroppo: "purtroppo",
    propio: "proprio",
    aereoporto: "aeroporto",
  }),
);

/** Words of masculine gender that are written with `un` and no apostrophe. */
export const MASCULINE: ReadonlySet<string> = new Set(
  (
    "altro amico uomo anno articolo attimo esempio evento incontro ufficio esame errore ospedale obiettivo accordo " +
    "intervento elemento appuntamento aereo albero attore autore avvocato edificio effetto episodio esercito esperto " +
    "euro impegno incendio incidente italiano istituto oggetto ordine orologio operaio ottimo unico ultimo"
  ).split(" "),
);

const BARE = "àèéìòù";
const PLAIN: Record<string, string> = { à: "a", è: "e", é: "e", ì: "i", ò: "o", ù: "u" };
const known = new Map(ACCENTED.split(" ").map((word) => [bare(word), word]));
/** What is no word by itself, or another one: not to be read into a letter with an apostrophe. */
const OTHERS = new Set(["la", "li", "te", "meta", "papa"]);

/**
 * A word as it is written, for one that ends in another accent or none; nothing where it is not known or right.
 * With `guess`, also one that only looks like a known kind: `serenita`.
 */
export function accented(word: string, guess = false): string | null {
  const lower = word.toLowerCase();
  const isBare = !BARE.includes(lower.at(-1) ?? "");
  if (isBare && OTHERS.has(lower)) return null;
  const right = known.get(bare(lower)) ?? (guess && /\p{L}{2}it[aà]$/u.test(lower) ? `${lower.slice(0, -1)}à` : null);
  if (!right || right === lower) return null;
  const last = right.at(-1) ?? "";
  const isUpper = word.at(-1) !== word.at(-1)?.toLowerCase();
  return word.slice(0, -1) + (isUpper ? last.toUpperCase() : last);
}

function bare(word: string): string {
  const last = word.at(-1) ?? "";
  return word.slice(0, -1) + (PLAIN[last] ?? last);
}
