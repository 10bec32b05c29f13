import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Biller, newNumber, pay, reading, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
let token: string;
beforeAll(async () => {
  platform = await startPlatform();
  // Gas: up to 350 m³ a year 2.61, up to 500 m³ 2.83, above 4.23; 150 m³ more from six persons on; a boiler has other tiers.
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER", kind: "GAS" });
  token = await platform.tokens.citizen();
});
afterAll(() => platform.stop());

/** Months of a reading of 200 m³, and what it says of the household: "8", "7@06", a class, or several. */
type Said = readonly [months: string, says?: string];

const changesOf = (says: string): object =>
  Object.assign({}, ...says.split(" ").map((each) => (/^\d/.test(each) ? sizeOf(each) : classOf(each))));

const classOf = (each: string): object => (each === "" ? {} : { householdClass: each });

function sizeOf(each: string): object {
  const [size, from] = each.split("@");
  const day = from ? { householdFrom: `2026-${from}-01` } : {};
  return { householdSize: Number(size), householdProof: "户口簿", ...day };
}

/** One account, its bills by their months, and what all of them come to with what waits for the next. */
function openHome() {
  const accountNumber = newNumber();
  const bills = new Map<string, Json>();
  const read = async ([months, says = ""]: Said): Promise<void> => {
    const [from = "", to = ""] = months.split("-");
    const period = { from: `2026-${from}-01`, to: `2026-${to}-01` };
    const [bill = null] = await biller.read(
      reading({ accountNumber, ...period, usage: "200", ...changesOf(says) }),
    );
    expect(textAt(bill, "__typename")).toBe("Bill");
    bills.set(months, bill);
  };
  const numberOf = (months: string): string => textAt(bills.get(months) ?? null, "number");
  /** Tells what had been paid of it. */
  const withdraw = async (months: string): Promise<number> => {
    const query = `mutation { cancelBill(number: "${numberOf(months)}") { ... on Bill { status paid } ... on Refusal { code } } }`;
    const { data } = await platform.call({ query, apiKey: biller.liveKey });
    expect(at(data, "cancelBill")).toMatchObject({ status: "CANCELLED" });
    bills.delete(months);
    return Number(textAt(data, "cancelBill", "paid"));
  };
  const payAll = async (): Promise<void> => {
    for (const bill of bills.values()) await pay(platform, { token }, [textAt(bill, "id")]);
  };
  const stateOf = async (bill: Json) => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Bill { amount carried rating { householdClass householdSize
      corrected { householdClass householdSize amount } } } } }`;
    const variables = { id: textAt(bill, "id") };
    const found = at((await platform.call({ query, variables, apiKey: biller.liveKey })).data, "node");
    const rating = at(found, "rating");
    const corrected = at(rating, "corrected");
    const by = corrected ?? rating;
    const told = Number(textAt(found, "amount"));
    const price = corrected ? Number(textAt(corrected, "amount")) : told - Number(at(found, "carried"));
    const kind = textAt(by, "householdClass") === "OWN_BOILER" ? "boiler" : "general";
    return { household: `${kind} ${at(by, "householdSize") ?? "-"} ${price.toFixed(2)}`, told };
  };
  const state = async () => {
    const bind = `mutation { bound: bindUtilityAccount(input: { biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "家" }) {
      ... on UtilityAccount { carriedForward } } }`;
    const waiting = textAt((await platform.call({ query: bind, token })).data, "bound", "carriedForward");
    const inOrder = [...bills].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const states = await Promise.all(inOrder.map(([, bill]) => stateOf(bill)));
    const told = states.reduce((sum, each) => sum + each.told, Number(waiting));
    return { households: states.map(({ household }) => household), comesTo: told };
  };
  return { read, withdraw, payAll, state };
}

/** A life of an account: its readings, and those of them that are withdrawn, or withdrawn and read again otherwise. */
type Life = {
  readonly readings: readonly Said[];
  readonly withdrawn: string;
  readonly again?: Said;
  /** As they would have been read at once. */
  readonly as: readonly Said[];
};

const LIVES: Readonly<Record<string, Life>> = {
  "a size": {
    readings: [["01-02", "8"], ["02-03"], ["03-04"], ["04-05"]],
    withdrawn: "01-02",
    as: [["02-03"], ["03-04"], ["04-05"]],
  },
  "a size that another followed": {
    readings: [["01-02", "8"], ["02-03"], ["03-04", "6"], ["04-05"]],
    withdrawn: "01-02",
    as: [["02-03"], ["03-04", "6"], ["04-05"]],
  },
  "a size that had put another away": {
    readings: [["01-02", "8"], ["02-03", "5"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    as: [["01-02", "8"], ["03-04"], ["04-05"]],
  },
  "a size from a later day": {
    readings: [["01-02"], ["02-03", "8@04"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    as: [["01-02"], ["03-04"], ["04-05"]],
  },
  "a size dated back, by which an earlier one was read late": {
    readings: [["01-02"], ["03-04", "8@02"], ["02-03"], ["04-05"]],
    withdrawn: "03-04",
    as: [["01-02"], ["02-03"], ["04-05"]],
  },
  "a size dated back before readings that were rated without it": {
    readings: [["01-02"], ["02-03"], ["03-04", "8@01"], ["04-05"]],
    withdrawn: "03-04",
    as: [["01-02"], ["02-03"], ["04-05"]],
  },
  "a class": {
    readings: [["01-02", "OWN_BOILER"], ["02-03"], ["03-04"], ["04-05"]],
    withdrawn: "01-02",
    as: [["02-03"], ["03-04"], ["04-05"]],
  },
  "a class that had put another away, and a size": {
    readings: [["01-02", "OWN_BOILER"], ["02-03", "GENERAL 7"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    as: [["01-02", "OWN_BOILER"], ["03-04"], ["04-05"]],
  },
  "a size, and says it again": {
    readings: [["01-02", "8"], ["02-03"], ["03-04"], ["04-05"]],
    withdrawn: "01-02",
    again: ["01-02", "8"],
    as: [["01-02", "8"], ["02-03"], ["03-04"], ["04-05"]],
  },
  "a size, and says another": {
    readings: [["01-02", "8"], ["02-03"], ["03-04", "7"], ["04-05"]],
    withdrawn: "01-02",
    again: ["01-02", "5"],
    as: [["01-02", "5"], ["02-03"], ["03-04", "7"], ["04-05"]],
  },
  "a class, and says it again": {
    readings: [["01-02", "OWN_BOILER"], ["02-03"], ["03-04", "GENERAL"], ["04-05"]],
    withdrawn: "01-02",
    again: ["01-02", "OWN_BOILER"],
    as: [["01-02", "OWN_BOILER"], ["02-03"], ["03-04", "GENERAL"], ["04-05"]],
  },
  "a size that had put another away, and says it again": {
    readings: [["01-02", "8"], ["02-03", "6"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    again: ["02-03", "6"],
    as: [["01-02", "8"], ["02-03", "6"], ["03-04"], ["04-05"]],
  },
  "a size that had put another away, and says another, before a third": {
    readings: [["01-02", "8"], ["02-03", "6"], ["03-04"], ["04-05", "7"], ["05-06"]],
    withdrawn: "02-03",
    again: ["02-03", "5"],
    as: [["01-02", "8"], ["02-03", "5"], ["03-04"], ["04-05", "7"], ["05-06"]],
  },
  "a class that had put another away, and says it again": {
    readings: [["01-02", "OWN_BOILER"], ["02-03", "GENERAL"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    again: ["02-03", "GENERAL"],
    as: [["01-02", "OWN_BOILER"], ["02-03", "GENERAL"], ["03-04"], ["04-05"]],
  },
  "a size that had put another away, and says none": {
    readings: [["01-02", "8"], ["02-03", "6"], ["03-04"], ["04-05"]],
    withdrawn: "02-03",
    again: ["02-03"],
    as: [["01-02", "8"], ["02-03"], ["03-04"], ["04-05"]],
  },
  "what every reading states": {
    readings: [["01-02", "8"], ["02-03", "8"], ["03-04", "8"], ["04-05"]],
    withdrawn: "01-02",
    as: [["02-03", "8"], ["03-04", "8"], ["04-05"]],
  },
  "what a later one states too, and not the next": {
    readings: [["01-02", "8 OWN_BOILER"], ["02-03"], ["03-04", "8 OWN_BOILER"], ["04-05"]],
    withdrawn: "01-02",
    as: [["02-03"], ["03-04", "8 OWN_BOILER"], ["04-05"]],
  },
  "what every reading states, and is sent again": {
    readings: [["01-02", "8 OWN_BOILER"], ["02-03", "8 OWN_BOILER"], ["03-04", "6"], ["04-05"]],
    withdrawn: "01-02",
    again: ["01-02", "8 OWN_BOILER"],
    as: [["01-02", "8 OWN_BOILER"], ["02-03", "8"], ["03-04", "6"], ["04-05"]],
  },
  "what one before had stated": {
    readings: [["01-02", "8 OWN_BOILER"], ["02-03", "8 OWN_BOILER"], ["03-04"]],
    withdrawn: "02-03",
    as: [["01-02", "8 OWN_BOILER"], ["03-04"]],
  },
  "nothing, and says a size that nobody has proven since": {
    readings: [["01-02"], ["02-03"], ["03-04"], ["04-05"]],
    withdrawn: "01-02",
    again: ["01-02", "8"],
    as: [["01-02", "8"], ["02-03"], ["03-04"], ["04-05"]],
  },
};

describe("a reading that is withdrawn has stated nothing: the others come to what they would have without it", () => {
  describe.each(Object.entries(LIVES))("where it stated %s", (_, { readings, withdrawn, again, as }) => {
    it.each(["open", "paid"])("of %s bills", async (kind) => {
      const home = openHome();
      for (const each of readings) await home.read(each);
      if (kind === "paid") await home.payAll();
      const credited = await home.withdraw(withdrawn);
      if (again) await home.read(again);
      const other = openHome();
      for (const each of as) await other.read(each);
      const [is, expected] = [await home.state(), await other.state()];
      expect(is.households).toEqual(expected.households);
      expect(is.comesTo + credited).toBeCloseTo(expected.comesTo);
    });
  });
});
