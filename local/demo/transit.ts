import type { Card } from "../../services/convenience/transit/card.ts";
import { bindCard } from "../../services/convenience/transit/cards/bind-card.ts";
import { bindingCodeOf, issueCard } from "../../services/convenience/transit/cards/issue-card.ts";
import { setOperatorProfile } from "../../services/convenience/transit/cards/set-operator-profile.ts";
import { topUpCard } from "../../services/convenience/transit/cards/top-up-card.ts";
import { grantEntitlement } from "../../services/convenience/transit/entitlements/grant-entitlement.ts";
import type { CardKind, TransitMode } from "../../services/convenience/transit/network/fare.ts";
import { submitTaps } from "../../services/convenience/transit/rides/submit-taps.ts";
import type { TapRow } from "../../services/convenience/transit/rides/tap.ts";
import { signWithholding } from "../../services/convenience/transit/withholding/sign-withholding.ts";
import { region } from "../../services/field/region.ts";
import type { Citizen, Officer, Partner } from "../../services/kernel/actor.ts";
import { addDays, dateAt, midnight } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import { fen } from "../../services/kernel/money.ts";
import { HOUR_MS, type Instant, instantOf, plusMs } from "../../services/kernel/runtime.ts";
import { openPayments } from "../../services/money/payments/open-payments.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { demoChild } from "./people.ts";
import { isSettledWith } from "./settlements.ts";

const REGION = region("110000");
const INCOMPLETE_FARE = fen(3_00n);
const TOP_UP = fen(100_00n);

/** Hours ago and where; each ride takes half an hour. The last one has not ended. */
const RIDES: readonly (readonly [hoursAgo: number, from: string, to?: string])[] = [
  [47, "huilongguan", "xidan"],
  [37, "xidan", "huilongguan"],
  [23, "huilongguan", "guomao"],
  [13, "guomao", "huilongguan"],
  [1, "huilongguan"],
];
const RIDE_MS = HOUR_MS / 2;
const MINUTE_MS = 60_000;
const SECOND_READ_MS = 4_000;
const BUS_READER = "L300-0117";
const REFUSED_AGO_MS = 90 * MINUTE_MS;

/** With the senior card: a journey that goes on after a walk, and a ride to the airport; so many hours ago each. */
const SENIOR_RIDES: readonly (readonly [hoursAgo: number, from: string, to: string, isAirportLine?: true])[] =
  [
    [46, "mudanyuan", "taipingqiao"],
    [45.25, "fuxingmen", "guomao"],
    [22, "caoqiao", "daxing-airport", true],
  ];
/** The senior's grant holds for two years at most. */
const GRANTED_DAYS = 700;

/**
 * A transit operator; a child's card; the demo citizen's card on the phone, a student card, and a senior card by an entitlement, with the
 * rides of two days.
 */
export async function runDemoTransit(
  citizen: Citizen,
  operator: Partner,
  officer: Officer,
  writes: DemoWrites,
): Promise<void> {
  const { now } = writes;
  const modes: readonly TransitMode[] = ["METRO", "BUS"];
  const profile = { name: "京城轨道交通", region: REGION, modes, incompleteFare: INCOMPLETE_FARE };
  must(await setOperatorProfile(operator.id, profile, { actor: officer, now }, writes));
  const card = await newCard(citizen, "STANDARD", writes);
  const handedOut = await newCard(operator, "STUDENT", writes);
  const proof = { number: handedOut.number, bindingCode: bindingCodeOf(writes.secrets, handedOut) };
  must(await bindCard({ ...writes, mode: "live", actor: citizen }, proof));
  await topUp(citizen, card, writes);
  await topUp(citizen, handedOut, writes);
  // The student rides first and pays afterwards.
  const contract = { card: handedOut.id, channel: "sandbox" } as const;
  const { channels } = openPayments(writes, "live", citizen);
  must(await signWithholding({ ...writes, mode: "live", actor: citizen, channels }, contract));
  await newCard(demoChild(writes).actor, "STANDARD", writes);
  // By the hour, so that a founding that was interrupted says the same again.
  const hour = instantOf(Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS);
  const rides = RIDES.flatMap(([hours, from, to]) => {
    const begins = plusMs(hour, -hours * HOUR_MS);
    const entry = tap(card, "ENTRY", { at: begins, station: from });
    return to ? [entry, tap(card, "EXIT", { at: plusMs(begins, RIDE_MS), station: to })] : [entry];
  });
  const senior = await newSeniorCard(citizen, operator, card, writes);
  const taps = [...rides, ...readsOf(handedOut, plusMs(hour, -20 * HOUR_MS)), ...ridesOf(senior, hour)];
  // Yesterday's are taken yesterday, which is settled with the operator.
  const midnightAgo = midnight(dateAt(now));
  const isSettled = await isSettledWith(operator.id, "operator", writes);
  const taken = (at: Instant) => ({ ...writes, mode: "live" as const, actor: operator, now: at });
  const before = taps.filter(({ at }) => at < midnightAgo);
  const outcomes = [
    ...must(await submitTaps(taken(isSettled ? now : plusMs(midnightAgo, -1)), before)),
    ...must(
      await submitTaps(
        taken(now),
        taps.filter(({ at }) => at >= midnightAgo),
      ),
    ),
  ];
  for (const outcome of outcomes) must(outcome);
  const refusals = must(await submitTaps(taken(now), refusedOf(card, hour)));
  if (refusals.some((each) => each.ok || each.error.code !== "REFUSED_AT_GATE"))
    throw new Error("an entry that a gate has refused is on record as that");
}

