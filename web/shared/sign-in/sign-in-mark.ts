/**
 * The trace of a sign-in that stays in this tab over a reload: that there was one, never whose. By it a page that is loaded anew
 * asks the issuer without asking the person. No token is in it, and of the person no more than a salted hash, by which another
 * one is told from them.
 */
const MARK = "civigraph:was-signed-in";
const SALT_BYTES = 16;

export type MarkOfSignIn = {
  readonly kind: "signed-in";
  readonly salt: string;
  readonly hash: string;
  /** The last sign of life of the person, or the sign-in itself. */
  readonly seenAt: number;
  /** So often the issuer was asked since then. */
  readonly tries: number;
};

/** "locked": a page has ended it, for nobody was at it. The issuer has to ask the person. */
type SignInMark = MarkOfSignIn | { readonly kind: "locked" };

export function readMark(): SignInMark | undefined {
  try {
    return markIn(JSON.parse(sessionStorage.getItem(MARK) ?? "null"));
  } catch {
    return undefined;
  }
}

/** Another build of the pages may have written something else. */
function markIn(kept: unknown): SignInMark | undefined {
  if (typeof kept !== "object" || kept === null || !("kind" in kept)) return undefined;
  if (kept.kind === "locked") return { kind: "locked" };
  if (!("salt" in kept && "hash" in kept && "seenAt" in kept && "tries" in kept)) return undefined;
  const { salt, hash, seenAt, tries } = kept;
  const isWhole =
    typeof salt === "string" &&
    typeof hash === "string" &&
    typeof seenAt === "number" &&
    typeof tries === "number";
  return isWhole ? { kind: "signed-in", salt, hash, seenAt, tries } : undefined;
}

/** Undefined leaves no trace. */
export function writeMark(mark: SignInMark | undefined): void {
  try {
    if (mark === undefined) sessionStorage.removeItem(MARK);
    else sessionStorage.setItem(MARK, JSON.stringify(mark));
  } catch {
    // The next load asks the person.
  }
}

export async function markOf(person: string): Promise<MarkOfSignIn> {
  const salt = String(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  return { kind: "signed-in", salt, hash: await hashOf(salt, person), seenAt: Date.now(), tries: 0 };
}

/** Whether it is the trace of this person. */
export const isMarkOf = async ({ salt, hash }: MarkOfSignIn, person: string): Promise<boolean> =>
  hash === (await hashOf(salt, person));

async function hashOf(salt: string, person: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt}:${person}`);
  return String(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Notes that the person was at the page until then. */
export function noteSeen(seenAt: number): void {
  const mark = readMark();
  if (mark?.kind === "signed-in") writeMark({ ...mark, seenAt });
}
