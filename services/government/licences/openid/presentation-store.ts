import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId, type PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId, PresentationRequestId, WalletDeviceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { PresentationRequest } from "./presentation-request.ts";

/** The requests of one mode. */
export type PresentationStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const RequestEntity = new Entity({
  ...ENTITY,
  name: "PresentationRequest",
  schema: item({
    ...{ ...KEY, [TIME_TO_LIVE]: number().hidden(), id: brand<PresentationRequestId>() },
    ...{ partner: brand<PartnerId>(), vcts: list(string()), fields: list(string()), purpose: string() },
    ...{ nonce: string(), stateDigest: string(), until: instant, revision: number() },
    status: string().enum("OPEN", "DECLINED", "ANSWERED", "READ"),
    presented: map({
      ...{ licence: brand<LicenceId>(), version: number(), at: instant },
      ...{ shownBy: brand<CitizenId>(), device: brand<WalletDeviceId>() },
      /** As text: a content may hold names and numbers that the database does not take. */
      content: string(),
    }).optional(),
  }),
});
const readRequest = recordReader(RequestEntity);

export async function getRequest(
  { database, mode }: PresentationStore,
  id: string,
): Promise<PresentationRequest | undefined> {
  if (!isId("vpr", id)) return undefined;
  const found = await database.get(recordsTable(mode), licenceKeys.presentationRequest(id));
  if (!found) return undefined;
  const { pk: _, sk: __, presented, ...request } = readRequest(found);
  return presented
    ? { ...request, presented: { ...presented, content: JSON.parse(presented.content) } }
    : request;
}

/** It is forgotten as soon as nobody reads it any more: what it holds is a holder's. */
const requestItem = ({ presented, vcts, fields, ...request }: PresentationRequest) => ({
  ...licenceKeys.presentationRequest(request.id),
  [TIME_TO_LIVE]: timeToLive(request.until),
  ...{ ...request, vcts: [...vcts], fields: [...fields] },
  ...(presented ? { presented: { ...presented, content: JSON.stringify(presented.content) } } : {}),
});

/** New by its own chance. */
export const putRequest = (
  { database, mode }: PresentationStore,
  request: PresentationRequest,
): TransactItem =>
  transactItem(
    RequestEntity.build(PutTransaction)
      .item(requestItem(request))
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** Over exactly what was read, or nothing. */
export const changeRequest = (
  { database, mode }: PresentationStore,
  request: PresentationRequest,
  before: PresentationRequest,
): TransactItem => {
  const condition = { attr: "revision", eq: before.revision } as const;
  return transactItem(
    RequestEntity.build(PutTransaction)
      .item(requestItem(request))
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
};
