import type { CitizenId, PartnerId, UtilityAccountId } from "../platform/ids.ts";

/** A household's account with a biller, made with its first bill. */
export type UtilityAccount = {
  readonly id: UtilityAccountId;
  readonly biller: PartnerId;
  readonly number: string;
  /** "王**": all that anybody sees of the holder. */
  readonly holder: string;
  /** Digest of the holder's name, to prove that somebody knows it. */
  readonly holderProof: string;
  /** Who has bound it, and is told of its bills. */
  readonly boundBy: readonly CitizenId[];
  readonly revision: number;
};

/** More than live in any household. */
export const BOUND_MAX = 10;

/** The first character and a star for each other one. */
export const maskName = (name: string): string => {
  const [first = "", ...others] = [...name];
  return first + "*".repeat(Math.max(1, others.length));
};

/** A citizen's own link to an account. */
export type Binding = {
  readonly account: UtilityAccountId;
  readonly citizenId: CitizenId;
  /** What the citizen calls it: "home", "parents". */
  readonly alias: string;
};
