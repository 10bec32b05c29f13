import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jwkOf } from "../trust/trust.ts";
import {
  ELECTRICIAN,
  mapType,
  meetHolder,
  openBeijing,
  presented,
  startTwoRegions,
  type TwoRegions,
  trustJilin,
} from "./two-regions.ts";

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
beforeAll(async () => {
  two = await startTwoRegions();
  beijing = openBeijing(two);
});
afterAll(() => two.stop());

async function meet() {
  const { held, application, by } = await meetHolder(two, beijing);
  const show = async (changes: object) =>
    beijing.use(by, {
      ...{ application, presentation: await presented(beijing, held, application, two.here.clock) },
      ...changes,
    });
  const code = async () => beijing.use(by, { application, code: await two.code(held) });
  return { show, code };
}

/** In this order: trust only grows. */
describe("a licence of another region that nobody here has agreed to", () => {
  it("is of no use while no issuer of its region is trusted, and nobody there is asked", async () => {
    const { show, code } = await meet();
    expect(await show({})).toMatchObject({ code: "UNTRUSTED_REGION" });
    expect(await code()).toMatchObject({ code: "UNTRUSTED_REGION" });
    expect(two.sent).toEqual([]);
  });

  it("is of no use where its issuer might not issue the type on the day of its issue", async () => {
    await trustJilin(two, {
      types: [
        {
          ...{ vct: "urn:jilin:jl-electrician", typeCode: "11220000013544541J001" },
          ...{ name: { zh: "吉林电工证", en: "Jilin licence" }, from: "2026-01-01", until: "2026-06-30" },
        },
      ],
    });
    await mapType(two, ELECTRICIAN);
    const { show, code } = await meet();
    expect(await show({})).toMatchObject({ code: "TYPE_OUTSIDE_ISSUER" });
    expect(two.sent).toEqual([]);
    expect(await code()).toMatchObject({ code: "TYPE_OUTSIDE_ISSUER" });
  });

  it("is of no use where another key than its issuer's has signed it", async () => {
    await trustJilin(two, {
      keys: [
        {
          ...{ keyId: "a-key-of-nobody", algorithm: "ES256", publicKey: jwkOf(9) },
          ...{ from: "2026-01-01T00:00:00.000Z", until: null },
        },
      ],
    });
    const { show } = await meet();
    expect(await show({})).toMatchObject({
      ...{ code: "FOREIGN_LICENCE_UNKNOWN", message: expect.stringContaining("is not known") },
    });
  });

  it("is of no use as one of another region than its issuer's", async () => {
    await trustJilin(two);
    const { show } = await meet();
    expect(await show({ region: "120000" })).toMatchObject({ code: "UNTRUSTED_REGION" });
    expect(await show({})).toMatchObject({ __typename: "FilledMaterial" });
  });
});
