import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { workPorts } from "../../../local/work-ports.ts";
import { AwsRefusal } from "../../../services/kernel/aws/json-calls.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { Database } from "../../../services/kernel/database/database.ts";
import { INDEX1, OUTBOX_TABLES } from "../../../services/kernel/database/tables.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { deliverEvents, type Receive } from "../../../services/kernel/outbox/index.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { deliverOutbox } from "../../../services/people/notifications/deliver-outbox.ts";
import { notificationKeys } from "../../../services/people/notifications/keys.ts";
import { receiveEvent } from "../../../services/people/notifications/receive-event.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { commitChange, eventFor, toldTo, trailOf } from "./events.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

let citizen: CitizenId;
let aggregate: string;
let count = 0;
beforeEach(() => {
  citizen = platform.newCitizen();
  count += 1;
  aggregate = `thing-${count}`;
});

const told = async (id = citizen): Promise<number> => (await toldTo(platform.database(), id)).length;

/** A sweep with another receiver, or another view of the tables. */
function sweepWith({
  receive = receiveEvent,
  open = platform.database,
}: {
  receive?: Receive;
  open?: () => Database;
}) {
  const { clock, ports } = platform;
  return deliverEvents({ receive, open, now: clock.now, log: ports.log }, plusMs(clock.now(), 1_000));
}

const refusing: Receive = () => {
  throw new Error("the receiver cannot make sense of it");
};

describe("an event", () => {
  it("reaches each citizen once, and leaves the outbox by that", async () => {
    const other = platform.newCitizen();
    await commitChange(platform, { aggregate, event: eventFor(citizen, other, citizen) });
    expect(await told()).toBe(0);
    expect(await sweep(platform)).toEqual({
      delivered: 1,
      failed: 0,
      oldestAt: undefined,
      postponed: 0,
      oldestPostponedAt: undefined,
      dead: 0,
      finished: true,
      faults: [],
    });
    expect(await sweep(platform)).toMatchObject({ delivered: 0 });
    expect([await told(), await told(other)]).toEqual([1, 1]);
  });

  it.each(OUTBOX_TABLES)("is delivered from %s", async (table) => {
    await commitChange(platform, { aggregate, table, event: eventFor(citizen) });
    await sweep(platform);
    expect(await told()).toBe(1);
  });

  it("of the sandbox reaches the citizen of the sandbox only", async () => {
    await commitChange(platform, { aggregate, event: { ...eventFor(citizen), mode: "test" } });
    await sweep(platform);
    const { skPrefix } = notificationKeys.allNotifications;
    const sandbox = { table: "records-test", pk: citizen, skPrefix, limit: 10 } as const;
    expect((await platform.database().query(sandbox)).items).toHaveLength(1);
    expect(await told()).toBe(0);
  });

  it("costs its commit the one write unit of an index entry, and its delivery six", async () => {
    const committing = platform.database();
    const opened = { ...platform, database: () => committing };
    await commitChange(opened, { aggregate: `${aggregate}-silent` });
    const silent = committing.usage().writeUnits;
    await commitChange(opened, { aggregate, event: eventFor(citizen) });
    expect([silent, committing.usage().writeUnits - silent]).toEqual([2, 3]);
    const delivering = platform.database();
    await sweepWith({ open: () => delivering });
    expect(delivering.usage().writeUnits).toBe(6);
  });

  it("stays on the audit trail, under its hash; the marks of delivery do not", async () => {
    await commitChange(platform, { aggregate, event: eventFor(citizen) });
    const [before] = await trailOf(platform.database(), aggregate);
    await sweepWith({ receive: refusing });
    platform.clock.advance(HOUR_MS);
    await sweep(platform);
    const [after] = await trailOf(platform.database(), aggregate);
    const { [INDEX1.pk]: _, [INDEX1.sk]: __, ...entry } = before ?? {};
    expect(after).toEqual(entry);
    expect(JSON.parse(String(after?.["event"]))).toMatchObject({ type: "consent.granted", to: [citizen] });
  });

  it("is refused, with its change, where it is for too many", async () => {
    const many = Array.from({ length: 51 }, () => platform.newCitizen());
    await expect(commitChange(platform, { aggregate, event: eventFor(...many) })).rejects.toThrow(
      "more than 50",
    );
    expect(await trailOf(platform.database(), aggregate)).toEqual([]);
  });

  it("is not given again to whom it reached before its table was restored", async () => {
    const other = platform.newCitizen();
    await commitChange(platform, { aggregate, event: eventFor(citizen, other) });
    const database = platform.database();
    const [waiting] = await trailOf(database, aggregate);
    await sweep(platform);
    await database.observe({ table: "records-live", item: waiting ?? {} });
    expect(await sweep(platform)).toMatchObject({ delivered: 1, failed: 0 });
    expect([await told(), await told(other)]).toEqual([1, 1]);
  });
});

