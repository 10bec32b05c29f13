import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { region } from "../../../services/field/region.ts";
import type { Hall } from "../../../services/government/halls/hall.ts";
import { hallNamed, putHall } from "../../../services/government/halls/hall-store.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { newOfficer, type TestOfficer } from "../cases/casework.ts";
import {
  asked,
  FUND_ITEM,
  freeOn,
  HALL,
  hallInput,
  MARKET_ITEM,
  newClerk,
  newVisitor,
  POLICE_ITEM,
  saveHall,
  startHalls,
} from "./hall-world.ts";

let platform: TestPlatform;
let manager: TestOfficer;
beforeAll(async () => {
  ({ platform, manager } = await startHalls());
});
afterAll(() => platform.stop());

const POLICE_ALONE = {
  ...{ letter: "B", name: { zh: "公安", en: "Police" }, items: [POLICE_ITEM], slotCapacity: 1 },
};
const WINDOW = { code: "1", queues: ["B"] };

const codesIn = async (region: string, page = ""): Promise<readonly string[]> => {
  const halls = await asked(
    platform,
    undefined,
    `{ done: halls(region: "${region}"${page}) { edges { node { code } } pageInfo { endCursor } } }`,
  );
  const edges = at(halls, "edges");
  return Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "code")) : [];
};

