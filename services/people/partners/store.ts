import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../field/credit-code.ts";
import { ENTERPRISE_STANDINGS } from "../../field/enterprise-standing.ts";
import { type Mode, SCOPES } from "../../kernel/actor.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { everyRecord } from "../../kernel/database/every-record.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, INDEX2 } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { partnerKeys } from "./keys.ts";
import {
  PARTNER_STATUSES,
  type Partner,
  type PartnerReview,
  type PartnerStatus,
  type Position,
} from "./partner.ts";
import type { Lapse } from "./register-statement.ts";

const TABLE = "registry";

/** So many of the partners that one citizen represents are listed, the latest first. */
const REPRESENTED_MAX = 100;

const scopes = list(string().enum(...SCOPES));
const instant = brand<Instant>();
const mode = string().enum("test", "live");

const PartnerEntity = new Entity({
  ...ENTITY,
  name: "Partner",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    index2pk: string().hidden(),
    index2sk: string().hidden(),
    id: brand<PartnerId>(),
    name: string(),
    creditCode: brand<CreditCode>(),
    contact: map({ name: string(), phone: string(), email: string() }),
    purpose: string(),
    requestedScopes: scopes,
    scopes,
    status: string().enum(...PARTNER_STATUSES),
    representative: brand<CitizenId>(),
    representativeMode: mode,
    statement: map({
      name: string(),
      standing: string().enum(...ENTERPRISE_STANDINGS),
      legalRepresentative: brand<CitizenId>(),
      representativeName: string(),
      recordedAt: instant,
    }),
    capacity: string().enum("LEGAL_REPRESENTATIVE", "AGENT"),
    review: any().castAs<PartnerReview>().optional(),
    lapse: any().castAs<Lapse>().optional(),
    appliedAt: instant,
    approvedBy: brand<OfficerId>().optional(),
    approvedPerson: brand<CitizenId>().optional(),
    statusBefore: brand<NonNullable<Partner["statusBefore"]>>().optional(),
    revision: number(),
    fingerprint: string(),
  }),
});
const readPartner = recordReader(PartnerEntity);

type Reads = Pick<Database, "get">;

export async function getPartner(database: Reads, id: PartnerId): Promise<Partner | undefined> {
  const record = await database.get(TABLE, partnerKeys.partner(id));
  return record && partnerOf(record);
}

function partnerOf(record: StoredItem): Partner {
  const { pk: _, sk: __, ...partner } = readPartner(record);
  return partner;
}

const positionOf = ({ appliedAt, id }: Position): string => `${appliedAt}#${id}`;

/**
 * `expecting` is the partner that was decided from, undefined for a new one: nothing is written if it has another
 * status by now, or another revision (a key was made).
 */
export function putPartner(
  database: Database,
  partner: Partner,
  expecting: Partner | undefined,
): TransactItem {
  const { id, representative, representativeMode, status } = partner;
  return transactItem(
    PartnerEntity.build(PutTransaction)
      .item({
        ...partnerKeys.partner(id),
        [INDEX1.pk]: partnerKeys.ofRepresentative(representativeMode, representative),
        [INDEX1.sk]: positionOf(partner),
        [INDEX2.pk]: partnerKeys.ofStatus(status),
        [INDEX2.sk]: positionOf(partner),
        ...partner,
        requestedScopes: [...partner.requestedScopes],
        scopes: [...partner.scopes],
      })
      .options({
        ...inTable(database, TABLE),
        condition: expecting
          ? {
              and: [
                { attr: "status", eq: expecting.status },
                { attr: "revision", eq: expecting.revision },
              ],
            }
          : { attr: "pk", exists: false },
      })
      .params(),
  );
}

const PartnerOfEnterpriseEntity = new Entity({
  ...ENTITY,
  name: "PartnerOfEnterprise",
  schema: item({ ...KEY, id: brand<PartnerId>() }),
});
const readPartnerOfEnterprise = recordReader(PartnerOfEnterpriseEntity);

/** Remembers with a partner's application that it is one of its enterprise's. */
export const putPartnerOfEnterprise = (
  database: Database,
  { id, creditCode }: Pick<Partner, "id" | "creditCode">,
): TransactItem =>
  transactItem(
    PartnerOfEnterpriseEntity.build(PutTransaction)
      .item({ ...partnerKeys.ofEnterprise(creditCode, id), id })
      .options(inTable(database, TABLE))
      .params(),
  );

/** All partners that were ever applied for in an enterprise's name; not from an index, so none is missing. */
export async function listOfEnterprise(
  database: Pick<Database, "query">,
  creditCode: CreditCode,
): Promise<readonly PartnerId[]> {
  const found = await everyRecord(database, { table: TABLE, ...partnerKeys.allOfEnterprise(creditCode) });
  return found.map((record) => readPartnerOfEnterprise(record).id);
}

/** The latest first. From an index, so a change of this moment may not show yet. */
export async function listRepresented(database: Database, who: CitizenId, mode: Mode): Promise<Partner[]> {
  const { items } = await database.query({
    table: "registry",
    index: INDEX1,
    pk: partnerKeys.ofRepresentative(mode, who),
    limit: REPRESENTED_MAX,
    newestFirst: true,
  });
  return items.map(partnerOf);
}

/** The next partners of a status, and where the list goes on; the index may be old, so each is read as it is now. */
export async function listByStatus(
  database: Reads & Pick<Database, "query">,
  status: PartnerStatus,
  { first, after }: { readonly first: number; readonly after?: Position },
): Promise<{ readonly partners: readonly Partner[]; readonly next: Position | undefined }> {
  const pk = partnerKeys.ofStatus(status);
  const { items, next } = await database.query({
    table: TABLE,
    index: INDEX2,
    pk,
    limit: first,
    ...(after
      ? { after: { ...partnerKeys.partner(after.id), [INDEX2.pk]: pk, [INDEX2.sk]: positionOf(after) } }
      : {}),
  });
  const indexed = items.map(partnerOf);
  const found = await Promise.all(indexed.map(({ id }) => getPartner(database, id)));
  const partners = found.flatMap((one) => (one?.status === status ? [one] : []));
  return { partners, next: next && indexed.at(-1) };
}

/** So many partners of a status are counted. */
const COUNTED_MAX = 500;

/** From an index, so a change of this moment may not be counted yet. */
export async function countByStatus(
  database: Pick<Database, "query">,
  status: PartnerStatus,
): Promise<{ readonly count: number; readonly isMore: boolean }> {
  const query = {
    table: TABLE,
    index: INDEX2,
    pk: partnerKeys.ofStatus(status),
    limit: COUNTED_MAX,
  } as const;
  const { items, next } = await database.query(query);
  return { count: items.length, isMore: next !== undefined };
}
