import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAIMS } from "../../services/api/oidc.ts";
import { MINOR_ACTS } from "../../services/app/minor-acts.ts";
import { identityCheck } from "../../services/field/identity-document.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";
import { schema } from "../support/schema.ts";

/** The mutations that the schema gives to citizens. */
const CITIZENS = readFileSync(new URL("../api/access/access-table.txt", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => /^Mutation\.(\w+): .*\bcitizen\b/.exec(line)?.[1] ?? []);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  platform.clock.set("2026-03-02T02:00:00.000Z");
});
afterAll(() => platform.stop());

let born = 0;
/** Somebody who was born on a day, and signs in with their proven number. */
function bornOn(day: string): Promise<string> {
  born += 1;
  const first17 = `110105${day.replaceAll("-", "")}${String(born).padStart(3, "0")}`;
  const idNumber = first17 + identityCheck(first17);
  return platform.tokens.sign({ [CLAIMS.name]: "王小宝", [CLAIMS.idNumber]: idNumber });
}

/** A value that its type takes; what an act makes of it is another matter. */
function valueFor(type: GraphQLInputType): unknown {
  const named = getNullableType(type);
  if (isListType(named)) return [];
  if (isInputObjectType(named)) {
    const asked = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(asked.map((field) => [field.name, valueFor(field.type)]));
  }
  const values: Readonly<Record<string, unknown>> = {
    ...{ Int: 1, Float: 1, Boolean: true, Money: "10.00", Date: "2026-12-31", JSONObject: {} },
    ...{ RegionCode: "110105", DateTime: "2026-03-09T02:00:00Z" },
  };
  return values[named.name] ?? ("getValues" in named ? named.getValues()[0]?.name : randomUUID());
}

/** The code with which somebody's mutation is refused; "" where it is not, or for another reason than what it was given. */
async function codeOf(
  token: string,
  name: string,
  args: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const field = schema.getMutationType()?.getFields()[name] ?? expect.fail(`no ${name}`);
  const asked = field.args.filter(({ type }) => isNonNullType(type));
  const declared = asked.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
  const given = asked.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const variables = Object.fromEntries(asked.map((arg) => [arg.name, args[arg.name] ?? valueFor(arg.type)]));
  const query = `mutation ${declared && `(${declared})`} { done: ${name}${given && `(${given})`} {
    __typename ... on Refusal { code message } } }`;
  const { data, errors } = await platform.call({ token, query, variables });
  expect([name, errors.map(({ message }) => message)]).toEqual([name, []]);
  const done = at(data, "done");
  return textAt(done, "__typename") === "InvalidInput" ? textAt(done, "code") : "";
}

const OF_GUARDIANS = [
  "ACT_OF_CHILDS_GUARDIAN",
  "ACT_OF_FULL_CAPACITY",
  "ACT_OF_ADULTS",
  "AMOUNT_OF_GUARDIAN",
];

describe("a minor's own acts (民法典, arts. 19, 20, 144, 145)", () => {
  it("are decided for every mutation that a citizen has, and for no other", () => {
    expect(CITIZENS.length).toBeGreaterThan(40);
    expect(Object.keys(MINOR_ACTS).sort()).toEqual([...CITIZENS].sort());
  });

  // On 2 March 2026.
  const AGES = [
    [
      "2020-03-02",
      "six",
      { FITS_AGE: "ACT_OF_CHILDS_GUARDIAN", GUARDIAN: "ACT_OF_FULL_CAPACITY", ADULT: "ACT_OF_ADULTS" },
    ],
    ["2018-03-03", "seven, on the day before the eighth birthday", { FITS_AGE: "ACT_OF_CHILDS_GUARDIAN" }],
    ["2018-03-02", "eight", { FITS_AGE: "", GUARDIAN: "ACT_OF_FULL_CAPACITY", ADULT: "ACT_OF_ADULTS" }],
    ["2008-03-03", "seventeen", { FITS_AGE: "", GUARDIAN: "ACT_OF_FULL_CAPACITY", ADULT: "ACT_OF_ADULTS" }],
    ["2008-03-02", "eighteen", { FITS_AGE: "", GUARDIAN: "", ADULT: "" }],
  ] as const;
  it.each(AGES)("of somebody born on %s, who is %s, are bounded as the table says", async (day, _, codes) => {
    const expected: Readonly<Record<string, string>> = codes;
    const token = await bornOn(day);
    for (const [name, fit] of Object.entries(MINOR_ACTS)) {
      const code = expected[fit] ?? (fit in expected ? "" : undefined);
      if (code === undefined && fit !== "ANY_AGE") continue;
      const told = await codeOf(token, name);
      expect([name, OF_GUARDIANS.includes(told) ? told : ""]).toEqual([name, code ?? ""]);
    }
  });

  it("begin at eight, and pay no bill before: whatever binds a younger child, or gives up what it has, is its guardian's", async () => {
    const binding = [
      "payBills",
      "topUpTransitCard",
      "unfreezeTransitCard",
      "replyToNote",
      "cancelAppointment",
    ];
    const free = ["freezeTransitCard", "stopAutomaticPayment", "revokeConsent", "markAllNotificationsRead"];
    const [six, eight] = [await bornOn("2020-03-02"), await bornOn("2018-03-02")];
    const args = { payBills: { input: { bills: ["bill_0000000000000000"], channel: "SANDBOX" } } };
    for (const name of binding) {
      const given = name === "payBills" ? args.payBills : {};
      expect([name, await codeOf(six, name, given)]).toEqual([name, "ACT_OF_CHILDS_GUARDIAN"]);
      expect(OF_GUARDIANS).not.toContain(await codeOf(eight, name, given));
    }
    for (const name of free) expect(OF_GUARDIANS).not.toContain(await codeOf(six, name));
  });

  it("that spend money are small: a larger top-up is a guardian's, who is told to be", async () => {
    const input = (amount: string) => ({ input: { cardNumber: "1000", amount, channel: "HOSTED" } });
    const [child, adult] = [await bornOn("2014-03-02"), await bornOn("1990-03-02")];
    expect(await codeOf(child, "topUpTransitCard", input("200.00"))).not.toBe("AMOUNT_OF_GUARDIAN");
    expect(await codeOf(child, "topUpTransitCard", input("200.01"))).toBe("AMOUNT_OF_GUARDIAN");
    expect(await codeOf(adult, "topUpTransitCard", input("1000.00"))).not.toBe("AMOUNT_OF_GUARDIAN");
  });
});
