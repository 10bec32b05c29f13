import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AUTHORITIES } from "../../../../local/demo/licence-types/authorities.ts";
import { disabilityCertificate } from "../../../../local/demo/licence-types/of-people.ts";
import { publishLicenceType, saveLicenceTypeDraft } from "../../../../services/government/licences/index.ts";
import { PAGE_CHANGES } from "../../../../services/government/licences/registers/take-changes.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../../services/kernel/commit/commit.ts";
import type { WorkPorts } from "../../../../services/kernel/service-runtime.ts";
import { type LicenceRegisterServer, startLicenceRegister } from "../../../support/licence-register.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant } from "../../cases/casework.ts";
import { editorOf } from "../../catalogue/items.ts";
import { itemsOf } from "../../housing-fund/import-file.ts";
import { certificate, startWithTypes } from "../import/licence-rows.ts";
import { licenceOf, licencesOf } from "../repository/repository-world.ts";
import { newLog, registerAt, runOf } from "./registers-world.ts";

const ISSUED_SINCE = { regions: disabilityCertificate.regions, from: date("2019-01-01") };

let platform: TestPlatform;
let server: LicenceRegisterServer;
let numbers = 0;
let registers = 0;
beforeAll(async () => {
  platform = await startWithTypes();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  server = await startLicenceRegister({ now: platform.clock.now });
});
afterEach(() => server.stop());

const newNumber = (): string => {
  numbers += 1;
  return `RG${numbers}`;
};

/** A register that was never asked before. */
const newRegister = (changes: Parameters<typeof registerAt>[2] = {}, log?: WorkPorts["log"]) => {
  registers += 1;
  return registerAt(platform, server, { name: `register-${registers}`, ...changes }, log);
};

const newHolder = async () => {
  const { token, idNumber } = await newApplicant(platform);
  return { token, as: { holderIdNumber: idNumber } };
};

const versionsOf = (licence: Json) => {
  const versions = at(licence, "versions");
  return Array.isArray(versions) ? versions.map((one) => [at(one, "act"), at(one, "content", "grade")]) : [];
};

const lastQuestion = () => server.questions.at(-1) ?? expect.fail("nothing was asked");

