import type { FactGroup } from "./rule-facts.ts";

/** The codes of all effects: each service that brings one merges its own into this; the schema's enum holds them all. */
// biome-ignore lint/suspicious/noEmptyInterface: each service that brings an effect merges its codes into this
export interface EffectCodes {}

/** The effect that the grant of an application has by itself, as an item names it. */
export type ApprovalEffect = keyof EffectCodes;

export const STAKES = ["MONEY", "LICENCE"] as const;
/** The matters of its subject's that a grant bears on: somebody else who applies for it needs the subject's own word. */
export type Stake = (typeof STAKES)[number];

/** A field at the top of a form, a text of this format, that everybody has to fill in. */
export type AskedField = { readonly name: string; readonly format: string };

/** As much of an effect as the catalogue knows, which refuses items that name another. */
export type EffectStatement = {
  readonly code: ApprovalEffect;
  readonly stake: Stake;
  /** The facts that it tells the rules of the items that name it. */
  readonly facts?: FactGroup;
  /** The fields that it cannot do without, so that the forms of its items have to ask for them. */
  readonly asks?: readonly AskedField[];
};

export type EffectStatements = ReadonlyMap<ApprovalEffect, EffectStatement>;
