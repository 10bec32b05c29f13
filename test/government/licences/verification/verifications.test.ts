import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LicenceId } from "../../../../services/government/licences/ids.ts";
import { licenceKeys } from "../../../../services/government/licences/keys.ts";
import { recordsTable, TIME_TO_LIVE } from "../../../../services/kernel/database/tables.ts";
import { DAY_MS, type Instant, plusMs } from "../../../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedConsent } from "../../../support/seed-consent.ts";
import { type LivePartner, seedPartner } from "../../../support/seed-partner.ts";
import { authorise, newApplicant, startCasework } from "../../cases/casework.ts";
import { done, itemOf } from "../repository/repository-world.ts";
import {
  ENDING,
  type Issued,
  issue,
  NAME,
  publishNumberedType,
  verificationsOf,
  verify,
} from "./verification-world.ts";

const TYPE = "recorded-electrician";
const START = "2026-03-02T02:00:00.000Z" as Instant;
let platform: TestPlatform;
let licence: Issued & { readonly by: string };
beforeAll(async () => {
  platform = await startCasework();
  await publishNumberedType(platform, TYPE);
});
beforeEach(async () => {
  platform.clock.set(START);
  licence = await issue(platform, TYPE);
});
afterAll(() => platform.stop());

const READ = `query ($ref: ID!) { citizen(ref: $ref) { verifiedLicences(first: 5) { edges { node {
  type name { zh en } number status validUntil fields { field value { zh } } } } } } }`;

describe("a partner that verifies", () => {
  let partner: LivePartner;
  beforeAll(async () => {
    partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "PROFILE_READ", "LICENCES_VERIFY"] });
  });
  const read = (ref: string) => platform.call({ apiKey: partner.liveKey, query: READ, variables: { ref } });

  it("reads with the person's consent the least of what each licence says, and the person reads of it", async () => {
    const ref = await seedConsent(platform, partner, licence.holder.id, ["LICENCES_VERIFY"]);
    await done(platform, licence.holder, itemOf(TYPE, "SUSPEND"), { licence: licence.number });
    const { data, errors } = await read(ref);
    expect(errors).toEqual([]);
    expect(at(data, "citizen", "verifiedLicences", "edges")).toEqual([
      {
        node: {
          ...{
            type: TYPE,
            name: NAME,
            number: licence.number,
            status: "SUSPENDED",
            validUntil: "2028-03-01",
          },
          fields: [
            { field: "name", value: { zh: "王小明" } },
            { field: "grade", value: { zh: "甲" } },
          ],
        },
      },
    ]);
    expect(await verificationsOf(platform, licence)).toMatchObject([
      { at: START, by: "PARTNER", partner: expect.stringContaining("公司"), outcome: "BY_CONSENT" },
    ]);
    const query = `{ me { accesses { edges { node { partner { name } fields } } } } }`;
    const accesses = await platform.call({ token: licence.holder.token, query });
    expect(accesses.text).toContain("Citizen.verifiedLicences");
  });

  it("is refused where the person consents to other things, and leaves no trace", async () => {
    const ref = await seedConsent(platform, partner, licence.holder.id, ["PROFILE_READ"]);
    const { errors } = await read(ref);
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN"]);
    expect(errors[0]?.extensions["requiredScopes"]).toEqual(["LICENCES_VERIFY"]);
    expect(await verificationsOf(platform, licence)).toEqual([]);
  });

  it("reads no other field of an electronic licence", async () => {
    const ref = await seedConsent(platform, partner, licence.holder.id, ["LICENCES_VERIFY"]);
    const query = `query ($ref: ID!) { citizen(ref: $ref) { licences { edges { node { content } } } } }`;
    const { errors } = await platform.call({ apiKey: partner.liveKey, query, variables: { ref } });
    expect(errors.map(({ extensions }) => extensions["code"])).toContain("FORBIDDEN");
  });
});

describe("the verifications of a licence", () => {
  const TIMES = 11;
  const verifyTimes = async (): Promise<void> => {
    for (let i = 0; i < TIMES; i += 1) {
      platform.clock.set(plusMs(START, i * 1_000));
      await verify(platform, licence.identifier, ENDING);
    }
  };

  it.each([1, 3, 10, 11, 12])(
    "are listed without gap or repetition in pages of %i, the latest first",
    async (first) => {
      await verifyTimes();
      const listed = (await verificationsOf(platform, licence, first)).map((one) => textAt(one, "at"));
      expect(listed).toEqual(Array.from({ length: TIMES }, (_, i) => plusMs(START, (TIMES - 1 - i) * 1_000)));
    },
  );

  it("are listed for 90 days, and then removed by the database", async () => {
    await verifyTimes();
    platform.clock.set(plusMs(START, 90 * DAY_MS));
    expect(await verificationsOf(platform, licence, 3)).toHaveLength(TIMES);
    platform.clock.set(plusMs(START, 90 * DAY_MS + 1));
    expect(await verificationsOf(platform, licence, 3)).toHaveLength(TIMES - 1);
    const id = licence.id as LicenceId;
    const shards = Array.from({ length: 4 }, (_, shard) =>
      platform
        .database()
        .query({ table: recordsTable("live"), pk: licenceKeys.verifications(id, shard), limit: TIMES }),
    );
    const kept = (await Promise.all(shards)).flatMap(({ items }) => items.map((item) => item[TIME_TO_LIVE]));
    expect(kept.sort()).toEqual(
      Array.from({ length: TIMES }, (_, i) => Date.parse(START) / 1_000 + i + 90 * 86_400),
    );
  });

  it("are for the holder, and not for somebody who handles a case about it", async () => {
    await verify(platform, licence.identifier, ENDING);
    const agent = await newApplicant(platform);
    await authorise(platform, licence.holder, agent, { items: [itemOf(TYPE, "ISSUE")] });
    const query = `query ($id: ID!) { node(id: $id) { ... on Application { electronicLicence {
      number verifications { edges { node { outcome } } } } } } }`;
    const seenBy = async (token: string): Promise<Json> =>
      at((await platform.call({ token, query, variables: { id: licence.by } })).data, "node");
    expect(await seenBy(licence.holder.token)).toMatchObject({
      electronicLicence: { verifications: { edges: [{ node: { outcome: "CONFIRMED" } }] } },
    });
    expect(await seenBy(agent.token)).toEqual({
      electronicLicence: { number: licence.number, verifications: { edges: [] } },
    });
  });
});
