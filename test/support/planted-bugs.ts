import type { FaultAnswer } from "./fault-answers.ts";
import type { ShortAnswer } from "./short-answers.ts";

/**
 * Bugs that somebody could make, planted one at a time between the SDK and the database, so that production code needs
 * no switch for them. The proxy rewrites every transaction by the one that is planted.
 */
export const PAYMENT_BUGS = {
  /** The first audit entry of a record no longer has to be the first. */
  "no idempotency condition": (items) =>
    items.map((item) => (isFirstEntry(item) ? unconditional(item) : item)),
  /** An account may spend what it does not have. */
  "no balance condition": (items) =>
    items.map((item) => (conditionOf(item)?.includes("spendable >=") ? unconditional(item) : item)),
  /** A bill is written over whatever state it has come to. */
  "no bill's state condition": (items) =>
    items.map((item) => (isBillOver(item) ? unconditional(item) : item)),
  /** Changes are made and nobody writes down who made them. */
  "no audit write": (items) => items.filter((item) => !isEntry(item)),
  /** How things began is on record, and how they went on is not. */
  "no audit write but the first": (items) => items.filter((item) => !isEntry(item) || isFirstEntry(item)),
} as const satisfies Bugs;

/** The same of cases, and of the withdrawals that they grant. */
export const CASE_BUGS = {
  /** A withdrawal of the person's or their spouse's meanwhile no longer keeps a withdrawal from being granted. */
  "no condition on what was drawn": (items) =>
    items.map((item) => (isBook(item) ? unconditional(item) : item)),
  /** A case is written over whatever it has become, and so is the list of its citizen's open cases. */
  "no condition on a case's revision": (items) =>
    items.map((item) => (["case", "open"].includes(textOf(item, "sk")) ? unconditional(item) : item)),
  /** A grant is booked, and not owed to anybody. */
  "no payout": (items) => items.filter((item) => textOf(item, "sk") !== "payout"),
  /** A step that is over, or stands still, stays in the lists of its desk. */
  "a step that is over stays on its desk": (items) =>
    items.filter((item) => !textOf(item, "sk").startsWith("task#") || textOf(item, "index1pk") !== ""),
} as const satisfies Bugs;

/** Of readers: an answer that falls short of all is taken for all. */
const READ_BUGS = {
  "a page that is split is taken for the last": "LastEvaluatedKey",
  "keys that are left are taken for records that are not there": "UnprocessedKeys",
} as const;

const PLANTED_BUGS = { ...PAYMENT_BUGS, ...CASE_BUGS };

type Bugs = Readonly<Record<string, (items: readonly Item[]) => readonly Item[]>>;

export type PaymentBug = keyof typeof PAYMENT_BUGS;
export type CaseBug = keyof typeof CASE_BUGS;
export type ReadBug = keyof typeof READ_BUGS;
type WriteBug = PaymentBug | CaseBug;
export type PlantedBug = WriteBug | ReadBug;

export const isReadBug = (bug: PlantedBug): bug is ReadBug => Object.hasOwn(READ_BUGS, bug);

type Values = Readonly<Record<string, unknown>>;
type Write = {
  readonly Item?: Readonly<Record<string, { readonly S?: string }>>;
  readonly Key?: Readonly<Record<string, { readonly S?: string }>>;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Values;
  readonly ExpressionAttributeValues?: Values;
};
/** A transaction's item as it is on the wire. */
export type WireItem = {
  readonly Put?: Write;
  readonly Update?: Write;
  readonly ConditionCheck?: Write;
};
type Item = WireItem;

/** The transaction as the bug makes it; the same text where the bug does not touch it. */
export function withBug(bug: WriteBug, body: string): string {
  const { TransactItems = [], ...rest }: { TransactItems?: readonly Item[] } = JSON.parse(body);
  const items = PLANTED_BUGS[bug](TransactItems);
  const isTouched =
    items.length !== TransactItems.length || items.some((item, i) => item !== TransactItems[i]);
  return isTouched ? JSON.stringify({ ...rest, TransactItems: items }) : body;
}

/** An answer as a reader with the bug takes it; the same one where it is all that was asked for. */
export function readWithBug(
  bug: ReadBug,
  { answer, short }: { readonly answer: FaultAnswer; readonly short: readonly ShortAnswer[] },
): FaultAnswer {
  const body: Readonly<Record<string, unknown>> = short.length > 0 ? JSON.parse(answer.body) : {};
  if (!(READ_BUGS[bug] in body)) return answer;
  const { [READ_BUGS[bug]]: _, ...seen } = body;
  return { ...answer, body: JSON.stringify(seen) };
}

const textOf = ({ Put }: Item, field: string): string => Put?.Item?.[field]?.S ?? "";
const isEntry = (item: Item): boolean => textOf(item, "pk").startsWith("audit#");
const isFirstEntry = (item: Item): boolean => isEntry(item) && Number(textOf(item, "sk")) === 1;
const conditionOf = ({ Put, Update }: Item): string | undefined => (Put ?? Update)?.ConditionExpression;

const BOOK = "housing-fund#withdrawals";
const isBook = (item: Item): boolean => textOf(item, "sk") === BOOK || item.Update?.Key?.["sk"]?.S === BOOK;

/** A bill that has been there before. */
const isBillOver = (item: Item): boolean =>
  textOf(item, "sk").startsWith("bill#") && !conditionOf(item)?.includes("attribute_not_exists");

/** A write as it would be without its condition. */
export const unconditional = ({ Put, Update }: Item): Item =>
  Put ? { Put: withoutCondition(Put) } : Update ? { Update: withoutCondition(Update) } : {};

/** Names and values that only the condition used go with it: the database refuses those that nobody uses. */
function withoutCondition({
  ConditionExpression: _,
  ExpressionAttributeNames: names = {},
  ExpressionAttributeValues: values = {},
  ...write
}: Write): Write {
  const used = new Set(write.UpdateExpression?.match(/[#:]\w+/g));
  const left = (all: Values): Values =>
    Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  const [keptNames, keptValues] = [left(names), left(values)];
  return {
    ...write,
    ...(Object.keys(keptNames).length > 0 ? { ExpressionAttributeNames: keptNames } : {}),
    ...(Object.keys(keptValues).length > 0 ? { ExpressionAttributeValues: keptValues } : {}),
  };
}
