// Which addresses a body may point to: the same rules as `safe_url` in crates/document/src/url.rs.

/** The longest address that is accepted, in bytes. */
const LONGEST = 4096;
const encoder = new TextEncoder();

/** Cleans an address and answers it, or null where a reader should not be sent there. */
export function safeUrl(text: string): string | null {
  const address = encode(text.replace(/\p{Cc}/gu, "").trim());
  if (address === "" || encoder.encode(address).length > LONGEST) return null;
  // Browsers read `\` before the query as `/`, so that `/\host` leaves the site.
  if (/^[^?#]*\\/.test(address)) return null;
  const [, scheme, rest] = /^([^:/?#]*):(.*)$/su.exec(address) ?? [];
  if (scheme === undefined || rest === undefined) return address.startsWith("//") ? null : address;
  const destination = destinationOf(scheme.toLowerCase(), rest);
  return destination === null ? null : `${scheme.toLowerCase()}:${destination}`;
}

/** Makes an address of what somebody typed: a bare host gets its scheme, a bare address of the mail too. */
export function typedUrl(text: string): string | null {
  const typed = text.trim();
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}$/i.test(typed)) return safeUrl(`mailto:${typed}`);
  if (/^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?$/i.test(typed)) return safeUrl(`https://${typed}`);
  return safeUrl(typed);
}

/** Percent-encodes what an address may not hold bare. */
function encode(text: string): string {
  return text.replace(/[\s\u0085"<>`]/gu, (character) =>
    [...encoder.encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
}

/** What stands behind a scheme. Browsers pass over slashes beyond the second, and so does this. */
function destinationOf(scheme: string, rest: string): string | null {
  if (scheme === "http" || scheme === "https") {
    const host = rest.startsWith("//") ? rest.replace(/^\/+/, "") : "";
    return host === "" || /^[?#:]/.test(host) ? null : `//${host}`;
  }
  return (scheme === "mailto" || scheme === "tel") && rest !== "" ? rest : null;
}
