import type { Mode, System } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { describeFault } from "../../../kernel/fault.ts";
import { formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Account, checkAccount, getAccount } from "../../../money/ledger/index.ts";
import {
  isOpen,
  makePayment,
  NEVER_RECEIVED,
  openPayments,
  type Payable,
  type PaymentEnvironment,
  type PaymentId,
  type PayPorts,
  type PayRefusal,
  wasPaid,
} from "../../../money/payments/index.ts";
import type { TransitStore } from "../card-store.ts";
import { payableFares } from "../cards/top-up-purpose.ts";
import { afterTry, type Collection, type Next, roomOn, type Tried } from "../collection.ts";
import { DUE_SHARDS, getCollection, listDueCollections, putCollection } from "../collection-store.ts";
import type { WithholdingId } from "../ids.ts";
import { type Rider, type RiderCard, withRefusedAt } from "../rider.ts";
import { checkRider, getRider, putRider } from "../rider-store.ts";
import { owedOn } from "../rides/credit.ts";
import type { Withholding } from "../withholding.ts";

export type CollectPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => Pick<PaymentEnvironment, "database" | "commit">;
};

export type CollectedFares = Swept & {
  readonly collected: number;
  /** Told to their holders: declined, or above what may be collected in a day or month. */
  readonly refused: number;
  /** Those that a fault has stopped; they are due again at the next sweep. */
  readonly failed: number;
};

const NAME = "collect-fares";

const collector = (mode: Mode): System => ({ kind: "SYSTEM", mode, name: NAME });
const keyOf = ({ withholding, number }: Collection): string => `${withholding} ${number}`;

/** The payment of a collection's next number, whether it has begun or not. */
export const paymentIdOf = (mode: Mode, collection: Collection): PaymentId =>
  idempotentId("pay", collector(mode), NAME, keyOf(collection));

/**
 * Collects what rides have cost under contracts. Each payment has a number of its own, so that whoever sweeps at the same
 * time, or again after a crash, goes on with the same payment. Ends after `until` with what was begun.
 */
export async function collectFares(ports: CollectPorts, mode: Mode, until: Instant): Promise<CollectedFares> {
  const total = { collected: 0, refused: 0, failed: 0 };
  const swept = await sweepLists(DUE_SHARDS, {
    ...{ now: ports.runtime.now, until },
    read: (shard, page) => listDueCollections({ database: ports.open().database, mode }, shard, page),
    one: async ({ id }) => {
      try {
        const kind = await collectFor(ports, mode, id);
        if (kind === "PAID") total.collected += 1;
        if (kind === "DECLINED" || kind === "ABOVE_LIMIT") total.refused += 1;
      } catch (fault) {
        // It has an alarm of its own, and the call is not counted as missed for it.
        ports.log("ERROR", "fares were not collected", { cause: describeFault(fault) });
        total.failed += 1;
      }
    },
  });
  return { ...total, ...swept };
}

/** The end of a try; undefined where it is not time, or another sweep has seen to it. */
async function collectFor(
  { open, ...ports }: CollectPorts,
  mode: Mode,
  id: WithholdingId,
): Promise<Tried["kind"] | undefined> {
  const { now } = ports.runtime;
  const environment = { ...ports, ...open(), requestId: `${NAME} ${now()}` };
  const payments = openPayments(environment, mode, collector(mode));
  const found = await readDebt(payments, id);
  const { dueAt, number } = found.collection;
  // The index may be old.
  if (!dueAt || dueAt > now()) return undefined;
  const tried = await tryToCollect(payments, found);
  return record(payments, id, { tried, number });
}

type Debt = {
  readonly collection: Collection;
  /** Undefined where the contract has ended since, or the card was closed. */
  readonly signed?:
    | {
        readonly rider: Rider;
        readonly card: RiderCard;
        readonly contract: Withholding;
        readonly account: Account;
      }
    | undefined;
};

async function readDebt(store: TransitStore, id: WithholdingId): Promise<Debt> {
  const collection = await getCollection(store, id);
  if (!collection) throw new Error(`the collection of ${id} is gone`);
  const rider = await getRider(store, collection.holder);
  const card = rider?.cards.find(({ withholding }) => withholding?.id === id);
  const contract = card?.withholding;
  if (!rider || !contract) return { collection };
  const account = await getAccount(store, `card:${card.id}`);
  if (!account) throw new Error(`card ${card.id} has no account`);
  return { collection, signed: { rider, card, contract, account } };
}

