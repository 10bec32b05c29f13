import { afterAll, beforeAll, expect, it } from "vitest";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { ATTEMPTS_MAX } from "../../../services/kernel/outbox/delivery.ts";
import {
  deliverEvents,
  listDeadLetters,
  type Receive,
  retryDeadLetters,
} from "../../../services/kernel/outbox/index.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { receiveEvent } from "../../../services/people/notifications/receive-event.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { commitChange, eventFor, toldTo } from "./events.ts";

let platform: TestPlatform;
let citizen: CitizenId;
beforeAll(async () => {
  platform = await startPlatform();
  citizen = platform.newCitizen();
});
afterAll(() => platform.stop());

const refusing: Receive = (event, database) => {
  if (event.to[0] !== citizen) return receiveEvent(event, database);
  throw new SyntaxError(`the receiver cannot make sense of ${citizen}`);
};

async function sweepRefusing() {
  const { clock, database, ports } = platform;
  const ports_ = { receive: refusing, open: database, now: clock.now, log: ports.log };
  return deliverEvents(ports_, plusMs(clock.now(), 1_000));
}

it("an event that fails every time is parked, told of, and kept with those behind it", async () => {
  const committedAt = platform.clock.now();
  await commitChange(platform, { aggregate: "poisoned", event: eventFor(citizen) });
  const behind = platform.newCitizen();
  await commitChange(platform, { aggregate: "poisoned", event: eventFor(behind) });
  for (let i = 1; i <= ATTEMPTS_MAX; i += 1) {
    expect(await sweepRefusing()).toMatchObject({ delivered: 0, failed: 1, oldestAt: committedAt });
    // Not due again before its time.
    expect(await sweepRefusing()).toMatchObject({ delivered: 0, failed: 0 });
    platform.clock.advance(HOUR_MS);
  }
  expect(await sweepRefusing()).toEqual({
    delivered: 0,
    failed: 0,
    dead: 1,
    finished: true,
    faults: [],
    oldestAt: committedAt,
    postponed: 0,
    oldestPostponedAt: undefined,
  });
  expect(await toldTo(platform.database(), behind)).toEqual([]);
  const failures = platform.logs.filter(({ message }) => message === "an event was not delivered");
  expect(failures.map(({ level }) => level)).toEqual([...Array(ATTEMPTS_MAX - 1).fill("WARN"), "ERROR"]);
  expect(JSON.stringify(failures)).not.toContain(citizen);
});

it("an operator sees it with what was wrong, and has it delivered once that is put right", async () => {
  const { clock, database } = platform;
  const letters = await listDeadLetters(database);
  expect(letters).toMatchObject([
    {
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      delivery: {
        aggregate: "poisoned",
        sequence: 1,
        failure: "SyntaxError",
      },
    },
  ]);
  await retryDeadLetters(letters, clock.now(), database);
  expect(await listDeadLetters(database)).toEqual([]);
  await expect(retryDeadLetters(letters, clock.now(), database)).rejects.toThrow();
  expect(await sweep(platform)).toMatchObject({ delivered: 2, dead: 0, oldestAt: undefined });
  expect(await toldTo(database(), citizen)).toHaveLength(1);
});
