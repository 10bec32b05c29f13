import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAccount } from "../../../services/government/housing-fund/account-store.ts";
import { COLUMNS } from "../../../services/government/housing-fund/fund-file/fund-file.ts";
import { allContributions } from "../../../services/government/housing-fund/store.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Imported, importFile, importText, newFile, removeFiles } from "./import-file.ts";
import { yuan } from "./records.ts";
import { accountRow, contributionRow, csv, ID_NUMBER, line, loanRow, ndjson } from "./rows.ts";

let platform: TestPlatform;
let citizen: CitizenId;

beforeAll(async () => {
  platform = await startPlatform();
  citizen = `ctz_${platform.ports.secrets.citizenDigest(ID_NUMBER)}`;
  await importText(platform, csv([accountRow()]));
});
afterAll(async () => {
  await platform.stop();
  removeFiles();
});

const account = () => getAccount(platform.database(), "live", citizen);
const header = `${COLUMNS.join(",")}\n`;
const good = `${line(contributionRow())}\n`;

/** The lines and codes that the file of refused rows names, of CSV and NDJSON alike. */
const refusalsOf = ({ rejected }: Imported): readonly string[] =>
  rejected.flatMap((text) => {
    const [, at, code] = /^(?:\{"line":)?(\d+),"?(?:problems":")?([A-Z_0-9]+):/.exec(text) ?? [];
    return at ? [`${at} ${code}`] : [];
  });

describe("a CSV file", () => {
  it("may have a byte order mark and Windows line ends", async () => {
    const text = csv([accountRow({ employerName: "甲，乙" })]).replaceAll("\n", "\r\n");
    const { counts } = await importText(platform, `\uFEFF${text}`);
    expect(counts).toMatchObject({ refused: 0, written: { account: 1 } });
    expect(await account()).toMatchObject({ employer: { name: "甲，乙" } });
  });

  it("may have quotes and commas in quoted values", async () => {
    await importText(platform, csv([accountRow({ employerName: 'Beijing "Sunrise" Trading Co., Ltd.' })]));
    expect(await account()).toMatchObject({ employer: { name: 'Beijing "Sunrise" Trading Co., Ltd.' } });
  });

  it("may have line breaks in quoted values; the lines behind them keep their numbers", async () => {
    const two = line(accountRow({ employerName: "a\r\nb" }));
    const imported = await importText(
      platform,
      `${header}${two}\n${line(contributionRow({ month: "x" }))}\n`,
    );
    expect(refusalsOf(imported)).toEqual(["2 CONTROL_CHARACTERS", "4 NOT_A_MONTH"]);
  });

  it("may have empty lines, rows of nothing but commas, and no line end at its end", async () => {
    const commas = ",".repeat(COLUMNS.length - 1);
    const text = `${header}\n\n${good}\r\n${commas}\n\n${line(contributionRow({ month: "x" }))}\n\n${good.trimEnd()}`;
    const imported = await importText(platform, text);
    expect(imported.counts).toMatchObject({ read: 3, written: { contribution: 2 } });
    expect(refusalsOf(imported)).toEqual(["8 NOT_A_MONTH"]);
  });

  it.each([
    ["a quote that is not closed", `contribution,"${ID_NUMBER},2026-10`],
    ["a quote in the middle of a value", `contribution,11"0,2026-10`],
    ["something behind a closing quote", `contribution,"110"x,2026-10`],
  ])("with %s loses that line only", async (_, broken) => {
    const quoted = `${line(accountRow({ employerName: "a, b" }))}\n`;
    const imported = await importText(platform, `${header}${good}${broken}\n${quoted}${good}`);
    expect(imported.counts).toMatchObject({ read: 4, written: { account: 1, contribution: 2 } });
    expect(refusalsOf(imported)).toEqual(["3 MALFORMED"]);
    expect(imported.rejected[1]).toContain(broken.replaceAll('"', '""'));
  });

  it("with a quote that is not closed in its last line loses that line only", async () => {
    const imported = await importText(platform, `${header}${good}contribution,"${ID_NUMBER}`);
    expect(imported.counts).toMatchObject({ read: 2, written: { contribution: 1 } });
    expect(refusalsOf(imported)).toEqual(["3 MALFORMED"]);
  });

  it("with too few or too many values in a row refuses that row", async () => {
    const imported = await importText(
      platform,
      `${header}contribution,${ID_NUMBER}\n${good.trimEnd()},,\n${good}`,
    );
    expect(refusalsOf(imported)).toEqual(["2 NUMBER_OF_COLUMNS", "3 NUMBER_OF_COLUMNS"]);
    expect(imported.rejected[1]).toContain("has 2 values where the header has 31 columns");
  });

  it("that is not UTF-8 has its rows refused, and keeps their bytes", async () => {
    const name = Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]);
    const [before = "", after = ""] = line(accountRow({ employerName: "@" })).split("@");
    const text = Buffer.concat([Buffer.from(header + before), name, Buffer.from(`${after}\n${good}`)]);
    const path = newFile(text);
    const imported = await importFile(platform, path);
    expect(refusalsOf(imported)).toEqual(["2 NOT_UTF8"]);
    expect(imported.counts.written.contribution).toBe(1);
    expect(readFileSync(`${path}.rejected`).includes(name)).toBe(true);
  });

  it("with a line of 200 MB refuses that line, and does not keep it in memory", async () => {
    const path = newFile(`${header}${good}account,"`);
    truncateSync(path, 200_000_000);
    appendFileSync(path, `\n${good}`);
    const before = process.memoryUsage().rss;
    const imported = await importFile(platform, path);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect(imported.counts).toMatchObject({ read: 3, written: { contribution: 2 } });
    expect(refusalsOf(imported)).toEqual(["3 ROW_TOO_LONG"]);
    expect(statSync(`${path}.rejected`).size).toBeLessThan(5_000);
  });

  it("with rows across all edges of what is read at once loses none", async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => {
      const month = `20${String(10 + (i % 16)).padStart(2, "0")}-${String(1 + (i % 12)).padStart(2, "0")}`;
      return `${line(contributionRow({ month }))}${i % 7 === 0 ? "\r\n" : "\n"}`;
    });
    const { counts } = await importText(platform, header + rows.join(`${"\n".repeat(3)}`));
    expect(counts).toMatchObject({ read: 3_000, refused: 0 });
  });

  it.each<[string, string, RegExp]>([
    [
      "no header",
      `${good}${good}`,
      /^unknown columns in the header line: contribution, the one at place 2, /,
    ],
    ["an unknown column", `type,idNumber,salary\n`, /salary\nknown are: type, idNumber, /],
    ["a column twice", "type,idNumber,month,month\n", /names month twice/],
    ["no identity numbers", "type,month\n", /does not name idNumber/],
    ["other separators", "type;idNumber;month\n", /the one at place 1/],
    ["only blank lines", "\n\n", /does not begin with a header line/],
    ["a header of 100 KB", `${"x".repeat(100_000)}\n`, /does not begin with a header line/],
    ["UTF-16", "\uFFFE", /header line/],
  ])("with %s is not begun with", async (_, text, message) => {
    await expect(importText(platform, text)).rejects.toThrow(message);
    await expect(importText(platform, text)).rejects.not.toThrow(ID_NUMBER);
  });
});

