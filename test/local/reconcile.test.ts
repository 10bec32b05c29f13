import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { foundedFolder, newFolder, removeFolders, run, whileRunning } from "./local-platform.ts";

afterAll(removeFolders);

const HEAD = "type,paymentId,refundId,amount,currency,state,number,time\n";

describe("npm run reconcile", () => {
  it("lists each difference by its kind and ends with 1, and with 0 where there is none", async () => {
    const folder = await foundedFolder();
    const file = join(folder, "day.csv");
    const reconcile = (...args: readonly string[]) =>
      run("reconcile.ts", folder, { args: [file, "--channel", "sandbox", ...args] }).ended;
    await whileRunning(folder, async () => {
      writeFileSync(
        file,
        `${HEAD}CHARGE,pay_0000000000000000,,12.00,CNY,SUCCEEDED,c-1,2026-01-05T02:00:00Z\nCHARGE,pay_0000000000000001,,1.00,CNY,DECLINED,,2026-01-05T02:00:00Z\n`,
      );
      expect(await reconcile()).toEqual({
        code: 1,
        stdout: "MISSING_HERE CHARGE pay_0000000000000000 c-1 there SUCCEEDED 12.00 CNY\n",
        stderr: "sandbox, 2026-01-05: 2 rows there, 0 here, 1 differences\n",
      });
      writeFileSync(file, HEAD);
      expect(await reconcile("--day", "2026-01-05")).toMatchObject({ code: 0, stdout: "" });
      expect((await reconcile()).stderr).toContain("has no rows: name its day with --day");
    });
  });

  it("refuses a file with a row that cannot be read, by its line, and says how it is called", async () => {
    const folder = newFolder();
    const file = join(folder, "day.csv");
    const ended = (...args: readonly string[]) => run("reconcile.ts", folder, { args }).ended;
    writeFileSync(file, `${HEAD}CHARGE,pay_x,,twelve,CNY,SUCCEEDED,c-1,2026-01-05T02:00:00Z\n`);
    expect(await ended(file)).toEqual({ code: 2, stdout: "", stderr: "line 2: amount NOT_MONEY\n" });
    writeFileSync(file, "a,b\n1,2,3\n");
    expect((await ended(file)).stderr).toContain("is no CSV with the columns type, paymentId");
    expect((await ended(join(folder, "none.csv"))).stderr).toContain("cannot be read (ENOENT)");
    for (const args of [[], [file, "more"], [file, "--channel", "cash"], [file, "--day", "2026-02-30"]]) {
      expect(await ended(...args)).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^usage: npm run reconcile/),
      });
    }
  });
});
