import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { unconditional, type WireItem } from "../support/planted-bugs.ts";
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

type Platform = Pick<TestPlatform, "ports">;
type Transaction = { readonly TransactItems?: readonly WireItem[] };

const STEP = "lostUpdate";

/**
 * Runs a race: the late change's transaction that has the guard is held back before it is sent, until the other change
 * has been made. Where the guard is `taken`, the database gets that transaction without it.
 */
export async function run(
  { ports }: Platform,
  { late, meanwhile }: Race,
  guard: Guard,
  { taken }: { readonly taken: boolean },
): Promise<Outcome> {
  const { middlewareStack } = ports.client.documents;
  const held = Promise.withResolvers<void>();
  const overtaken = Promise.withResolvers<void>();
  const told = Promise.withResolvers<Outcome>();
  let isHeld = false;
  middlewareStack.add(
    (next) => async (args) => {
      const items = "TransactItems" in args.input ? ((args.input as Transaction).TransactItems ?? []) : [];
      if (isHeld || !items.some((item) => isGuarded(item, guard))) return next(args);
      isHeld = true;
      held.resolve();
      await overtaken.promise;
      const sent = taken ? items.flatMap((item) => (isGuarded(item, guard) ? without(item) : [item])) : items;
      const input = { ...args.input, TransactItems: sent };
      return next({ ...args, input }).then(
        (answer) => {
          told.resolve(undefined);
          return answer;
        },
        (error: unknown) => {
          if (error instanceof TransactionCanceledException) told.resolve(refusedIn(error, sent));
          else told.reject(error);
          throw error;
        },
      );
    },
    { step: "initialize", name: STEP, priority: "low" },
  );
  try {
    const end = late();
    const ended = end.then(() => Promise.reject(new Error("the late change has no write with this guard")));
    ended.catch(() => undefined);
    await Promise.race([held.promise, ended]);
    await meanwhile().finally(overtaken.resolve);
    const outcome = await told.promise;
    // What a change says that was written without its guard may be anything.
    await (taken ? end.catch(() => undefined) : end);
    return outcome;
  } finally {
    middlewareStack.remove(STEP);
  }
}

function isGuarded(item: WireItem, { record, condition = /./, kind }: Guard): boolean {
  const { Put, Update, ConditionCheck } = item;
  const text = (Put ?? Update ?? ConditionCheck)?.ConditionExpression ?? "";
  const isOver = /[<>=]|attribute_exists/.test(text);
  return record.test(nameOf(item)) && condition.test(text) && isOver === (kind === "over");
}

/** A check is nothing but its condition. */
const without = (item: WireItem): readonly WireItem[] => (item.ConditionCheck ? [] : [unconditional(item)]);

function refusedIn(error: TransactionCanceledException, items: readonly WireItem[]): readonly string[] {
  const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
  return items.flatMap((item, i) => (codes[i] === "ConditionalCheckFailed" ? [nameOf(item)] : []));
}

/** `Put ctz_0123 profile`: what is done to which record. */
function nameOf({ Put, Update, ConditionCheck }: WireItem): string {
  const operation = Put ? "Put" : Update ? "Update" : "ConditionCheck";
  const key = Put?.Item ?? Update?.Key ?? ConditionCheck?.Key ?? {};
  return `${operation} ${textOf(key["pk"])} ${textOf(key["sk"])}`;
}

const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "S" in value ? String(value.S) : String(value);
