import { DAY_KINDS, type DayKind } from "../../field/working-days.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { compareDecimals, type Decimal, decimal, formatDecimal } from "../../kernel/decimal.ts";
import { isId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getPartner } from "../../people/partners/index.ts";
import { type ProvenAccount, provePartnerAccount } from "../payout-accounts/index.ts";
import type { Contract } from "./contract.ts";
import type { SettledKind } from "./ids.ts";
import { contractKey, getContract, putContract, type SettlementStore } from "./store.ts";

export type ContractWish = {
  readonly partner: string;
  readonly kind: SettledKind;
  readonly effectiveFrom: CivilDate;
  readonly perMille: Decimal;
  readonly fixed: Fen;
  readonly least: Fen;
  readonly most: Fen | undefined;
  readonly feeAccount: string;
  readonly minimum: Fen;
  readonly payDays: number;
  readonly payDayKind: DayKind;
  /** The bank account that it is to be paid to. */
  readonly accountNumber: string;
};

type Invalid = {
  readonly code:
    | "FEE_OUT_OF_RANGE"
    | "FEE_ACCOUNT_NAME"
    | "MINIMUM_NEGATIVE"
    | "PAY_DAYS_OUT_OF_RANGE"
    | "BANK_ACCOUNT_INVALID"
    | "BANK_ACCOUNT_NOT_THE_ENTERPRISES"
    | "BANK_DID_NOT_TELL";
  readonly path: readonly string[];
};

export type ProposeRefusal =
  | Invalid
  | { readonly code: "NOT_FOUND" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

export type ContractPorts = SettlementStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type ProposePorts = ContractPorts & {
  readonly secrets: Pick<Secrets, "seal" | "sign">;
  readonly parts: Pick<Parts, "bankAccountChecks">;
};

const PER_MILLE_MAX = decimal("100");
const PAY_DAYS_MAX = 30;
const FEE_ACCOUNT = /^[a-z][a-z0-9-]{1,31}$/;

/**
 * A treasurer proposes how a partner is settled with. Nothing comes of it before another treasurer agrees. The bank account
 * is its enterprise's by the word of a bank, or there is no proposal.
 */
export async function proposeContract(
  ports: ProposePorts,
  idempotencyKey: string,
  wish: ContractWish,
): Promise<Result<Contract, ProposeRefusal>> {
  const { actor, now, requestId, mode, database } = ports;
  const invalid = faultOf(wish);
  if (invalid) return err(invalid);
  const partner = isId("ptn", wish.partner) ? await getPartner(database, wish.partner) : undefined;
  if (!partner) return err({ code: "NOT_FOUND" });
  const id = idempotentId("stc", actor, `proposeSettlementContract ${mode}`, idempotencyKey);
  const fingerprint = fingerprintOf(contentOf(wish));
  return decideUntilWritten({
    database,
    about: `contract ${id}`,
    read: () => getContract(ports, id),
    decide: async (earlier) => {
      if (earlier) {
        const isSame = earlier.fingerprint === fingerprint;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const proven = await provePartnerAccount(ports, partner, wish.accountNumber);
      if (!proven.ok) return err({ ...proven.error, path: ["accountNumber"] });
      const by = {
        ...{ proposedBy: actor.id, proposedPerson: actor.person },
        ...{ proposedAt: now, fingerprint },
      };
      const terms = termsOf(wish, proven.value);
      const { kind, effectiveFrom } = wish;
      const of = { id, partner: partner.id, kind, effectiveFrom, status: "PROPOSED" } as const;
      return ok({ before: undefined, after: { ...terms, ...of, ...by } });
    },
    write: ({ after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: id, table: recordsTable(mode) },
        ...{ action: "settlements.contract.proposed", creates: contractKey(after) },
        writes: [putContract(ports, after)],
      }),
  });
}

function faultOf(wish: ContractWish): Invalid | undefined {
  const { perMille, fixed, least, most, feeAccount, minimum, payDays, payDayKind } = wish;
  const isFee =
    perMille.units >= 0n &&
    compareDecimals(perMille, PER_MILLE_MAX) <= 0 &&
    fixed >= 0n &&
    least >= 0n &&
    (most === undefined || most >= least);
  if (!isFee) return { code: "FEE_OUT_OF_RANGE", path: ["perMille"] };
  if (!FEE_ACCOUNT.test(feeAccount)) return { code: "FEE_ACCOUNT_NAME", path: ["feeAccount"] };
  if (minimum < 0n) return { code: "MINIMUM_NEGATIVE", path: ["minimum"] };
  const isDays = Number.isInteger(payDays) && payDays >= 1 && payDays <= PAY_DAYS_MAX;
  return isDays && DAY_KINDS.includes(payDayKind)
    ? undefined
    : { code: "PAY_DAYS_OUT_OF_RANGE", path: ["payDays"] };
}

const termsOf = (wish: ContractWish, account: ProvenAccount) => ({
  fee: {
    ...{ perMille: wish.perMille, fixed: wish.fixed, least: wish.least, account: wish.feeAccount },
    ...(wish.most === undefined ? {} : { most: wish.most }),
  },
  ...{ minimum: wish.minimum, payDay: { days: wish.payDays, kind: wish.payDayKind }, account },
});

const contentOf = ({ perMille, fixed, least, most, minimum, ...wish }: ContractWish): unknown => [
  ...[wish.partner, wish.kind, wish.effectiveFrom, formatDecimal(perMille), String(fixed), String(least)],
  ...[String(most), wish.feeAccount, String(minimum), wish.payDays, wish.payDayKind, wish.accountNumber],
];
