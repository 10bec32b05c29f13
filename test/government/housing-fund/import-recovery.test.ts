import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getAccount } from "../../../services/government/housing-fund/account-store.ts";
import { OutcomeUnknown } from "../../../services/kernel/database/transaction.ts";
import { err } from "../../../services/kernel/result.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { importFile, importText, newFile, removeFiles, targetOf } from "./import-file.ts";
import { yuan } from "./records.ts";
import { accountRow, csv, idNumberOf } from "./rows.ts";

let platform: TestPlatform;
let people = 0;
/** Somebody new for each test. */
let idNumber: string;

beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(() => {
  idNumber = idNumberOf(people);
  people += 1;
});
afterAll(async () => {
  await platform.stop();
  removeFiles();
});

const balance = async (): Promise<bigint | undefined> => {
  const { secrets } = platform.ports;
  return (await getAccount(platform.database(), "live", `ctz_${secrets.citizenDigest(idNumber)}`))?.balance;
};

describe("a commit", () => {
  it("whose outcome is unknown is repeated", async () => {
    const real = targetOf(platform);
    let lost = 2;
    const open = () => {
      const { database, commit } = real.open();
      return {
        database,
        commit: async (change: Parameters<typeof commit>[0]) => {
          const committed = await commit(change);
          lost -= 1;
          if (lost >= 0) throw new OutcomeUnknown(new Error("the connection was lost"));
          return committed;
        },
      };
    };
    const { counts } = await importText(platform, csv([accountRow({ idNumber })]), {
      target: { ...real, open },
    });
    expect(counts).toMatchObject({ refused: 0, written: { account: 1 } });
    expect(lost).toBe(-1);
  });

  it("that the database refuses ends the import with a line on how to go on; then it does", async () => {
    const real = targetOf(platform);
    const refusal = Object.assign(new Error("not authorised"), {
      name: "AccessDeniedException",
      $fault: "client",
    });
    const open = () => ({ ...real.open(), commit: async () => Promise.reject(refusal) });
    const path = newFile(csv([accountRow({ idNumber })]));
    await expect(importFile(platform, path, { target: { ...real, open } })).rejects.toThrow(
      "the import has failed (AccessDeniedException: not authorised): 0 rows are done; the same command goes on behind them",
    );
    expect((await importFile(platform, path)).counts.written.account).toBe(1);
  });

  it("that finds everything stale writes nothing more", async () => {
    const real = targetOf(platform);
    let commits = 0;
    const open = () => ({
      ...real.open(),
      commit: async () => {
        commits += 1;
        return err({ code: "STALE", writes: [0] } as const);
      },
    });
    const { counts } = await importText(platform, csv([accountRow({ idNumber })]), {
      target: { ...real, open },
    });
    expect({ commits, refused: counts.refused }).toEqual({ commits: 1, refused: 1 });
  });
});

describe("a checkpoint", () => {
  const stopped = new AbortController();
  stopped.abort();

  it("of another content of the file is not gone on from", async () => {
    const path = newFile(csv([accountRow({ idNumber })]));
    await importFile(platform, path, { signal: stopped.signal });
    writeFileSync(path, csv([accountRow({ idNumber, balance: "7.00" })]));
    const { notices } = await importFile(platform, path);
    expect(notices).toEqual(["begins anew: the checkpoint is of another content of the file"]);
    expect(await balance()).toBe(yuan("7.00"));
  });

  it("of another mode is not gone on from", async () => {
    const path = newFile(csv([accountRow({ idNumber })]));
    await importFile(platform, path, { signal: stopped.signal });
    const { notices } = await importFile(platform, path, { mode: "test" });
    expect(notices).toEqual(["begins anew: the checkpoint is of another platform or mode"]);
  });

  it("that is damaged is not gone on from", async () => {
    const path = newFile(csv([accountRow({ idNumber })]));
    writeFileSync(`${path}.checkpoint`, '{"fileId":');
    const { notices, counts } = await importFile(platform, path);
    expect(notices).toEqual(["begins anew: the checkpoint is damaged"]);
    expect(counts.written.account).toBe(1);
  });
});
