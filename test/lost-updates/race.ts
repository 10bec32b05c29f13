import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { AwsRefusal } from "../../services/kernel/aws/json-calls.ts";
import { unconditional } from "../support/planted-bugs.ts";
import type { TestPlatform } from "../support/platform.ts";
import type { GuardKind } from "./guards-in-code.ts";

/** Two changes that were decided on the same state: one is written while the other is on its way. */
export type Race = { readonly late: () => Promise<unknown>; readonly meanwhile: () => Promise<unknown> };

export type Guard = {
  /** Finds the guard's record among a transaction's items, each written as `Put pk sk`. */
  readonly record: RegExp;
  /** Where a record's writes have different conditions: the one that is meant. */
  readonly condition?: RegExp | undefined;
  readonly kind: GuardKind;
};

/** The items of the late change's first attempt that were refused; undefined where it was written. */
export type Outcome = readonly string[] | undefined;

type Platform = Pick<TestPlatform, "gate">;

/**
 * Runs a race: the late change's transaction that has the guard is held back before it is sent, until the other change
 * has been made. Where the guard is `taken`, the database gets that transaction without it.
 */
export async function run(
  { gate }: Platform,
  { late, meanwhile }: Race,
  guard: Guard,
  { taken }: { readonly taken: boolean },
): Promise<Outcome> {
  const held = Promise.withResolvers<void>();
  const overtaken = Promise.withResolvers<void>();
  const told = Promise.withResolvers<Outcome>();
  let isHeld = false;
  const uncounted = new Set<string>();
  gate.hold(async (items, send) => {
    for (const item of items) if (!countsOn(item)) uncounted.add(nameOf(item));
    if (isHeld || !items.some((item) => isGuarded(item, guard))) return send(items);
    isHeld = true;
    held.resolve();
    await overtaken.promise;
    const sent = taken ? items.flatMap((item) => (isGuarded(item, guard) ? without(item) : [item])) : items;
    try {
      await send(sent);
      told.resolve(undefined);
    } catch (error) {
      if (error instanceof AwsRefusal && error.reasons) told.resolve(refusedIn(error.reasons, sent));
      else told.reject(error);
      throw error;
    }
  });
  try {
    const end = late();
    const ended = end.then(() => Promise.reject(new Error("the late change has no write with this guard")));
    ended.catch(() => undefined);
    await Promise.race([held.promise, ended]);
    await meanwhile().finally(overtaken.resolve);
    const outcome = await told.promise;
    // A change that was written without its guard may say anything.
    await (taken ? end.catch(() => undefined) : end);
    if (uncounted.size > 0) throw new Error(`revisions are not counted on: ${[...uncounted].join()}`);
    return outcome;
  } finally {
    gate.hold(undefined);
  }
}

function isGuarded(item: TransactWriteItem, { record, condition = /./, kind }: Guard): boolean {
  const { Put, Update, ConditionCheck } = item;
  const text = (Put ?? Update ?? ConditionCheck)?.ConditionExpression ?? "";
  const isOver = /[<>=]|attribute_exists/.test(text);
  return record.test(nameOf(item)) && condition.test(text) && isOver === (kind === "over");
}

/** A bill counts what its state, over which it is put as well, does not tell; the number of a closing is its hall's. */
const COUNTED_OTHERWISE = /^Put (?:uac_\w+ bill#|hall-closing#)/;

/**
 * Whether a record that is put over the revision that was read has a later one: a number that stays, or goes back, comes
 * again for another state.
 */
function countsOn(item: TransactWriteItem): boolean {
  const { Put } = item;
  if (COUNTED_OTHERWISE.test(nameOf(item))) return true;
  const {
    ConditionExpression = "",
    ExpressionAttributeNames = {},
    ExpressionAttributeValues = {},
  } = Put ?? {};
  const names = Object.entries(ExpressionAttributeNames).filter(([, name]) => name === "revision");
  const compared = ["revision", ...names.map(([alias]) => alias)].flatMap((name) => {
    const [, value = ""] = new RegExp(`(?:^|[\\s(])${name} = (:\\w+)`).exec(ConditionExpression) ?? [];
    return ExpressionAttributeValues[value] ?? [];
  });
  return compared.every((before) => numberOf(Put?.Item?.["revision"]) > numberOf(before));
}

const numberOf = (value: unknown): number =>
  typeof value === "object" && value !== null && "N" in value ? Number(value.N) : Number(value);

/** A check is nothing but its condition. */
const without = (item: TransactWriteItem): readonly TransactWriteItem[] =>
  item.ConditionCheck ? [] : [withoutCondition(item)];

/** The call on the wire is of the SDK's type, of which `unconditional` knows a part and leaves the rest. */
const withoutCondition = (item: TransactWriteItem) =>
  unconditional(item as Parameters<typeof unconditional>[0]) as TransactWriteItem;

const refusedIn = (reasons: readonly string[], items: readonly TransactWriteItem[]): readonly string[] =>
  items.flatMap((item, i) => (reasons[i] === "ConditionalCheckFailed" ? [nameOf(item)] : []));

/** `Put ctz_0123 profile`: what is done to which record. */
function nameOf({ Put, Update, ConditionCheck }: TransactWriteItem): string {
  const operation = Put ? "Put" : Update ? "Update" : "ConditionCheck";
  const key = Put?.Item ?? Update?.Key ?? ConditionCheck?.Key ?? {};
  return `${operation} ${textOf(key["pk"])} ${textOf(key["sk"])}`;
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "S" in value ? String(value.S) : String(value);
