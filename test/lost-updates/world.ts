import { newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform } from "../support/platform.ts";
import type { Race } from "./race.ts";

/** How two changes come to race on a record; each time on records of their own. */
export type Scene = (platform: TestPlatform) => Promise<Race>;

/** The records that a guard keeps, and two real changes that race on one of them. */
export type Guarded = {
  readonly record: RegExp;
  /** Where a record's writes have different conditions: the one that is meant. */
  readonly condition?: RegExp;
  readonly scene: Scene;
};

/** A guard that nobody can race on, and why; something else holds there. */
export type Unraced = { readonly why: string };

/** For each guard, under its name in the code, the races that it decides. */
export type Scenes = Readonly<Record<string, Guarded | readonly Guarded[] | Unraced>>;

export const MORNING = "2026-03-02T02:00:00.000Z";

/** The same change, sent twice. */
export const twice = (change: () => Promise<unknown>): Race => ({ late: change, meanwhile: change });

/** Makes something on a platform for the scene that needs it first, and answers with it from then on. */
export function onceOn<T>(
  make: (platform: TestPlatform) => Promise<T>,
): (platform: TestPlatform) => Promise<T> {
  const made = new WeakMap<TestPlatform, Promise<T>>();
  return (platform) => {
    const known = made.get(platform) ?? make(platform);
    made.set(platform, known);
    return known;
  };
}

export type Caller = { readonly token?: string; readonly apiKey?: string };

export const newKey = (): string => newId("key", systemRuntime);

/** Calls a mutation, written with its arguments and what is asked of its answer. */
export async function ask(
  platform: TestPlatform,
  caller: Caller,
  mutation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Json> {
  const [, declared = "", field = mutation] = /^(\(.*?\)) (.*)$/s.exec(mutation) ?? [];
  const query = `mutation ${declared} { done: ${field} }`;
  const answer = await platform.call({ query, variables, ...caller });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "done");
}