describe("the events of one aggregate", () => {
  const commitThree = async (): Promise<readonly CitizenId[]> => {
    const citizens = [platform.newCitizen(), platform.newCitizen(), platform.newCitizen()];
    for (const each of citizens) {
      await commitChange(platform, { aggregate, event: eventFor(each) });
      await commitChange(platform, { aggregate, action: "test.changed-in-silence" });
      // A request that began earlier commits later.
      platform.clock.advance(-1_000);
    }
    return citizens;
  };

  it("are delivered in the order of its audit trail, whatever the clocks said", async () => {
    const citizens = await commitThree();
    const order: (CitizenId | undefined)[] = [];
    await sweepWith({
      receive: (event, database) => {
        order.push(event.to[0]);
        return receiveEvent(event, database);
      },
    });
    expect(order).toEqual(citizens);
  });

  it("wait for one that fails, while other aggregates go on", async () => {
    const citizens = await commitThree();
    const [first, second] = citizens;
    await commitChange(platform, { aggregate: `${aggregate}-other`, event: eventFor(citizen) });
    const receive: Receive = (event, database) =>
      event.to[0] === second ? refusing(event, database) : receiveEvent(event, database);
    expect(await sweepWith({ receive })).toMatchObject({ delivered: 2, failed: 1 });
    expect(await Promise.all(citizens.map(told))).toEqual([1, 0, 0]);
    expect([await told(first), await told()]).toEqual([1, 1]);
    platform.clock.advance(HOUR_MS);
    await sweep(platform);
    expect(await Promise.all(citizens.map(told))).toEqual([1, 1, 1]);
  });

  it("are all delivered where the index shows only the last of them yet", async () => {
    const citizens = await commitThree();
    const late = (): Database => {
      const database = platform.database();
      return {
        ...database,
        query: async (query) => {
          const page = await database.query(query);
          const items = page.items.filter(({ pk, sk }) => pk !== `audit#${aggregate}` || Number(sk) === 5);
          return query.index ? { ...page, items } : page;
        },
      };
    };
    expect(await sweepWith({ open: late })).toMatchObject({ delivered: 3 });
    expect(await Promise.all(citizens.map(told))).toEqual([1, 1, 1]);
  });
});

