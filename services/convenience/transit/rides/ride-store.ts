import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Month } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
import type { DuePage } from "../../../kernel/database/due-list.ts";
import {
  brand,
  ENTITY,
  exactDecimal,
  inTable,
  KEY,
  money,
  overRevision,
  transactItem,
} from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { INDEX1, INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import type { PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CardId, TripId } from "../ids.ts";
import { OPEN_RIDE_SHARDS, transitKeys } from "../keys.ts";
import { BUS_SERVICES } from "../network/fare.ts";
import type { LineCode, StationCode } from "../network/network.ts";
import { PRICING_ORDER } from "../network/price-ride.ts";
import type { Pass } from "./pass.ts";
import { EMPTY_BOOK, nextDue, type Ride, type RideBook } from "./ride.ts";
import type { TripPlace } from "./tap.ts";
import type { Trip } from "./trip.ts";
import type { TripFare } from "./trip-fare.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const cardId = brand<CardId>();
const partnerId = brand<PartnerId>();
const tripId = brand<TripId>();

const pass = map({
  kind: string().enum("ENTRY", "EXIT"),
  at: instant,
  station: brand<StationCode>(),
  isAirportLine: boolean(),
  line: brand<LineCode>().optional(),
  operator: partnerId,
  tap: string(),
  gate: string().optional(),
  again: list(map({ at: instant, tap: string() })).optional(),
  alone: money(),
  sameStationMinutes: number().optional(),
});
const charge = { amount: money(), counted: money(), operator: partnerId };
const shares = list(map({ operator: partnerId, amount: money() })).optional();
const ride = {
  id: tripId,
  card: cardId,
  listedAt: instant,
  entry: pass.optional(),
  exit: pass.optional(),
  bus: map({
    ...{ at: instant, operator: partnerId, tap: string(), distanceKm: exactDecimal() },
    service: string()
      .enum(...BUS_SERVICES)
      .optional(),
  }).optional(),
  charge: map({ ...charge, loss: money().optional(), shares }).optional(),
};

const BookEntity = new Entity({
  ...ENTITY,
  name: "RideBook",
  schema: item({
    ...KEY,
    ...{ index1pk: string().hidden().optional(), index1sk: string().hidden().optional() },
    rides: list(map(ride)),
    spent: list(map({ month: brand<Month>(), amount: money() })),
    revision: number(),
  }),
});
const readBook = recordReader(BookEntity);

const PART = {
  kind: string().enum(...PRICING_ORDER),
  amount: money(),
  values: list(map({ gap: string(), text: string() })),
};

/** How a trip's price comes about, as it is stored; a trip of before parts were kept has none. */
const FARE = map({
  full: money(),
  percent: number(),
  overstay: money(),
  fare: money(),
  distanceKm: exactDecimal(),
  parts: list(map(PART)).optional(),
});

const TripEntity = new Entity({
  ...ENTITY,
  name: "TransitTrip",
  schema: item({
    ...KEY,
    index2pk: string().hidden().optional(),
    index2sk: string().hidden().optional(),
    ...ride,
    fare: FARE.optional(),
    correction: string().optional(),
  }),
});
const readTrip = recordReader(TripEntity);

export async function getRideBook({ database, mode }: TransitStore, card: CardId): Promise<RideBook> {
  const record = await database.get(recordsTable(mode), transitKeys.rideBook(card));
  if (!record) return EMPTY_BOOK;
  const { rides, spent, revision } = readBook(record);
  return { rides, spent, revision };
}

/** Written only over the revision that it was decided on. The index finds the books with a ride to be ended. */
export function putRideBook(
  store: TransitStore,
  card: CardId,
  book: RideBook,
  expecting: number,
): TransactItem {
  const condition = overRevision(expecting);
  const due = nextDue(book);
  const index = due ? { [INDEX1.pk]: transitKeys.openRides(card), [INDEX1.sk]: `${due}#${card}` } : {};
  const { revision } = book;
  return transactItem(
    BookEntity.build(PutTransaction)
      .item({
        ...transitKeys.rideBook(card),
        ...index,
        rides: book.rides.map(recordedRide),
        spent: book.spent.map((each) => ({ ...each })),
        revision,
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

/** Where to go on behind a card of the list below. */
type DueCard = { readonly card: CardId; readonly place: string };

/** Cards with a ride that is to be ended by an instant, the longest due first; of one shard of the index. */
export async function listDueCards(
  { database, mode }: TransitStore,
  shard: number,
  { after, by, limit }: DuePage,
): Promise<readonly DueCard[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk: transitKeys.openRidesIn(shard), index: INDEX1, limit },
    skBetween: [after || " ", by],
  });
  return items.map(({ pk, [INDEX1.sk]: sk }) => ({ card: pk as CardId, place: `${String(sk)} ` }));
}

export const OPEN_SHARDS = Array.from({ length: OPEN_RIDE_SHARDS }, (_, shard) => shard);

export async function getTrip(
  { database, mode }: TransitStore,
  { card, listedAt, id }: TripPlace,
): Promise<Trip | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.trip(card, listedAt, id));
  return record && tripOf(record);
}

