import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../../local/demo/licence-types/authorities.ts";
import { LICENCE_FILE } from "../../../../local/import/import-kind.ts";
import { dateAt } from "../../../../services/kernel/civil-date.ts";
import { OutcomeUnknown } from "../../../../services/kernel/database/transaction.ts";
import { DAY_MS, plusMs, systemRuntime } from "../../../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant, newEnterprise } from "../../cases/casework.ts";
import {
  importAs,
  itemsOf,
  newFile,
  recordsOf,
  removeFiles,
  targetOf,
} from "../../housing-fund/import-file.ts";
import {
  done,
  HOLDER,
  itemOf,
  licenceOf,
  licencesOf,
  publishTypeWithItems,
  takeBack,
} from "../repository/repository-world.ts";
import { certificate, ISSUER, importRows, type LicenceRow, ndjson, startWithTypes } from "./licence-rows.ts";

let platform: TestPlatform;
let numbers = 0;
beforeAll(async () => {
  platform = await startWithTypes();
});
afterAll(async () => {
  await platform.stop();
  removeFiles();
});

const newNumber = (): string => {
  numbers += 1;
  return `CL${numbers}`;
};

/** Somebody whose identity number the register states, and who signs in. */
const newHolder = async () => {
  const { token, idNumber } = await newApplicant(platform);
  return { token, as: { holderIdNumber: idNumber } };
};

const versionsOf = (licence: Json): readonly unknown[] => {
  const versions = at(licence, "versions");
  return Array.isArray(versions) ? versions.map((one) => [at(one, "act"), at(one, "content", "grade")]) : [];
};

describe("a row", () => {
  it("makes a licence that its holder reads, with the identifier of its authority", async () => {
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    const { counts } = await importRows(platform, [certificate(number, as)]);
    expect(counts).toMatchObject({ read: 1, refused: 0, written: { new: 1, version: 0, standing: 0 } });
    expect(await licenceOf(platform, { token })).toMatchObject({
      ...{ number, status: "VALID", region: "110105", issuedOn: "2025-05-01", validUntil: "2035-04-30" },
      ...{ type: { code: "disability-certificate" }, content: { grade: "三级" } },
      issuer: { creditCode: ISSUER, department: { code: "BJ-CL" } },
      identifier: expect.stringMatching(new RegExp(`\\.${ISSUER}\\.${number}\\.001\\.[0-9A-Z]$`)),
    });
  });

  it("that says something else is its next version, and one that says the same is none", async () => {
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    await importRows(platform, [certificate(number, as)]);
    const rows = [certificate(number, as, { grade: "二级" })];
    expect((await importRows(platform, rows)).counts.written).toMatchObject({ version: 1 });
    const again = await importRows(platform, rows);
    expect(again.counts).toMatchObject({ read: 1, refused: 0, written: { new: 0, version: 0, standing: 0 } });
    expect(again.report).toContain("unchanged: 1,");
    expect(versionsOf(await licenceOf(platform, { token }))).toEqual([
      ["IMPORT", "二级"],
      ["IMPORT", "三级"],
    ]);
  });

  it("suspends, resumes and ends", async () => {
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    for (const [standing, status] of [
      ...([
        ["VALID", "VALID"],
        ["SUSPENDED", "SUSPENDED"],
        ["VALID", "VALID"],
      ] as const),
      ...([
        ["CANCELLED", "CANCELLED"],
        ["REVOKED", "REVOKED"],
      ] as const),
    ]) {
      await importRows(platform, [certificate(number, { ...as, standing })]);
      expect(await licenceOf(platform, { token })).toMatchObject({ status });
    }
    expect(versionsOf(await licenceOf(platform, { token }))).toHaveLength(1);
  });

  it("names its type by its type code, too, and an enterprise by its credit code", async () => {
    const { creditCode, representative } = await newEnterprise(platform);
    const { creditCode: issuerCreditCode } = AUTHORITIES.marketRegulation;
    const row = {
      ...{
        type: `${issuerCreditCode}001`,
        number: newNumber(),
        holderCreditCode: creditCode,
        issuerCreditCode,
      },
      ...{ region: "110105", issuedOn: "2020-01-06", standing: "VALID" },
      content: {
        ...{ name: "北京好味道餐饮有限公司", creditCode, kind: "有限责任公司", representative: "王小明" },
        ...{ address: "北京市朝阳区示范路 1 号", founded: "2020-01-06", scope: "餐饮服务" },
      },
    };
    expect((await importRows(platform, [row])).counts.written).toMatchObject({ new: 1 });
    const query = "{ me { enterprises { electronicLicences { edges { node { number } } } } } }";
    const { data } = await platform.call({ token: representative.token, query });
    expect(at(data, "me", "enterprises", "0", "electronicLicences", "edges")).toEqual([
      { node: { number: row.number } },
    ]);
  });

  it("leaves the holder's number nowhere but in the content, and an entry on the licence's trail", async () => {
    const [{ as }, number] = [await newHolder(), newNumber()];
    const path = newFile(ndjson([certificate(number, as)]), "ndjson");
    await importAs(LICENCE_FILE, platform, path);
    const items = (await itemsOf(platform)).filter((one) => JSON.stringify(one).includes(as.holderIdNumber));
    expect(
      items.map(({ pk, current }) => [String(pk).slice(0, 4), JSON.parse(Object(current).content).idNumber]),
    ).toEqual([["lic_", as.holderIdNumber]]);
    const { current: _, ...rest } = items[0] ?? {};
    expect(JSON.stringify(rest)).not.toContain(as.holderIdNumber);
    const trail = (await itemsOf(platform)).filter(({ pk }) => pk === `audit#${items[0]?.["pk"]}`);
    expect(trail).toMatchObject([{ actor: "ofc_licenceimport", action: "licences.licence.imported" }]);
    expect(path.endsWith(String(trail[0]?.["reason"]))).toBe(true);
  });
});

