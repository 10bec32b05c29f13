import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Decimal } from "../../kernel/decimal.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { PaymentId } from "../../money/payments/index.ts";
import type { AutomaticPayment } from "./automatic-payment.ts";
import type { Statements } from "./household.ts";
import type { BillId, UtilityAccountId } from "./ids.ts";
import type { Band, HouseholdClass } from "./tariffs/tariff.ts";

/**
 * A household's account with a biller, made with its first bill or reading. Its record is that of the tenancy that
 * stands; each former one keeps a record of its own, with the day on which it ended.
 */
export type UtilityAccount = Statements & {
  readonly id: UtilityAccountId;
  readonly biller: PartnerId;
  readonly number: string;
  /** Holders in their order, from 1, which is left out; `tenancyOf` tells. */
  readonly tenancy?: number | undefined;
  /** The first day that the holder was billed for. */
  readonly since?: CivilDate | undefined;
  /** Of a former tenancy: the day from which another's bills are. */
  readonly until?: CivilDate | undefined;
  /**
   * Of a former tenancy whose bills were all withdrawn: it was never one. Of the former time of a tenancy that was
   * restored by that: its record is the account's again.
   */
  readonly reversed?: "TAKEN_BACK" | "STANDS_AGAIN" | undefined;
  /** "王**": all that anybody sees of the holder. */
  readonly holder: string;
  /** Digest of the holder's name, to prove that somebody knows it. */
  readonly holderProof: string;
  /** The people who have bound it, and are told of its bills. */
  readonly boundBy: readonly CitizenId[];
  /** When the tenancy began; `classes` tell since. */
  readonly householdClass: HouseholdClass;
  /** The day of the last reading: what was used before it has been rated. */
  readonly readTo?: CivilDate | undefined;
  /** The order by which its bills are paid by themselves. */
  readonly automatic?: AutomaticPayment | undefined;
  /** The registers of its meters, as they were counted last. */
  readonly registers?: readonly Register[] | undefined;
  /** The day of the last true reading, while estimates stand after it that the next true one puts right. */
  readonly trueTo?: CivilDate | undefined;
  /** The amount that the next bill bears beside its own: what is still owed of earlier ones or, negative, a credit. */
  readonly waiting?: Fen | undefined;
  /** Whether the ledger has an account of its credit. */
  readonly hasCredit?: boolean | undefined;
  /** Of a former tenancy: the part of its credit that is on its way back, one at a time, and what could not go back. */
  readonly returning?: ReturningCredit | undefined;
  readonly notReturnable?: readonly string[] | undefined;
  readonly revision: number;
};

/** A part of a bill's payment that goes back for a credit. */
export type ReturningCredit = {
  /** The revision by which it was decided; it names the refund. */
  readonly number: number;
  readonly bill: BillId;
  readonly payment: PaymentId;
  readonly amount: Fen;
};

/** More than live in any household. */
export const BOUND_MAX = 10;

/** A register of an account's meter, by its serial number, and its count at the last true reading. */
export type Register = {
  readonly serial: string;
  readonly band?: Band | undefined;
  readonly count: Decimal;
};

/** Something that belongs to one tenancy of an account. */
export type OfTenancy = { readonly tenancy?: number | undefined };

/** The tenancy that a bill, a binding or an account's record belongs to. */
export const tenancyOf = ({ tenancy = 1 }: OfTenancy): number => tenancy;

/** Whether two belong to the same holder's time; both are of one account. */
export const isSameTenancy = (a: OfTenancy, b: OfTenancy): boolean => tenancyOf(a) === tenancyOf(b);

/** A citizen's own link to an account, in the time of the holder whom they could name. */
export type Binding = {
  readonly account: UtilityAccountId;
  /** As the account's own, so that a list of accounts is read at once. */
  readonly biller: PartnerId;
  readonly number: string;
  readonly citizenId: CitizenId;
  readonly tenancy?: number | undefined;
  /** The citizen's name for it: "home", "parents". */
  readonly alias: string;
};
