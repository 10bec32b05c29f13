import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { CreditCode } from "../../field/credit-code.ts";
import { ENTERPRISE_STANDINGS } from "../../field/enterprise-standing.ts";
import type { RegionCode } from "../../field/region.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordOf } from "../../kernel/database/record-of.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Authorities, Guardianship, Paper } from "./authority.ts";
import type { Enterprise } from "./enterprise.ts";
import type { AuthorityId } from "./ids.ts";
import { enterpriseKeys } from "./keys.ts";

/** The enterprises and authorities of one mode. */
export type EnterpriseStore = { readonly database: Database; readonly mode: Mode };

const citizenId = brand<CitizenId>();
const instant = brand<Instant>();
const subject = any().castAs<Subject>();

const EnterpriseEntity = new Entity({
  ...ENTITY,
  name: "Enterprise",
  schema: item({
    ...KEY,
    creditCode: brand<CreditCode>(),
    name: string(),
    region: brand<RegionCode>(),
    standing: string().enum(...ENTERPRISE_STANDINGS),
    legalRepresentative: citizenId,
    representativeName: string(),
    source: string(),
    recordedAt: instant,
    revision: number(),
  }),
});
const readEnterprise = recordReader(EnterpriseEntity);

const AuthoritiesEntity = new Entity({
  ...ENTITY,
  name: "Authorities",
  schema: item({
    ...KEY,
    principal: subject,
    agent: citizenId,
    revision: number(),
    authorities: list(
      map({
        id: brand<AuthorityId>(),
        agentName: string(),
        agentMaskedIdNumber: string(),
        items: list(string()),
        until: brand<CivilDate>(),
        grantedAt: instant,
        paper: any().castAs<Paper>().optional(),
        guardianship: any().castAs<Guardianship>().optional(),
        revokedAt: instant.optional(),
        fingerprint: string(),
      }),
    ),
  }),
});
const readAuthorities = recordReader(AuthoritiesEntity);

const ActsForEntity = new Entity({
  ...ENTITY,
  name: "ActsFor",
  schema: item({ ...KEY, principal: subject }),
});
const readActsFor = recordReader(ActsForEntity);

const options = ({ database, mode }: EnterpriseStore) => inTable(database, recordsTable(mode));

export async function getEnterprise(
  { database, mode }: EnterpriseStore,
  code: CreditCode,
): Promise<Enterprise | undefined> {
  const record = await database.get(recordsTable(mode), enterpriseKeys.enterprise(code));
  if (!record) return undefined;
  const { pk: _, sk: __, ...enterprise } = readEnterprise(record);
  return enterprise;
}

/** Guarded by the revision that it was decided on. */
export function putEnterprise(store: EnterpriseStore, enterprise: Enterprise): TransactItem {
  const condition = overRevision(enterprise.revision - 1);
  const put = EnterpriseEntity.build(PutTransaction)
    .item({ ...enterpriseKeys.enterprise(enterprise.creditCode), ...enterprise })
    .options({ ...options(store), condition })
    .params();
  return transactItem(put);
}

/** The commit stands only while nothing else is stated of the enterprise than what was read. */
export const checkEnterprise = (store: EnterpriseStore, { creditCode, revision }: Enterprise): TransactItem =>
  transactItem(
    EnterpriseEntity.build(ConditionCheck)
      .key(enterpriseKeys.enterprise(creditCode))
      .condition({ attr: "revision", eq: revision })
      .options(options(store))
      .params(),
  );

export async function getAuthorities(
  { database, mode }: EnterpriseStore,
  principal: Subject,
  agent: CitizenId,
): Promise<Authorities | undefined> {
  const record = await database.get(recordsTable(mode), enterpriseKeys.authorities(principal, agent));
  return record && authoritiesOf(record);
}

/** The authorities of which one has this id, no matter who gave them. */
export async function findAuthorities(
  store: EnterpriseStore,
  id: AuthorityId,
): Promise<Authorities | undefined> {
  const record = await recordOf(store, id);
  return record && authoritiesOf(record);
}

/** At most this many agents of one principal are listed. */
const AGENTS_MAX = 200;

export async function listAuthorities(
  { database, mode }: EnterpriseStore,
  principal: Subject,
): Promise<readonly Authorities[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: subjectKey(principal),
    ...enterpriseKeys.allAuthorities,
    limit: AGENTS_MAX,
  });
  return items.map(authoritiesOf);
}

/** Guarded by the revision that it was decided on. */
export function putAuthorities(store: EnterpriseStore, { authorities, ...known }: Authorities): TransactItem {
  const condition = overRevision(known.revision - 1);
  const put = AuthoritiesEntity.build(PutTransaction)
    .item({
      ...enterpriseKeys.authorities(known.principal, known.agent),
      ...known,
      authorities: authorities.map((one) => ({ ...one, items: [...one.items] })),
    })
    .options({ ...options(store), condition })
    .params();
  return transactItem(put);
}

/** The commit stands only while the agent has the authorities that were read. */
export const checkAuthorities = (
  store: EnterpriseStore,
  { principal, agent, revision }: Authorities,
): TransactItem =>
  transactItem(
    AuthoritiesEntity.build(ConditionCheck)
      .key(enterpriseKeys.authorities(principal, agent))
      .condition({ attr: "revision", eq: revision })
      .options(options(store))
      .params(),
  );

/** Remembers for whom a citizen may have to act; whether they may is decided by what stands there. */
export const putActsFor = (store: EnterpriseStore, citizen: CitizenId, principal: Subject): TransactItem =>
  transactItem(
    ActsForEntity.build(PutTransaction)
      .item({ ...enterpriseKeys.actsFor(citizen, principal), principal })
      .options(options(store))
      .params(),
  );

/** At most this many principals of one citizen are listed. */
const PRINCIPALS_MAX = 200;

export async function listActsFor(
  { database, mode }: EnterpriseStore,
  citizen: CitizenId,
): Promise<readonly Subject[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: citizen,
    ...enterpriseKeys.allActsFor,
    limit: PRINCIPALS_MAX,
  });
  return items.map((record) => readActsFor(record).principal);
}

function authoritiesOf(record: StoredItem): Authorities {
  const { pk: _, sk: __, ...known } = readAuthorities(record);
  return known;
}
