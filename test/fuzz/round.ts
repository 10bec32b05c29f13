import { api } from "../../services/app/api.ts";
import { createGraphqlHandler, type Ports } from "../../services/app/compose.ts";
import { startAnswerTime } from "../support/answer-time.ts";
import { eventOf, type Json } from "../support/platform.ts";
import { schema } from "../support/schema.ts";
import { bodyOf, type Finding, judge, type Outcome, wasRefused } from "./judge.ts";
import { knownWords } from "./known-words.ts";
import { type FuzzOperation, operationOf } from "./operation.ts";
import type { ValueObjects } from "./random-values.ts";
import { FORM_SCHEMAS, RULES } from "./sound-programs.ts";
import type { UncaughtEar } from "./uncaught.ts";
import type { startWatchdog } from "./watchdog.ts";
import { watchWrites } from "./watched-writes.ts";
import type { FuzzWorld } from "./world.ts";

/** An operation that broke a promise, whole, so that it can be sent again. */
export type Failure = {
  readonly seed: string;
  readonly operation: FuzzOperation;
  readonly findings: readonly Finding[];
};

export type Served = (ports: Ports) => ReturnType<typeof createGraphqlHandler>;

/** The caller who looks on. */
type Watch = { readonly ear: UncaughtEar; readonly watchdog: ReturnType<typeof startWatchdog> };

/** Calls the platform in a world, one operation after another, and judges each answer. */
export function openRound(
  world: FuzzWorld,
  seed: string,
  { ear, watchdog }: Watch,
  serve: Served = (ports) => createGraphqlHandler(ports, api, schema),
) {
  const { platform, ports, callers } = world;
  const watched = watchWrites(ports.client);
  const handler = serve({ ...ports, client: watched.client });
  const known = knownWords(world.words);
  const [form = {}, ...forms] = world.forms;
  const objects: ValueObjects = { forms: [form, ...forms], schemas: FORM_SCHEMAS, rules: RULES };

  let first: number | undefined;

  const send = async ({ index, caller, advanceMs, query, variables }: FuzzOperation): Promise<Outcome> => {
    const by = callers.find(({ name }) => name === caller);
    if (!by) throw new Error(`nobody is called ${caller}`);
    world.reseed(`${seed} draws of ${index}`);
    platform.clock.advance(advanceMs);
    platform.logs.splice(0);
    watched.take();
    const takeMs = startAnswerTime(platform.engine.pid);
    const answered = handler(eventOf({ query, variables, headers: by.headers })).catch((error: unknown) => ({
      ...{ statusCode: 500, body: `the handler threw: ${String(error)}` },
    }));
    const { statusCode = 0, body = "" } = await answered;
    const answerMs = takeMs();
    const uncaught = await ear.heard();
    return {
      status: statusCode,
      text: body,
      answerMs,
      written: watched.take(),
      logs: [...platform.logs],
      uncaught,
    };
  };

  const learn = ({ given, ...operation }: FuzzOperation, text: string): void => {
    const body = bodyOf(text);
    if (!body?.data) return;
    known.learn(operation.caller, body.data as Json);
    if (!wasRefused(schema, { ...operation, given, query: "" }, body)) {
      for (const [place, list] of given) known.like(place, list);
    }
  };

  return {
    schema,
    /** The operation of this number, sent and judged; what it tells is known to those behind it. */
    run: async (index: number): Promise<Failure | undefined> => {
      first ??= index;
      const operation = operationOf(
        { ...{ seed, schema, callers, known, objects }, now: platform.clock.now(), first },
        index,
      );
      return ran(operation);
    },
    /** An operation as it was written down. */
    replay: (operation: FuzzOperation): Promise<Failure | undefined> => ran(operation),
  };

  async function ran(operation: FuzzOperation): Promise<Failure | undefined> {
    watchdog.begins(seed, operation);
    const outcome = await send(operation);
    watchdog.ends();
    learn(operation, outcome.text);
    const findings = judge(schema, operation, outcome);
    return findings.length > 0 ? { seed, operation, findings } : undefined;
  }
}
