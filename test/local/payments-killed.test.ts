import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomOf } from "../../local/generate/random.ts";
import { brokenPromises } from "../money/payments/promises.ts";
import { letThemPay, send, type World } from "../money/payments/random-payers.ts";
import { readBooks } from "../support/books.ts";
import { startFaultProxy } from "../support/fault-proxy.ts";
import { findingsIn } from "../support/findings.ts";
import { textAt } from "../support/platform.ts";
import { ALL_SHORT } from "../support/short-answers.ts";
import { peopleOf, reaching, tablesOf } from "./killed-city.ts";
import {
  commandOf,
  copyOf,
  foundedFolder,
  processesIn,
  reachedBy,
  removeFolders,
  start,
  until,
  whileRunning,
} from "./local-platform.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CLIENTS = 16;
const STEPS = 20;
/** The codes of those who do not know whether they have paid. */
const UNKNOWN: readonly string[] = ["OUTCOME_UNKNOWN", "NOT_REACHED"];
/** Of so many calls, one is the last before the kill. */
const ANSWERS = { min: 40, max: 90 } as const;

afterAll(removeFolders);

let founded: string;
let people: Awaited<ReturnType<typeof peopleOf>>;
beforeAll(async () => {
  founded = await foundedFolder();
  await whileRunning(founded, async (platform) => {
    people = await peopleOf(platform, founded, SEED);
  });
});

const isEngine = (pid: number): boolean => commandOf(pid).includes("--db-path");
const acknowledged = ({ history }: World) =>
  history.filter(({ answer }) => answer !== undefined && textAt(answer, "__typename") === "Payment");

describe.concurrent(`a kill -9 while people pay (FAULT_SEED=${SEED})`, () => {
  it.each([
    ["the platform", (pid: number) => !isEngine(pid)],
    ["the engine", isEngine],
    ["both", () => true],
  ])(
    "of %s loses nothing that was acknowledged, and what was not is settled by asking again",
    async (what, dies) => {
      const seed = `${SEED} ${what}`;
      const folder = copyOf(founded);
      const where = { endpoint: "" };
      const world = reaching(people, where);
      const faults = await startFaultProxy(seed);
      faults.calm(ALL_SHORT);
      const killed = await start(folder, { env: reachedBy(faults) });
      where.endpoint = killed.endpoint;
      const paying = letThemPay(world, { seed, clients: CLIENTS, steps: STEPS });
      const answers = randomOf(seed).int(ANSWERS.min, ANSWERS.max);
      while (world.history.length < answers) await sleep(1);
      for (const pid of processesIn(folder).filter(dies)) process.kill(pid, "SIGKILL");
      const killedAt = world.ticks.now;
      await Promise.all([paying, killed.ended]);
      expect(faults.met()).toBeGreaterThan(0);
      await until(() => processesIn(folder).length === 0);
      const before = acknowledged(world).length;
      expect(before).toBeGreaterThan(5);
      expect(world.history.some(({ error }) => error !== undefined)).toBe(true);

      for (const { from, error } of world.history) {
        // Those that began after the kill reached nobody.
        if (from < killedAt) faults.noteOperation({ isUnknown: UNKNOWN.includes(String(error?.["code"])) });
      }
      await faults.stop();

      await whileRunning(folder, async ({ endpoint }) => {
        where.endpoint = endpoint;
        const wishes = new Map(world.history.map(({ wish }) => [wish.key, wish]));
        for (const wish of wishes.values()) expect(await send(world, wish), wish.key).toBeDefined();
        const { client, prefix } = tablesOf(folder);
        const books = await readBooks(client, prefix);
        client.destroy();
        expect(brokenPromises(world.history, books)).toEqual([]);
        // Notifications are on their way: the sweeper has put off what was under way when it came.
        const { "payers are told once": _, ...found } = await findingsIn(books);
        expect(found).toEqual({});
      });
    },
  );
});
