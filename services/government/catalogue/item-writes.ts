import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { ApprovalEffect, EffectStatement } from "./approval-effect.ts";
import type { HeldStatements } from "./held-value.ts";
import type { Violation } from "./item-terms.ts";
import type { LicenceTerms } from "./licence-terms.ts";

/** The ports that every use case that writes needs. */
export type Writes = { readonly database: Database; readonly commit: Commit; readonly requestId: string };

/** An effect whose own terms in an item are looked at before that is published. */
export type ReviewedEffect = EffectStatement & {
  /** All that keeps them from ever being brought about, by what is on record. */
  readonly violations?: (
    database: Pick<Database, "get">,
    terms: { readonly licence?: LicenceTerms | undefined },
  ) => Promise<readonly Violation[]>;
};

/** The ports that every use case needs that looks at an item's effect, and at what its form expects the platform to hold. */
export type EffectWrites = Writes & {
  readonly parts: {
    readonly effects: ReadonlyMap<ApprovalEffect, ReviewedEffect>;
    readonly heldValues: HeldStatements;
  };
};

/** An item's history, from its first draft on. */
export const historyOf = (code: string): string => `item:${code}`;
