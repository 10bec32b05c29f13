import { dateAt, monthOf } from "../../../kernel/civil-date.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { TransitStore } from "../card-store.ts";
import { type CardReader, findCard, type NamedCard } from "../find-card.ts";
import type { CardId } from "../ids.ts";
import { type Station, stationIn } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import type { Pass } from "./pass.ts";
import type { RefusedEntry } from "./refused-entry.ts";
import { findTripsById, getRideBook, listTrips } from "./ride-store.ts";
import { operatorOf, type Trip } from "./trip.ts";
import { spentIn } from "./trip-fare.ts";

type Card = { readonly id: CardId };
type Page = { readonly first: number; readonly after?: string };
type Listed = {
  readonly entries: readonly { readonly node: Trip; readonly position: string }[];
  readonly more: boolean;
};

/** The trips of a card that the reader has at hand, newest first. */
export const listCardTrips = async (store: TransitStore, { id }: Card, page: Page): Promise<Listed> =>
  listTrips(store, id, page);

/** A trip by its id, of a card that its reader may read; to anybody else it does not exist. */
export async function findTrip(
  reader: CardReader,
  { record, person }: NamedCard,
): Promise<(Trip & { readonly citizenId: CitizenId }) | undefined> {
  for (const trip of isId("trp", record) ? await findTripsById(reader, record) : []) {
    const card = await findCard(reader, { record: trip.card, person });
    if (card) return { ...trip, citizenId: card.citizenId };
  }
  return undefined;
}

/** The spending of a card this month that counts towards the month's discount. */
export const readMonthSpend = async (store: TransitStore, { id }: Card, now: Instant): Promise<Fen> =>
  spentIn((await getRideBook(store, id)).spent, monthOf(dateAt(now)));

/** The operator of a trip, as passengers know it. */
export const findTripOperator = async (
  { database }: Pick<TransitStore, "database">,
  trip: Trip,
): Promise<Operator | undefined> => getOperator(database, operatorOf(trip));

/** The operator whose gate has refused an entry. */
export const findRefusalOperator = async (
  { database }: Pick<TransitStore, "database">,
  { operator }: RefusedEntry,
): Promise<Operator | undefined> => getOperator(database, operator);

/** The station of a refused entry; undefined on a bus. */
export const readRefusalStation = async (
  store: Pick<TransitStore, "database">,
  { operator, station }: RefusedEntry,
): Promise<Station | undefined> => (station ? readStation(store, { operator, station }) : undefined);

/** The station of a pass, in the network of the region in which its operator runs. */
export async function readStation(
  { database }: Pick<TransitStore, "database">,
  { operator, station }: Pick<Pass, "operator" | "station">,
): Promise<Station> {
  const region = (await getOperator(database, operator))?.region;
  const network = region && networkIn(region);
  const found = network && stationIn(network, station);
  if (!found) throw new Error(`the station ${station} of a trip is no longer known`);
  return found;
}
