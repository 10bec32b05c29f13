import type { Expression } from "./rule-language.ts";

/** The acts of a decision on an electronic licence: to make one, to make its next version, or to say how it stands. */
export type LicenceAct = "ISSUE" | "CHANGE" | "RENEW" | "REISSUE" | "SUSPEND" | "RESUME" | "CANCEL";

/** The time in which the renewal of a licence can be asked for, in working days before its end. */
export type RenewalTerms = {
  /** From so many before it on; at any time where none is said. */
  readonly opensWorkingDays?: number;
  /** In time until so many before it: a renewal that was asked for by then counts as granted if nobody has decided by the end. */
  readonly inTimeWorkingDays: number;
};

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
  /** Of a renewal: when it can be asked for; by the law alone where none is said. */
  readonly window?: RenewalTerms;
};
