import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { ATTEMPTS_MAX } from "../../../services/kernel/outbox/delivery.ts";
import { deliverEvents } from "../../../services/kernel/outbox/index.ts";
import { CONFIG } from "../../../services/kernel/process/config.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { foundedFolder, newFolder, removeFolders, run, whileRunning } from "../../local/local-platform.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { commitChange, eventFor, toldTo } from "./events.ts";

let platform: TestPlatform;
let env: Readonly<Record<string, string>>;
beforeAll(async () => {
  platform = await startPlatform();
  // The command runs in a process of its own, by the machine's clock.
  platform.clock.set(new Date().toISOString());
  env = {
    AWS_ENDPOINT_URL_DYNAMODB: platform.engine.endpoint,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    // No secret: none is needed.
    [CONFIG.tablePrefix]: platform.ports.config.tablePrefix,
  };
});
afterAll(async () => {
  await removeFolders();
  await platform.stop();
});

const outbox = (...args: readonly string[]) => run("outbox.ts", newFolder(), { env, args }).ended;

/** An event that failed until it was parked. */
async function deadLetter(aggregate: string): Promise<CitizenId> {
  const citizen = platform.newCitizen();
  const { clock, database, ports } = platform;
  await commitChange(platform, { aggregate, event: eventFor(citizen) });
  const receive = () => {
    throw new RangeError("the receiver cannot make sense of it");
  };
  for (let i = 0; i < ATTEMPTS_MAX; i += 1) {
    await deliverEvents(
      { receive, open: database, now: clock.now, log: ports.log },
      plusMs(clock.now(), 1_000),
    );
    clock.advance(HOUR_MS);
  }
  return citizen;
}

describe("npm run outbox", () => {
  it("is there", () => {
    const { scripts } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    expect(scripts.outbox).toBe("node local/outbox.ts");
  });

  it("lists what could not be delivered, and has one of it or all tried again", async () => {
    expect(await outbox("list")).toEqual({ code: 0, stdout: "no dead letters\n", stderr: "" });
    const citizens = [await deadLetter("first"), await deadLetter("second"), await deadLetter("third")];
    const { stdout } = await outbox("list");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^[0-9a-z]{26} {2}20\d\d-\S+Z {2}consent\.granted {2}entry 1 of first in records-live, 10 attempts, the last: RangeError$/,
    );
    const [id = ""] = stdout.split(" ");
    const told = async () =>
      (await Promise.all(citizens.map((each) => toldTo(platform.database(), each)))).map(
        ({ length }) => length,
      );
    const putBack = (count: number) => ({
      code: 0,
      stdout: `${count} put back; the next sweep delivers them\n`,
      stderr: "",
    });
    expect(await outbox("retry", id)).toEqual(putBack(1));
    await sweep(platform);
    expect(await told()).toEqual([1, 0, 0]);
    expect(await outbox("retry", id)).toEqual({
      code: 1,
      stdout: "",
      stderr: `there is no dead letter ${id}\n`,
    });
    expect(await outbox("retry", "--all")).toEqual(putBack(2));
    await sweep(platform);
    expect(await told()).toEqual([1, 1, 1]);
  });

  it.each([
    [[]],
    [["list", "x"]],
    [["retry"]],
    [["retry", "x", "--all"]],
    [["empty"]],
    [["list", "--nothing"]],
  ])("says how it is used: %j", async (args) => {
    const { code, stderr } = await outbox(...args);
    expect([code, stderr.split("\n")[0]]).toEqual([1, "usage: npm run outbox -- list"]);
  });

  it("says in one line that there is nothing to look at", async () => {
    const folder = newFolder();
    const nowhere = await run("outbox.ts", folder, { args: ["list"] }).ended;
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^no platform is running here.*\n$/),
    });
    const silent = { ...env, AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" };
    const { code, stderr } = await run("outbox.ts", folder, { env: silent, args: ["list"] }).ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^the tables .* cannot be read .*ECONNREFUSED.*\n$/),
    ]);
  });

  it("finds the platform that runs here by itself", async () => {
    const folder = await foundedFolder();
    const listed = await whileRunning(folder, () => run("outbox.ts", folder, { args: ["list"] }).ended);
    expect(listed).toEqual({ code: 0, stdout: "no dead letters\n", stderr: "" });
  });
});
