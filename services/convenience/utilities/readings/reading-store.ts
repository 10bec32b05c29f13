import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  transactItem,
} from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Bill } from "../bill.ts";
import { placeOf } from "../bill-place.ts";
import type { UtilityAccountId } from "../ids.ts";
import { utilityKeys } from "../keys.ts";
import { BANDS, HOUSEHOLD_CLASSES } from "../tariffs/tariff.ts";
import type { RatingLine } from "../tariffs/trace.ts";
import { type OfTenancy, tenancyOf } from "../utility-account.ts";
import type { RatingTrace } from "./meter-reading.ts";
import type { YearUsage } from "./year-usage.ts";

type UtilityStore = { readonly database: Database; readonly mode: Mode };

const civilDate = brand<CivilDate>();

const UsageEntity = new Entity({
  ...ENTITY,
  name: "YearUsage",
  schema: item({ ...KEY, year: string(), used: exactDecimal() }),
});
const readUsage = recordReader(UsageEntity);

const LINE = map({
  kind: string().enum("TIER", "TIME_OF_USE", "SURCHARGE", "MINIMUM", "ESTIMATE", "CARRIED"),
  from: civilDate,
  to: civilDate,
  tier: number().optional(),
  band: string()
    .enum(...BANDS)
    .optional(),
  name: string().optional(),
  usage: exactDecimal().optional(),
  price: exactDecimal().optional(),
  percent: exactDecimal().optional(),
  amount: money(),
});

const RatingEntity = new Entity({
  ...ENTITY,
  name: "BillRating",
  schema: item({
    ...KEY,
    usage: exactDecimal(),
    usedBefore: exactDecimal(),
    years: list(map({ year: string(), used: exactDecimal() })),
    ...{ householdClass: string().enum(...HOUSEHOLD_CLASSES), householdSize: number().optional() },
    tariffFrom: civilDate,
    ...{ from: civilDate.optional(), unreadFrom: civilDate.optional() },
    timeOfUse: map({ peak: exactDecimal(), flat: exactDecimal(), valley: exactDecimal() }).optional(),
    months: number().optional(),
    registers: list(
      map({
        serial: string(),
        band: string()
          .enum(...BANDS)
          .optional(),
        start: exactDecimal(),
        end: exactDecimal(),
        isRemoved: boolean(),
        isNew: boolean(),
      }),
    ).optional(),
    lines: list(LINE),
    anew: map({
      ...{ usedBefore: exactDecimal(), amount: money(), lines: list(LINE) },
      householdClass: string()
        .enum(...HOUSEHOLD_CLASSES)
        .optional(),
      householdSize: number().optional(),
    }).optional(),
  }),
});
const readRating = recordReader(RatingEntity);

/** A tenancy of an account, whose usage is counted by itself. */
export type UsageOf = OfTenancy & { readonly account: UtilityAccountId };

/** The usage of a tenancy in these years; a year of which nothing is known is left out. */
export async function getYearUsages(
  { database, mode }: UtilityStore,
  whose: UsageOf,
  years: readonly string[],
): Promise<readonly YearUsage[]> {
  const table = recordsTable(mode);
  const records = await Promise.all(
    years.map((year) => database.get(table, utilityKeys.usage(whose.account, tenancyOf(whose), year))),
  );
  return records.flatMap((record) => {
    if (!record) return [];
    const { year, used } = readUsage(record);
    return { year, used };
  });
}

/** Has no condition of its own: it is written with the account, whose revision tells whether it was decided anew. */
export const putYearUsage = (store: UtilityStore, whose: UsageOf, usage: YearUsage): TransactItem =>
  transactItem(
    UsageEntity.build(PutTransaction)
      .item({ ...utilityKeys.usage(whose.account, tenancyOf(whose), usage.year), ...usage })
      .options(inTable(store.database, recordsTable(store.mode)))
      .params(),
  );

/** How a bill was rated; undefined for a finished bill of its biller's. */
export async function getRating(
  { database, mode }: UtilityStore,
  { id, isRated }: Bill,
): Promise<RatingTrace | undefined> {
  const place = isRated ? placeOf(id) : undefined;
  const record =
    place && (await database.get(recordsTable(mode), utilityKeys.billRating(place.account, place.position)));
  if (!record) return undefined;
  const { pk: _, sk: __, lines, anew, ...trace } = readRating(record);
  return {
    ...{ ...trace, lines: lines.map(lineOf) },
    ...(anew ? { anew: { ...anew, lines: anew.lines.map(lineOf) } } : {}),
  };
}

export function putRating(store: UtilityStore, { id }: Bill, trace: RatingTrace): TransactItem {
  const place = placeOf(id);
  if (!place) throw new Error("a bill without a place");
  return transactItem(
    RatingEntity.build(PutTransaction)
      .item({
        ...utilityKeys.billRating(place.account, place.position),
        ...trace,
        years: [...trace.years],
        lines: [...trace.lines],
        registers: trace.registers && [...trace.registers],
        anew: trace.anew && { ...trace.anew, lines: [...trace.anew.lines] },
      })
      .options(inTable(store.database, recordsTable(store.mode)))
      .params(),
  );
}

type StoredLine = ReturnType<typeof readRating>["lines"][number];

function lineOf(line: StoredLine): RatingLine {
  const { kind, from, to, tier, band, name, usage, price, percent, amount } = line;
  if (kind === "TIER" && tier !== undefined && usage && price)
    return { kind, from, to, tier, usage, price, amount };
  if (kind === "TIME_OF_USE" && band && usage && price) return { kind, from, to, band, usage, price, amount };
  if (kind === "SURCHARGE" && name !== undefined) {
    return {
      ...{ kind, from, to, name, amount },
      ...(usage ? { usage } : {}),
      ...(price ? { price } : {}),
      ...(percent ? { percent } : {}),
    };
  }
  if (kind === "ESTIMATE" && name !== undefined) return { kind, from, to, name, amount };
  if (kind === "MINIMUM" || kind === "CARRIED") return { kind, from, to, amount };
  throw new Error(`a line of a rating lacks what its kind ${kind} has`);
}