describe("an NDJSON file", () => {
  it("takes an object a line, its months as a number", async () => {
    const rows = [accountRow({ employerName: "丙" }), contributionRow(), { ...loanRow(), termMonths: 360 }];
    const { counts } = await importFile(platform, newFile(`\uFEFF${ndjson(rows)}\r\n\n`, "ndjson"));
    expect(counts).toMatchObject({ read: 3, refused: 0 });
    expect(await account()).toMatchObject({ employer: { name: "丙" } });
  });

  it("refuses lines that are no objects, and only those", async () => {
    const lines = ['{"type":"account"', "[]", "7", '"text"', "null", "{}", JSON.stringify(contributionRow())];
    const imported = await importFile(platform, newFile(lines.join("\n"), "ndjson"));
    expect(imported.counts).toMatchObject({ read: 7, refused: 6, written: { contribution: 1 } });
    const malformed = [1, 2, 3, 4, 5].map((at) => `${at} MALFORMED`);
    expect(refusalsOf(imported)).toEqual([...malformed, "6 REQUIRED"]);
    expect(imported.rejected.map((text) => JSON.parse(text).unreadable)).toEqual([
      ...lines.slice(0, 5),
      undefined,
    ]);
  });

  it("refuses numbers that are not in quotes, and keeps their digits for who corrects them", async () => {
    const row = JSON.stringify(accountRow()).replace('"110105000123"', "123456789012345678901");
    const imported = await importFile(platform, newFile(`${row}\n`, "ndjson"));
    expect(refusalsOf(imported)).toEqual(["1 NUMBER_WITHOUT_QUOTES"]);
    expect(imported.rejected[0]).toContain('"accountNumber":123456789012345678901');
  });

  it("with a line of 10 MB refuses that line", async () => {
    const long = JSON.stringify({ ...contributionRow(), employer: "1".repeat(10_000_000) });
    const imported = await importFile(platform, newFile(`${long}\n${ndjson([contributionRow()])}`, "ndjson"));
    expect(refusalsOf(imported)).toEqual(["1 ROW_TOO_LONG"]);
    expect(imported.counts.written.contribution).toBe(1);
  });
});

