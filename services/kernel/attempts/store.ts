import { Entity } from "dynamodb-toolbox/entity";
import { any, item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../actor.ts";
import type { Database } from "../database/database.ts";
import { brand, ENTITY, KEY } from "../database/entity.ts";
import { recordReader } from "../database/record-reader.ts";
import { keys, recordsTable } from "../database/tables.ts";
import { HOUR_MS, type Instant, plusMs } from "../runtime.ts";
import { type Guessed, type Guesser, type Guesses, type GuessLimits, nameOf } from "./attempts.ts";

/** The guesses of one mode. */
export type GuessStore = { readonly database: Database; readonly mode: Mode };

const countsByName = () => any().castAs<Readonly<Record<string, number>>>();

const GuessesEntity = new Entity({
  ...ENTITY,
  name: "Guesses",
  schema: item({ ...KEY, since: brand<Instant>(), count: number(), of: countsByName() }),
});
const readGuesses = recordReader(GuessesEntity);

export async function getGuesses(
  { database, mode }: GuessStore,
  who: Guesser | Guessed,
): Promise<Guesses | undefined> {
  const found = await database.get(recordsTable(mode), keys.guesses(who));
  if (!found) return undefined;
  const { since, count, of } = readGuesses(found);
  return { since, count, of };
}

/** Counts a caller's wrong guess; false where that would be more than the limits. */
export async function raiseGuesses(
  store: GuessStore,
  who: Guesser,
  guessed: Guessed | undefined,
  { max, ofOneMax }: GuessLimits,
  now: Instant,
): Promise<boolean> {
  const name = nameOf(guessed);
  const raised = {
    set: "#count = #count + :one, #of.#name = if_not_exists(#of.#name, :zero) + :one",
    condition:
      "since > :over AND #count < :max AND (attribute_not_exists(#of.#name) OR #of.#name < :ofOneMax)",
    names: { "#name": name },
    values: { ":zero": 0, ":max": max, ":ofOneMax": ofOneMax },
  };
  return raise(store, who, raised, { since: now, count: 1, of: { [name]: 1 } });
}

/** Counts a wrong guess of something. */
export async function raiseGuessesOf(store: GuessStore, guessed: Guessed, now: Instant): Promise<void> {
  const raised = { set: "#count = #count + :one", condition: "since > :over", names: {}, values: {} };
  await raise(store, guessed, raised, { since: now, count: 1, of: {} });
}

type Raised = {
  readonly set: string;
  readonly condition: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number>>;
};

/**
 * Raises what stands, or begins anew where nothing does or its hour is over; each is one update with a condition, so
 * that nobody waits for another. Between the two somebody else may have begun: so once more. False where the condition
 * is not met.
 */
async function raise(
  { database, mode }: GuessStore,
  who: Guesser | Guessed,
  { set, condition, names, values }: Raised,
  first: Guesses,
): Promise<boolean> {
  const [table, key] = [recordsTable(mode), keys.guesses(who)];
  const over = plusMs(first.since, -HOUR_MS);
  const once = () =>
    database.updateIf({
      ...{ table, key, set, condition },
      names: { ...names, "#count": "count", ...(set.includes("#of") ? { "#of": "of" } : {}) },
      values: { ...values, ":one": 1, ":over": over },
    });
  const anew = () =>
    database.updateIf({
      ...{ table, key, set: "since = :since, #count = :count, #of = :of" },
      condition: "attribute_not_exists(since) OR since <= :over",
      names: { "#count": "count", "#of": "of" },
      values: { ":since": first.since, ":count": first.count, ":of": first.of, ":over": over },
    });
  return (await once()) || (await anew()) || (await once());
}
