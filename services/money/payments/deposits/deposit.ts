import type { OfficerId, PartnerId } from "../../../kernel/ids.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { DepositId } from "../ids.ts";

/** A sum that a partner has paid into the platform's bank account in advance. */
export type Deposit = {
  readonly id: DepositId;
  readonly partner: PartnerId;
  readonly amount: Fen;
  /** The bank's own number of the transfer; no two deposits have the same. */
  readonly bankReference: string;
  readonly recordedAt: Instant;
  readonly recordedBy: OfficerId;
  readonly fingerprint: string;
};