describe("several rows of one licence", () => {
  it("are taken in their order, and what has ended is not brought back by the same file", async () => {
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    const later = { ...as, issuedOn: "2026-01-05" };
    const rows = [
      certificate(number, as),
      certificate(number, later, { grade: "一级" }),
      certificate(number, { ...later, standing: "CANCELLED" }, { grade: "一级" }),
    ];
    const { counts } = await importRows(platform, rows);
    expect(counts).toMatchObject({ refused: 0, written: { new: 1, version: 1, standing: 1 } });
    expect(await licenceOf(platform, { token })).toMatchObject({ status: "CANCELLED" });
    const before = await recordsOf(platform);
    const again = await importRows(platform, rows);
    expect(again.counts).toMatchObject({
      ...{ refused: 2, written: { new: 0, version: 0, standing: 0 } },
      problems: { LICENCE_ENDED: 2 },
    });
    expect(await recordsOf(platform)).toEqual(before);
  });
});

describe("a row is refused", () => {
  const tomorrow = () => dateAt(plusMs(systemRuntime.now(), DAY_MS));
  it.each<[string, () => LicenceRow, string]>([
    ["without a type", () => ({ type: "" }), "REQUIRED: type is missing"],
    ["of a type that there is not", () => ({ type: "driving-licence" }), "TYPE_UNKNOWN: type "],
    ["of a type code that there is not", () => ({ type: `${ISSUER}999` }), "TYPE_UNKNOWN: type "],
    ["with a number of other characters", () => ({ number: "cl-1" }), "NUMBER_UNFIT: number "],
    ["with a number that is too long", () => ({ number: "1".repeat(41) }), "NUMBER_UNFIT: number "],
    ["with a number that is none", () => ({ number: 17 }), "NOT_TEXT: number "],
    ["without a holder", () => ({ holderIdNumber: null }), "NOT_ONE_HOLDER: the row "],
    ["with two holders", () => ({ holderCreditCode: ISSUER }), "NOT_ONE_HOLDER: the row "],
    [
      "with a wrong identity number",
      () => ({ holderIdNumber: "110105194912310021" }),
      "NOT_AN_ID_NUMBER: holderIdNumber ",
    ],
    [
      "with a wrong credit code",
      () => ({ holderIdNumber: "", holderCreditCode: "1" }),
      "NOT_A_CREDIT_CODE: holderCreditCode ",
    ],
    [
      "of an enterprise, where it is people's",
      () => ({ holderIdNumber: "", holderCreditCode: ISSUER }),
      "HOLDER_KIND: holderCreditCode ",
    ],
    [
      "of another issuer",
      () => ({ issuerCreditCode: AUTHORITIES.civilAffairs.creditCode }),
      "ISSUER_UNFIT: issuerCreditCode ",
    ],
    [
      "from before its issuer's period",
      () => ({ issuedOn: "2018-12-31" }),
      "ISSUER_UNFIT: issuerCreditCode ",
    ],
    [
      "from a region that is not its issuer's",
      () => ({ region: "310101" }),
      "ISSUER_UNFIT: issuerCreditCode ",
    ],
    ["of a region that there is not", () => ({ region: "119999" }), "NOT_A_REGION: region "],
    ["of a day that there is not", () => ({ issuedOn: "2026-02-30" }), "NOT_A_DATE: issuedOn "],
    [
      "of a day that is not yet",
      () => ({ issuedOn: tomorrow() }),
      "DATE_IN_FUTURE: issuedOn lies in the future",
    ],
    [
      "with an end that its content does not say",
      () => ({ validUntil: "2036-01-01" }),
      "LICENCE_END_UNFIT: validUntil ",
    ],
    [
      "that stands in an unknown way",
      () => ({ standing: "LOST" }),
      "UNKNOWN_VALUE: standing is none of VALID, SUSPENDED, CANCELLED, REVOKED",
    ],
    ["with a column that there is not", () => ({ holderName: "王小明" }), "UNKNOWN_COLUMN: holderName "],
    ["with a content that is no JSON", () => ({ content: "{" }), "NOT_CONTENT: content "],
    ["with a content that is no object", () => ({ content: [1] }), "NOT_CONTENT: content "],
    [
      "with a content that its type refuses",
      () => ({ content: {} }),
      "LICENCE_CONTENT_UNFIT: content is not as the type has it, in its field name",
    ],
  ])("%s", async (_, change, problem) => {
    const row = certificate(newNumber(), change());
    const given = change();
    const { counts, rejected } = await importRows(platform, [
      { ...row, ...("content" in given ? given : {}) },
    ]);
    expect(counts).toMatchObject({ read: 1, refused: 1, written: { new: 0 } });
    expect(JSON.parse(rejected[0] ?? "").problems).toContain(problem);
  });

  it.each([
    ["whose grade is none", { grade: "五级" }, "in its field grade"],
    ["with a field that its type does not have", { colour: "红" }, "in its field"],
    ["whose end lies before its day", { validUntil: "2025-04-30" }, "LICENCE_END_UNFIT"],
  ])("%s", async (_, said, problem) => {
    const { counts, rejected } = await importRows(platform, [certificate(newNumber(), {}, said)]);
    expect(counts).toMatchObject({ refused: 1 });
    expect(JSON.parse(rejected[0] ?? "").problems).toContain(problem);
  });

  it("where its content has the number of somebody else than its holder", async () => {
    const { idNumber } = await newApplicant(platform);
    const { rejected } = await importRows(platform, [certificate(newNumber(), {}, { idNumber })]);
    expect(JSON.parse(rejected[0] ?? "").problems).toContain(
      "CONTENT_OF_ANOTHER: content has another's number than the holder's in its field idNumber",
    );
    expect(JSON.parse(rejected[0] ?? "").problems).not.toContain(idNumber);
  });

  it("where another has a licence of that number", async () => {
    const [one, other, number] = [await newHolder(), await newHolder(), newNumber()];
    await importRows(platform, [certificate(number, one.as)]);
    const { rejected } = await importRows(platform, [certificate(number, other.as)]);
    expect(JSON.parse(rejected[0] ?? "").problems).toMatch(/^HOLDER_DIFFERS: number /);
    expect(await licencesOf(platform, other)).toEqual([]);
  });

  it("where a decision here has issued the licence, which stays as it is", async () => {
    await publishTypeWithItems(platform, "electrician");
    const holder = await newApplicant(platform);
    await done(platform, holder, itemOf("electrician", "ISSUE"), HOLDER);
    const issued = await licenceOf(platform, holder);
    const row = {
      ...{ type: "electrician", number: textAt(issued, "number"), holderIdNumber: holder.idNumber },
      ...{ issuerCreditCode: "11100000000013338W", region: "110105", issuedOn: "2026-03-02" },
      ...{ standing: "REVOKED", content: HOLDER },
    };
    const { counts, rejected } = await importRows(platform, [row]);
    expect(counts).toMatchObject({ refused: 1 });
    expect(JSON.parse(rejected[0] ?? "").problems).toMatch(/^ISSUED_HERE: number /);
    expect(await licenceOf(platform, holder)).toEqual(issued);
  });
});

