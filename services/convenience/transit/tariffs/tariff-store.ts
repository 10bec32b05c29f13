import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
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
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { transitKeys } from "../keys.ts";
import {
  CARD_KINDS,
  cardsOf,
  type DistanceFare,
  type FareRule,
  percentsOf,
  TRANSIT_MODES,
} from "../network/fare.ts";
import { noTariffs, type Tariff, type Tariffs } from "./tariff.ts";

/** The transit of one mode. */
type TransitStore = { readonly database: Database; readonly mode: Mode };

const day = brand<CivilDate>();
const instant = brand<Instant>();
const from = string().enum(...TRANSIT_MODES);
const distance = map({
  bands: list(map({ upToKm: exactDecimal().optional(), price: money() })),
  step: map({ km: exactDecimal(), price: money() }).optional(),
});
const overstay = map({ minutes: number(), extra: money() }).optional();
const PERCENTS = list(map({ kind: string().enum(...CARD_KINDS), percent: number() }));
const DATED = { effectiveFrom: day, source: string() };

const TariffsEntity = new Entity({
  ...ENTITY,
  name: "TransitTariffs",
  schema: item({
    ...KEY,
    region: brand<RegionCode>(),
    tariffs: list(
      map({
        mode: string().enum(...TRANSIT_MODES),
        ...DATED,
        distance,
        cards: PERCENTS,
        cardsOutside: PERCENTS.optional(),
        monthlySpend: list(map({ from: money(), percent: number() })),
        overstay,
        ownLines: list(map({ ...DATED, line: string(), distance, overstay })),
        earlyBird: list(map({ ...DATED, stations: list(string()), until: string(), percent: number() })),
        walkedTransfers: list(map({ ...DATED, one: string(), other: string(), minutes: number() })),
        modeChanges: list(map({ ...DATED, from, minutes: number(), off: money() })),
        proposedBy: brand<OfficerId | PartnerId>(),
        proposedPerson: brand<CitizenId>().optional(),
        proposedAt: instant,
        agreedBy: brand<OfficerId>().optional(),
        agreedAt: instant.optional(),
      }),
    ),
    revision: number(),
  }),
});
const readTariffs = recordReader(TariffsEntity);

/** All cards of a batch are priced by one record: it is read once. */
const known = new WeakMap<StoredItem, Tariffs>();

/** The tariffs of a region that operators have proposed and published. */
export async function getTariffs({ database, mode }: TransitStore, region: RegionCode): Promise<Tariffs> {
  const record = await database.get(recordsTable(mode), transitKeys.tariffs(region));
  if (!record) return noTariffs(region);
  const tariffs = known.get(record) ?? tariffsOf(record);
  known.set(record, tariffs);
  return tariffs;
}

/** Written only over the revision that it was decided on. */
export const putTariffs = (
  { database, mode }: TransitStore,
  { region, tariffs, revision }: Tariffs,
  read: number,
): TransactItem =>
  transactItem(
    TariffsEntity.build(PutTransaction)
      .item({ ...transitKeys.tariffs(region), region, revision, tariffs: tariffs.map(recorded) })
      .options({ ...inTable(database, recordsTable(mode)), condition: overRevision(read) })
      .params(),
  );

const recordedDistance = ({ bands, step }: DistanceFare) => ({
  ...{ bands: bands.map((band) => ({ ...band })), step: step && { ...step } },
});

/** A tariff with lists that the record may hold; its region is the record's. */
function recorded({ rule, ...said }: Tariff) {
  const { region: _, cards, cardsOutside, ...fares } = rule;
  return {
    ...{ ...fares, ...said, distance: recordedDistance(fares.distance) },
    cards: percentsOf(cards),
    ...(cardsOutside ? { cardsOutside: percentsOf(cardsOutside) } : {}),
    monthlySpend: fares.monthlySpend.map((step) => ({ ...step, percent: Number(step.percent) })),
    ownLines: fares.ownLines.map((line) => ({ ...line, distance: recordedDistance(line.distance) })),
    earlyBird: fares.earlyBird.map((each) => ({
      ...{ ...each, stations: [...each.stations], percent: Number(each.percent) },
    })),
    walkedTransfers: fares.walkedTransfers.map(({ stations: [one, other], ...walk }) => ({
      ...{ ...walk, one, other },
    })),
    modeChanges: fares.modeChanges.map((each) => ({ ...each })),
  };
}

function tariffsOf(record: StoredItem): Tariffs {
  const { region, tariffs, revision } = readTariffs(record);
  return {
    ...{ region, revision },
    tariffs: tariffs.map(
      ({ proposedBy, proposedPerson, proposedAt, agreedBy, agreedAt, ...fares }): Tariff => {
        const rule: FareRule = {
          ...{ ...fares, region, cards: cardsOf(fares.cards) },
          cardsOutside: fares.cardsOutside && cardsOf(fares.cardsOutside),
          monthlySpend: fares.monthlySpend.map((step) => ({ ...step, percent: BigInt(step.percent) })),
          earlyBird: fares.earlyBird.map((each) => ({ ...each, percent: BigInt(each.percent) })),
          walkedTransfers: fares.walkedTransfers.map(({ one, other, ...walk }) => ({
            ...{ ...walk, stations: [one, other] },
          })),
        };
        return { rule, proposedBy, proposedPerson, proposedAt, agreedBy, agreedAt };
      },
    ),
  };
}
