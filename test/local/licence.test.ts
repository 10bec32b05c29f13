import { afterAll, describe, expect, it } from "vitest";
import { nodesAt } from "../support/asking.ts";
import {
  ask,
  foundedFolder,
  newFolder,
  removeFolders,
  run,
  type Started,
  signedIn,
  whileRunning,
} from "./local-platform.ts";

afterAll(removeFolders);

const play = (folder: string, ...args: readonly string[]) => run("licence.ts", folder, { args }).ended;

/** The demo citizen's licences and phones, as they stand. */
async function walletOf({ endpoint, demo }: Started) {
  const query = `{ me { licences(first: 50) { edges { node { id status suspendedAt versions { identifier } } } }
    walletDevices { revokedAt } } }`;
  const { data, errors } = await ask(endpoint, query, signedIn(demo.citizen));
  expect(errors).toBeUndefined();
  const devices = Object(data).me.walletDevices as readonly { readonly revokedAt: string | null }[];
  return {
    licences: nodesAt(data, "me", "licences"),
    bound: devices.filter(({ revokedAt }) => revokedAt === null),
  };
}

describe("npm run licence", () => {
  it("shows a licence offline, online and in another region, and leaves the city as it was", async () => {
    const folder = await foundedFolder();
    await whileRunning(folder, async (platform) => {
      const before = await walletOf(platform);
      const { code, stdout, stderr } = await play(folder, "residence-permit");
      expect(stderr).toBe("");
      expect(code).toBe(0);
      const verdicts = stdout.match(/(?<=: )(?:VALID|NOT_VALID|UNKNOWN)(?: \(\w+\))?(?=; keys)/g);
      expect(verdicts).toEqual([
        ...["VALID", "NOT_VALID (REPLAYED)", "NOT_VALID (BAD_SIGNATURE)"],
        ...["VALID", "UNKNOWN (STATUS_STALE)"],
        ...["NOT_VALID (SUSPENDED)", "VALID"],
      ]);
      expect(stdout).toContain("district: 110105\n  not shown: idNumber, registeredAddress, address");
      expect(stdout).toMatch(/the clerk reads it: \{"status":"VALID".*"content":\{"name":"王小明"/);
      expect(stdout).toContain("and once more: refused (This code was used before");
      expect(await walletOf(platform)).toEqual(before);
      expect(before.bound).toEqual([]);
    });
  });

  it("names the licences that there are where it is asked for another", async () => {
    const folder = await foundedFolder();
    await whileRunning(folder, async () => {
      const { code, stderr } = await play(folder, "driving-licence");
      expect(code).toBe(1);
      expect(stderr).toMatch(/^the demo citizen has no valid licence driving-licence; there are .*\n$/);
      expect(stderr).toContain("JZ110105000123 or residence-permit");
    });
  });

  it("says in a line that no platform is running, and how it is used", async () => {
    const alone = await play(newFolder());
    expect(alone).toMatchObject({
      code: 1,
      stderr: "no platform is running here: start it with `npm start` first\n",
    });
    expect(await play(newFolder(), "one", "two")).toMatchObject({
      code: 1,
      stderr: "usage: npm run licence [-- <number of a licence, or its type's code>]\n",
    });
  });
});
