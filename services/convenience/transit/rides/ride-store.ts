import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Month } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem, TransactItem } from "../../../kernel/database/database.ts";
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
import { transitKeys } from "../keys.ts";
import { BUS_SERVICES } from "../network/fare.ts";
import type { LineCode, StationCode } from "../network/network.ts";
import { PRICING_ORDER } from "../network/price-ride.ts";
import { REFUSAL_CODES } from "./refused-entry.ts";
import { EMPTY_BOOK, nextDue, type RideBook } from "./ride.ts";
import { bookText, readBookText } from "./ride-text.ts";
import type { TripPlace } from "./tap.ts";
import type { Trip } from "./trip.ts";
import { fareIn, fareRecord, recordedRide } from "./trip-record.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();
const cardId = brand<CardId>();
const partnerId = brand<PartnerId>();
const tripId = brand<TripId>();

/** One read of a gate. */
const READ = {
  ...{ at: instant, tap: string(), said: string().optional(), correction: string().optional() },
};
const pass = map({
  kind: string().enum("ENTRY", "EXIT"),
  at: instant,
  station: brand<StationCode>(),
  isAirportLine: boolean(),
  line: brand<LineCode>().optional(),
  operator: partnerId,
  tap: string(),
  said: string().optional(),
  gate: string().optional(),
  correction: string().optional(),
  again: list(map(READ)).optional(),
  alone: money(),
  sameStationMinutes: number().optional(),
});
const charge = { amount: money(), counted: money(), operator: partnerId };
const shares = list(map({ operator: partnerId, amount: money() })).optional();
/** One read of a bus. */
const BOARDING = {
  ...{ at: instant, tap: string(), said: string().optional(), distanceKm: exactDecimal() },
  service: string()
    .enum(...BUS_SERVICES)
    .optional(),
  isOutside: boolean().optional(),
};
/** A ride, in a card's book and as a trip. */
const RIDE = {
  id: tripId,
  card: cardId,
  listedAt: instant,
  entry: pass.optional(),
  exit: pass.optional(),
  bus: map({
    ...{ ...BOARDING, operator: partnerId, gate: string().optional() },
    isCompanion: boolean().optional(),
    again: list(map(BOARDING)).optional(),
  }).optional(),
  unused: pass.optional(),
  charge: map({ ...charge, loss: money().optional(), shares }).optional(),
};

const BookEntity = new Entity({
  ...ENTITY,
  name: "RideBook",
  schema: item({
    ...KEY,
    ...{ index1pk: string().hidden().optional(), index1sk: string().hidden().optional() },
    text: string().optional(),
    // As books were before they were one text.
    rides: list(map(RIDE)).optional(),
    spent: list(map({ month: brand<Month>(), amount: money() })).optional(),
    refused: list(
      map({
        ...{ card: cardId, operator: brand<PartnerId>(), tap: string(), at: instant, said: string() },
        code: string().enum(...REFUSAL_CODES),
        since: instant.optional(),
      }),
    ).optional(),
    movedTo: cardId.optional(),
    trail: map({ sequence: number(), hash: string(), previousEvent: number().optional() }).optional(),
    revision: number(),
  }),
});
const readBook = recordReader(BookEntity);

/** As it is stored: for one who asks for it before it is known to be needed. It is read from its text once it is. */
export const askForRideBook = ({ database, mode }: TransitStore, card: CardId) =>
  database.get(recordsTable(mode), transitKeys.rideBook(card));

export async function getRideBook(store: TransitStore, card: CardId): Promise<RideBook> {
  const record = await askForRideBook(store, card);
  if (!record) return EMPTY_BOOK;
  const { pk: _, sk: __, text, rides = [], spent = [], ...book } = readBook(record);
  return { ...book, ...(text === undefined ? { rides, spent } : readBookText(text)) };
}

/**
 * Written only over the revision that it was decided on. The index finds the books with a ride to be ended. The head of the
 * card's trail is put in by the commit that is told to keep it there.
 */
export function putRideBook(
  store: TransitStore,
  card: CardId,
  book: RideBook,
  expecting: number,
): TransactItem {
  const condition = overRevision(expecting);
  const due = nextDue(book);
  const index = due ? { [INDEX1.pk]: transitKeys.openRides(card), [INDEX1.sk]: `${due}#${card}` } : {};
  const { refused, movedTo, revision } = book;
  return transactItem(
    BookEntity.build(PutTransaction)
      .item({
        ...transitKeys.rideBook(card),
        ...index,
        text: bookText(book),
        ...(refused && refused.length > 0 ? { refused: refused.map((each) => ({ ...each })) } : {}),
        ...{ movedTo, revision },
      })
      .options({ ...options(store), condition })
      .params(),
  );
}

const options = ({ database, mode }: TransitStore) => inTable(database, recordsTable(mode));

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
    ...RIDE,
    fare: FARE.optional(),
    correction: string().optional(),
  }),
});
const readTrip = recordReader(TripEntity);

export async function getTrip(
  { database, mode }: TransitStore,
  { card, listedAt, id }: TripPlace,
): Promise<Trip | undefined> {
  const record = await database.get(recordsTable(mode), transitKeys.trip(card, listedAt, id));
  return record && tripOf(record);
}

/** More cards than one operator has sent taps of one number for. */
const SAME_ID_MAX = 8;

/**
 * By its id alone; one of this moment may be missing. There are more where an operator has used a number for a tap of
 * another card.
 */
export async function findTripsById({ database, mode }: TransitStore, id: TripId): Promise<readonly Trip[]> {
  const table = recordsTable(mode);
  const page = { table, pk: transitKeys.tripById(id), index: INDEX2, limit: SAME_ID_MAX } as const;
  const records = await Promise.all(
    (await database.query(page)).items.map(({ pk, sk }) =>
      database.get(table, { pk: String(pk), sk: String(sk) }),
    ),
  );
  return records.flatMap((record) => (record ? tripOf(record) : []));
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

function tripOf(record: StoredItem): Trip {
  const { pk: _, sk: __, fare, ...trip } = readTrip(record);
  return { ...trip, fare: fare && fareIn(fare) };
}
