import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { EffectStatements } from "./approval-effect.ts";
import type { HeldStatements } from "./held-value.ts";

/** The ports that every use case that writes needs. */
export type Writes = { readonly database: Database; readonly commit: Commit; readonly requestId: string };

/** The ports that every use case needs that looks at an item's effect, and at what its form expects the platform to hold. */
export type EffectWrites = Writes & {
  readonly parts: { readonly effects: EffectStatements; readonly heldValues: HeldStatements };
};

/** An item's history, from its first draft on. */
export const historyOf = (code: string): string => `item:${code}`;
