import type { Officer } from "./actor.ts";
import type { CitizenId, OfficerId } from "./ids.ts";

/** An officer who has done one part of what takes two, as a record names them; records of before have no person. */
export type Hand = { readonly by?: OfficerId | undefined; readonly person?: CitizenId | undefined };

/** Whether a hand is an officer's, under whatever officer's id: two sign-ins of one person are two eyes, not four. */
export const isHandOf = ({ id, person }: Pick<Officer, "id" | "person">, hand: Hand | undefined): boolean =>
  hand !== undefined && (hand.by === id || (person !== undefined && hand.person === person));
