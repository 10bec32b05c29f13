import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeyId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { keyText } from "../../../services/people/partners/api-key.ts";
import { authenticateKey, type KeyDatabase } from "../../../services/people/partners/authenticate-key.ts";
import { newKey } from "../../support/new-key.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type LivePartner, seedPartner } from "../../support/seed-partner.ts";

let platform: TestPlatform;
let seeded: LivePartner;

beforeAll(async () => {
  platform = await startPlatform();
  seeded = await seedPartner(platform, {
    scopes: ["HOUSING_FUND_READ"],
    networks: ["203.0.113.0/24", "2001:db8::/32"],
  });
});
afterAll(() => platform.stop());

const authenticateHere = (
  text: string,
  sourceIp = "203.0.113.7",
  database: KeyDatabase = platform.database(),
) =>
  authenticateKey(text, { sourceIp, now: platform.clock.now(), secrets: platform.ports.secrets, database });

const untouchable: KeyDatabase = {
  get: () => Promise.reject(new Error("the database was read")),
  observe: () => Promise.reject(new Error("the database was written")),
};

describe("a key that is not whole", () => {
  it("is refused without touching the database", async () => {
    const { liveKey } = seeded;
    const last = liveKey.endsWith("0") ? "1" : "0";
    for (const text of [
      "",
      "cvg_",
      liveKey.slice(0, -1),
      liveKey.slice(0, -1) + last,
      liveKey.toUpperCase(),
    ]) {
      expect(await authenticateHere(text, "203.0.113.7", untouchable)).toEqual({
        ok: false,
        error: "KEY_MALFORMED",
      });
    }
  });

  it("but a whole one is looked up, and a database that fails is a fault and no refusal", async () => {
    await expect(authenticateHere(seeded.liveKey, "203.0.113.7", untouchable)).rejects.toThrow(
      "the database was read",
    );
  });
});

describe("what a stranger learns", () => {
  it("is the same for an unknown partner, an unknown key and a wrong secret", async () => {
    const stranger = newKey("ptn_0000000000000000", "live", systemRuntime).text;
    const unknown = newKey(seeded.partnerId, "live", systemRuntime).text;
    for (const text of [stranger, unknown, withWrongSecret(seeded.liveKey)]) {
      expect(await authenticateHere(text, "198.51.100.1")).toEqual({ ok: false, error: "KEY_REFUSED" });
    }
  });

  it("a live key dressed up as a test key is refused, its checksum made anew", async () => {
    const [, , keyId = "", secret = ""] = seeded.liveKey.split("_");
    const text = writeKey("test", keyId, secret);
    expect(await authenticateHere(text)).toEqual({ ok: false, error: "KEY_REFUSED" });
  });
});

describe("the network of the caller", () => {
  it.each([
    ["203.0.113.7", true],
    ["::ffff:203.0.113.7", true],
    ["2001:db8:1::7", true],
    ["198.51.100.1", false],
    ["::ffff:198.51.100.1", false],
    ["2001:db9::1", false],
    ["not an address", false],
  ])("%s: let in is %s", async (ip, letIn) => {
    const result = await authenticateHere(seeded.liveKey, ip);
    if (letIn)
      expect(result).toMatchObject({
        ok: true,
        value: { kind: "PARTNER", id: seeded.partnerId, mode: "live" },
      });
    else expect(result).toEqual({ ok: false, error: "KEY_NETWORK" });
  });
});

describe("a key that holds", () => {
  it("costs one batch of reads, and its last use one write beside the request", async () => {
    const { liveKey } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const database = platform.database();
    const writes: Promise<void>[] = [];
    const request = { sourceIp: "::1", now: platform.clock.now(), secrets: platform.ports.secrets, database };
    const result = await authenticateKey(liveKey, { ...request, afterwards: (write) => writes.push(write) });
    expect(result).toMatchObject({ ok: true, value: { scopes: ["PROFILE_READ"] } });
    await Promise.all(writes);
    expect(writes).toHaveLength(1);
    expect(database.usage()).toMatchObject({ calls: 2, roundTripsDeep: 2 });
  });

  it("writes its last use at most every five minutes", async () => {
    const { liveKey } = await seedPartner(platform, { scopes: ["PROFILE_READ"] });
    const callsOfOneUse = async (): Promise<number> => {
      const database = platform.database();
      expect((await authenticateHere(liveKey, "::1", database)).ok).toBe(true);
      return database.usage().calls;
    };
    expect(await callsOfOneUse()).toBe(2);
    expect(await callsOfOneUse()).toBe(1);
    platform.clock.advance(5 * 60_000 - 1);
    expect(await callsOfOneUse()).toBe(1);
    platform.clock.advance(1);
    expect(await callsOfOneUse()).toBe(2);
  });
});

/** The key with another secret and the checksum to it. */
function withWrongSecret(text: string): string {
  const [, mode = "", keyId = "", secret = ""] = text.split("_");
  return writeKey(
    mode === "live" ? "live" : "test",
    keyId,
    secret.replace(/^./, (c) => (c === "0" ? "1" : "0")),
  );
}

/** A whole key of these parts. */
const writeKey = (mode: "test" | "live", keyId: string, secret: string): string =>
  keyText({ id: keyId as KeyId, mode }, secret);