describe("the file of refused rows", () => {
  const bad = [
    accountRow({ employerName: 'Co., "X"', region: "1" }),
    contributionRow(),
    contributionRow({ month: "2025-05", paidOn: "2026-02-30" }),
  ];

  it("is for its owner only", async () => {
    const path = newFile(csv(bad));
    await importFile(platform, path);
    expect(statSync(`${path}.rejected`).mode & 0o777).toBe(0o600);
  });

  it.each(["csv", "ndjson"] as const)(
    "of %s can be imported itself once it was corrected",
    async (extension) => {
      const path = newFile(extension === "csv" ? csv(bad) : ndjson(bad), extension);
      const { rejected } = await importFile(platform, path);
      const again = `${path}.rejected`;
      const asIs = await importFile(platform, again);
      expect(asIs.counts).toMatchObject({ read: 2, refused: 2 });
      expect(asIs.rejected.map((text) => text.replace(/(^|:)\d+,/, "$1#,"))).toEqual(
        rejected.map((text) => text.replace(/(^|:)\d+,/, "$1#,")),
      );
      const text = readFileSync(again, "utf8");
      const corrected = text
        .replace('"region":"1"', '"region":"110000"')
        .replace(",1,12000", ",110000,12000");
      writeFileSync(again, corrected.replaceAll("2026-02-30", "2026-02-28"));
      expect((await importFile(platform, again)).counts).toMatchObject({ read: 2, refused: 0 });
      expect(await account()).toMatchObject({ employer: { name: 'Co., "X"' }, region: "110000" });
    },
  );

  it("is gone once there is nothing to refuse", async () => {
    const path = newFile(csv(bad));
    expect((await importFile(platform, path)).rejected).toHaveLength(3);
    writeFileSync(path, csv([contributionRow({ employer: "3.00" })]));
    expect((await importFile(platform, path)).rejected).toEqual([]);
    const paid = await allContributions(platform.database(), "live", citizen);
    expect(paid.at(-1)?.employer).toBe(yuan("3.00"));
  });
});

describe("whatever a file holds", () => {
  const text = csv([accountRow({ employerName: 'a, "b"' }), contributionRow(), loanRow()]);
  const piece = fc.oneof(fc.constantFrom('"', ",", "\n", "\r", "\r\n", "", "\u0000", "{", "}"), fc.string());

  it.each(["csv", "ndjson"] as const)("as %s, it is read to its end", async (extension) => {
    const whole = extension === "csv" ? text.slice(header.length) : ndjson([accountRow(), contributionRow()]);
    const edit = fc.tuple(fc.nat(whole.length), fc.nat(5), piece);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        const changed = edits.reduce(
          (so, [at, drop, put]) => so.slice(0, at) + put + so.slice(at + drop),
          whole,
        );
        const content = extension === "csv" ? header + changed : changed || "\n";
        const { ended, counts, rejected } = await importFile(platform, newFile(content, extension));
        const written = Object.values(counts.written).reduce((sum, count) => sum + count, 0);
        expect({ ended, rows: written + counts.refused }).toEqual({ ended: true, rows: counts.read });
        expect(rejected.length >= counts.refused).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
