import type { RegionCode } from "../../field/region.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { LateFee } from "./late-fee.ts";
import type { UtilityKind } from "./tariffs/tariff.ts";

/** The facts that somebody has to know to look a bill up. */
export const LOOKUPS = ["ACCOUNT_NUMBER", "ACCOUNT_NUMBER_AND_HOLDER"] as const;
export type Lookup = (typeof LOOKUPS)[number];

/** A partner that issues bills: one service in one region. */
export type Biller = {
  readonly partnerId: PartnerId;
  /** As payers know it. */
  readonly name: string;
  readonly kind: UtilityKind;
  readonly region: RegionCode;
  readonly lookup: Lookup;
  /** Whether it takes a bill in parts. */
  readonly partPayments?: boolean | undefined;
  /** Of the bills that it issues from now on. */
  readonly lateFee?: LateFee | undefined;
};
