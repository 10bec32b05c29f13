import type { ChangesPage, RefusedChange } from "./register-change.ts";

/** How far a register's changes were taken. */
export type RegisterPlace = {
  readonly register: string;
  /** The register's own name of the place; undefined before the first. */
  readonly after?: string | undefined;
  /** Changes before it that were refused, of which the register does not know yet. */
  readonly refused: readonly RefusedChange[];
  /** So many runs could not take the changes behind it. */
  readonly tries: number;
  readonly revision: number;
};

/** A fault may be over with the next run; one that stays is the row's, and must not keep all others waiting. */
export const TRIES_MAX = 3;

/** Before anything was asked for. It stands nowhere. */
export const firstPlace = (register: string): RegisterPlace => ({
  ...{ register, refused: [], tries: 0, revision: 0 },
});

/** The place behind a page of which some changes were refused. */
export const placeBehind = (
  before: RegisterPlace,
  { next }: Pick<ChangesPage, "next">,
  refused: readonly RefusedChange[],
): RegisterPlace => ({ ...before, after: next, refused, tries: 0, revision: before.revision + 1 });

/** The same place, after a run that could not take what is behind it. */
export const triedAgain = (before: RegisterPlace): RegisterPlace => ({
  ...{ ...before, tries: before.tries + 1, revision: before.revision + 1 },
});

/** Whether an answer tells nothing that is not on record. */
export const isAsBefore = (before: RegisterPlace, { changes, next }: ChangesPage): boolean =>
  changes.length === 0 && before.refused.length === 0 && before.after === next;