describe("a register that is asked for changes", () => {
  it("states licences, further versions and ends, which holders read", async () => {
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    const run = runOf(platform, [newRegister()]);
    server.state(
      certificate(number, as),
      certificate(number, as, { grade: "二级" }),
      certificate(number, { ...as, standing: "SUSPENDED" }, { grade: "二级" }),
    );
    expect(await run()).toMatchObject({
      ...{ changes: 3, written: 3, refused: 0, unanswered: 0, finished: true, faults: [] },
    });
    expect(await licenceOf(platform, { token })).toMatchObject({ number, status: "SUSPENDED" });
    server.state(certificate(number, { ...as, standing: "REVOKED" }));
    await run();
    const licence = await licenceOf(platform, { token });
    expect(textAt(licence, "status")).toBe("REVOKED");
    expect(versionsOf(licence)).toEqual([
      ["IMPORT", "二级"],
      ["IMPORT", "三级"],
    ]);
  });

  it("changes no licence of another authority that issues the type, too", async () => {
    const { creditCode, department } = AUTHORITIES.civilAffairs;
    const [author, actor] = [editorOf(), editorOf()];
    const issuers = [...disabilityCertificate.issuers, { ...ISSUED_SINCE, creditCode, department }];
    const ports = platform.context(actor);
    await saveLicenceTypeDraft(
      { ...disabilityCertificate, issuers },
      { actor: author, now: ports.now },
      ports,
    );
    const published = await publishLicenceType(
      disabilityCertificate.code,
      { reason: "民政部门也颁发" },
      { actor, now: ports.now },
      ports,
    );
    expect(published.ok).toBe(true);
    const [{ token, as }, number] = [await newHolder(), newNumber()];
    server.state(certificate(number, as));
    await runOf(platform, [newRegister()])();
    const ofOthers = newRegister({ authority: creditCode });
    const theirs = { ...as, issuerCreditCode: creditCode };
    server.state(
      certificate(number, { ...theirs, standing: "REVOKED" }),
      certificate(number, { ...theirs, issuedOn: "2026-01-05" }, { grade: "一级" }),
    );
    const run = runOf(platform, [ofOthers]);
    await run();
    await run();
    expect(
      lastQuestion()
        .refused.slice(-2)
        .map(({ problems }) => problems[0]?.code),
    ).toEqual([...["ISSUER_DIFFERS", "ISSUER_DIFFERS"]]);
    expect(await licenceOf(platform, { token })).toMatchObject({ number, status: "VALID" });
    expect(versionsOf(await licenceOf(platform, { token }))).toEqual([["IMPORT", "三级"]]);
  });

  it("is asked for what is behind the last change that was taken, page by page, and for no more", async () => {
    const run = runOf(platform, [newRegister()]);
    const many = 2 * PAGE_CHANGES + 3;
    server.state(...Array.from({ length: many }, () => certificate(newNumber())));
    expect(await run()).toMatchObject({ changes: many, written: many, finished: true });
    expect(server.questions.map(({ after, limit }) => [after, limit])).toEqual([
      [null, PAGE_CHANGES],
      [`place-${PAGE_CHANGES}`, PAGE_CHANGES],
      [`place-${2 * PAGE_CHANGES}`, PAGE_CHANGES],
    ]);
    const records = await itemsOf(platform);
    expect(await run()).toMatchObject({ changes: 0, written: 0, finished: true });
    expect(lastQuestion().after).toBe(`place-${many}`);
    expect(await itemsOf(platform)).toEqual(records);
  });

  it("is told once which of its changes were refused and why; the others are taken", async () => {
    const [{ token, as }, number, log] = [await newHolder(), newNumber(), newLog()];
    const run = runOf(platform, [newRegister()]);
    const [, stale, foreign, strange, long] = server.state(
      certificate(number, as),
      certificate(newNumber(), { ...as, issuedOn: "2026-13-01" }),
      certificate(newNumber(), { ...as, issuerCreditCode: "11100000000013338W" }),
      certificate(newNumber(), { ...as, type: "residence-permit" }),
      certificate(newNumber(), as, { kind: "长".repeat(30_000) }),
      certificate(newNumber(), as),
    );
    expect(await run({ log: log.log })).toMatchObject({ changes: 6, written: 2, refused: 4, faults: [] });
    expect(await licencesOf(platform, { token })).toHaveLength(2);
    await run();
    const { refused } = lastQuestion();
    const reasons = refused.map(({ change, problems }) => [change, problems]);
    expect(reasons).toHaveLength(4);
    expect(reasons).toEqual(
      expect.arrayContaining([
        [stale, [expect.objectContaining({ code: "NOT_A_DATE", column: "issuedOn" })]],
        [foreign, [expect.objectContaining({ code: "ISSUER_NOT_OF_REGISTER", column: "issuerCreditCode" })]],
        [
          strange,
          [
            {
              ...{ code: "TYPE_NOT_OF_REGISTER", column: "type" },
              text: "type is no type that this register may state",
            },
          ],
        ],
        [long, [{ code: "ROW_TOO_LONG", column: "", text: "the row is longer than 65536 bytes" }]],
      ]),
    );
    await run();
    expect(lastQuestion().refused).toEqual([]);
    const warned = JSON.stringify(log.lines);
    expect(log.lines.filter(({ message }) => message === "a register's change was refused")).toHaveLength(4);
    expect(warned).not.toContain(as.holderIdNumber);
  });

  it("names its type by its type code, too", async () => {
    const { as } = await newHolder();
    const types = ["marriage-certificate"];
    server.state(certificate(newNumber(), { ...as, type: "11110000DEM000005Q001" }));
    expect(await runOf(platform, [newRegister()])()).toMatchObject({ written: 1, refused: 0 });
    expect(await runOf(platform, [newRegister({ types })])()).toMatchObject({ written: 0, refused: 1 });
  });

  it("leaves a trail of each answer, and no number of a holder in it", async () => {
    const [{ as }, register] = [await newHolder(), newRegister()];
    server.state(certificate(newNumber(), as), certificate(newNumber(), { ...as, region: "119999" }));
    await runOf(platform, [register])();
    const trail = (await itemsOf(platform)).filter(
      ({ pk }) => pk === `audit#licence-register#${register.name}`,
    );
    expect(trail).toMatchObject([
      {
        ...{ actor: "system/take-licence-changes", action: "licences.register.asked" },
        reason: "2 changes, 1 refused, 0 failed",
      },
    ]);
    const place = (await itemsOf(platform)).find(({ pk }) => pk === `licence-register#${register.name}`);
    expect(place).toMatchObject({ after: "place-2", revision: 1 });
    expect(JSON.stringify(place)).not.toContain(as.holderIdNumber);
  });
});

