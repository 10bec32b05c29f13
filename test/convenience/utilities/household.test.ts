import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountIdOf } from "../../../services/convenience/utilities/bill-place.ts";
import { utilityKeys } from "../../../services/convenience/utilities/keys.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Biller, newNumber, reading, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER", kind: "GAS" });
});
afterAll(() => platform.stop());

/** Months of a reading, and what it says; "8" is a size that holds from its first day, "7@06" one from another. */
type Said = readonly [months: string, says?: string | undefined, changes?: object];

function changesOf(says: string | undefined): object {
  if (!says) return {};
  if (!/^\d/.test(says)) return { householdClass: says };
  const [size = "", from] = says.split("@");
  const day = from && (from.length > 2 ? from : `2026-${from}-01`);
  return {
    householdSize: Number(size),
    householdProof: `户口簿 ${says}`,
    ...(day ? { householdFrom: day } : {}),
  };
}

async function read(accountNumber: string, [months, says, changes = {}]: Said): Promise<Json> {
  const [from = "", to = ""] = months.split("-");
  const period = { from: `2026-${from}-01`, to: `2026-${to}-01` };
  const stated = { accountNumber, ...period, usage: "5", ...changesOf(says), ...changes };
  const [bill = null] = await biller.read(reading(stated));
  return bill;
}

/** Reads one after another, and tells by what household each was rated. */
async function ratedBy(...said: readonly Said[]): Promise<readonly string[]> {
  const accountNumber = newNumber();
  const told: string[] = [];
  for (const each of said) {
    const rating = at(await read(accountNumber, each), "rating");
    const size = at(rating, "householdSize");
    told.push(`${textAt(rating, "householdClass") === "OWN_BOILER" ? "boiler" : "general"} ${size ?? "-"}`);
  }
  return told;
}

describe("a reading is rated by the household that holds in its period", () => {
  it.each<[string, readonly Said[], readonly string[]]>([
    [
      "a late one states fewer than are stated later",
      [["01-03"], ["05-07", "8"], ["03-05", "6"], ["07-09"]],
      ["general -", "general 8", "general 6", "general 8"],
    ],
    [
      "a late one finds who lived there then",
      [["01-03", "8"], ["05-07", "7@06"], ["03-05"], ["07-09"]],
      ["general 8", "general 8", "general 8", "general 7"],
    ],
    [
      "a size of the future puts none away",
      [["01-03", "8"], ["03-05", "6@2036-01-01"], ["05-07"]],
      ["general 8", "general 8", "general 8"],
    ],
    [
      "a late one of another class changes no later one",
      [["01-03", "OWN_BOILER"], ["05-07"], ["03-05", "GENERAL"], ["07-09"]],
      ["boiler -", "boiler -", "general -", "boiler -"],
    ],
    [
      "a late one states fewer than went on",
      [["01-03", "8"], ["05-07"], ["03-05", "6"], ["07-09"]],
      ["general 8", "general 8", "general 6", "general 8"],
    ],
    [
      "one states that fewer have lived there for long",
      [["01-03", "8"], ["03-05", "7"], ["05-07", "6@01"], ["07-09"]],
      ["general 8", "general 7", "general 6", "general 6"],
    ],
    [
      "a late one proves what nobody has said since",
      [["01-03"], ["05-07"], ["03-05", "6"], ["07-09"]],
      ["general -", "general -", "general 6", "general 6"],
    ],
    [
      "another holder has the class of the home, and nobody proven",
      [
        ["01-03", "OWN_BOILER"],
        ["03-05", "7"],
        ["05-07", undefined, { holderName: "李雷" }],
      ],
      ["boiler -", "boiler 7", "boiler -"],
    ],
  ])("%s", async (_, said, expected) => {
    expect(await ratedBy(...said)).toEqual(expected);
  });

  it("and one that is withdrawn has stated nothing", async () => {
    const accountNumber = newNumber();
    await read(accountNumber, ["01-03", "8"]);
    const wrong = await read(accountNumber, ["03-05", "6"]);
    const query = `mutation { cancelBill(number: "${textAt(wrong, "number")}") { __typename } }`;
    await platform.call({ query, apiKey: biller.liveKey });
    expect(await read(accountNumber, ["03-05"])).toMatchObject({ rating: { householdSize: 8 } });
  });

  it("and shown as it holds today", async () => {
    const accountNumber = newNumber();
    await read(accountNumber, ["01-03", "8"]);
    await read(accountNumber, ["03-05", "6@2036-01-01"]);
    const token = await platform.tokens.citizen();
    const bind = `mutation { bound: bindUtilityAccount(input: { biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "家" }) {
      ... on UtilityAccount { householdClass householdSize household { size from } } } }`;
    expect(at((await platform.call({ query: bind, token })).data, "bound")).toEqual({
      ...{ householdClass: "GENERAL", householdSize: 8, household: { size: 8, from: "2026-01-01" } },
    });
  });
});

it("a household that was stated before statements had days holds still", async () => {
  const accountNumber = newNumber();
  await read(accountNumber, ["01-03", "8"]);
  const database = platform.database();
  const { pk, sk } = utilityKeys.account(accountIdOf(biller.partnerId, accountNumber));
  const stored = await database.get("records-live", { pk, sk });
  const { households: _, classes: __, ...account } = stored ?? expect.fail("no account");
  const household = { size: 8, proof: "户口簿", from: "2026-01-01" };
  const Item = { ...account, household };
  await database.transact([{ Put: { TableName: database.nameOf("records-live"), Item } }], "of before");
  expect(at(await read(accountNumber, ["03-05"]), "rating", "householdSize")).toBe(8);
});
