import type { ScreenBoardQuery } from "../shared/generated/graphql.ts";
import type { Answer } from "../shared/graphql/send.ts";
import type { Trouble } from "../shared/graphql/trouble.ts";

type Hall = NonNullable<ScreenBoardQuery["hall"]>;
export type Call = NonNullable<Hall["lastCalls"]>[number];
export type HallBoard = Omit<Hall, "lastCalls"> & { readonly lastCalls: readonly Call[] };

/** The state of a hall as its screen knows it. */
export type Watched = {
  /** As it was seen last: it stays while nothing is heard. */
  readonly board: HallBoard | "unknown-hall" | undefined;
  /** When it was seen, by this device's clock. */
  readonly seenAt: string | undefined;
  /** Calls that have come since the board before, the earliest first. */
  readonly news: readonly Call[];
  /** The calls that were seen, the latest first; the first board's are no news. */
  readonly heard: readonly string[] | undefined;
  /** So many questions in a row were not answered. */
  readonly failures: number;
  /** The wait until the next question. */
  readonly pauseMs: number;
};

const POLL_MS = 2_000;
const PAUSE_MAX_MS = 30_000;
/** More than a hall shows at a time: an answer may be a moment older than the one before. */
const HEARD_MAX = 100;

export const NOTHING_YET: Watched = {
  ...{ board: undefined, seenAt: undefined, heard: undefined },
  ...{ news: [], failures: 0, pauseMs: POLL_MS },
};

/** The state after an answer that has come at this instant. */
export function watchedAfter(before: Watched, answer: Answer<ScreenBoardQuery>, now: string): Watched {
  if (!answer.ok) return unanswered(before, answer.trouble);
  const { hall } = answer.data;
  const isPartial = hall === null || hall.lastCalls === null;
  if (isPartial && answer.errors.length > 0)
    return unanswered(before, { kind: "fault", requestId: undefined });
  const known = { ...before, seenAt: now, news: [], failures: 0, pauseMs: POLL_MS };
  // It may be opened later.
  if (hall === null) return { ...known, board: "unknown-hall", pauseMs: PAUSE_MAX_MS };
  const lastCalls = hall.lastCalls ?? [];
  return { ...known, board: { ...hall, lastCalls }, ...heardAfter(before.heard, lastCalls) };
}

/** The board stays. The pauses grow, for a service in trouble is not helped by all the screens of a city. */
function unanswered(before: Watched, trouble: Trouble): Watched {
  const failures = before.failures + 1;
  const grown = Math.min(POLL_MS * 2 ** failures, PAUSE_MAX_MS);
  const pauseMs = trouble.kind === "busy" ? Math.max(grown, trouble.seconds * 1_000) : grown;
  return { ...before, news: [], failures, pauseMs };
}

/** A number that is called again has another time, and so is news again. */
const keyOf = ({ number, calledAt }: Call): string => `${number} ${calledAt}`;

function heardAfter(heard: readonly string[] | undefined, calls: readonly Call[]) {
  const fresh = calls.filter((call) => !heard?.includes(keyOf(call)));
  return {
    heard: [...fresh.map(keyOf), ...(heard ?? [])].slice(0, HEARD_MAX),
    news: heard ? [...fresh].reverse() : [],
  };
}
