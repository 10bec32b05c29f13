import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askerOf, nodesAt } from "../../../support/asking.ts";
import { sendMaterial } from "../../../support/material-files.ts";
import { at, type Json, textAt } from "../../../support/platform.ts";
import { sweep } from "../../../support/sweep.ts";
import {
  act,
  newOfficer,
  receive,
  saveCase,
  startCase,
  submitAsIs,
  type TestOfficer,
} from "../../cases/casework.ts";
import { JILIN } from "../trust/trust.ts";
import { DEPARTMENT } from "../types.ts";
import { startTrusting } from "./trusted-jilin.ts";
import {
  CHAOYANG,
  type HeldThere,
  ITEM,
  MATERIAL,
  type openBeijing,
  presented,
  type TwoRegions,
} from "./two-regions.ts";

let two: TwoRegions;
let beijing: ReturnType<typeof openBeijing>;
let clerk: TestOfficer;
beforeAll(async () => {
  ({ two, beijing } = await startTrusting());
  clerk = await newOfficer(two.here, { roles: ["WINDOW_CLERK"], region: "22" });
});
afterAll(() => two.stop());

/** Somebody with a licence of Jilin's at a window of Jilin, whose clerk begins their application in Beijing. */
async function meetAtJilin() {
  const held = await two.issue(await two.newPerson());
  await two.publish();
  const attendance = textAt(await receive(two.here, clerk, held.person.idNumber), "id");
  const begun = await startCase(two.here, clerk.token, { item: ITEM, region: CHAOYANG, attendance });
  const id = textAt(begun, "id");
  await saveCase(two.here, clerk.token, id, { name: "王小明" }, attendance);
  return { held, attendance, begun, id };
}

const CASE = `status number region takenInAt { region regionName hall name { zh en } } answer { because }
  clock { receivedOn } decision { outcome } department`;

const read = (token: string, id: string, language = "en"): Promise<Json> => {
  const query = `query ($id: ID!) { result: node(id: $id) { ... on Application { ${CASE} } } }`;
  return askerOf(two.here)(query, { id }, { token, headers: { "accept-language": language } });
};

const byPresentation = async (held: HeldThere, application: string) => ({
  presentation: await presented(beijing, held, application, two.here.clock),
});
const byCode = async (held: HeldThere) => ({ code: await two.code(held) });

