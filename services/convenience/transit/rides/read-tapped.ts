import { getAccount } from "../../../money/ledger/index.ts";
import { cardIdOf } from "../card.ts";
import { getCard, getCurrentCard, type TransitStore } from "../card-store.ts";
import { getClearing } from "../clearing/clearing-store.ts";
import type { Operator } from "../operator.ts";
import { getTariffs } from "../tariffs/tariff-store.ts";
import { readRides } from "./read-rides.ts";
import { readIn } from "./ride.ts";
import { askForRideBook } from "./ride-store.ts";
import type { CardFinding, CardTap } from "./take-taps.ts";
import { getCodeUse, getTap } from "./tap-store.ts";

/** All by which some taps of one card are decided; undefined where there is no such card. */
export async function readTapped(
  store: TransitStore,
  { partnerId: operator, region }: Operator,
  taps: readonly CardTap[],
): Promise<CardFinding | undefined> {
  const [first] = taps;
  if (!first) return undefined;
  const id = cardIdOf(first.tap.cardNumber);
  const codes = taps.flatMap(({ code }) => code?.id ?? []);
  // Most cards still have their own rides and money: these are read with the card, and not after it.
  const [tapped, uses] = await Promise.all([
    getCard(store, id),
    Promise.all(codes.map((code) => getCodeUse(store, code))),
    ...[askForRideBook(store, id), getAccount(store, `card:${id}`)],
    ...[getClearing(store.database, region), getTariffs(store, region)],
  ]);
  const card = tapped && (await getCurrentCard(store, tapped.id));
  if (!card) return undefined;
  const rides = await readRides(store, card);
  const before = taps.flatMap(({ tap: { number } }) => {
    const by = { operator, tap: number };
    const read = rides.book.rides.map((ride) => readIn(ride, by)).find((each) => each !== undefined);
    return read && read.said === undefined ? [number] : [];
  });
  const records = await Promise.all(before.map((number) => getTap(store, operator, number)));
  return {
    ...{ ...rides, tapped, card },
    uses: new Map(codes.flatMap((code, i) => (uses[i] ? [[code, uses[i]]] : []))),
    earlier: new Map(records.flatMap((record) => (record ? [[record.number, record]] : []))),
  };
}
