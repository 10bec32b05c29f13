/**
 * Things that are not to be lost with a reload, or with a sign-in that ran out: a text that was typed, a key under which a
 * payment was sent. They are kept in this tab alone, under the person whose they are, and no longer than needed. No token
 * is among them.
 */
const PREFIX = "civigraph:kept:";

const keyOf = (person: string, name: string): string => `${PREFIX}${person}:${name}`;

export function readKept(person: string, name: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(person, name)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The value that is kept as JSON; undefined for none, and for one that another build of the pages has kept otherwise. */
export function readKeptValue(person: string, name: string): unknown {
  const text = readKept(person, name);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names of all that is kept for this person. */
export function keptNames(person: string): readonly string[] {
  const prefix = keyOf(person, "");
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** Undefined forgets it. */
export function keep(person: string, name: string, text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(keyOf(person, name));
    else sessionStorage.setItem(keyOf(person, name), text);
  } catch {
    // The page itself still has it.
  }
}

/** Forgets what is not this person's: nobody finds what was typed before them. Without a person, all of it. */
export function forgetOthers(person: string | undefined): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names)
      if (person === undefined || !name.startsWith(keyOf(person, ""))) sessionStorage.removeItem(name);
  } catch {
    // Nothing is kept at all.
  }
}
