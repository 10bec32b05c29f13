import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "../../services/kernel/actor.ts";
import { API_WORDS, scopeNames } from "../../services/kernel/enum-words.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** A code as the schema or a table of regions has it. */
const CODE = /\b[A-Z]{3,}(?:_[A-Z]+)*\b|\b\d{6}\b/g;

async function refused(query: string, language: "zh" | "en"): Promise<string> {
  const headers = { "accept-language": language };
  const { data, errors } = await platform.call({ query, headers });
  const messages = [
    ...errors.map(({ message }) => message),
    ...(JSON.stringify(data).match(/"message":"[^"]*"/g) ?? []),
  ];
  expect(messages, query).not.toEqual([]);
  return messages.join("\n");
}

describe("a refusal names nothing by its code", () => {
  const FARE = `distanceKm: "5", monthSpend: "0.00", card: STANDARD`;
  it.each([
    [
      "a fare that no table has",
      `{ transitFare(mode: METRO, region: "310000", on: "2026-03-01", ${FARE}) { __typename } }`,
    ],
    [
      "a fare by bus before the first table",
      `{ transitFare(mode: BUS, region: "110000", on: "1990-03-01", ${FARE}) { __typename } }`,
    ],
    [
      "a way in a city without stations",
      `{ transitRoute(region: "310115", from: "A", to: "B", on: "2026-03-01") { __typename } }`,
    ],
    [
      "a tariff that no table has",
      `{ utilityQuote(kind: GAS, region: "310000", from: "2026-01-01", on: "2026-02-01", usage: "10") { __typename } }`,
    ],
  ])("of %s", async (_, query) => {
    for (const language of ["zh", "en"] as const) {
      const message = await refused(query, language);
      expect(message.match(CODE) ?? [], message).toEqual([]);
    }
  });
});

it("lists of scopes are words, in both languages, whatever is in them", () => {
  for (const scope of SCOPES) expect(scopeNames([scope])).toEqual(API_WORDS.Scope[scope]);
  expect(scopeNames(["PROFILE_READ", "TRANSIT_READ"])).toEqual({
    zh: "姓名与证件号（遮盖）、交通卡与行程",
    en: "Name and masked number, Transit cards and trips",
  });
});
