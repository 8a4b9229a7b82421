// Who has the article open, as the server says: names and colours come from their sessions.

import type { Awareness } from "y-protocols/awareness";

import type { Person } from "../types";

/** Everybody but this tab, each person once. */
export function peopleIn(awareness: Awareness): Person[] {
  const people = new Map<string, Person>();
  for (const [client, state] of awareness.getStates()) {
    const person = personIn(state);
    if (client !== awareness.clientID && person) people.set(person.id, person);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The person behind a state of the awareness, where there is one. */
export function personIn(state: unknown): Person | null {
  const { user } = (state ?? {}) as { user?: { id?: unknown; name?: unknown; colour?: unknown } };
  if (!user || typeof user.name !== "string") return null;
  return { id: String(user.id ?? user.name), name: user.name, colour: String(user.colour ?? "") };
}
