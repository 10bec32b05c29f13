import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, map, number, string } from "dynamodb-toolbox/schema";
import { DAY_KINDS } from "../../field/working-days.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { LIST_END, listDue } from "../../kernel/database/due-list.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  transactItem,
} from "../../kernel/database/entity.ts";
import type { From, Stretch } from "../../kernel/database/full-page.ts";
import { recordOf } from "../../kernel/database/record-of.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, type Key, recordsTable } from "../../kernel/database/tables.ts";
import { type CitizenId, isId, type OfficerId, type PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PayoutAccountId } from "../payout-accounts/index.ts";
import type { PayoutId } from "../payouts/index.ts";
import { CONTRACT_STATUSES, type Contract } from "./contract.ts";
import { type ContractId, SETTLED_KINDS, type SettledKind, type SettlementId } from "./ids.ts";
import { settlementKeys } from "./keys.ts";
import type { Settlement } from "./settlement.ts";

/** The settlements of one mode. */
export type SettlementStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const date = brand<CivilDate>();
const partnerId = brand<PartnerId>();
const kind = string().enum(...SETTLED_KINDS);

const TERMS = {
  fee: map({
    perMille: exactDecimal(),
    fixed: money(),
    least: money(),
    most: money().optional(),
    account: string(),
  }),
  minimum: money(),
  payDay: map({ days: number(), kind: string().enum(...DAY_KINDS) }),
  account: map({
    id: brand<PayoutAccountId>(),
    number: string(),
    maskedNumber: string(),
    bank: string().optional(),
    provenAt: instant,
    proof: string(),
  }),
} as const;

const ContractEntity = new Entity({
  ...ENTITY,
  name: "SettlementContract",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    ...TERMS,
    id: brand<ContractId>(),
    partner: partnerId,
    kind,
    effectiveFrom: date,
    status: string().enum(...CONTRACT_STATUSES),
    proposedBy: brand<OfficerId>(),
    proposedPerson: brand<CitizenId>().optional(),
    proposedAt: instant,
    decidedBy: brand<OfficerId>().optional(),
    decidedAt: instant.optional(),
    fingerprint: string(),
  }),
});
const readContract = recordReader(ContractEntity);

const SettlementEntity = new Entity({
  ...ENTITY,
  name: "Settlement",
  schema: item({
    ...KEY,
    id: brand<SettlementId>(),
    partner: partnerId,
    kind,
    day: date,
    from: instant,
    until: instant,
    contract: brand<ContractId>(),
    terms: map(TERMS),
    lines: number(),
    gross: money(),
    fee: money(),
    carriedIn: money(),
    paid: money(),
    carriedOut: money(),
    payout: brand<PayoutId>().optional(),
    payOn: date.optional(),
    closedAt: instant,
  }),
});
const readSettlement = recordReader(SettlementEntity);

const tableOf = ({ database, mode }: SettlementStore) => inTable(database, recordsTable(mode));

function contractOf(record: StoredItem): Contract {
  const { pk: _, sk: __, ...contract } = readContract(record);
  return contract;
}

export const contractKey = ({ partner, kind: of, id }: Contract): Key =>
  settlementKeys.contract(partner, of, id);

export async function getContract(store: SettlementStore, id: string): Promise<Contract | undefined> {
  const record = isId("stc", id) ? await recordOf(store, id) : undefined;
  return record && contractOf(record);
}

/** More than a partner ever has. */
const CONTRACTS_MAX = 200;

/** All that were proposed for a partner, whatever became of them; in no order. */
export async function listContracts(
  { database, mode }: SettlementStore,
  partner: PartnerId,
  of: SettledKind,
): Promise<readonly Contract[]> {
  const page = { ...settlementKeys.contracts(of), limit: CONTRACTS_MAX };
  const { items } = await database.query({ table: recordsTable(mode), pk: partner, ...page });
  return items.map(contractOf);
}

/** The next of the contracts that wait, the longest first; the index may be old, so each is read as it is now. */
export async function listProposed(
  store: SettlementStore,
  { first, after = "" }: From<string>,
): Promise<Stretch<{ readonly node: Contract; readonly position: string }, string>> {
  const page = { after, by: LIST_END, limit: first };
  const waiting = await listDue(store, settlementKeys.proposedContracts, (id) => isId("ptn", id), page);
  const found = waiting.map(async ({ place: position }) => {
    const node = await getContract(store, position.slice(position.indexOf("#") + 1));
    return node?.status === "PROPOSED" ? [{ node, position }] : [];
  });
  const next = waiting.length < first ? undefined : waiting.at(-1)?.place;
  return { entries: (await Promise.all(found)).flat(), next };
}

/** Written only over the state that it was decided on; `expecting` nothing for a new one. The index has those that wait. */
export function putContract(
  store: SettlementStore,
  contract: Contract,
  expecting?: Contract["status"],
): TransactItem {
  const condition = expecting
    ? { attr: "status" as const, eq: expecting }
    : { attr: "pk" as const, exists: false };
  const place = `${contract.proposedAt}#${contract.id}`;
  const index =
    contract.status === "PROPOSED"
      ? { [INDEX1.pk]: settlementKeys.proposedContracts, [INDEX1.sk]: place }
      : {};
  return transactItem(
    ContractEntity.build(PutTransaction)
      .item({ ...contractKey(contract), ...index, ...contract })
      .options({ ...tableOf(store), condition })
      .params(),
  );
}

function settlementOf(record: StoredItem): Settlement {
  const { pk: _, sk: __, ...settlement } = readSettlement(record);
  return settlement;
}

export const settlementKey = ({ partner, kind: of, day }: Settlement): Key =>
  settlementKeys.settlement(partner, of, day);

export async function getSettlement(store: SettlementStore, id: string): Promise<Settlement | undefined> {
  const record = isId("stl", id) ? await recordOf(store, id) : undefined;
  return record && settlementOf(record);
}

/** A new one: its day is settled once. */
export const putSettlement = (store: SettlementStore, settlement: Settlement): TransactItem =>
  transactItem(
    SettlementEntity.build(PutTransaction)
      .item({ ...settlementKey(settlement), ...settlement })
      .options({ ...tableOf(store), condition: { attr: "pk" as const, exists: false } })
      .params(),
  );

/** A partner's settlements, the latest day first. */
export async function listSettlements(
  { database, mode }: SettlementStore,
  { partner, kind: of }: { readonly partner: PartnerId; readonly kind: SettledKind },
  { first, after }: { readonly first: number; readonly after?: string },
) {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: partner, ...settlementKeys.settlements(of), limit: first },
    ...{ newestFirst: true, ...(after ? { after: { pk: partner, sk: after } } : {}) },
  });
  const entries = items.map((record) => ({ node: settlementOf(record), position: String(record["sk"]) }));
  return { entries, more: next !== undefined };
}
