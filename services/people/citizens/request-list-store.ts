import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { ConsentRequest } from "./consent-request.ts";
import type { ConsentRequestId } from "./ids.ts";
import { citizenKeys } from "./keys.ts";

const RequestOfPartnerEntity = new Entity({
  ...ENTITY,
  name: "RequestOfPartner",
  schema: item({ ...KEY, id: brand<ConsentRequestId>() }),
});
const readRequestOfPartner = recordReader(RequestOfPartnerEntity);

/** Remembers with a new request that it is one of its partner's. */
export const putRequestOfPartner = (
  database: Database,
  { id, mode, partnerId, requestedAt }: ConsentRequest,
): TransactItem =>
  transactItem(
    RequestOfPartnerEntity.build(PutTransaction)
      .item({ ...citizenKeys.requestOfPartner(partnerId, requestedAt, id), id })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

type Listed = {
  readonly entries: readonly { readonly id: ConsentRequestId; readonly position: string }[];
  readonly more: boolean;
};

/** The requests of one partner, the latest first. */
export async function listRequestIds(
  database: Database,
  mode: Mode,
  partner: PartnerId,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<Listed> {
  const all = citizenKeys.requestsOfPartner(partner);
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), ...all, limit: first, newestFirst: true },
    ...(after ? { after: { pk: all.pk, sk: after } } : {}),
  });
  const entries = items.map((record) => ({
    id: readRequestOfPartner(record).id,
    position: String(record["sk"]),
  }));
  return { entries, more: next !== undefined };
}
