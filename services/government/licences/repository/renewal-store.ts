import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { LicenceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { RenewalAsked } from "./renewal.ts";

const AskedEntity = new Entity({
  ...ENTITY,
  name: "ElectronicLicenceRenewal",
  schema: item({
    ...{ ...KEY, application: brand<ApplicationId>() },
    ...{ after: brand<CivilDate>(), validUntil: brand<CivilDate>().optional() },
  }),
});
/** The renewals of one mode. */
type Renewals = { readonly database: Database; readonly mode: Mode };

const readAsked = recordReader(AskedEntity);

/** Leaves with a licence that its renewal was asked for in time; asked anew after a correction it takes the place of the one before. */
export const putRenewalAsked = (
  { database, mode }: Renewals,
  licence: LicenceId,
  asked: RenewalAsked,
): TransactItem =>
  transactItem(
    AskedEntity.build(PutTransaction)
      .item({ ...licenceKeys.renewalAsked(licence, asked.application), ...asked })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** So many renewals of a licence are looked at, of all its terms. */
const RENEWALS_MAX = 100;

/** The renewals of a licence that were asked for in time, whatever has become of them. */
export async function listRenewalsAsked(
  { database, mode }: Renewals,
  licence: LicenceId,
): Promise<readonly RenewalAsked[]> {
  const { items } = await database.query({
    table: recordsTable(mode),
    pk: licence,
    ...licenceKeys.renewals,
    limit: RENEWALS_MAX,
  });
  return items.map((record) => {
    const { pk: _, sk: __, ...asked } = readAsked(record);
    return asked;
  });
}
