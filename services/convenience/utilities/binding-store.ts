import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { UtilityAccountId } from "./ids.ts";
import { utilityKeys } from "./keys.ts";
import { type Binding, tenancyOf } from "./utility-account.ts";

/** The utilities of one mode. */
type UtilityStore = { readonly database: Database; readonly mode: Mode };

const BINDINGS_MAX = 50;

const BindingEntity = new Entity({
  ...ENTITY,
  name: "UtilityBinding",
  schema: item({
    ...KEY,
    account: brand<UtilityAccountId>(),
    biller: brand<PartnerId>(),
    number: string(),
    citizenId: brand<CitizenId>(),
    tenancy: number().optional(),
    alias: string(),
    isBound: boolean(),
    hasEnded: boolean().optional(),
  }),
});
const readBinding = recordReader(BindingEntity);

/** The accounts that a citizen has bound; those whose holder has changed since are no longer among them. */
export const listBindings = async (store: UtilityStore, citizen: CitizenId): Promise<readonly Binding[]> =>
  (await listReadable(store, citizen)).flatMap(({ hasEnded, ...binding }) => (hasEnded ? [] : binding));

/** Those, and the ones that ended with their tenancy, whose bills are still theirs to read and to pay. */
export async function listReadable(
  { database, mode }: UtilityStore,
  citizen: CitizenId,
): Promise<readonly ReadableBinding[]> {
  const page = { table: recordsTable(mode), pk: citizen, ...utilityKeys.boundAccounts, limit: BINDINGS_MAX };
  const { items } = await database.query(page);
  return items
    .map(readBinding)
    .flatMap(({ pk: _, sk: __, isBound, hasEnded = false, ...binding }) =>
      isBound || hasEnded ? { ...binding, hasEnded } : [],
    );
}

/** A binding, and whether the tenancy in which it was made has ended. */
type ReadableBinding = Binding & { readonly hasEnded: boolean };

export const BINDING_STATES = {
  BOUND: { isBound: true },
  UNBOUND: { isBound: false },
  /** Another holder's time has begun: it shows what was billed before. */
  ENDED: { isBound: false, hasEnded: true },
} as const;
export type BindingState = keyof typeof BINDING_STATES;

/** Nothing is deleted: what is no longer bound stays, and is not listed. */
export const putBinding = (store: UtilityStore, binding: Binding, state: BindingState): TransactItem =>
  transactItem(
    BindingEntity.build(PutTransaction)
      .item({
        ...utilityKeys.boundAccount(binding.citizenId, binding.account, tenancyOf(binding)),
        ...{ account: binding.account, biller: binding.biller, number: binding.number },
        ...{ citizenId: binding.citizenId, tenancy: binding.tenancy, alias: binding.alias },
        ...BINDING_STATES[state],
      })
      .options(inTable(store.database, recordsTable(store.mode)))
      .params(),
  );
