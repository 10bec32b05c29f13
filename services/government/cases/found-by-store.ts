import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Mode } from "../../kernel/actor.ts";
import { fingerprintOf } from "../../kernel/commit/idempotency.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Application } from "./application.ts";
import type { CaseNumber } from "./case-number.ts";
import type { ApplicationId } from "./ids.ts";
import { applicationKeys } from "./keys.ts";

type FoundByStore = { readonly database: Database; readonly mode: Mode };

const PointerEntity = new Entity({
  ...ENTITY,
  name: "ApplicationFoundBy",
  schema: item({ ...KEY, application: brand<ApplicationId>() }),
});
const readPointer = recordReader(PointerEntity);

/** The number leads to its case; refused where another case has it, so that another is drawn. */
export const putCaseNumber = (
  { database, mode }: FoundByStore,
  number: CaseNumber,
  application: ApplicationId,
): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({ ...applicationKeys.caseNumber(number), application })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: { attr: "pk", exists: false },
      })
      .params(),
  );

export async function findByNumber(
  { database, mode }: FoundByStore,
  number: CaseNumber,
): Promise<ApplicationId | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseNumber(number));
  return record && readPointer(record).application;
}

/** Where cases are looked for by a name: what a department has received in a region. */
export type NamedPlace = { readonly region: RegionCode; readonly department: string; readonly name: string };

/** No name stands in a key, which is written down in more places than records are; case and wide letters make none of another. */
const digestOf = (name: string): string =>
  fingerprintOf([name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ")]);

/** Where a received case stands under its applicant's name. */
export const placeUnderName = ({ submittedAt, id }: Pick<Application, "submittedAt" | "id">): string =>
  `${submittedAt}#${id}`;

export function putUnderName(
  { database, mode }: FoundByStore,
  { id, region, department, submittedAt }: Application,
  name: string,
): TransactItem {
  const { pk } = applicationKeys.underName(region, department, digestOf(name), "");
  return transactItem(
    PointerEntity.build(PutTransaction)
      .item({ pk, sk: placeUnderName({ id, submittedAt }), application: id })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );
}

/** A page of what stands under a name, the latest first, behind a place. */
export async function listUnderName(
  { database, mode }: FoundByStore,
  { region, department, name }: NamedPlace,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<{
  readonly entries: readonly { readonly id: ApplicationId; readonly place: string }[];
  readonly more: boolean;
}> {
  const digest = digestOf(name);
  const { pk } = applicationKeys.underName(region, department, digest, "");
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk, limit: first, newestFirst: true },
    ...(after === undefined ? {} : { after: applicationKeys.underName(region, department, digest, after) }),
  });
  const entries = items.map((record) => ({
    id: readPointer(record).application,
    place: String(record["sk"]),
  }));
  return { entries, more: next !== undefined };
}
