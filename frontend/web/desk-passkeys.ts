// Passkeys: options come from the server as JSON, answers go back as JSON. Browsers that cannot translate themselves
// are helped.

type Json = Record<string, unknown>;

interface Translating {
  parseCreationOptionsFromJSON?(options: Json): PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?(options: Json): PublicKeyCredentialRequestOptions;
  isConditionalMediationAvailable?(): Promise<boolean>;
}

/** The browser's own class, where it has one; it may lack what is newer than the rest. */
const own = (globalThis as { PublicKeyCredential?: unknown }).PublicKeyCredential as Translating | undefined;

/** What waits among the suggestions of a field; asking outright ends it. */
let waiting: AbortController | undefined;

/** Whether passkeys work here: in this browser, and on this address, which must be the one that they are made for. */
export function hasPasskeys(domain: string): boolean {
  return own !== undefined && domain !== "" && location.hostname === domain;
}

/** Makes a passkey. */
export async function createPasskey(options: string): Promise<string> {
  endWaiting();
  const given = unwrap(options);
  const publicKey = own?.parseCreationOptionsFromJSON?.(given) ?? creation(given);
  return answer(await navigator.credentials.create({ publicKey }), given);
}

/** Lets somebody choose a passkey. `quietly`: among the suggestions of the e-mail field, and for as long as it takes. */
export async function usePasskey(options: string, quietly: boolean): Promise<string> {
  endWaiting();
  if (quietly && !(await own?.isConditionalMediationAvailable?.())) throw new Error("no suggestions");
  const given = unwrap(options);
  const publicKey = own?.parseRequestOptionsFromJSON?.(given) ?? requesting(given);
  const asked: CredentialRequestOptions = { publicKey };
  if (quietly) {
    waiting = new AbortController();
    asked.signal = waiting.signal;
    asked.mediation = "conditional";
  }
  return answer(await navigator.credentials.get(asked), given);
}

/** Browsers take one question at a time, and whoever signed in with a password has left this one open. */
function endWaiting(): void {
  waiting?.abort();
  waiting = undefined;
}

/** The options, without the envelope that some servers put around them. */
function unwrap(options: string): Json {
  const parsed = JSON.parse(options) as Json;
  const inner = parsed["publicKey"] as Json | undefined;
  return inner ? { ...inner, challenge_id: parsed["challenge_id"] } : parsed;
}

/** The credential as JSON, with the id under which the server remembers its challenge. */
function answer(credential: Credential | null, given: Json): string {
  if (!credential) throw new Error("nothing was chosen");
  const key = credential as PublicKeyCredential & { toJSON?(): Json };
  const plain = typeof key.toJSON === "function" ? key.toJSON() : translated(key);
  const challenge = given["challenge_id"];
  return JSON.stringify(challenge === undefined ? plain : { ...plain, challenge_id: challenge });
}

function translated(key: PublicKeyCredential): Json {
  const names = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const response = key.response as unknown as Record<string, ArrayBuffer | undefined>;
  const parts = names.flatMap((name) => (response[name] ? [[name, encode(response[name])] as const] : []));
  return {
    id: key.id,
    rawId: encode(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: Object.fromEntries(parts),
  };
}

function creation(given: Json): PublicKeyCredentialCreationOptions {
  const user = given["user"] as Json;
  return {
    ...given,
    challenge: decode(given["challenge"]),
    user: { ...user, id: decode(user["id"]) },
    excludeCredentials: descriptors(given["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function requesting(given: Json): PublicKeyCredentialRequestOptions {
  const allowCredentials = descriptors(given["allowCredentials"]);
  const options = { ...given, challenge: decode(given["challenge"]), allowCredentials };
  return options as unknown as PublicKeyCredentialRequestOptions;
}

function descriptors(given: unknown): unknown[] {
  return ((given ?? []) as Json[]).map((one) => ({ ...one, id: decode(one["id"]) }));
}

function decode(text: unknown): Uint8Array {
  const plain = atob(String(text).replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function encode(bytes: ArrayBuffer): string {
  const letters = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