describe("halls", () => {
  it("are listed to anybody by region, with those of all districts within it, page by page", async () => {
    await saveHall(platform, manager.token, { code: "BJ-HD-01", region: "110108" });
    await saveHall(platform, manager.token, { code: "BJ-01", region: "110000" });
    const elsewhere = await newOfficer(platform, { roles: ["HALL_MANAGER"], region: "31" });
    await saveHall(platform, elsewhere.token, { code: "SH-01", region: "310101" });
    expect(await codesIn("110000")).toEqual(["BJ-01", HALL, "BJ-HD-01"]);
    expect(await codesIn("110100")).toEqual([HALL, "BJ-HD-01"]);
    expect(await codesIn("110108")).toEqual(["BJ-HD-01"]);
    expect(await codesIn("310000")).toEqual(["SH-01"]);
    const first = await asked(
      platform,
      undefined,
      '{ done: halls(region: "110000", first: 2) { pageInfo { endCursor } } }',
    );
    const cursor = textAt(first, "pageInfo", "endCursor");
    expect(await codesIn("110000", `, first: 2, after: "${cursor}"`)).toEqual(["BJ-HD-01"]);
  });

  it("are listed by an item that is wanted: those alone that serve it, page by page", async () => {
    await saveHall(platform, manager.token, { code: "BJ-CY-11", queues: [POLICE_ALONE], windows: [WINDOW] });
    expect(await codesIn("110105", `, item: "${POLICE_ITEM}"`)).toEqual([HALL, "BJ-CY-11"]);
    expect(await codesIn("110105", `, item: "${FUND_ITEM}"`)).not.toContain("BJ-CY-11");
    expect(await codesIn("110105", `, item: "${MARKET_ITEM}"`)).toEqual([]);
    expect(await codesIn("110105", ', item: "NO-SUCH-ITEM"')).toEqual([]);
    expect(await codesIn("110105", `, item: "${POLICE_ITEM}", first: 1`)).toEqual([HALL]);
    const page = await asked(
      platform,
      undefined,
      `{ done: halls(region: "110105", item: "${POLICE_ITEM}", first: 1) { pageInfo { hasNextPage endCursor } } }`,
    );
    expect(at(page, "pageInfo", "hasNextPage")).toBe(true);
    const after = textAt(page, "pageInfo", "endCursor");
    expect(await codesIn("110105", `, item: "${POLICE_ITEM}", after: "${after}"`)).toEqual(["BJ-CY-11"]);
  });

  it("name the items that they serve, which are on in their region and handled at halls", async () => {
    const served = async (code: string, page = ""): Promise<string> =>
      JSON.stringify(
        await asked(
          platform,
          undefined,
          `{ done: hall(code: "${code}") { serviceItems${page} { edges { node { code } } } } }`,
        ),
      );
    expect(await served("BJ-CY-11")).toContain(POLICE_ITEM);
    expect(await served("BJ-CY-11")).not.toContain(FUND_ITEM);
    const all = await served(HALL);
    expect(all).toContain(POLICE_ITEM);
    expect(all).toContain(FUND_ITEM);
    expect(all).not.toContain(MARKET_ITEM);
    expect((await served(HALL, "(first: 1)")).match(/"code"/g)).toHaveLength(1);
  });

  it("show the places of each slot that are left, to anybody", async () => {
    expect(await freeOn(platform, "2026-03-03")).toMatchObject({
      "09:00": 2,
      "11:30": 2,
      "13:30": 2,
      "16:30": 2,
    });
    expect(Object.keys(await freeOn(platform, "2026-03-03"))).toHaveLength(13);
    // It is ten o'clock: what has begun cannot be booked any more.
    expect(Object.keys(await freeOn(platform, "2026-03-02"))[0]).toBe("10:30");
    expect(await freeOn(platform, "2026-03-07")).toEqual({});
    expect(await freeOn(platform, "2026-03-01")).toEqual({});
    expect(await freeOn(platform, "2026-03-17")).toEqual({});
    expect(await freeOn(platform, "2026-03-03", { item: "BJ-SCJG-GTSL-001" })).toEqual({});
    expect(await freeOn(platform, "2026-03-03", { item: "NO-SUCH-ITEM" })).toEqual({});
  });

  it("are closed, or opened, on a day by their manager's word, with the reason in their history", async () => {
    const closed = { day: "2026-03-05", reason: { zh: "设备检修", en: "Maintenance" } };
    await saveHall(platform, manager.token, { code: "BJ-CY-02" }, "新设大厅");
    await saveHall(platform, manager.token, { code: "BJ-CY-02", specialDays: [closed] }, "三月五日设备检修");
    const hall = await asked(
      platform,
      manager.token,
      `{ done: hall(code: "BJ-CY-02") { specialDays { day reason { en } hours { from } } openDays { day }
        history(first: 5) { edges { node { officer { id } reason } } } } }`,
    );
    expect(at(hall, "specialDays")).toEqual([
      { day: "2026-03-05", reason: { en: "Maintenance" }, hours: [] },
    ]);
    expect(JSON.stringify(at(hall, "openDays"))).not.toContain("2026-03-05");
    const none = await asked(
      platform,
      undefined,
      `{ done: hall(code: "BJ-CY-02") { openDays(first: -1) { day } } }`,
    );
    expect(at(none, "openDays")).toEqual([]);
    expect(at(hall, "history", "edges")).toEqual([
      { node: { officer: { id: manager.id }, reason: "三月五日设备检修" } },
      { node: { officer: { id: manager.id }, reason: "新设大厅" } },
    ]);
  });

  it("are kept by a hall manager of their region, and by nobody else", async () => {
    const elsewhere = await newOfficer(platform, { roles: ["HALL_MANAGER"], region: "310" });
    expect(await saveHall(platform, elsewhere.token)).toMatchObject({ __typename: "OutsideJurisdiction" });
    // Nor can it be carried off into one's own region.
    expect(await saveHall(platform, elsewhere.token, { region: "310101" })).toMatchObject({
      __typename: "OutsideJurisdiction",
    });
    const clerk = await newClerk(platform);
    const { token } = await newVisitor(platform);
    for (const other of [clerk.token, token])
      await expect(saveHall(platform, other)).rejects.toThrow("FORBIDDEN");
    const history = `{ done: hall(code: "${HALL}") { history { edges { node { officer { id } } } } } }`;
    await expect(asked(platform, token, history)).rejects.toThrow("FORBIDDEN");
  });

  it.each<[string, Readonly<Record<string, unknown>>, string, readonly string[]]>([
    ["a code in small letters", { code: "bj-cy-01" }, "HALL_CODE_INVALID", ["input", "code"]],
    ["a code like a key of another record", { code: "BJ#CY" }, "HALL_CODE_INVALID", ["input", "code"]],
    [
      "hours that end before they begin",
      { weeklyHours: [{ weekday: 1, from: "12:00", to: "09:00" }] },
      "HOURS_INVALID",
      ["input", "weeklyHours"],
    ],
    [
      "a time that is none",
      { weeklyHours: [{ weekday: 1, from: "09:00", to: "25:00" }] },
      "HOURS_INVALID",
      ["input", "weeklyHours"],
    ],
    [
      "hours that begin when the day ends",
      { weeklyHours: [{ weekday: 1, from: "24:00", to: "24:00" }] },
      "HOURS_INVALID",
      ["input", "weeklyHours"],
    ],
    [
      "a minute behind the day's end",
      { weeklyHours: [{ weekday: 1, from: "00:00", to: "24:01" }] },
      "HOURS_INVALID",
      ["input", "weeklyHours"],
    ],
    [
      "hours that overlap",
      {
        weeklyHours: [
          { weekday: 1, from: "09:00", to: "12:00" },
          { weekday: 1, from: "11:00", to: "13:00" },
        ],
      },
      "HOURS_OVERLAP",
      ["input", "weeklyHours"],
    ],
    [
      "an eighth day of the week",
      { weeklyHours: [{ weekday: 8, from: "09:00", to: "12:00" }] },
      "NUMBER_OUT_OF_RANGE",
      ["input", "weeklyHours", "0", "weekday"],
    ],
    ["slots of a minute", { slotMinutes: 1 }, "NUMBER_OUT_OF_RANGE", ["input", "slotMinutes"]],
    [
      "a queue with two letters",
      { queues: [{ ...hallInput().queues[0], letter: "AB" }] },
      "QUEUE_LETTER_INVALID",
      ["input", "queues", "0", "letter"],
    ],
    ["no queue", { queues: [] }, "TOO_FEW", ["input", "queues"]],
    [
      "two queues of one letter",
      { queues: [hallInput().queues[0], hallInput().queues[0]] },
      "CODE_NOT_UNIQUE",
      ["input", "queues", "1", "letter"],
    ],
    [
      "a window of a queue that is not there",
      { windows: [{ code: "1", queues: ["Z"] }] },
      "QUEUE_UNKNOWN",
      ["input", "windows", "0", "queues"],
    ],
    [
      "a capacity below nothing",
      { queues: [{ ...hallInput().queues[0], slotCapacity: -1 }] },
      "NUMBER_OUT_OF_RANGE",
      ["input", "queues", "0", "slotCapacity"],
    ],
    ["no name", { name: { zh: "", en: "Hall" } }, "TEXT_LENGTH", ["input", "name", "zh"]],
  ])("are not kept with %s", async (_, changes, code, path) => {
    const refused: Json = await saveHall(platform, manager.token, changes);
    expect(refused).toMatchObject({ __typename: "InvalidInput", code, path });
  });

  it("are not changed without a reason", async () => {
    expect(await saveHall(platform, manager.token, {}, " ")).toMatchObject({
      code: "TEXT_LENGTH",
      path: ["reason"],
    });
  });

  it("of two changes at once keep both in their history", async () => {
    const code = "BJ-CY-09";
    await saveHall(platform, manager.token, { code });
    await Promise.all(
      [1, 2, 3].map((slotMinutes) =>
        saveHall(platform, manager.token, { code, slotMinutes: slotMinutes * 10 }),
      ),
    );
    const hall = await asked(
      platform,
      manager.token,
      `{ done: hall(code: "${code}") { history { edges { node { reason } } } } }`,
    );
    expect(at(hall, "history", "edges")).toHaveLength(4);
  });
});