/** Two gates of a station, one after the other, would not open. */
const refusedOf = (card: Card, hour: Instant): readonly TapRow[] =>
  ["A1", "A2"].map((gate, i) => ({
    ...tap(card, "ENTRY", { at: plusMs(hour, -REFUSED_AGO_MS + i * MINUTE_MS), station: "guomao" }),
    ...{ gate, refusedFor: "OTHER" },
  }));

/** One ride by bus: the card was held to the reader for too long, and was read twice. */
const readsOf = (card: Card, at: Instant): readonly TapRow[] => {
  const read = { ...tap(card, "BUS", { at, distanceKm: decimal("12.4") }), gate: BUS_READER };
  return [read, { ...read, number: `${read.number}-2`, at: plusMs(at, SECOND_READ_MS) }];
};

/** The demo citizen is of age for it; a clerk of the operator's has seen the proof. */
async function newSeniorCard(
  citizen: Citizen,
  operator: Partner,
  { number }: Card,
  writes: DemoWrites,
): Promise<Card> {
  const today = dateAt(writes.now);
  must(
    await grantEntitlement(
      { ...writes, mode: "live", actor: operator },
      {
        ...{
          idempotencyKey: `demo-senior-${today}`,
          cardNumber: number,
          kind: "SENIOR",
          proof: { kind: "WINDOW" },
        },
        ...{ from: today, until: addDays(today, GRANTED_DAYS) },
      },
    ),
  );
  const senior = await newCard(citizen, "SENIOR", writes);
  await topUp(citizen, senior, writes);
  return senior;
}

/** By bus of today it is free, but not for a companion; by metro it is not. */
function ridesOf(senior: Card, hour: Instant): readonly TapRow[] {
  const byMetro = SENIOR_RIDES.flatMap(([hours, from, to, isAirportLine = false]) => {
    const begins = plusMs(hour, -hours * HOUR_MS);
    const ends = plusMs(begins, RIDE_MS);
    return [
      { ...tap(senior, "ENTRY", { at: begins, station: from }), isAirportLine },
      { ...tap(senior, "EXIT", { at: ends, station: to }), isAirportLine },
    ];
  });
  const bus = { ...tap(senior, "BUS", { at: hour, distanceKm: decimal("7.6") }), gate: BUS_READER };
  const companion = {
    ...bus,
    number: `${bus.number}-2`,
    at: plusMs(hour, SECOND_READ_MS),
    isCompanion: true,
  };
  return [...byMetro, bus, companion];
}

const newCard = async (actor: Citizen | Partner, kind: CardKind, writes: DemoWrites): Promise<Card> =>
  must(
    await issueCard(
      { ...writes, mode: "live", actor },
      { kind, region: REGION, idempotencyKey: `demo-${kind}` },
    ),
  );

async function topUp(citizen: Citizen, { number }: Card, writes: DemoWrites): Promise<void> {
  const payments = openPayments(writes, "live", citizen);
  must(
    await topUpCard(payments, {
      payer: citizen.id,
      channel: "sandbox",
      idempotencyKey: `demo-${number}`,
      cardNumber: number,
      amount: TOP_UP,
    }),
  );
}

const tap = (
  { number: cardNumber }: Card,
  kind: TapRow["kind"],
  where: Pick<TapRow, "at" | "station" | "distanceKm">,
): TapRow => ({
  number: `demo-${cardNumber.slice(-6)}-${where.at.slice(0, 16).replace(":", "-")}-${kind}`,
  kind,
  cardNumber,
  isAirportLine: false,
  ...where,
});
