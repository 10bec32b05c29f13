import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventId, readEvent } from "../../../services/kernel/commit/event.ts";
import type { Database, Page, StoredItem } from "../../../services/kernel/database/database.ts";
import { INDEX1 } from "../../../services/kernel/database/tables.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import {
  deliverEvents,
  listDeadLetters,
  type Receive,
  retryDeadLetters,
} from "../../../services/kernel/outbox/index.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { receiveEvent } from "../../../services/people/notifications/receive-event.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { commitChange, eventFor, type Stored, toldTo, trailOf } from "./events.ts";

const RUNS = 60;
/** The table of all events here. */
const COMMITTED_TO = "records-live";
const seed = Number(process.env["SEED"] || Date.now() % 2 ** 31);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

type Fault =
  /** The process is killed: before or after its nth transaction, and nothing of it happens any more. */
  | { readonly kind: "killed"; readonly at: number; readonly sent: boolean }
  /** The nth transaction's request or answer is lost, and the sweep lives on. */
  | { readonly kind: "lost"; readonly at: number; readonly sent: boolean }
  /** The index shows what is gone, and does not show everything that is there. */
  | { readonly kind: "stale"; readonly at: number }
  /** The receiver refuses whoever is told first of this citizen. */
  | { readonly kind: "refused"; readonly citizen: number }
  | { readonly kind: "none" };

type Step =
  | {
      readonly do: "commit";
      readonly aggregate: number;
      readonly to: readonly number[];
      readonly skewMs: number;
    }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "sweep"; readonly faults: readonly Fault[] };

const order = fc.integer({ min: 1, max: 4 });
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant("killed" as const), at: order, sent: fc.boolean() }),
  fc.record({ kind: fc.constant("lost" as const), at: order, sent: fc.boolean() }),
  fc.record({ kind: fc.constant("stale" as const), at: order }),
  fc.record({ kind: fc.constant("refused" as const), citizen: fc.integer({ min: 0, max: 2 }) }),
  fc.constant({ kind: "none" as const }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("commit" as const),
      aggregate: fc.integer({ min: 0, max: 2 }),
      to: fc.subarray([0, 1, 2]),
      skewMs: fc.integer({ min: -5_000, max: 0 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  },
  // More than one: sweeps beside each other.
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("sweep" as const),
      faults: fc.array(fault, { minLength: 1, maxLength: 3 }),
    }),
  },
);

class Killed extends Error {}

/** The events that every sweep of this run has seen in the index. */
type Memory = Map<string, Map<string, StoredItem>>;

function faulty(fault: Fault, memory: Memory): { open: () => Database; receive: Receive } {
  let transactions = 0;
  let dead = false;
  const alive =
    <A extends readonly unknown[], T>(call: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      dead ? Promise.reject(new Killed()) : call(...args);
  const open = (): Database => {
    const database = platform.database();
    return {
      ...database,
      get: alive(database.get),
      query: alive(async (query) => {
        if (!query.index) return database.query(query);
        // The other tables' queues, which are two thirds of all, are empty: to ask each time would tell nothing.
        const page: Page = query.table === COMMITTED_TO ? await database.query(query) : { items: [] };
        const seen = memory.get(query.pk) ?? new Map<string, StoredItem>();
        memory.set(query.pk, seen);
        for (const item of page.items) seen.set(`${item[INDEX1.sk]}`, item);
        if (fault.kind !== "stale") return page;
        return { ...page, items: [...seen.values()].filter((_, i) => i % 2 !== fault.at % 2) };
      }),
      transact: alive(async (items, token) => {
        transactions += 1;
        const hit = (fault.kind === "killed" || fault.kind === "lost") && fault.at === transactions;
        if (!hit || fault.sent) await database.transact(items, token);
        if (!hit) return;
        dead = fault.kind === "killed";
        throw new Killed();
      }),
    };
  };
  return {
    open,
    receive: (event, database) => {
      if (fault.kind === "refused" && event.payload.about.endsWith(String(fault.citizen))) {
        throw new Error("the receiver cannot make sense of it");
      }
      return receiveEvent(event, database);
    },
  };
}

describe("whatever fails, and however often", () => {
  it(`each event has its effect once, and in the order of its aggregate (seed ${seed})`, async () => {
    let run = 0;
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      run += 1;
      const citizens = [platform.newCitizen(), platform.newCitizen(), platform.newCitizen()];
      const aggregates = [0, 1, 2].map((i) => `run-${run}-${i}`);
      const memory: Memory = new Map();
      for (const step of steps) {
        await take(step, { citizens, aggregates, memory });
        await expectOrder(aggregates, citizens);
      }
      await settleAll();
      expect(await expectOrder(aggregates, citizens)).toEqual({ waiting: 0 });
    });
    await fc.assert(property, { numRuns: RUNS, seed });
  });
});

type World = {
  readonly citizens: readonly CitizenId[];
  readonly aggregates: readonly string[];
  readonly memory: Memory;
};

async function take(step: Step, { citizens, aggregates, memory }: World): Promise<void> {
  const { clock, ports } = platform;
  if (step.do === "wait") return clock.advance(step.minutes * 60_000);
  if (step.do === "commit") {
    const to = step.to.flatMap((i) => citizens[i] ?? []);
    const aggregate = aggregates[step.aggregate] ?? "";
    const event = eventFor(...to);
    const about = `cns_000000000000000${step.to[0] ?? 9}`;
    clock.advance(step.skewMs);
    const told = to.length > 0 ? { event: { ...event, payload: { ...event.payload, about } } } : {};
    await commitChange(platform, { aggregate, ...told });
    return clock.advance(-step.skewMs);
  }
  const until = plusMs(clock.now(), 1_000);
  const sweeps = step.faults.map((fault) =>
    deliverEvents({ ...faulty(fault, memory), now: clock.now, log: ports.log }, until),
  );
  for (const { faults } of await Promise.all(sweeps)) {
    for (const fault of faults) expect(fault).toBeInstanceOf(Killed);
  }
}

/**
 * The delivered events of an aggregate are always the beginning of its events, and told exactly if they are delivered.
 */
async function expectOrder(aggregates: readonly string[], citizens: readonly CitizenId[]) {
  const database = platform.database();
  const trails = await Promise.all(aggregates.map((aggregate) => trailOf(database, aggregate)));
  const expected = new Map(citizens.map((id) => [id, [] as string[]]));
  let waiting = 0;
  for (const [i, trail] of trails.entries()) {
    const events = trail.filter((entry) => entry["event"] !== undefined);
    const delivered = events.map((entry) => entry[INDEX1.pk] === undefined);
    expect(delivered).toEqual(delivered.toSorted((a, b) => Number(b) - Number(a)));
    waiting += delivered.filter((done) => !done).length;
    for (const entry of events.filter((_, at) => delivered[at])) {
      for (const id of readEvent(String(entry["event"])).to) {
        expected.get(id)?.push(notificationId(aggregates[i] ?? "", entry));
      }
    }
  }
  for (const [id, ids] of expected) {
    const told = await toldTo(database, id);
    expect(told.map((one) => one["id"]).toSorted()).toEqual(ids.toSorted());
  }
  return { waiting };
}

const notificationId = (aggregate: string, { sequence, at }: Stored): string =>
  `ntf_${eventId("records-live", aggregate, Number(sequence), String(at) as Instant)}`;

/** The faults have stopped, and an operator has the dead letters tried again. */
async function settleAll(): Promise<void> {
  const { clock, database } = platform;
  platform.clock.advance(HOUR_MS);
  await retryDeadLetters(await listDeadLetters(database), clock.now(), database);
  await sweep(platform);
}