describe("a register that does not answer as agreed", () => {
  it("keeps no other from being asked, and is asked for the same again", async () => {
    const other = await startLicenceRegister({ now: platform.clock.now });
    const log = newLog();
    const [down, up] = [newRegister({}, log.log), registerAt(platform, other, { name: "up" }, log.log)];
    const run = runOf(platform, [down, up]);
    const [one, two] = [newNumber(), newNumber()];
    server.state(certificate(one));
    other.state(certificate(two));
    server.fail("DENIED_403");
    expect(await run({ log: log.log })).toMatchObject({ written: 1, unanswered: 1, finished: true });
    expect(log.lines).toContainEqual({
      ...{ level: "WARN", message: "a register tells nothing" },
      ...{ register: down.name, reason: "CALL_REFUSED" },
    });
    expect(await run()).toMatchObject({ written: 1, unanswered: 0 });
    expect(server.questions.map(({ after }) => after)).toEqual([null]);
    other.stop();
  });

  it.each([
    ["another shape", { changes: {} }],
    ["a change without a name", { changes: [{ row: {} }] }],
    ["two changes of one name", { changes: [1, 2].map(() => ({ change: "same", row: {} })) }],
    ["no row", { changes: [{ change: "c-1", row: "VALID" }] }],
    [
      "more changes than were asked for",
      { changes: Array.from({ length: 51 }, (_, i) => ({ change: `${i}`, row: {} })) },
    ],
    ["no place to go on", { next: 7 }],
    ["a place with a space in it", { next: "a b" }],
    ["a promise without an end", { changes: [], more: true }],
    ["nothing on whether there is more", { more: "no" }],
  ])("moves nothing by %s", async (_, answer) => {
    const register = newRegister();
    server.state(certificate(newNumber()));
    server.tell(answer);
    expect(await runOf(platform, [register])()).toMatchObject({ unanswered: 1, written: 0 });
    server.tell();
    expect(await runOf(platform, [register])()).toMatchObject({ unanswered: 0, written: 1 });
  });

  it("moves nothing where its place stands still behind changes", async () => {
    const register = newRegister();
    server.state(certificate(newNumber()));
    await runOf(platform, [register])();
    server.state(certificate(newNumber()));
    server.tell({ next: "place-1" });
    expect(await runOf(platform, [register])()).toMatchObject({ unanswered: 1, written: 0 });
  });

  it.each([
    ...(["UNSIGNED", "SIGNED_BY_ANOTHER", "TAMPERED", "SIGNED_FOR_ANOTHER_REQUEST"] as const),
    ...(["SIGNED_FOR_ANOTHER_CLIENT", "SIGNED_AS_PAYMENT", "ENDLESS_ANSWER", "REDIRECTED"] as const),
  ])("is not believed with %s", async (fault) => {
    const number = newNumber();
    const register = newRegister();
    server.state(certificate(number));
    server.fail(fault);
    expect(await runOf(platform, [register])()).toMatchObject({ unanswered: 1, written: 0 });
    expect(JSON.stringify(await itemsOf(platform))).not.toContain(`#${number}"`);
  });

  it.each(["LOST_REQUEST", "LOST_ANSWER", "ERROR_500", "BUSY_429"] as const)(
    "is asked again after %s, within the run",
    async (fault) => {
      server.state(certificate(newNumber()));
      server.fail(fault);
      expect(await runOf(platform, [newRegister()])()).toMatchObject({ unanswered: 0, written: 1 });
    },
  );
});

/** A database's own refusal, which no repetition changes. */
class RefusedForGood extends Error {
  readonly $fault = "client";
}

/** Tables that cannot write anything of one licence. */
const without =
  (number: string): WorkPorts["open"] =>
  () => {
    const database = platform.database();
    const broken: typeof database = {
      ...database,
      transact: (items, token) =>
        JSON.stringify(items).includes(`"${number}"`)
          ? Promise.reject(new RefusedForGood("no"))
          : database.transact(items, token),
    };
    return { database: broken, commit: commitTo(broken) };
  };

