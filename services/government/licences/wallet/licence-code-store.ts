import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import type { LicenceCode } from "./licence-code.ts";

/** The codes of one mode. */
type CodeStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

/** So long the holder is told of somebody who tries a code that is over. */
const KEPT_MS = DAY_MS;

const CodeEntity = new Entity({
  ...ENTITY,
  name: "LicenceCode",
  schema: item({
    ...KEY,
    [TIME_TO_LIVE]: number().hidden(),
    digest: string(),
    licence: brand<LicenceId>(),
    shownBy: brand<CitizenId>(),
    device: brand<WalletDeviceId>(),
    fields: list(string()),
    until: instant,
    usedAt: instant.optional(),
  }),
});
const readCode = recordReader(CodeEntity);

export async function getCode(
  { database, mode }: CodeStore,
  digest: string,
): Promise<LicenceCode | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.licenceCode(digest));
  if (!found) return undefined;
  const { pk: _, sk: __, ...code } = readCode(found);
  return code;
}

/** New by its own chance; the database forgets it once nobody is told of it any more. */
export const putCode = ({ database, mode }: CodeStore, code: LicenceCode): TransactItem =>
  transactItem(
    CodeEntity.build(PutTransaction)
      .item({
        ...licenceKeys.licenceCode(code.digest),
        [TIME_TO_LIVE]: timeToLive(plusMs(code.until, KEPT_MS)),
        ...{ ...code, fields: [...code.fields] },
      })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** Uses a code up: refused as stale where somebody has used it. */
export const useCode = (
  { database, mode }: CodeStore,
  { digest }: Pick<LicenceCode, "digest">,
  at: Instant,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: licenceKeys.licenceCode(digest),
    UpdateExpression: "SET usedAt = :at",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(usedAt)",
    ExpressionAttributeValues: { ":at": at },
  },
});
