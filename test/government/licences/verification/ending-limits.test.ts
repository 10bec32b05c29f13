import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { HOUR_MS, type Instant, plusMs } from "../../../../services/kernel/runtime.ts";
import { nodesAt } from "../../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { sweep } from "../../../support/sweep.ts";
import { newApplicant, newEnterprise, startCasework } from "../../cases/casework.ts";
import { ask, decide, itemOf, publishTypeWithItems } from "../repository/repository-world.ts";
import {
  bare,
  ENDING,
  type Issued,
  issue,
  publishNumberedType,
  verificationsOf,
  verify,
} from "./verification-world.ts";

const TYPE = "guessed-electrician";
const START = "2026-03-02T02:00:00.000Z" as Instant;
let platform: TestPlatform;
let licence: Issued;
beforeAll(async () => {
  platform = await startCasework();
  await publishNumberedType(platform, TYPE);
});
beforeEach(async () => {
  platform.clock.set(START);
  licence = await issue(platform, TYPE);
});
afterAll(() => platform.stop());

const right = (by = {}) => verify(platform, licence.identifier, ENDING, by);
const wrong = (by = {}) => verify(platform, licence.identifier, "000000", by);
const isConfirmed = (answer: Json): boolean => at(answer, "details") !== null;
async function wrongTimes(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await wrong();
}
const warnings = (): number =>
  platform.logs.filter((line) => line.message === "a licence hears no more ends").length;

/** The texts of what a person is told about a licence. */
async function told(token: string): Promise<Json[]> {
  await sweep(platform);
  const query = `{ me { notifications(first: 50) { edges { node { type about text } } } } }`;
  const { data } = await platform.call({ token, query });
  return nodesAt(data, "me", "notifications").filter((one) => textAt(one, "type") === "licence.ends-guessed");
}

describe("a licence whose holder's number is guessed at", () => {
  it("hears an end after four wrong ones in an hour, and none after five until that hour is over", async () => {
    await wrongTimes(4);
    expect(isConfirmed(await right())).toBe(true);
    await wrong();
    expect(await right()).toEqual(bare("VALID"));
    platform.clock.set(plusMs(START, HOUR_MS - 1));
    expect(await right()).toEqual(bare("VALID"));
    platform.clock.set(plusMs(START, HOUR_MS));
    expect(isConfirmed(await right())).toBe(true);
    await wrongTimes(4);
    expect(isConfirmed(await right())).toBe(true);
  });

  it("has each on record, those that were not heard, too, the latest first", async () => {
    await wrongTimes(5);
    platform.clock.advance(1);
    await right();
    const outcomes = (await verificationsOf(platform, licence)).map((one) => textAt(one, "outcome"));
    expect(outcomes).toEqual(["NOT_HEARD", ...Array(5).fill("WRONG_ENDING")]);
  });

  it("has its holder told once, and operators by the log, without the number", async () => {
    const before = warnings();
    await wrongTimes(4);
    expect(await told(licence.holder.token)).toEqual([]);
    await wrongTimes(4);
    expect(await told(licence.holder.token)).toEqual([
      {
        type: "licence.ends-guessed",
        about: licence.id,
        text: expect.stringContaining("Until 2026-03-02 11:00"),
      },
    ]);
    expect(warnings()).toBe(before + 1);
    expect(platform.logs.filter((line) => line["licence"] === licence.id)).toHaveLength(6);
    expect(JSON.stringify(platform.logs)).not.toContain("31002X");
    platform.clock.set(plusMs(START, HOUR_MS));
    await wrongTimes(5);
    expect(await told(licence.holder.token)).toHaveLength(2);
  });

  it("has its holder told once where many are wrong at once, and counts no more than five", async () => {
    await Promise.all(Array.from({ length: 12 }, () => wrong()));
    await wrong();
    expect(await told(licence.holder.token)).toHaveLength(1);
    expect(await right()).toEqual(bare("VALID"));
  });

  it("does not hear the end of another licence's holder the less", async () => {
    const other = await issue(platform, TYPE);
    await wrongTimes(5);
    expect(isConfirmed(await verify(platform, other.identifier, ENDING))).toBe(true);
  });

  it("hears the ends of one request one after another", async () => {
    const ends = [...Array.from({ length: 6 }, (_, i) => `00000${i}`), ENDING];
    const fields = ends.map(
      (end, i) =>
        `v${i}: verifyLicence(identifier: $identifier, holderEnding: "${end}") { details { issuedOn } }`,
    );
    // Two requests, for one may not cost so much.
    const half = async (some: readonly string[]) =>
      platform.call({
        query: `query ($identifier: ID!) { ${some.join(" ")} }`,
        variables: { identifier: licence.identifier },
      });
    expect((await half(fields.slice(0, 4))).errors).toEqual([]);
    expect((await half(fields.slice(4))).data).toEqual({
      v4: { details: null },
      v5: { details: null },
      v6: { details: null },
    });
  });

  it("of an enterprise has the legal representative told", async () => {
    await publishTypeWithItems(platform, "guessed-workshop", { holderKind: "ENTERPRISE" });
    const { creditCode, representative } = await newEnterprise(platform);
    const form = { name: "王小明", trade: "电工", grade: "甲" };
    await decide(
      platform,
      textAt(
        await ask(platform, representative, itemOf("guessed-workshop", "ISSUE"), form, creditCode),
        "id",
      ),
    );
    const query = `{ me { enterprises { electronicLicences { edges { node { identifier } } } } } }`;
    const { data } = await platform.call({ token: representative.token, query });
    const identifier = textAt(
      data,
      "me",
      "enterprises",
      0,
      "electronicLicences",
      "edges",
      0,
      "node",
      "identifier",
    );
    for (let i = 0; i < 5; i += 1) await verify(platform, identifier, "000000");
    expect(await told(representative.token)).toHaveLength(1);
  });
});

describe("a caller who has signed in", () => {
  it("states no more wrong ends in an hour than other wrong guesses, of whatever licences, and then is not heard", async () => {
    const { token } = await newApplicant(platform);
    for (let i = 0; i < 5; i += 1) {
      const { identifier } = await issue(platform, TYPE);
      await verify(platform, identifier, "000000", { token });
    }
    expect(await right({ token })).toEqual(bare("VALID"));
    expect(await wrong({ token })).toEqual(bare("VALID"));
    expect(isConfirmed(await right())).toBe(true);
    const outcomes = (await verificationsOf(platform, licence)).map((one) => [
      textAt(one, "by"),
      textAt(one, "outcome"),
    ]);
    expect(outcomes.sort()).toEqual([
      ["ANONYMOUS", "CONFIRMED"],
      ["CITIZEN", "NOT_HEARD"],
      ["CITIZEN", "NOT_HEARD"],
    ]);
  });

  it("is on record as a partner by its name, as a person by no more than the kind", async () => {
    const { liveKey, testKey } = await seedPartner(platform, { scopes: ["CONSENT_REQUEST"] });
    await right({ apiKey: liveKey });
    platform.clock.advance(1);
    await right({ token: (await newApplicant(platform)).token });
    expect(await verify(platform, licence.identifier, ENDING, { apiKey: testKey })).toBeNull();
    const [person, partner, ...others] = await verificationsOf(platform, licence);
    expect(person).toEqual({ at: expect.any(String), by: "CITIZEN", partner: null, outcome: "CONFIRMED" });
    expect(partner).toMatchObject({
      by: "PARTNER",
      partner: expect.stringContaining("公司"),
      outcome: "CONFIRMED",
    });
    expect(others).toEqual([]);
  });
});
