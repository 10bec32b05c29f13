import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { CardId, WithholdingId } from "./ids.ts";

/** Over so many partitions of the index the cards are spread that have a ride to be ended. */
export const OPEN_RIDE_SHARDS = 16;
/** The same of contracts under which fares are to be collected. */
export const COLLECTION_SHARDS = 16;

/** Transit operators, in `registry`; cards and their rides. */
export const transitKeys = {
  operator: (id: PartnerId) => key(id, "transit-operator"),
  clearing: (region: string) => key(`clearing#${region}`, "rules"),
  tariffs: (region: string) => key(`fares#${region}`, "tariffs"),
  card: (id: CardId) => key(id, "card"),
  refusedCards: (region: string): string => `refused-cards#${region}`,
  heldCard: (holder: CitizenId, id: CardId) => key(holder, `transit-card#${id}`),
  heldCards: { skPrefix: "transit-card#" },
  entitlement: (holder: CitizenId, kind: string, region: string | undefined) =>
    key(holder, `transit-entitlement#${region ?? "china"}#${kind}`),
  entitlements: { skPrefix: "transit-entitlement#" },
  grant: (id: string) => key(id, "transit-grant"),
  rider: (holder: CitizenId) => key(holder, "transit-rider"),
  topUps: (card: CardId) => key(card, "top-ups"),
  collection: (withholding: WithholdingId) => key(withholding, "collection"),
  dueCollections: (withholding: WithholdingId): string =>
    transitKeys.dueCollectionsIn(shardOf(withholding, COLLECTION_SHARDS)),
  dueCollectionsIn: (shard: number): string => `due-collections#${shard}`,
  rideBook: (card: CardId) => key(card, "rides"),
  openRides: (card: CardId): string => transitKeys.openRidesIn(shardOf(card, OPEN_RIDE_SHARDS)),
  openRidesIn: (shard: number): string => `open-rides#${shard}`,
  trip: (card: CardId, at: string, id: string) => key(card, `trip#${at}#${id}`),
  trips: { skPrefix: "trip#" },
  tripById: (id: string): string => `trip#${id}`,
  refusedEntry: (card: CardId, at: Instant, operator: PartnerId, tap: string) =>
    key(card, `refused-entry#${at}#${operator}#${tap}`),
  refusedEntries: { skPrefix: "refused-entry#" },
  refusedOn: (operator: PartnerId, on: CivilDate): string => `refused-entries#${operator}#${on}`,
  tap: (operator: PartnerId, tap: string) => key(`tap#${operator}#${tap}`, "tap"),
  rideCode: (id: string) => key(`ride-code#${id}`, "use"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "registry",
    what: "a partner's profile as a transit operator",
    key: "{partner}, transit-operator",
  },
  {
    table: "registry",
    what: "the rules by which a region's operators share rides",
    key: "clearing#{region}, rules",
  },
  {
    table: "records",
    what: "the fares of a region that operators have proposed and published",
    key: "fares#{region}, tariffs",
  },
  { table: "records", what: "a transit card", key: "{card}, card" },
  { table: "records", what: "the payments under way that top it up", key: "{card}, top-ups" },
  { table: "records", what: "its open and latest rides", key: "{card}, rides" },
  { table: "records", what: "a trip of a card", key: "{card}, trip#{time}#{trip}" },
  { table: "records", what: "its trips by time", key: "{card}, trip#…" },
  { table: "records", what: "a trip by its id", key: "trip#{trip}, {time}", index: "index2" },
  {
    table: "records",
    what: "cards that gates refuse, by region",
    key: "refused-cards#{region}, {card number}",
    index: "index1",
  },
  {
    table: "records",
    what: "cards with a ride to be ended, by time",
    key: "open-rides#{shard}, {time}#{card}",
    index: "index1",
  },
  { table: "records", what: "a card that a citizen has held", key: "{citizen}, transit-card#{card}" },
  { table: "records", what: "the cards that a citizen has held", key: "{citizen}, transit-card#…" },
  {
    table: "records",
    what: "a citizen's entitlement of a kind, by region or in all of China",
    key: "{citizen}, transit-entitlement#{region}#{kind}",
  },
  { table: "records", what: "what an operator's call has granted", key: "{grant}, transit-grant" },
  { table: "records", what: "the entitlements of a citizen", key: "{citizen}, transit-entitlement#…" },
  { table: "records", what: "a citizen as a holder of cards in use", key: "{citizen}, transit-rider" },
  {
    table: "records",
    what: "an entry that was refused, for 90 days",
    key: "{card}, refused-entry#{time}#{operator}#{number}",
  },
  { table: "records", what: "a card's refused entries by time", key: "{card}, refused-entry#…" },
  {
    table: "records",
    what: "an operator's refused entries of a day, by time",
    key: "refused-entries#{operator}#{date}, {time}#{number}",
    index: "index1",
  },
  {
    table: "records",
    what: "a tap by its operator's number, of before its card's rides kept it",
    key: "tap#{operator}#{number}, tap",
  },
  {
    table: "records",
    what: "how far the collection of fares under a contract is",
    key: "{contract}, collection",
  },
  {
    table: "records",
    what: "contracts under which fares are to be collected, by time",
    key: "due-collections#{shard}, {time}#{contract}",
    index: "index1",
  },
  { table: "records", what: "which tap has used a ride code", key: "ride-code#{code}, use" },
] as const satisfies readonly AccessPattern[];