describe("halls that serve an item, in a region with many others", () => {
  it("are found behind as many as one request looks through, and a page of none leads on to them", async () => {
    const database = platform.database();
    const filler = await hallNamed(database, HALL);
    const others = Array.from({ length: 430 }, (_, i) =>
      putHall(
        database,
        { ...filler, code: `BJ-DC-${1_000 + i}` as Hall["code"], region: region("110101"), queues: [] },
        undefined,
      ),
    );
    for (const from of [0, 100, 200, 300, 400])
      await database.transact(others.slice(from, from + 100), randomUUID());
    const codes: string[] = [];
    let after = "";
    const pages: number[] = [];
    for (let more = true; more; ) {
      const page = await asked(
        platform,
        undefined,
        `{ done: halls(region: "110000", item: "${POLICE_ITEM}", first: 1${after}) {
          edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
      );
      const edges = at(page, "edges") as Json[];
      codes.push(...edges.map((edge) => textAt(edge, "node", "code")));
      pages.push(edges.length);
      more = at(page, "pageInfo", "hasNextPage") === true;
      after = `, after: "${at(page, "pageInfo", "endCursor")}"`;
    }
    expect(pages).toContain(0);
    expect(codes).toContain(HALL);
    expect(codes).toContain("BJ-CY-11");
    expect(new Set(codes).size).toBe(codes.length);
  });
});
