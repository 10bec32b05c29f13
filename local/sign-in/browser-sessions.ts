import { randomBytes } from "node:crypto";
import type { Capacity } from "../../services/kernel/process/trusted-issuers.ts";
import { type Instant, plusMs } from "../../services/kernel/runtime.ts";

/** As long as a front-end may go on by its refresh tokens. */
export const SESSION_LIFE_MS = 12 * 3_600_000;
const SECRET_BYTES = 32;
const SECOND_MS = 1_000;

/** The addresses that are told of the session: the one that asks for it, and the one that ends it. */
const PATHS = ["/authorize", "/logout"] as const;

/** Citizens and officers have sessions of their own, as a stage's two pools have. */
const COOKIES: Readonly<Record<Capacity, string>> = {
  CITIZEN: "civigraph-citizen",
  OFFICER: "civigraph-officer",
};

/** Somebody who has signed in by this browser, in whatever front-end. */
type BrowserSession = {
  readonly capacity: Capacity;
  readonly accountId: string;
  readonly endsAt: Instant;
};

export type BrowserSessions = ReturnType<typeof openBrowserSessions>;

/** The browsers' sessions with the sign-in itself, in this process alone. A browser has a random secret of each, and nothing else. */
export function openBrowserSessions(now: () => Instant) {
  const sessions = new Map<string, BrowserSession>();

  function sweep(): void {
    for (const [secret, { endsAt }] of sessions) if (now() > endsAt) sessions.delete(secret);
  }

  function accountIn(cookies: string, capacity: Capacity): string | undefined {
    const session = sessions.get(secretIn(cookies, capacity));
    return session?.capacity === capacity && now() <= session.endsAt ? session.accountId : undefined;
  }

  return {
    /** Begins one in place of the browser's last of this capacity; the answer is for `set-cookie`. */
    begin(cookies: string, capacity: Capacity, accountId: string): readonly string[] {
      sweep();
      sessions.delete(secretIn(cookies, capacity));
      const secret = randomBytes(SECRET_BYTES).toString("base64url");
      sessions.set(secret, { capacity, accountId, endsAt: plusMs(now(), SESSION_LIFE_MS) });
      return cookiesOf(capacity, secret, SESSION_LIFE_MS / SECOND_MS);
    },

    /** The account that the browser's `cookie` header stands for; undefined for nobody, and for a session that is over. */
    accountIn,

    /** Ends it, unless it is another account's than the one that leaves; the answer is for `set-cookie`. */
    end(cookies: string, capacity: Capacity, leaving: string | undefined): readonly string[] {
      const secret = secretIn(cookies, capacity);
      const session = sessions.get(secret);
      if (session && leaving !== undefined && session.accountId !== leaving) return [];
      sessions.delete(secret);
      return secret === "" ? [] : cookiesOf(capacity, "", 0);
    },
  };
}

function secretIn(cookies: string, capacity: Capacity): string {
  const start = `${COOKIES[capacity]}=`;
  const found = cookies.split(";").map((cookie) => cookie.trim());
  return found.find((cookie) => cookie.startsWith(start))?.slice(start.length) ?? "";
}

/** No script reads them, and no page of another site sends them but by leading the browser here. */
const cookiesOf = (capacity: Capacity, secret: string, seconds: number): readonly string[] =>
  PATHS.map(
    (path) => `${COOKIES[capacity]}=${secret}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax`,
  );
