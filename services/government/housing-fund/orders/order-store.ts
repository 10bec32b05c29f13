import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { type CivilDate, type Month, midnight } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { type Due, type DuePage, listDue } from "../../../kernel/database/due-list.ts";
import {
  brand,
  ENTITY,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, recordsTable } from "../../../kernel/database/tables.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import { HOUR_MS, plusMs } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import { FUND_ORDER_SHARDS, housingFundKeys } from "../keys.ts";
import {
  type Draw,
  NOT_DRAWN,
  nextDayOf,
  ORDER_ENDS,
  ORDER_REASONS,
  type OrderBook,
  type StandingOrder,
} from "./order.ts";

type OrderStore = { readonly database: Database; readonly mode: Mode };

const text = map({ zh: string(), en: string() });
const OrdersEntity = new Entity({
  ...ENTITY,
  name: "HousingFundOrders",
  schema: item({
    ...KEY,
    index1pk: string().hidden().optional(),
    index1sk: string().hidden().optional(),
    citizenId: brand<CitizenId>(),
    orders: list(
      map({
        reason: string().enum(...ORDER_REASONS),
        application: brand<ApplicationId>(),
        region: brand<RegionCode>(),
        agreedOn: brand<CivilDate>(),
        beginsOn: brand<CivilDate>(),
        endsOn: brand<CivilDate>().optional(),
        isFundLoan: boolean(),
        /** Without a number where the application names a spouse by none. */
        spouse: map({ citizenId: brand<CitizenId>().optional() }).optional(),
        isOwnNumber: boolean(),
        passedOver: list(string()),
        nextOn: brand<CivilDate>(),
        last: map({
          on: brand<CivilDate>(),
          period: map({ from: brand<Month>(), to: brand<Month>() }),
          amount: money().optional(),
          because: string()
            .enum(...NOT_DRAWN)
            .optional(),
          check: map({ item: string(), version: number(), code: string(), finding: text }).optional(),
        }).optional(),
        ended: map({ on: brand<CivilDate>(), because: string().enum(...ORDER_ENDS) }).optional(),
      }),
    ),
    revision: number(),
  }),
});
const readOrders = recordReader(OrdersEntity);
type Stored = ReturnType<typeof readOrders>["orders"][number];

/** The standing orders of a person; none for one who never had any. */
export async function getOrders({ database, mode }: OrderStore, citizenId: CitizenId): Promise<OrderBook> {
  const record = await database.get(recordsTable(mode), housingFundKeys.orders(citizenId));
  if (!record) return { citizenId, orders: [], revision: 0 };
  const { orders, revision } = readOrders(record);
  return { citizenId, orders: orders.map(orderOf), revision };
}

const orderOf = ({ spouse, last, ...order }: Stored): StandingOrder => ({
  ...order,
  spouse: spouse && (spouse.citizenId ?? null),
  last: last && drawOf(last),
});

function drawOf({ on, period, amount, because, check }: NonNullable<Stored["last"]>): Draw {
  if (amount !== undefined) return { on, period, amount };
  if (because === undefined) throw new Error("a draw has an amount, or says why it has none");
  return { on, period, because, check };
}

const storedOf = ({ spouse, ...order }: StandingOrder) => ({
  ...order,
  ...(spouse === undefined ? {} : { spouse: spouse === null ? {} : { citizenId: spouse } }),
  passedOver: [...order.passedOver],
});

/** Nine in the morning. */
const HOUR_OF_DAY = 9;

/** Written only over the revision that it was decided on. The index finds whose orders are due. */
export function putOrders(store: OrderStore, book: OrderBook): TransactItem {
  const { citizenId, orders, revision } = book;
  const day = nextDayOf(book);
  const due = day && {
    [INDEX1.pk]: housingFundKeys.ordersDue(citizenId),
    [INDEX1.sk]: `${plusMs(midnight(day), HOUR_OF_DAY * HOUR_MS)}#${citizenId}`,
  };
  return transactItem(
    OrdersEntity.build(PutTransaction)
      .item({
        ...housingFundKeys.orders(citizenId),
        ...due,
        ...{ citizenId, revision, orders: orders.map(storedOf) },
      })
      .options({
        ...inTable(store.database, recordsTable(store.mode)),
        condition: overRevision(revision === 1 ? undefined : revision - 1),
      })
      .params(),
  );
}

export const ORDER_SHARDS: readonly number[] = Array.from({ length: FUND_ORDER_SHARDS }, (_, shard) => shard);

/** People of one shard whose orders came due by an instant, the longest due first, behind a place. */
export const listDueOrders = (
  store: OrderStore,
  shard: number,
  page: DuePage,
): Promise<readonly Due<CitizenId>[]> =>
  listDue(store, housingFundKeys.ordersDueIn(shard), (id) => isId("ctz", id), page);