describe("a change that a fault keeps from being taken", () => {
  it("keeps no other licence waiting, is tried with the next runs, and taken when the fault is over", async () => {
    const [bad, good] = [newNumber(), newNumber()];
    const run = runOf(platform, [newRegister()]);
    server.state(certificate(bad), certificate(good), certificate(bad, {}, { grade: "二级" }));
    const first = await run({ open: without(bad) });
    expect(first).toMatchObject({ refused: 0, faults: [expect.any(RefusedForGood)] });
    const taken = JSON.stringify(await itemsOf(platform));
    expect([good, bad].map((number) => taken.includes(`"${number}"`))).toEqual([true, false]);
    expect(await run()).toMatchObject({ changes: 3, written: 2, refused: 0, faults: [] });
    expect(server.questions.map(({ after }) => after)).toEqual([null, null]);
  });

  it("is refused in the third run, so that the register states it once more", async () => {
    const bad = newNumber();
    const run = runOf(platform, [newRegister()]);
    const [first, second] = server.state(certificate(bad), certificate(bad, {}, { grade: "二级" }));
    for (const refused of [0, 0, 2])
      expect(await run({ open: without(bad) })).toMatchObject({
        refused,
        faults: [expect.any(RefusedForGood)],
      });
    server.state(certificate(bad, {}, { grade: "二级" }));
    expect(await run()).toMatchObject({ written: 1, refused: 0, faults: [] });
    const { after, refused } = lastQuestion();
    expect(after).toBe("place-2");
    expect(refused.map(({ change, problems }) => [change, problems[0]?.["code"]])).toEqual([
      [first, "NOT_TAKEN"],
      [second, "NOT_TAKEN"],
    ]);
  });
});

describe("runs", () => {
  it("end with their time, and the next one goes on", async () => {
    const run = runOf(platform, [newRegister()]);
    server.state(certificate(newNumber()));
    expect(await run({ ms: 0 })).toMatchObject({ changes: 0, finished: false });
    expect(server.questions).toEqual([]);
    expect(await run()).toMatchObject({ changes: 1, finished: true });
  });

  it("at the same time take each change once", async () => {
    const { token, as } = await newHolder();
    const run = runOf(platform, [newRegister()]);
    server.state(...Array.from({ length: 8 }, () => certificate(newNumber(), as)));
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(runs.reduce((sum, { written }) => sum + written, 0)).toBe(8);
    expect(await licencesOf(platform, { token })).toHaveLength(8);
  });

  it("work in the mode of their register alone", async () => {
    const { token, as } = await newHolder();
    const number = newNumber();
    server.state(certificate(number, as));
    expect(await runOf(platform, [newRegister()])({ mode: "test" })).toMatchObject({ written: 1 });
    expect(await licencesOf(platform, { token })).toEqual([]);
    expect(JSON.stringify(await itemsOf(platform, "test"))).toContain(number);
  });

  it("end up where the last statements are, wherever answers are lost", async () => {
    const statement = fc.tuple(fc.nat({ max: 2 }), fc.constantFrom("一级", "二级", "三级"));
    const fault = fc.constantFrom("NONE", "LOST_REQUEST", "LOST_ANSWER", "ERROR_500", "DENIED_403");
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { minLength: 1, maxLength: 8 }),
        fc.array(fault, { maxLength: 8 }),
        async (statements, faults) => {
          const own = await startLicenceRegister({ now: platform.clock.now });
          const [{ token, as }, log] = [await newHolder(), newLog()];
          const licences = [newNumber(), newNumber(), newNumber()];
          const run = runOf(platform, [registerAt(platform, own, { name: `any-${newNumber()}` }, log.log)]);
          own.fail(...faults);
          for (const [which, grade] of statements) {
            own.state(certificate(licences[which] ?? "", as, { grade }));
            await run({ log: log.log });
          }
          while ((await run({ log: log.log })).unanswered > 0);
          own.stop();
          const found = await licencesOf(platform, { token });
          expect(new Map(found.map((one) => [textAt(one, "number"), at(one, "content", "grade")]))).toEqual(
            new Map(statements.map(([which, grade]) => [licences[which], grade])),
          );
        },
      ),
      { numRuns: 15 },
    );
  });
});
