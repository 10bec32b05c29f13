import type { Mode, Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, STALE, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { ledgerTable, recordsTable } from "../../../kernel/database/tables.ts";
import { isId, type PartnerId } from "../../../kernel/ids.ts";
import { type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getPartner } from "../../../people/partners/index.ts";
import { bookedAs, getBalance, putAccount, putTransfer } from "../../ledger/index.ts";
import type { Deposit } from "./deposit.ts";
import { type BookedId, depositKey, getDeposit, getDepositByReference, putDeposit } from "./deposit-store.ts";

export type DepositWish = {
  readonly partner: string;
  readonly amount: Fen;
  readonly bankReference: string;
  readonly mode: Mode;
};

export type DepositRefusal =
  | ((
      | TextProblem
      | { readonly code: "AMOUNT_NOT_POSITIVE" }
      | { readonly code: "AMOUNT_TOO_LARGE"; readonly values: { readonly max: string } }
    ) & { readonly path: readonly string[] })
  | { readonly code: "NOT_FOUND" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | { readonly code: "ALREADY_RECORDED"; readonly deposit: BookedId };

type Ports = { readonly database: Database; readonly commit: Commit; readonly requestId: string };

/** A billion yuan: more than a partner pays its customers' bills with at once. Beyond it somebody mistook the unit. */
const DEPOSIT_MAX = fen(1_000_000_000_00n);
const REFERENCE_LENGTH = { min: 4, max: 64 };

/** Books a partner's transfer to the platform's bank account: the bank owes it to us, we owe it to the partner. */
export async function recordDeposit(
  idempotencyKey: string,
  wish: DepositWish,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  ports: Ports,
): Promise<Result<Deposit, DepositRefusal>> {
  const { database } = ports;
  const { partner: partnerId, amount, mode } = wish;
  const reference = checkText(wish.bankReference, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!reference.ok) return err({ ...reference.error, path: ["bankReference"] });
  if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"] });
  if (amount > DEPOSIT_MAX)
    return err({ code: "AMOUNT_TOO_LARGE", path: ["amount"], values: { max: formatMoney(DEPOSIT_MAX) } });
  if (!isId("ptn", partnerId) || !(await getPartner(database, partnerId))) return err({ code: "NOT_FOUND" });
  const bankReference = reference.value;
  const id = idempotentId("dep", actor, `recordDeposit ${mode}`, idempotencyKey);
  const fingerprint = fingerprintOf([partnerId, amount.toString(), bankReference]);
  const deposit: Deposit = {
    ...{ id, partner: partnerId, amount, bankReference, fingerprint },
    ...{ recordedAt: now, recordedBy: actor.id },
  };
  return decideUntilWritten({
    database,
    about: `deposit ${id}`,
    read: () =>
      Promise.all([getDeposit(database, mode, id), getDepositByReference(database, mode, bankReference)]),
    decide: ([earlier, same]) => {
      if (earlier) {
        const isSame = earlier.fingerprint === fingerprint;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      // The same call, sent twice, has booked it between the two reads.
      if (same === id) return STALE;
      return same
        ? err({ code: "ALREADY_RECORDED", deposit: same })
        : ok({ before: undefined, after: deposit });
    },
    write: async () => {
      const by = { actor, at: now, requestId: ports.requestId };
      await openAccount(ports, mode, partnerId, by);
      return ports.commit({
        ...by,
        action: "payments.deposit.recorded",
        aggregate: id,
        table: recordsTable(mode),
        creates: depositKey(deposit),
        writes: [...putDeposit(database, mode, deposit), ...bookDeposit(ports, mode, deposit)],
      });
    },
  });
}

type By = { readonly actor: Officer; readonly at: Instant; readonly requestId: string };

/** A partner's account is opened with its first deposit; anybody who comes second finds it open. */
async function openAccount(
  { database, commit }: Ports,
  mode: Mode,
  partner: PartnerId,
  by: By,
): Promise<void> {
  const account = `prefund:${partner}` as const;
  if (await getBalance({ database, mode }, account)) return;
  await commit({
    ...by,
    action: "ledger.account.opened",
    aggregate: account,
    table: ledgerTable(mode),
    writes: [putAccount({ database, mode }, account)],
  });
}

function bookDeposit({ database }: Ports, mode: Mode, { id, partner, amount, recordedAt }: Deposit) {
  return putTransfer(
    { database, mode },
    bookedAs({
      at: recordedAt,
      legs: [
        { account: `prefund:${partner}`, amount: fen(-amount) },
        { account: "bank:main", amount },
      ],
      reason: "payments.deposit.recorded",
      cause: id,
    }),
  );
}
