import type { Expression } from "./rule-language.ts";

/** The acts of a decision on an electronic licence: to make one, to make its next version, or to say how it stands. */
export type LicenceAct = "ISSUE" | "CHANGE" | "RENEW" | "REISSUE" | "SUSPEND" | "RESUME" | "CANCEL";

/** The electronic licence that a grant of the item bears on (effect LICENCE), and what comes of it. */
export type LicenceTerms = {
  readonly act: LicenceAct;
  /** The code of its type. */
  readonly type: string;
  /**
   * By the names of the content's fields: expressions (rule-language.ts) over `form` and `facts`. A field that a change or
   * a renewal does not name stays as it was.
   */
  readonly content: Readonly<Record<string, Expression>>;
  /** The number of the licence that the act is done to; of one that is issued its number, where the item gives it. */
  readonly number?: Readonly<Record<string, unknown>>;
  /** Its last day, where neither the type nor its content says that. */
  readonly until?: Readonly<Record<string, unknown>>;
};
