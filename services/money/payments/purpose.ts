import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Account, AccountId, Hold, Leg } from "../ledger/index.ts";
import type { BilledFor } from "./billed-for.ts";
import type { PayingOutcome } from "./differences/difference-kinds.ts";
import type { PaymentId } from "./ids.ts";
import type { PaidPart, Payment, Purpose } from "./payment.ts";
import type { Refund } from "./refund.ts";

/** Why nothing is paid for. Where another payment came first, it is named. */
export type NotPayable = { readonly code: string; readonly payment?: PaymentId | undefined };

/** The thing that is paid for, as it stands: its amount, and how it is kept from being paid twice. */
export type Payable = {
  readonly purpose: Purpose;
  readonly amount: Fen;
  /** Conditions on what else it was decided on: without them nothing is begun. */
  readonly guards?: readonly TransactItem[];
};

/**
 * The writes that the purposes of payments add to their commits. Each answers with writes that are conditional on the
 * state that they were decided on, so that the payment's commit stands or falls with them; or with nothing where that
 * state says that another process was faster, and the payment has to be read again.
 */
export type PurposeWrites = {
  /** Keeps others from paying the same, from the payment's creation on. */
  readonly begin: (payment: Payment) => Promise<readonly TransactItem[] | undefined>;
  /** The money has come: who gets it, and what is paid by it. */
  readonly settle: (payment: Payment) => Promise<Settlement | undefined>;
  /** Begins and settles in one, for money that is here already. */
  readonly payAtOnce: (payment: Payment) => Promise<Settlement | undefined>;
  /** The payment has failed: others may pay. */
  readonly release: (payment: Payment) => Promise<readonly TransactItem[] | undefined>;
  /** Keeps what is to go back from being spent while the channel is asked. */
  readonly setAside: (payment: Payment, refund: Refund) => Promise<readonly TransactItem[] | undefined>;
  /** The money has gone back, which `payment` says already: who bears it, and what is no longer paid. */
  readonly takeBack: (payment: Payment, refund: Refund) => Promise<Reversal | undefined>;
  /** The channel has declined the refund: what was set aside is free again. */
  readonly letGo: (payment: Payment, refund: Refund) => Promise<readonly TransactItem[] | undefined>;
};

export type Reversal = {
  readonly debits: readonly Leg[];
  readonly writes: readonly TransactItem[];
  /** The amount that was set aside, if it was on the ledger. */
  readonly hold?: Hold | undefined;
  /** Otherwise the account that has to have it, as it was read: its allowance is no part of that. */
  readonly spares?: Account | undefined;
};

/** Why money that is here already cannot be assigned to a thing. */
export type NotAssignable = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
};

export type Settlement = { readonly credits: readonly Leg[]; readonly writes: readonly TransactItem[] };

/** The records that a purpose reads and writes, of one mode. */
export type PurposePorts = {
  readonly database: Database;
  readonly mode: Mode;
  readonly now: () => Instant;
};

/** How money that is here already is assigned to a thing. */
export type Assigned = {
  readonly by: PayingOutcome;
  /** The part of the thing that the money would pay. */
  readonly payable: (
    ports: PurposePorts,
    about: string,
    amount: Fen,
  ) => Promise<Result<Payable, NotAssignable>>;
};

/** Something that can be paid for, as the service that offers it states it: all that payments know of it. */
export type PayablePurpose = {
  /** Stands in the records of its payments. */
  readonly kind: string;
  readonly writes: (ports: PurposePorts) => PurposeWrites;
  /** Where the purpose has things to which treasurers can assign money. */
  readonly assigned?: Assigned;
  /** The text that the payer reads at the channel. It leaves the platform: no name, no number of an account or card. */
  readonly subject: (parts: readonly PaidPart[]) => string;
  /** Whether so much of what was paid for has been used that less than this amount can go back. */
  readonly isSpent: (ports: PurposePorts, part: PaidPart, amount: Fen) => Promise<boolean>;
  /** The account that bears a chargeback of a part: nobody is asked, and it cannot be refused. */
  readonly bears: (part: PaidPart) => AccountId;
  /** For a receipt; undefined where what was paid is gone. */
  readonly describe: (
    store: Pick<PurposePorts, "database" | "mode">,
    part: PaidPart,
  ) => Promise<BilledFor | undefined>;
};

/** All that can be paid for on this platform. */
export type Purposes = {
  /** Throws for a payment that is for anything else. */
  readonly of: (payment: Pick<Payment, "id" | "purpose">) => PayablePurpose;
  /** How money is assigned to what treasurers call so; undefined where nobody offers it. */
  readonly assignableBy: (outcome: PayingOutcome) => Assigned["payable"] | undefined;
};

export function purposesOf(purposes: readonly PayablePurpose[]): Purposes {
  const byKind = new Map(purposes.map((purpose) => [purpose.kind, purpose]));
  return {
    of: ({ id, purpose: { kind } }) => {
      const found = byKind.get(kind);
      if (!found) throw new Error(`payment ${id} is for ${kind}, which nobody offers`);
      return found;
    },
    assignableBy: (outcome) => purposes.find(({ assigned }) => assigned?.by === outcome)?.assigned?.payable,
  };
}

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly purposes: PayablePurpose;
  }
}