describe("an item of Beijing that is applied for at a window of Jilin, with a licence of Jilin", () => {
  it.each([
    ["shown by the holder's phone", byPresentation],
    ["read at its own platform by a code", byCode],
  ])("is taken in there, received and decided here; the licence is %s", async (_, show) => {
    const { held, attendance, begun, id } = await meetAtJilin();
    expect(begun).toMatchObject({ channel: "HALL", availableActions: ["SAVE", "SUBMIT"], region: CHAOYANG });
    const wish = { application: id, ...(await show(held, id)) };
    expect(await beijing.use({ token: clerk.token }, wish, attendance)).toMatchObject({
      ...{ __typename: "FilledMaterial", foreignLicence: { region: JILIN, number: held.number } },
    });
    const handedIn = await submitAsIs(two.here, clerk.token, id, { attendance });
    expect(handedIn).toMatchObject({ __typename: "Application", status: "SUBMITTED", availableActions: [] });

    const { token } = held.person.here;
    const today = two.here.clock.now();
    const taken = { region: "220102", hall: "TEST-220102", name: { en: "A hall that is always open" } };
    expect(await read(token, id)).toMatchObject({ region: CHAOYANG, takenInAt: taken });
    expect(textAt(await read(token, id), "clock", "receivedOn")).toBe(
      new Date(Date.parse(today) + 8 * 3_600_000).toISOString().slice(0, 10),
    );
    expect(textAt(await read(token, id, "zh"), "answer", "because")).toMatch(
      /由全天大厅（长春市南关区）窗口代收，由.+受理和决定（朝阳区），办理期限自受理部门收到之日起计算/,
    );
    expect(textAt(await read(token, id), "answer", "because")).toMatch(
      /taken in at a window of A hall that is always open .+, and is decided by .+朝阳区/,
    );
    expect(await beijing.evidence(id)).toMatchObject({
      ...{ code: MATERIAL, state: "FILLED", filled: { foreignLicence: { number: held.number } } },
    });

    const officer = await newOfficer(two.here, { roles: ["ACCEPTOR", "DECIDER"] });
    await act(two.here, officer, id, "accept", `acceptApplication(id: "${id}")`);
    for (const [language, words] of [
      ["zh", ["受理", "全天大厅", "朝阳区"]],
      ["en", ["Accepted on", "A hall that is always open", "朝阳区"]],
    ] as const)
      for (const word of words)
        expect(textAt(await read(token, id, language), "answer", "because")).toContain(word);
    const decided = await act(
      two.here,
      officer,
      id,
      "decide",
      `approveApplication(id: "${id}", reason: "符合条件")`,
    );
    expect(at(decided, "decision", "outcome")).toBe("APPROVED");
    expect(await read(token, id)).toMatchObject({ takenInAt: taken, decision: { outcome: "APPROVED" } });
  });

  it("is told to the person, and stands in the trail, with both places", async () => {
    const { held, attendance, id } = await meetAtJilin();
    const { token } = held.person.here;
    const wish = { application: id, ...(await byCode(held)) };
    await beijing.use({ token: clerk.token }, wish, attendance);
    await submitAsIs(two.here, clerk.token, id, { attendance });
    await sweep(two.here);
    const ask = askerOf(two.here);
    for (const [language, words] of [
      ["zh", ["全天大厅", "长春市南关区", "代收", "受理和决定"]],
      ["en", ["A hall that is always open", "长春市南关区", "taken in", "decided by"]],
    ] as const) {
      const told = await ask(
        "{ result: me { notifications(first: 20) { edges { node { type text } } } } }",
        {},
        { token, headers: { "accept-language": language } },
      );
      const received = nodesAt(told, "notifications").find(
        (one) => at(one, "type") === "application.submitted",
      );
      for (const word of words) expect(textAt(received ?? null, "text")).toContain(word);
    }
    const trail = await ask(
      `query ($id: ID!) { result: node(id: $id) { ... on Application { auditTrail(first: 20) {
        edges { node { text reason } } } } } }`,
      { id },
      { token },
    );
    expect(nodesAt(trail, "auditTrail")).toContainEqual({
      text: expect.stringMatching(/A hall that is always open .*took the application in and handed it on/),
      reason: "A hall that is always open (长春市南关区)",
    });
  });

  it("stands in the trail as done there in each of its entries, and of no department here", async () => {
    const { held, attendance, id } = await meetAtJilin();
    const by = { token: clerk.token, attendance };
    await sendMaterial(two.here, by, { application: id, material: "photo" });
    await beijing.use(by, { application: id, ...(await byCode(held)) }, attendance);
    await submitAsIs(two.here, clerk.token, id, { attendance });
    const officer = await newOfficer(two.here, { roles: ["ACCEPTOR"] });
    await act(two.here, officer, id, "accept", `acceptApplication(id: "${id}")`);
    const ask = askerOf(two.here);
    const trailFor = async ({ token }: { readonly token: string }, language = "en") =>
      nodesAt(
        await ask(
          `query ($id: ID!) { result: node(id: $id) { ... on Application { auditTrail(first: 20) {
            edges { node { action text by role department reason } } } } } }`,
          { id },
          { token, headers: { "accept-language": language } },
        ),
        "auditTrail",
      );
    const window = "A hall that is always open (长春市南关区)";
    const there = (action: string, reason: string | null) => ({
      ...{ action: `applications.case.${action}`, by: "OFFICER", role: "WINDOW_CLERK", department: null },
      ...{ text: expect.stringMatching(/at a window of another region/), reason },
    });
    const done = await trailFor(officer);
    expect(done.slice(0, 6)).toEqual([
      there("started-elsewhere", window),
      there("saved-elsewhere", window),
      there("material-announced-elsewhere", "Licence"),
      there("material-ready-elsewhere", "Licence"),
      there("material-brought-elsewhere", "Licence"),
      there("taken-in", window),
    ]);
    // The department's own acts are its own.
    expect(done.at(-1)).toMatchObject({ action: "applications.case.accepted", department: DEPARTMENT.code });
    const chinese = await trailFor({ token: held.person.here.token }, "zh");
    for (const line of chinese.slice(0, 6)) expect(textAt(line, "text")).toContain("在其他地区窗口");
  });

  it("is an act of the department where its own clerk does the same", async () => {
    const held = await two.issue(await two.newPerson());
    const own = await newOfficer(two.here, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(two.here, own, held.person.idNumber), "id");
    const id = textAt(
      await startCase(two.here, own.token, { item: ITEM, region: CHAOYANG, attendance }),
      "id",
    );
    await saveCase(two.here, own.token, id, { name: "王小明" }, attendance);
    const trail = await askerOf(two.here)(
      `query ($id: ID!) { result: node(id: $id) { ... on Application { auditTrail(first: 20) {
        edges { node { action department } } } } } }`,
      { id },
      { token: held.person.here.token },
    );
    expect(nodesAt(trail, "auditTrail")).toEqual(
      ["started", "saved"].map((action) => ({
        ...{ action: `applications.case.${action}`, department: DEPARTMENT.code },
      })),
    );
  });
});
