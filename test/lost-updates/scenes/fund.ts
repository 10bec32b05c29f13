import { randomUUID } from "node:crypto";
import { date } from "../../../services/kernel/civil-date.ts";
import { mutateCase, newOfficer, RENT, submitAsIs } from "../../government/cases/casework.ts";
import {
  applyForRent,
  confirmEachOther,
  confirmSpouse,
  fillIn,
  loanForm,
  marriedTo,
  newCouple,
  newSaver,
  rentForm,
  type Saver,
  state,
} from "../../government/cases/savers.ts";
import { importText } from "../../government/housing-fund/import-file.ts";
import { loan } from "../../government/housing-fund/records.ts";
import { accountRow, csv, loanRow, type Row } from "../../government/housing-fund/rows.ts";
import { newIdNumber } from "../../support/made-up.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { type Guarded, twice, type Unraced } from "../world.ts";

/** An application that a rule grants when it is handed in, and the way to hand it in. */
async function waiting(platform: TestPlatform, saver: Saver, change = {}) {
  const id = await fillIn(platform, saver, RENT, rentForm(saver, change));
  const key = randomUUID();
  return () => submitAsIs(platform, saver.token, id, { key });
}

/** Somebody who has drawn before, and given it back: they have a book, and their cap is whole. */
async function drawnBefore(platform: TestPlatform): Promise<Saver> {
  const saver = await newSaver(platform);
  const id = textAt(await applyForRent(platform, saver), "id");
  const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  const why = `reason: "以虚假材料取得", ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
  await mutateCase(platform, token, `revokeApplication(id: "${id}", ${why})`);
  return saver;
}

/** The rent that a couple pays, so that a household's cap is not reached by one of them. */
const couple = (spouse: Saver) => ({ ...marriedTo(spouse), monthlyRent: "2500.00" });

/** A file of the fund centre with an older statement, overtaken by one with a newer. */
const files =
  (rowOf: (change: Row) => Row, on: "balanceOn" | "outstandingOn") => async (platform: TestPlatform) => {
    const idNumber = newIdNumber();
    const send = (day: string) => () =>
      importText(platform, csv([rowOf({ idNumber, rateChanges: "", [on]: day })]));
    await importText(platform, csv([accountRow({ idNumber, balanceOn: "2025-10-31" })]));
    return { late: send("2025-11-30"), meanwhile: send("2025-12-31") };
  };

/** An agreement that the rule grants when it is handed in, and the way to hand it in. */
async function agreeing(
  platform: TestPlatform,
  saver: Saver,
  item = "BJ-GJJ-ZFYD-001",
  form = rentForm(saver, { leaseStart: "2026-01-01", leaseEnd: "2026-12-31" }),
) {
  const id = await fillIn(platform, saver, item, form);
  const key = randomUUID();
  return () => submitAsIs(platform, saver.token, id, { key });
}

const ORDERS = /^Put ctz_\w+ housing-fund#orders$/;
const SPOUSE = /^Put ctz_\w+ housing-fund#spouse$/;
const BOOK = /^Put ctz_\w+ housing-fund#withdrawals$/;
const NAMED = /^Update ctz_\w+ housing-fund#withdrawals$/;
const FUND_ACCOUNT = /^Update ctz_\w+ housing-fund#account$/;

/** Somebody who says of two people, one after the other, that they are the spouse. */
const twoWords = async (platform: TestPlatform, saver: Saver) => {
  const [one, other] = [await newSaver(platform), await newSaver(platform)];
  return {
    late: () => confirmSpouse(platform, saver, one),
    meanwhile: () => confirmSpouse(platform, saver, other),
  };
};

export const FUND: Readonly<Record<string, Guarded | Unraced>> = {
  "services/government/housing-fund/household/spouse-store.ts putSpouse new": {
    record: SPOUSE,
    scene: async (platform) => twoWords(platform, await newSaver(platform)),
  },
  "services/government/housing-fund/household/spouse-store.ts putSpouse over": {
    record: SPOUSE,
    scene: async (platform) => twoWords(platform, (await newCouple(platform))[0]),
  },
  "services/government/housing-fund/orders/order-store.ts putOrders new": {
    record: ORDERS,
    scene: async (platform) => {
      const saver = await newSaver(platform, { loans: [loan({ startedOn: date("2025-06-15") })] });
      const late = await agreeing(platform, saver);
      return { late, meanwhile: await agreeing(platform, saver, "BJ-GJJ-HDYD-001", loanForm(saver)) };
    },
  },
  "services/government/housing-fund/orders/order-store.ts putOrders over": {
    record: ORDERS,
    scene: async (platform) => {
      const saver = await newSaver(platform);
      const id = textAt(await (await agreeing(platform, saver))(), "id");
      const query = `mutation { done: endHousingFundOrder(application: "${id}") { __typename } }`;
      return twice(() => platform.call({ token: saver.token, query }));
    },
  },
  "services/government/housing-fund/account-store.ts putAccount new": {
    why: "what it allows beside the other half of its condition: a first statement",
  },
  "services/government/housing-fund/account-store.ts putAccount over": {
    record: FUND_ACCOUNT,
    condition: /<=/,
    scene: files(accountRow, "balanceOn"),
  },
  "services/government/housing-fund/store.ts putLoan new": {
    why: "what it allows beside the other half of its condition: a first statement",
  },
  "services/government/housing-fund/store.ts putLoan over": {
    record: /^\w+ ctz_\w+ housing-fund#loan#/,
    scene: files(loanRow, "outstandingOn"),
  },
  "services/government/housing-fund/account-store.ts putUnstated over": {
    record: FUND_ACCOUNT,
    condition: /AND/,
    scene: async (platform) => {
      const saver = await newSaver(platform);
      const late = await waiting(platform, saver);
      const stated = { account: { balanceOn: date("2026-03-01") }, months: [] };
      return { late, meanwhile: () => state(platform, saver.id, stated) };
    },
  },
  "services/government/housing-fund/withdrawals/withdrawal-store.ts putBook new": {
    record: BOOK,
    scene: async (platform) => twice(await waiting(platform, await newSaver(platform))),
  },
  "services/government/housing-fund/withdrawals/withdrawal-store.ts putBook over": {
    record: BOOK,
    scene: async (platform) => twice(await waiting(platform, await drawnBefore(platform))),
  },
  "services/government/housing-fund/withdrawals/withdrawal-store.ts putNaming new": {
    record: NAMED,
    scene: async (platform) => {
      const [wang, li] = await newCouple(platform);
      return {
        late: await waiting(platform, wang, couple(li)),
        meanwhile: await waiting(platform, li, couple(wang)),
      };
    },
  },
  "services/government/housing-fund/withdrawals/withdrawal-store.ts putNaming over": {
    record: NAMED,
    scene: async (platform) => {
      const [wang, li] = [await newSaver(platform), await drawnBefore(platform)];
      await confirmEachOther(platform, [wang, li]);
      return {
        late: await waiting(platform, wang, couple(li)),
        meanwhile: await waiting(platform, li, couple(wang)),
      };
    },
  },
};
