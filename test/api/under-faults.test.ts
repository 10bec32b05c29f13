import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenLink, trailOf } from "../support/audit-trail.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.ts";
import { type Answer, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";
import { stateEnterprise } from "../support/seed-enterprise.ts";
import { ALL_SHORT, SHORT_LATER } from "../support/short-answers.ts";

const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");
const CITIZENS = 12;
/** Each sends the same request from this many places at once. */
const PLACES = 2;

let faults: FaultProxy;
let platform: TestPlatform;
beforeAll(async () => {
  faults = await startFaultProxy(SEED);
  platform = await startPlatform({ faults, isImpatient: true });
});
afterAll(() => platform.stop());

const APPLY = `mutation ($key: ID!, $input: ApplyForPartnershipInput!) {
  applyForPartnership(idempotencyKey: $key, input: $input) { __typename ... on Partner { id } } }`;

type Applicant = { readonly token: string; readonly creditCode: string };

async function newApplicant(): Promise<Applicant> {
  const { creditCode, representative } = await stateEnterprise(platform);
  return { creditCode, token: await platform.tokens.citizen(representative) };
}

const apply = ({ token, creditCode }: Applicant): Promise<Answer> =>
  platform.call({
    query: APPLY,
    token,
    variables: {
      key: "under-faults",
      input: {
        name: "京城便民科技有限公司",
        creditCode,
        contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
        purpose: "便民服务",
        scopes: ["PROFILE_READ"],
      },
    },
  });

const idIn = ({ data, errors }: Answer): string | undefined =>
  errors.length > 0 ? undefined : textAt(data, "applyForPartnership", "id");

describe(`the platform while its database fails (seed ${SEED})`, () => {
  it("answers or says that it may be asked again, and in the end did everything once", async () => {
    const applicants = await Promise.all(Array.from({ length: CITIZENS }, newApplicant));
    faults.begin({
      short: ALL_SHORT,
      percent: {
        "request-lost": 8,
        "answer-lost": 12,
        "timeout-after": 2,
        "error-before": 6,
        "error-after": 8,
        throttled: 6,
        "cancelled-by-throttling": 6,
        conflict: 8,
      },
    });
    // One of each at least, whatever is drawn.
    faults.next("transaction", "request-lost", "answer-lost");
    const asked = applicants.flatMap((one) => Array.from({ length: PLACES }, () => one));
    const answers = await Promise.all(asked.map((one) => apply(one)));
    faults.calm(SHORT_LATER);
    await faults.arrived();
    for (const { errors } of answers) {
      for (const { extensions } of errors) expect(extensions).toMatchObject({ retryable: true });
    }
    for (const [i, one] of applicants.entries()) {
      const id = idIn(await apply(one));
      expect(id).toBeDefined();
      const before = answers.filter((_, j) => asked[j] === one).map(idIn);
      expect(
        before.filter((each) => each !== undefined && each !== id),
        `citizen ${i}`,
      ).toEqual([]);
      const { data } = await platform.call({ query: "{ me { partners { id } } }", token: one.token });
      expect(data).toEqual({ me: { partners: [{ id }] } });
      const trail = await trailOf(platform.database(), "registry", String(id));
      expect(trail).toHaveLength(1);
      expect(brokenLink(String(id), trail)).toBeUndefined();
    }
    expect(faults.count("answer-lost")).toBeGreaterThan(0);
    expect(faults.count("request-lost")).toBeGreaterThan(0);
  });
});
