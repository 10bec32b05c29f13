import type { Officer } from "./actor.ts";
import type { CitizenId, OfficerId, PartnerId } from "./ids.ts";
import type { Instant } from "./runtime.ts";

/** An officer who has done one part of what takes two, as a record names them; records of before have no person. */
export type Hand = {
  readonly by?: OfficerId | PartnerId | undefined;
  readonly person?: CitizenId | undefined;
};

/** Whether a hand is an officer's, under whatever officer's id: two sign-ins of one person are two eyes, not four. */
export const isHandOf = ({ id, person }: Pick<Officer, "id" | "person">, hand: Hand | undefined): boolean =>
  hand !== undefined && (hand.by === id || (person !== undefined && hand.person === person));

/** The officers who have had a hand in a thing, by their ids, and as persons as far as these are known. */
export type Hands = {
  readonly ids: readonly (OfficerId | PartnerId | undefined)[];
  readonly persons: readonly CitizenId[];
};

/** Whether an officer is among them, under whatever officer's id. */
export const isAmong = (officer: Pick<Officer, "id" | "person">, { ids, persons }: Hands): boolean =>
  ids.some((by) => isHandOf(officer, { by })) || persons.some((person) => isHandOf(officer, { person }));

/** An officer's words on record. */
export type Said = {
  readonly text: string;
  readonly by: OfficerId;
  readonly person?: CitizenId | undefined;
  readonly at: Instant;
};

/** The words of an officer, with their hand and time. */
export const saidBy = ({ id, person }: Pick<Officer, "id" | "person">, text: string, at: Instant): Said => ({
  ...{ text, by: id, person, at },
});

/** A thing that waits for a second officer's word, as records name its proposer; a partner's key is no officer's hand. */
type Proposal = {
  readonly proposedBy: OfficerId | PartnerId;
  readonly proposedPerson?: CitizenId | undefined;
};

/** Whether an officer has proposed it, under whatever id. */
export const isProposer = (officer: Pick<Officer, "id" | "person">, proposal: Proposal): boolean =>
  isHandOf(officer, { by: proposal.proposedBy, person: proposal.proposedPerson });
