import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
export const patterns = [
  {
    table: "registry",
    what: "a partner's profile as a transit operator",
    key: "{partner}, transit-operator",
  },
  { table: "records", what: "a transit card", key: "{card}, card" },
  { table: "records", what: "its open and latest rides", key: "{card}, rides" },
  { table: "records", what: "a trip of a card", key: "{card}, trip#{time}#{trip}" },
  { table: "records", what: "its trips by time", key: "{card}, trip#…" },
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
  { table: "records", what: "a tap by its operator's number", key: "tap#{operator}#{number}, tap" },
  { table: "records", what: "which tap has used a ride code", key: "ride-code#{code}, use" },
] as const satisfies readonly AccessPattern[];
