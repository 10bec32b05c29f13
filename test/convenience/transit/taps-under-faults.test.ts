import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Random, randomOf } from "../../../local/generate/random.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";
import { newKey, seedCard, seedTapSender, type TapSender, tapRow, topUp } from "./transit-world.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CARDS = 8;
const RIDES = 6;
const BATCH = 6;
const SENDERS = 4;
const MINUTE_MS = 60_000;
const FAULTS_MIN = 10;

let faults: FaultProxy;
let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  faults = await startFaultProxy(SEED);
  platform = await startPlatform({ faults });
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());

type Holder = Awaited<ReturnType<typeof seedCard>>;

/** Every ride from Xidan to Guomao: 4.00. */
function tapsOf({ number }: Holder): readonly object[] {
  return Array.from({ length: RIDES }, (_, i) => {
    const begins = plusMs(platform.clock.now(), -(RIDES - i) * 60 * MINUTE_MS);
    return [tapRow("ENTRY", number, begins), tapRow("EXIT", number, plusMs(begins, 30 * MINUTE_MS))];
  }).flat();
}

function shuffle<T>(values: readonly T[], random: Random): readonly T[] {
  return values
    .map((value) => ({ value, place: random.int(0, 1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/** Until it was answered; now and then twice at once. */
async function sendAll(batches: (readonly object[])[], random: Random): Promise<void> {
  const sender = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const rows = batch;
      const tries = Array.from({ length: random.chance(25) ? 2 : 1 }, () => operator.tap(...rows));
      const told = await Promise.allSettled(tries);
      // Taps that were not answered are sent again, behind the others.
      if (told.some(({ status }) => status === "rejected")) batches.unshift(rows);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

async function cardOf({ token }: Holder): Promise<Json> {
  const query = "{ me { transitCards { balance trips(first: 50) { edges { node { status fare } } } } } }";
  return at((await platform.call({ query, token })).data, "me", "transitCards", 0);
}

describe(`taps while the database fails (FAULT_SEED=${SEED})`, () => {
  it("are charged once each, in whatever order and however often they are sent; no fen is lost", async () => {
    const random = randomOf(`${SEED} taps`);
    const holders: Holder[] = [];
    for (let i = 0; i < CARDS; i += 1) holders.push(await seedCard(platform));
    const taps = shuffle(holders.flatMap(tapsOf), random);
    const batches = Array.from({ length: taps.length / BATCH }, (_, i) =>
      taps.slice(i * BATCH, (i + 1) * BATCH),
    );
    const keys = holders.map(() => newKey());
    faults.begin({
      short: ALL_SHORT,
      percent: {
        "request-lost": 4,
        "answer-lost": 8,
        "error-before": 3,
        "error-after": 6,
        throttled: 3,
        conflict: 6,
      },
    });
    await Promise.all([
      sendAll([...batches], random),
      ...holders.map((holder, i) =>
        topUp(platform, holder, holder.number, "10.00", keys[i]).catch(() => undefined),
      ),
    ]);
    expect(faults.seen().filter(({ fault }) => fault).length).toBeGreaterThan(FAULTS_MIN);
    faults.calm(ALL_SHORT);
    await faults.arrived();
    await Promise.all(holders.map((holder, i) => topUp(platform, holder, holder.number, "10.00", keys[i])));
    const again = (await Promise.all(batches.map((batch) => operator.tap(...batch)))).flat();
    expect(again.every((outcome) => at(outcome, "__typename") === "OperatedTrip")).toBe(true);
    for (const holder of holders) {
      const trips = Array.from({ length: RIDES }, () => ({ node: { status: "COMPLETED", fare: "4.00" } }));
      expect(await cardOf(holder)).toEqual({ balance: "-14.00", trips: { edges: trips } });
    }
    const query = "{ ledgerAccounts { kind balance } }";
    const { data } = await platform.call({ query, apiKey: operator.liveKey });
    expect(at(data, "ledgerAccounts")).toEqual([{ kind: "OPERATOR", balance: "192.00" }]);
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
