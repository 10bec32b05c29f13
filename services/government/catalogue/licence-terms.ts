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

/** The checks that a number can end with: a digit by ISO/IEC 7064, MOD 11,10, over all digits before it (GB/T 17710-2008). */
export type NumberCheck = "MOD_11_10";

/** Numbers that count up: each is the prefix, its series, the next count of the series, and a check. */
export type CountedNumbers = {
  /** Capital letters and digits that no count and no check looks at. */
  readonly prefix: string;
  /** Expressions over `form` and `facts`, each of which gives digits; together they are the series. */
  readonly series: readonly Readonly<Record<string, unknown>>[];
  /** So many digits has the count. */
  readonly digits: number;
  readonly check: NumberCheck;
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
  /** Of one that is issued, where its numbers count up. */
  readonly counted?: CountedNumbers;
  /** Of one that is issued: the code of the region of what is licensed; the case's own where none is said. */
  readonly region?: Readonly<Record<string, unknown>>;
  /** The credit code that the form names an enterprise by: a case is handed in only under its own. */
  readonly holderCreditCode?: Readonly<Record<string, unknown>>;
  /** Its last day, where neither the type nor its content says that. */
  readonly until?: Readonly<Record<string, unknown>>;
  /** Of a renewal: when it can be asked for; by the law alone where none is said. */
  readonly window?: RenewalTerms;
};
