import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getAccount } from "../../../services/government/housing-fund/account-store.ts";
import {
  allContributions,
  getLoan,
  listSettledInterest,
} from "../../../services/government/housing-fund/store.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { accountsOf, addAccount } from "../../support/payout-accounts.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { importFile, importText, itemsOf, newFile, recordsOf, removeFiles } from "./import-file.ts";
import { yuan } from "./records.ts";
import {
  accountRow,
  bankRow,
  contributionRow,
  csv,
  idNumberOf,
  interestRow,
  loanRow,
  type Row,
} from "./rows.ts";

let platform: TestPlatform;
let people = 0;
/** Somebody new for each test. */
let idNumber: string;
let citizen: CitizenId;

beforeAll(async () => {
  platform = await startPlatform();
});
beforeEach(() => {
  idNumber = idNumberOf(people);
  citizen = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
  people += 1;
});
afterAll(async () => {
  await platform.stop();
  removeFiles();
});

const balance = async (): Promise<bigint | undefined> =>
  (await getAccount(platform.database(), "live", citizen))?.balance;
const everythingOf = async () => (await recordsOf(platform)).filter(({ pk }) => pk === citizen);
const codesOf = (rejected: readonly string[]): readonly string[] =>
  rejected.slice(1).map((text) => /^"?(\d+"?,"?[A-Z_0-9]+)/.exec(text)?.[1]?.replaceAll('"', "") ?? text);

describe("an import", () => {
  it("writes accounts, contributions, loans and interest of the file", async () => {
    const rows = [
      accountRow({ idNumber }),
      contributionRow({ idNumber }),
      loanRow({ idNumber }),
      interestRow({ idNumber }),
    ];
    const { ended, counts, rejected } = await importText(platform, csv(rows));
    expect({ ended, rejected }).toEqual({ ended: true, rejected: [] });
    expect(counts).toMatchObject({
      read: 4,
      refused: 0,
      written: { account: 1, contribution: 1, loan: 1, interest: 1 },
    });
    const database = platform.database();
    expect(await getAccount(database, "live", citizen)).toMatchObject({
      citizenId: citizen,
      balance: yuan("100000.00"),
    });
    expect(await allContributions(database, "live", citizen)).toMatchObject([{ month: "2026-10" }]);
    expect(await getLoan(database, "live", citizen, "GJJ-2024-000123")).toMatchObject({ termMonths: 360 });
    expect(await listSettledInterest(database, "live", citizen)).toMatchObject([{ amount: yuan("1402.50") }]);
  });

  it("states a bank account as the person's own and proven, once for a number, whatever others have added", async () => {
    const token = await platform.tokens.citizen(citizen);
    const other = "6217000010001234592";
    const added = await addAccount(
      platform,
      { token },
      { ...{ accountNumber: other, idNumber, name: "王小明" } },
    );
    expect(added).toMatchObject({ isProven: false });
    const content = csv([
      accountRow({ idNumber }),
      bankRow({ idNumber }),
      bankRow({ idNumber }),
      bankRow({ idNumber, bankAccount: other, bankName: "" }),
    ]);
    const { counts } = await importText(platform, content);
    expect(counts).toMatchObject({ read: 4, refused: 0, written: { account: 1, bank: 3 } });
    const accounts = await accountsOf(platform, { token });
    const stated = { isProven: true, provenBy: "FUND_CENTRE" };
    expect(accounts).toHaveLength(2);
    expect(accounts).toContainEqual(
      expect.objectContaining({
        ...stated,
        origin: "FUND_CENTRE",
        maskedNumber: "…5678",
        bank: "中国工商银行",
      }),
    );
    expect(accounts).toContainEqual(
      expect.objectContaining({ ...stated, origin: "OWN", id: textAt(added, "id") }),
    );
    const before = await everythingOf();
    platform.clock.advance(30 * DAY_MS);
    await importText(platform, content);
    expect(await everythingOf()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain("6222020200012345678");
  });

  it("refuses a bank account of somebody who has no account at the fund centre", async () => {
    const { counts, rejected } = await importText(platform, csv([bankRow({ idNumber })]));
    expect(counts.refused).toBe(1);
    expect(rejected.join()).toContain("NO_ACCOUNT");
    expect(await everythingOf()).toEqual([]);
  });

  it("into the test mode writes nothing else", async () => {
    await importText(platform, csv([accountRow({ idNumber })]), { mode: "test" });
    expect(await getAccount(platform.database(), "test", citizen)).toBeDefined();
    expect(await balance()).toBeUndefined();
  });

  it("takes columns in any order and passes over those that only accounts need", async () => {
    await importText(platform, csv([accountRow({ idNumber })]));
    const columns = ["employee", "idNumber", "type", "employer", "paidOn", "month"] as const;
    const { counts } = await importText(platform, csv([contributionRow({ idNumber })], columns));
    expect(counts.written.contribution).toBe(1);
  });

  it("stores no identity number, nor names one on the audit trail", async () => {
    const path = newFile(csv([accountRow({ idNumber }), contributionRow({ idNumber, month: "" })]));
    const { report, notices } = await importFile(platform, path);
    expect(notices.join("\n") + report).not.toContain(idNumber);
    expect(JSON.stringify(await itemsOf(platform))).not.toContain(idNumber);
  });

  it("that is repeated doubles nothing", async () => {
    const path = newFile(
      csv([accountRow({ idNumber }), contributionRow({ idNumber }), loanRow({ idNumber })]),
    );
    await importFile(platform, path);
    const once = await recordsOf(platform);
    const { counts } = await importFile(platform, path);
    expect(counts).toMatchObject({ read: 3, refused: 0 });
    expect(await recordsOf(platform)).toEqual(once);
  });

  it("leaves an entry on its audit trail with every commit", async () => {
    const path = newFile(csv([accountRow({ idNumber })]));
    await importFile(platform, path);
    await importFile(platform, path);
    const entries = await auditEntries();
    expect(entries.filter(({ reason }) => path.endsWith(String(reason)))).toMatchObject([
      { actor: "ofc_fundimport", action: "housing-fund.file.imported", sequence: 1 },
      { actor: "ofc_fundimport", action: "housing-fund.file.imported", sequence: 2 },
    ]);
  });
});

describe("a bad row", () => {
  const bad: readonly [string, () => Row, string][] = [
    [
      "with a wrong identity number",
      () => contributionRow({ idNumber: "110105194912310021" }),
      "NOT_AN_ID_NUMBER",
    ],
    ["with a region that there is not", () => accountRow({ idNumber, region: "119999" }), "NOT_A_REGION"],
    [
      "with a wrong credit code",
      () => accountRow({ idNumber, employerCreditCode: "1" }),
      "NOT_A_CREDIT_CODE",
    ],
    ["with a fraction of a fen", () => contributionRow({ idNumber, employer: "0.001" }), "NOT_MONEY"],
    ["with a negative amount", () => interestRow({ idNumber, amount: "-1.00" }), "NEGATIVE_AMOUNT"],
    ["with a day that there is not", () => contributionRow({ idNumber, paidOn: "2026-02-30" }), "NOT_A_DATE"],
    [
      "with control characters",
      () => accountRow({ idNumber, employerName: "a\u0007b" }),
      "CONTROL_CHARACTERS",
    ],
    ["of an unknown type", () => contributionRow({ idNumber, type: "payment" }), "UNKNOWN_VALUE"],
    ["with values of another type", () => contributionRow({ idNumber, amount: "1.00" }), "OF_ANOTHER_TYPE"],
    ["of a loan below the published rate", () => loanRow({ idNumber, rate: "0.02" }), "RATE_BELOW_PUBLISHED"],
  ];
  it.each(bad)("%s is refused, and nothing of it is written", async (_, row, code) => {
    const good = accountRow({ idNumber, balanceOn: "2026-09-30" });
    await importText(platform, csv([good]));
    const before = await recordsOf(platform);
    const { counts, rejected } = await importText(platform, csv([good, row(), good]));
    expect(counts).toMatchObject({ read: 3, refused: 1, problems: { [code]: 1 } });
    expect(codesOf(rejected)).toEqual([`3,${code}`]);
    expect(await recordsOf(platform)).toEqual(before);
  });
});

describe("without an account", () => {
  it("nothing of a person is taken, until the file has the account", async () => {
    const early = [contributionRow({ idNumber }), loanRow({ idNumber }), interestRow({ idNumber })];
    const late = contributionRow({ idNumber, month: "2026-09" });
    const { counts, rejected } = await importText(platform, csv([...early, accountRow({ idNumber }), late]));
    expect(counts).toMatchObject({
      refused: 3,
      written: { account: 1, contribution: 1, loan: 0, interest: 0 },
    });
    expect(codesOf(rejected)).toEqual(["2,NO_ACCOUNT", "3,NO_ACCOUNT", "4,NO_ACCOUNT"]);
    expect((await everythingOf()).length).toBe(2);
  });

  it("in the file, that of the platform does", async () => {
    await importText(platform, csv([accountRow({ idNumber })]));
    const { counts } = await importText(platform, csv([contributionRow({ idNumber })]));
    expect(counts).toMatchObject({ refused: 0, written: { contribution: 1 } });
  });

  it("because its row is bad, the rows behind it are refused as well", async () => {
    const rows = [accountRow({ idNumber, balance: "x" }), contributionRow({ idNumber })];
    const { rejected } = await importText(platform, csv(rows));
    expect(codesOf(rejected)).toEqual(["2,NOT_MONEY", "3,NO_ACCOUNT"]);
  });
});

describe("a statement", () => {
  it("that is older than the stored one is refused, and the rest of the file is not", async () => {
    await importText(platform, csv([accountRow({ idNumber }), loanRow({ idNumber })]));
    const rows = [
      accountRow({ idNumber, balanceOn: "2026-10-30", balance: "1.00" }),
      loanRow({ idNumber, outstandingOn: "2026-10-30", outstanding: "1.00" }),
      contributionRow({ idNumber }),
    ];
    const { counts, rejected } = await importText(platform, csv(rows));
    expect(codesOf(rejected)).toEqual(["2,OLDER_THAN_STORED", "3,OLDER_THAN_STORED"]);
    expect(counts.written).toEqual({ account: 0, contribution: 1, loan: 0, interest: 0, bank: 0 });
    expect(await balance()).toBe(yuan("100000.00"));
    const lent = await getLoan(platform.database(), "live", citizen, "GJJ-2024-000123");
    expect(lent?.outstandingOn).toBe(date("2026-10-31"));
  });

  it("of the same day or a later one replaces it", async () => {
    await importText(platform, csv([accountRow({ idNumber })]));
    await importText(platform, csv([accountRow({ idNumber, balance: "2.00" })]));
    expect(await balance()).toBe(yuan("2.00"));
    await importText(platform, csv([accountRow({ idNumber, balance: "3.00", balanceOn: "2026-11-01" })]));
    expect(await balance()).toBe(yuan("3.00"));
  });

  it("is the last of several in a file, unless it is older", async () => {
    const rows = [
      accountRow({ idNumber, balance: "1.00", balanceOn: "2026-09-30" }),
      accountRow({ idNumber, balance: "2.00", balanceOn: "2026-10-31" }),
      accountRow({ idNumber, balance: "3.00", balanceOn: "2026-10-30" }),
      contributionRow({ idNumber, employer: "1.00" }),
      contributionRow({ idNumber, employer: "2.00" }),
    ];
    const { counts, rejected } = await importText(platform, csv(rows));
    expect(codesOf(rejected)).toEqual(["4,OLDER_THAN_STORED"]);
    expect(counts.written).toMatchObject({ account: 2, contribution: 2 });
    expect(await balance()).toBe(yuan("2.00"));
    const paid = await allContributions(platform.database(), "live", citizen);
    expect(paid.map(({ employer }) => employer)).toEqual([yuan("2.00")]);
  });
});

const auditEntries = async () =>
  (await itemsOf(platform))
    .filter(({ pk }) => String(pk).startsWith("audit#housing-fund-import#"))
    .sort((a, b) => Number(a["sequence"]) - Number(b["sequence"]));