describe("a decision on a licence that a register states", () => {
  it("changes it, and taking it back does not go behind what the register has said since", async () => {
    await publishTypeWithItems(platform, "welder");
    const holder = await newApplicant(platform);
    const number = newNumber();
    const row = {
      ...{ type: "welder", number, holderIdNumber: holder.idNumber, issuerCreditCode: "11100000000013338W" },
      ...{ region: "110105", issuedOn: "2026-02-02", standing: "VALID", content: HOLDER },
    };
    await importRows(platform, [row]);
    const id = await done(platform, holder, itemOf("welder", "CHANGE"), { number, trade: "焊工" });
    const stale = await importRows(platform, [row]);
    expect(JSON.parse(stale.rejected[0] ?? "").problems).toMatch(/^OLDER_THAN_STORED: number /);
    await importRows(platform, [{ ...row, issuedOn: "2026-03-02", content: { ...HOLDER, trade: "钳工" } }]);
    await takeBack(platform, id);
    const licence = await licenceOf(platform, holder);
    expect(licence).toMatchObject({ content: { trade: "钳工" } });
    expect(versionsOf(licence).map((one) => Object(one)[0])).toEqual(["IMPORT", "CHANGE", "IMPORT"]);
  });
});

describe("a commit whose answer is lost", () => {
  it("is found to stand, and makes no second version", async () => {
    const [{ token, as }, real] = [await newHolder(), targetOf(platform)];
    let lost = 1;
    const open = () => {
      const { database, commit } = real.open();
      return {
        database,
        commit: async (change: Parameters<typeof commit>[0]) => {
          const committed = await commit(change);
          lost -= 1;
          if (lost >= 0) throw new OutcomeUnknown(new Error("the connection was lost"));
          return committed;
        },
      };
    };
    const path = newFile(ndjson([certificate(newNumber(), as)]), "ndjson");
    const { counts } = await importAs(LICENCE_FILE, platform, path, { target: { ...real, open } });
    expect(counts).toMatchObject({ read: 1, refused: 0 });
    expect(versionsOf(await licenceOf(platform, { token }))).toHaveLength(1);
  });
});

it("a file as CSV has the content as a text", async () => {
  const [{ token, as }, number] = [await newHolder(), newNumber()];
  const { content, ...row } = certificate(number, as);
  const cell = `"${JSON.stringify(content).replaceAll('"', '""')}"`;
  const text = `${Object.keys(row).join(",")},content\n${Object.values(row).join(",")},${cell}\n`;
  const { counts } = await importAs(LICENCE_FILE, platform, newFile(text));
  expect(counts).toMatchObject({ refused: 0, written: { new: 1 } });
  expect(await licenceOf(platform, { token })).toMatchObject({ content });
});
