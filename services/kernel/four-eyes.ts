import type { Officer } from "./actor.ts";
import type { CitizenId, OfficerId, PartnerId } from "./ids.ts";

/** An officer who has done one part of what takes two, as a record names them; records of before have no person. */
export type Hand = {
  readonly by?: OfficerId | PartnerId | undefined;
  readonly person?: CitizenId | undefined;
};

/** Whether a hand is an officer's, under whatever officer's id: two sign-ins of one person are two eyes, not four. */
export const isHandOf = ({ id, person }: Pick<Officer, "id" | "person">, hand: Hand | undefined): boolean =>
  hand !== undefined && (hand.by === id || (person !== undefined && hand.person === person));

/** A thing that waits for a second officer's word, as records name its proposer; a partner's key is no officer's hand. */
type Proposal = {
  readonly proposedBy: OfficerId | PartnerId;
  readonly proposedPerson?: CitizenId | undefined;
};

/** Whether an officer has proposed it, under whatever id. */
export const isProposer = (officer: Pick<Officer, "id" | "person">, proposal: Proposal): boolean =>
  isHandOf(officer, { by: proposal.proposedBy, person: proposal.proposedPerson });
