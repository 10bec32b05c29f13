import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, money, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import { transitKeys } from "./keys.ts";
import { TRANSIT_MODES } from "./network/fare.ts";
import type { Operator } from "./operator.ts";

const TABLE = "registry";

const OperatorEntity = new Entity({
  ...ENTITY,
  name: "TransitOperator",
  schema: item({
    ...KEY,
    partnerId: brand<PartnerId>(),
    name: string(),
    region: brand<RegionCode>(),
    modes: list(string().enum(...TRANSIT_MODES)),
    incompleteFare: money(),
    minimumBalance: money().optional(),
    sameStationMinutes: number().optional(),
  }),
});
const readOperator = recordReader(OperatorEntity);

export async function getOperator(database: Database, id: PartnerId): Promise<Operator | undefined> {
  const record = await database.get(TABLE, transitKeys.operator(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...operator } = readOperator(record);
  return operator;
}

export const putOperator = (database: Database, operator: Operator): TransactItem =>
  transactItem(
    OperatorEntity.build(PutTransaction)
      .item({ ...transitKeys.operator(operator.partnerId), ...operator, modes: [...operator.modes] })
      .options(inTable(database, TABLE))
      .params(),
  );