type NotCollected = {
  readonly code: "NOTHING_OWED" | "ABOVE_LIMIT" | "TOP_UPS_UNDER_WAY";
  readonly payment?: undefined;
};

async function tryToCollect(ports: PayPorts, { collection, signed }: Debt): Promise<Tried> {
  if (!signed) return { kind: "NOTHING_OWED" };
  const { withholding, holder } = collection;
  const made = await makePayment<NotCollected>(ports, {
    payer: holder,
    channel: signed.contract.channel,
    operation: NAME,
    idempotencyKey: keyOf(collection),
    fingerprint: fingerprintOf([withholding]),
    payable: () => payableDebt(ports, withholding),
  });
  if (!made.ok) return { kind: endOf(made.error) };
  const { amount, createdAt, declined } = made.value;
  if (wasPaid(made.value)) return { kind: "PAID", amount, on: dateAt(createdAt) };
  if (isOpen(made.value)) return { kind: "OPEN" };
  return { kind: declined === NEVER_RECEIVED ? "LOST" : "DECLINED" };
}

function endOf({ code }: NotCollected | PayRefusal): Exclude<Tried["kind"], "PAID"> {
  switch (code) {
    case "NOTHING_OWED":
    case "ABOVE_LIMIT":
      return code;
    // Neither is the holder's refusal.
    case "TOP_UPS_UNDER_WAY":
    case "CHANNEL_UNKNOWN":
      return "OPEN";
    default:
      return "DECLINED";
  }
}

/**
 * The debt of a card under its contract, as both stand now, and no more than may be collected on the day. The payment is
 * begun only while they are as they were read: nothing is collected by a contract that has ended, or twice.
 */
async function payableDebt(ports: PayPorts, id: WithholdingId): Promise<Result<Payable, NotCollected>> {
  const { collection, signed } = await readDebt(ports, id);
  const owed = signed && owedOn(signed.account);
  if (!signed || !owed) return err({ code: "NOTHING_OWED" });
  const { contract, card, account, rider } = signed;
  if (owed > roomOn(collection, contract, dateAt(ports.now()))) return err({ code: "ABOVE_LIMIT" });
  const payable = await payableFares(ports, card.id, owed);
  if (!payable.ok) return err({ code: "TOP_UPS_UNDER_WAY" });
  const guards = [checkAccount(ports, account), checkRider(ports, collection.holder, rider)];
  return ok({ ...payable.value, guards });
}

/** Writes what a try makes of the collection and its contract; nothing where another sweep has written it. */
async function record(
  ports: PayPorts,
  id: WithholdingId,
  { tried, number }: { readonly tried: Tried; readonly number: number },
): Promise<Tried["kind"] | undefined> {
  const { database, actor, requestId, mode } = ports;
  const at = ports.now();
  const written = await decideUntilWritten({
    database,
    about: `the collection of ${id}`,
    read: () => readDebt(ports, id),
    decide: (debt) => {
      const { collection: before, signed } = debt;
      if (before.number !== number || !before.dueAt) return unchanged(ok(undefined));
      const owes = signed !== undefined && owedOn(signed.account) > 0n;
      const next = afterTry(before, signed?.contract ?? {}, { tried, owes }, at);
      return ok({ before, after: next.collection, signed, next, answer: tried.kind });
    },
    write: ({ before, after, signed, next }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
        action: `transit.fares.${tried.kind.toLowerCase().replaceAll("_", "-")}`,
        writes: [putCollection(ports, after, before.revision), ...putFlag(ports, before, signed, next)],
        ...(signed ? noticeOf(mode, before, signed, next) : {}),
      }),
  });
  return written.ok ? written.value : undefined;
}

type Signed = NonNullable<Debt["signed"]>;

/** Since when fares are arrears stands with the person, where each entry sees it. */
function putFlag(
  store: TransitStore,
  { holder }: Collection,
  signed: Signed | undefined,
  { refusedAt }: Next,
) {
  if (!signed || signed.contract.refusedAt === refusedAt) return [];
  const { rider, card } = signed;
  return [putRider(store, holder, withRefusedAt(rider, card.id, refusedAt), rider.revision)];
}

/** The holder is told, once, that gates refuse them until they have paid; of each payment they are told by its own event. */
function noticeOf(
  mode: Mode,
  { holder }: Collection,
  { contract, card, account }: Signed,
  { refusedAt }: Next,
): { readonly event?: Event } {
  if (!refusedAt || contract.refusedAt) return {};
  const payload = { about: card.id, amount: formatMoney(owedOn(account)) };
  return { event: { type: "fares.not-collected", mode, to: [holder], payload } };
}
