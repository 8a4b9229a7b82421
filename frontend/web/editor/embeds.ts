// Who hosts embeds, and where theirs are found: the same rules as crates/document/src/embed.rs.

/** Something that lives elsewhere. */
export interface Embed {
  provider: Provider;
  id: string;
  title: string;
}

export type Provider = "youtube" | "vimeo" | "spotify" | "openstreetmap";

/** The names that readers know. */
export const PROVIDERS: Record<Provider, string> = {
  youtube: "YouTube",
  vimeo: "Vimeo",
  spotify: "Spotify",
  openstreetmap: "OpenStreetMap",
};

/** How many map tiles of 256 pixels an exported frame is wide. */
const TILES_ACROSS = 3;

/** Whether `id` has the shape of the provider's ids. Such an id needs no escaping anywhere. */
export function isEmbedId(provider: string, id: string): boolean {
  switch (provider) {
    case "youtube":
      return /^[A-Za-z0-9_-]{11}$/.test(id);
    case "vimeo":
      return /^[0-9]{1,12}$/.test(id);
    case "spotify":
      return /^(album|artist|episode|playlist|show|track)\/[A-Za-z0-9]{22}$/.test(id);
    case "openstreetmap":
      return isMapView(id);
    default:
      return false;
  }
}

/** Recognises the address of a page or a player of a known provider. The title is left empty. */
export function embedOf(url: string): Embed | null {
  const [, host = "", path = "", after = ""] = /^(?:https?:)?\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(url.trim()) ?? [];
  const found = find(
    host
      .toLowerCase()
      .replace(/^(www\.)+/, "")
      .replace(/^(m\.)+/, ""),
    segmentsOf(path),
    after,
  );
  return found?.id && isEmbedId(found.provider, found.id) ? { ...found, title: "" } : null;
}

/** The address of the page where the provider shows it. */
export function embedPage(provider: Provider, id: string): string {
  return {
    youtube: `https://www.youtube.com/watch?v=${id}`,
    vimeo: `https://vimeo.com/${id}`,
    spotify: `https://open.spotify.com/${id}`,
    openstreetmap: `https://www.openstreetmap.org/#map=${id}`,
  }[provider];
}

function find(host: string, segments: string[], after: string): { provider: Provider; id: string } | null {
  switch (host) {
    case "youtube.com":
    case "youtube-nocookie.com":
      return { provider: "youtube", id: videoId(segments, after) };
    case "youtu.be":
      return { provider: "youtube", id: segments[0] ?? "" };
    case "vimeo.com":
    case "player.vimeo.com":
      return { provider: "vimeo", id: segments.at(-1) ?? "" };
    case "open.spotify.com":
      // Before the last two may stand `embed` and a language such as `intl-it`.
      return { provider: "spotify", id: segments.slice(-2).join("/") };
    case "openstreetmap.org":
      return { provider: "openstreetmap", id: mapId(after) };
    default:
      return null;
  }
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function videoId(segments: string[], after: string): string {
  const [kind = "", id = ""] = segments;
  if (kind === "watch" && segments.length === 1) return parameter(after, "v");
  return ["embed", "shorts", "live", "v"].includes(kind) && segments.length === 2 ? id : "";
}

/** Reads `#map=zoom/latitude/longitude`, or the bounding box of an exported frame. */
function mapId(after: string): string {
  const [, view] = /#map=([^&]*)/.exec(after) ?? [];
  if (view !== undefined) return view;
  const corners = parameter(after, "bbox").replace(/%2C/gi, ",").split(",").map(numberOf);
  const [west, south, east, north] = corners;
  if (corners.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined)
    return "";
  const zoom = Math.min(19, Math.max(0, Math.round(Math.log2((360 * TILES_ACROSS) / (east - west)))));
  return `${zoom}/${((south + north) / 2).toFixed(5)}/${((west + east) / 2).toFixed(5)}`;
}

function parameter(after: string, name: string): string {
  const query = after.startsWith("?") ? (after.slice(1).split("#")[0] ?? "") : "";
  const pair = query.split("&").find((pair) => pair.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? "";
}

/** Whether an id is a zoom from 0 to 19, a latitude and a longitude. */
function isMapView(id: string): boolean {
  if (!/^[0-9.\-/]{1,48}$/.test(id)) return false;
  const parts = id.split("/");
  const [zoom = NaN, latitude = NaN, longitude = NaN] = parts.map(numberOf);
  const isWhole = /^\d+$/.test(parts[0] ?? "");
  return parts.length === 3 && isWhole && zoom <= 19 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function numberOf(text: string): number {
  return /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
}
