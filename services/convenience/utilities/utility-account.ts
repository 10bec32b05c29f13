import type { CivilDate } from "../../kernel/civil-date.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { AutomaticPayment } from "./automatic-payment.ts";
import type { UtilityAccountId } from "./ids.ts";
import type { HouseholdClass } from "./tariffs/tariff.ts";

/** A household's account with a biller, made with its first bill or reading. */
export type UtilityAccount = {
  readonly id: UtilityAccountId;
  readonly biller: PartnerId;
  readonly number: string;
  /** "王**": all that anybody sees of the holder. */
  readonly holder: string;
  /** Digest of the holder's name, to prove that somebody knows it. */
  readonly holderProof: string;
  /** The people who have bound it, and are told of its bills. */
  readonly boundBy: readonly CitizenId[];
  readonly householdClass: HouseholdClass;
  /** Persons, where the biller has them on record. */
  readonly householdSize?: number | undefined;
  /** The day of the last reading: what was used before it has been rated. */
  readonly readTo?: CivilDate | undefined;
  /** The order by which its bills are paid by themselves. */
  readonly automatic?: AutomaticPayment | undefined;
  readonly revision: number;
};

/** More than live in any household. */
export const BOUND_MAX = 10;

/** A citizen's own link to an account. */
export type Binding = {
  readonly account: UtilityAccountId;
  /** As the account's own, so that a list of accounts is read at once. */
  readonly biller: PartnerId;
  readonly number: string;
  readonly citizenId: CitizenId;
  /** The citizen's name for it: "home", "parents". */
  readonly alias: string;
};
