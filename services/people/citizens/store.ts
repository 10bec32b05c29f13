import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import { type Mode, ROLES, SCOPES } from "../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Consents } from "./consent.ts";
import type { ConsentRequest, GivenConsent } from "./consent-request.ts";
import type { DataAccess } from "./data-access.ts";
import type { ConsentId, ConsentRequestId } from "./ids.ts";
import { citizenKeys } from "./keys.ts";

const scopes = list(string().enum(...SCOPES));
const instant = brand<Instant>();
const citizenId = brand<CitizenId>();
const partnerId = brand<PartnerId>();

const ConsentsEntity = new Entity({
  ...ENTITY,
  name: "Consents",
  schema: item({
    ...KEY,
    citizenId,
    partnerId,
    partnerName: string(),
    partnerCreditCode: string(),
    revision: number(),
    consents: list(
      map({
        id: brand<ConsentId>(),
        scopes,
        purpose: string(),
        grantedAt: instant,
        expiresAt: instant,
        revokedAt: instant.optional(),
      }),
    ),
  }),
});
const readConsents = recordReader(ConsentsEntity);

const ConsentRequestEntity = new Entity({
  ...ENTITY,
  name: "ConsentRequest",
  schema: item({
    ...KEY,
    id: brand<ConsentRequestId>(),
    mode: string().enum("test", "live"),
    partnerId,
    partnerName: string(),
    partnerCreditCode: string(),
    scopes,
    purpose: string(),
    days: number(),
    requestedAt: instant,
    answerBy: instant,
    tokenHash: string(),
    answer: string().enum("NONE", "GRANTED", "REFUSED"),
    citizenId: citizenId.optional(),
    grantedScopes: scopes,
    consent: any().castAs<GivenConsent>().optional(),
  }),
});
const readConsentRequest = recordReader(ConsentRequestEntity);

const READING = { at: instant, requestId: string(), fields: list(string()) };

const PartnerAccessEntity = new Entity({
  ...ENTITY,
  name: "PartnerAccess",
  schema: item({
    ...KEY,
    ...READING,
    partnerId,
    partnerName: string(),
    partnerCreditCode: string(),
    keyId: string(),
    scopes,
    consentIds: list(string()),
    purposes: list(string()),
  }),
});
const readPartnerAccess = recordReader(PartnerAccessEntity);

const OfficeAccessEntity = new Entity({
  ...ENTITY,
  name: "OfficeAccess",
  schema: item({
    ...KEY,
    ...READING,
    officerId: brand<OfficerId>(),
    roles: list(string().enum(...ROLES)),
    department: string().optional(),
    applications: list(string()),
  }),
});
const readOfficeAccess = recordReader(OfficeAccessEntity);

type Reads = Pick<Database, "get">;

export async function getConsents(
  database: Reads,
  mode: Mode,
  citizen: CitizenId,
  partner: PartnerId,
): Promise<Consents | undefined> {
  const record = await database.get(recordsTable(mode), citizenKeys.consents(citizen, partner));
  return record && consentsOf(record);
}

/** At most this many partners of one citizen are listed. */
const PARTNERS_OF_A_CITIZEN_MAX = 500;

export async function listConsents(database: Database, mode: Mode, citizen: CitizenId): Promise<Consents[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: citizen,
    ...citizenKeys.allConsents,
    limit: PARTNERS_OF_A_CITIZEN_MAX,
  });
  return items.map(consentsOf);
}

const consentsOf = (record: StoredItem): Consents => readConsents(record);

/** Guarded by the revision that the decision was made from. */
export function putConsents(database: Database, mode: Mode, consents: Consents): TransactItem {
  return transactItem(
    ConsentsEntity.build(PutTransaction)
      .item({
        ...citizenKeys.consents(consents.citizenId, consents.partnerId),
        ...consents,
        consents: consents.consents.map((consent) => ({ ...consent, scopes: [...consent.scopes] })),
      })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: overRevision(consents.revision - 1),
      })
      .params(),
  );
}

export async function getConsentRequest(
  database: Reads,
  mode: Mode,
  id: ConsentRequestId,
): Promise<ConsentRequest | undefined> {
  const record = await database.get(recordsTable(mode), citizenKeys.consentRequest(id));
  return record && readConsentRequest(record);
}

/** `expecting` is the answer that the decision was made from; undefined for a new request. */
export function putConsentRequest(
  database: Database,
  request: ConsentRequest,
  expecting: ConsentRequest["answer"] | undefined,
): TransactItem {
  return transactItem(
    ConsentRequestEntity.build(PutTransaction)
      .item({
        ...citizenKeys.consentRequest(request.id),
        ...request,
        scopes: [...request.scopes],
        grantedScopes: [...request.grantedScopes],
      })
      .options({
        ...inTable(database, recordsTable(request.mode)),
        condition: expecting ? { attr: "answer", eq: expecting } : { attr: "pk", exists: false },
      })
      .params(),
  );
}

/** The record of what one request read of a person. */
export const dataAccessRecord = (citizen: CitizenId, access: DataAccess): StoredItem => ({
  ...citizenKeys.access(citizen, access.at, access.requestId),
  ...access,
});

export async function listAccesses(
  database: Database,
  mode: Mode,
  citizen: CitizenId,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<{ readonly entries: readonly { node: DataAccess; position: string }[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: citizen,
    ...citizenKeys.allAccesses,
    limit: first,
    newestFirst: true,
    ...(after ? { after: { pk: citizen, sk: after } } : {}),
  });
  const entries = items.map((record) => {
    const {
      pk: _,
      sk,
      ...node
    } = "officerId" in record ? readOfficeAccess(record) : readPartnerAccess(record);
    return { node, position: sk };
  });
  return { entries, more: next !== undefined };
}