describe("a sweep", () => {
  it("goes on with a long queue page by page", async () => {
    const aggregates = Array.from({ length: 60 }, (_, i) => `${aggregate}-${i}`);
    await Promise.all(
      aggregates.map((one) => commitChange(platform, { aggregate: one, event: eventFor(citizen) })),
    );
    for (let i = 0; i < 60; i += 1) await commitChange(platform, { aggregate, event: eventFor(citizen) });
    expect(await sweep(platform)).toMatchObject({ delivered: 120, finished: true });
    expect(await told()).toBe(120);
  });

  it("that runs out of time leaves the rest to the next, and says how old it is", async () => {
    const committedAt = platform.clock.now();
    for (let i = 0; i < 5; i += 1) await commitChange(platform, { aggregate, event: eventFor(citizen) });
    platform.clock.advance(5_000);
    const { clock, ports, database } = platform;
    let calls = 0;
    const receive: Receive = (event, tables) => {
      calls += 1;
      clock.advance(400);
      return receiveEvent(event, tables);
    };
    const ports_ = { receive, open: database, now: clock.now, log: ports.log };
    const swept = await deliverEvents(ports_, plusMs(clock.now(), 1_000));
    expect(swept).toMatchObject({ delivered: 3, finished: false, oldestAt: committedAt });
    expect([calls, await told()]).toEqual([3, 3]);
    expect(await sweep(platform)).toMatchObject({ delivered: 2, finished: true, oldestAt: undefined });
  });

  it("beside others delivers nothing twice", async () => {
    const aggregates = Array.from({ length: 10 }, (_, i) => `${aggregate}-${i}`);
    for (const one of [...aggregates, ...aggregates]) {
      await commitChange(platform, { aggregate: one, event: eventFor(citizen) });
    }
    await Promise.all([sweep(platform), sweep(platform), sweep(platform)]);
    expect(await told()).toBe(20);
  });

  it("tells of the fault where not even a failure can be put on record, and has lost nothing", async () => {
    await commitChange(platform, { aggregate, event: eventFor(citizen) });
    const openBroken = (): Database => ({
      ...platform.database(),
      transact: () => Promise.reject(new Error("no connection")),
    });
    expect((await sweepWith({ open: openBroken })).faults).toMatchObject([{ message: "no connection" }]);
    expect(await told()).toBe(0);
    await sweep(platform);
    expect(await told()).toBe(1);
  });

  it("delivers what others wait for beside an event that nothing can be written of, and tells what it did", async () => {
    const poisoned = `${aggregate}-poisoned`;
    const behind = Array.from({ length: 30 }, (_, i) => `${aggregate}-${i}`);
    for (const one of [poisoned, ...behind]) {
      await commitChange(platform, { aggregate: one, event: eventFor(citizen) });
    }
    const openPoisoned = (): Database => {
      const database = platform.database();
      return {
        ...database,
        transact: (items, token) =>
          JSON.stringify(items).includes(poisoned)
            ? Promise.reject(new Error("no connection"))
            : database.transact(items, token),
      };
    };
    expect(await sweepWith({ open: openPoisoned })).toMatchObject({
      ...{ delivered: 30, dead: 0, finished: true, faults: [{ message: "no connection" }] },
    });
    await sweep(platform);
  });

  it("counts the dead and the delivered beside a queue that cannot be read", async () => {
    await commitChange(platform, { aggregate, event: eventFor(citizen) });
    const openBroken = (): Database => {
      const database = platform.database();
      return {
        ...database,
        query: (query) =>
          query.table === "registry" ? Promise.reject(new Error("no connection")) : database.query(query),
      };
    };
    const { faults, ...run } = await sweepWith({ open: openBroken });
    expect(run).toMatchObject({ delivered: 1, dead: undefined });
    expect(faults.length).toBeGreaterThan(1);
    const open = () => ({ database: openBroken(), commit: commitTo(openBroken()) });
    const { now } = platform.clock;
    const work = { ...workPorts(platform.ports, platform.published.put), open, now };
    const logged = await deliverOutbox(work, plusMs(now(), 1_000));
    // The queue that was not read may hold an older one: the alarm's number is silent, which raises it.
    expect(logged).not.toHaveProperty("oldestAgeSeconds");
    expect(logged).toMatchObject({ oldestPostponedSeconds: 0, faults: expect.anything() });
  });

  it("keeps of a fault only its name on the entry: what the database says holds keys", async () => {
    await commitChange(platform, { aggregate, event: eventFor(citizen) });
    const receive: Receive = () => {
      throw new AwsRefusal("ValidationException", `the key ${citizen} of 11010519491231002X`, 400);
    };
    expect(await sweepWith({ receive })).toMatchObject({ failed: 1, faults: [] });
    const [entry] = await trailOf(platform.database(), aggregate);
    expect(entry).toMatchObject({ attempts: 1, failure: "ValidationException" });
    platform.clock.advance(HOUR_MS);
    await sweep(platform);
  });
});