/** By its id alone; one of this moment may be missing. */
export async function findTripById({ database, mode }: TransitStore, id: TripId): Promise<Trip | undefined> {
  const table = recordsTable(mode);
  const { items } = await database.query({ table, pk: transitKeys.tripById(id), index: INDEX2, limit: 1 });
  const [place] = items;
  const record = place && (await database.get(table, { pk: String(place["pk"]), sk: String(place["sk"]) }));
  return record && tripOf(record);
}

/** The book's revision, in the same commit, guards it. */
export const putTrip = (store: TransitStore, { fare, ...trip }: Trip): TransactItem =>
  transactItem(
    TripEntity.build(PutTransaction)
      .item({
        ...transitKeys.trip(trip.card, trip.listedAt, trip.id),
        ...{ index2pk: transitKeys.tripById(trip.id), index2sk: trip.listedAt },
        ...recordedRide(trip),
        ...(fare ? { fare: fareRecord(fare) } : {}),
      })
      .options(options(store))
      .params(),
  );

/** A card's trips, newest first. */
export async function listTrips(
  { database, mode }: TransitStore,
  card: CardId,
  { first, after }: { readonly first: number; readonly after?: string },
) {
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk: card, ...transitKeys.trips, limit: first, newestFirst: true },
    ...(after ? { after: { pk: card, sk: after } } : {}),
  });
  const entries = items.map((record) => ({ node: tripOf(record), position: String(record["sk"]) }));
  return { entries, more: next !== undefined };
}

/** A ride with lists that the record may hold. */
const recordedRide = <R extends Pick<Ride, "entry" | "exit">>(ride: R) => ({
  ...{ ...ride, entry: ride.entry && recordedPass(ride.entry), exit: ride.exit && recordedPass(ride.exit) },
});

const recordedPass = (pass: Pass) => ({ ...pass, again: pass.again?.map((read) => ({ ...read })) });

const options = ({ database, mode }: TransitStore) => inTable(database, recordsTable(mode));

function tripOf(record: StoredItem): Trip {
  const { pk: _, sk: __, fare, ...trip } = readTrip(record);
  return { ...trip, fare: fare && fareIn(fare) };
}

type StoredFare = Omit<TripFare, "percent" | "parts"> & {
  readonly percent: number;
  readonly parts?:
    | readonly (Pick<TripFare["parts"][number], "kind" | "amount"> & {
        readonly values: readonly { readonly gap: string; readonly text: string }[];
      })[]
    | undefined;
};

/** A fare as it is written. */
const fareRecord = ({ percent, parts, ...fare }: TripFare) => ({
  ...{ ...fare, percent: Number(percent) },
  parts: parts.map(({ values, ...part }) => ({
    ...part,
    values: Object.entries(values).map(([gap, text]) => ({ gap, text })),
  })),
});

/** A fare as it was read. */
const fareIn = ({ percent, parts = [], ...fare }: StoredFare): TripFare => ({
  ...{ ...fare, percent: BigInt(percent) },
  parts: parts.map(({ values, ...part }) => ({
    ...part,
    values: Object.fromEntries(values.map(({ gap, text }) => [gap, text])),
  })),
});
