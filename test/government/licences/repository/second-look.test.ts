import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendMaterial } from "../../../support/material-files.ts";
import { type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  act,
  allRounder,
  mutateCase,
  saveCase,
  startCasework,
  submitAsIs,
  type TestOfficer,
} from "../../cases/casework.ts";
import { REFUSED, ruledOn } from "../../cases/ruled-item.ts";
import { publishItem } from "../../catalogue/items.ts";
import { done, HOLDER, itemOf, licencesOf, publishTypeWithItems } from "./repository-world.ts";
import {
  doTo,
  FOUND,
  HAPPENS,
  handedIn,
  ITEM,
  materialOf,
  needing,
  newHolder,
  TYPE,
  timesTold,
} from "./second-look-world.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
  await publishTypeWithItems(platform, TYPE);
  const on = { "110000": "GENERAL" } as const;
  await publishItem(platform, needing(ITEM, true), on);
  await publishItem(platform, needing(`${ITEM}-OPTIONAL`, false), on);
  await publishItem(platform, { ...needing(`${ITEM}-RULED`, true), rule: ruledOn("ROUTE") }, on);
});
afterAll(() => platform.stop());

const accept = (officer: TestOfficer, id: string) =>
  act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
const review = (officer: TestOfficer, id: string) =>
  act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "属实")`);
const APPROVAL = (id: string) => `approveApplication(id: "${id}", reason: "符合条件")`;
const approve = (officer: TestOfficer, id: string) => act(platform, officer, id, "decide", APPROVAL(id));
const reject = (officer: TestOfficer, id: string) =>
  act(
    platform,
    officer,
    id,
    "decide",
    `rejectApplication(id: "${id}", reason: "不符合条件", ground: { law: "行政许可法", article: "第三十八条" })`,
  );

/** The acts by which a case comes to a step. */
const BEFORE = {
  ACCEPT: [],
  FINISH_STEP: [accept],
  APPROVE: [accept, review],
  REJECT: [accept, review],
} as const;
const STEPS = { ACCEPT: accept, FINISH_STEP: review, APPROVE: approve, REJECT: reject } as const;
type Step = keyof typeof STEPS;

const isOver = (happened: keyof typeof HAPPENS): boolean =>
  !["STANDS", "GIVES_WAY"].includes(FOUND[happened]);

/** The outcome of a step: the case's status after it, or the refusal. */
const OUTCOMES: Readonly<Record<Step, { readonly good: string; readonly over: string }>> = {
  ACCEPT: { good: "IN_REVIEW", over: "MATERIAL_OVER_TO_CORRECT" },
  FINISH_STEP: { good: "IN_REVIEW", over: "IN_REVIEW" },
  APPROVE: { good: "DELIVERED", over: "MATERIAL_OVER" },
  REJECT: { good: "REJECTED", over: "REJECTED" },
};

/** The times that an applicant has been told by a step that finds a licence over. */
const TOLD: Readonly<Record<Step, number>> = { ACCEPT: 0, FINISH_STEP: 1, APPROVE: 1, REJECT: 0 };

const CELLS = Object.keys(STEPS).flatMap((taken) =>
  Object.keys(HAPPENS).map((happened) => [taken, happened] as [Step, keyof typeof HAPPENS]),
);

describe("a licence that stood for a material is looked at again by each step", () => {
  it.each(CELLS)("%s after %s", async (taken, happened) => {
    const held = await newHolder(platform);
    const id = await handedIn(platform, held.holder);
    const officer = await allRounder(platform);
    for (const earlier of BEFORE[taken]) await earlier(officer, id);
    const before = textAt(held.licence, "identifier");
    await HAPPENS[happened](platform, held);
    const answer = await STEPS[taken](officer, id);
    const { good, over } = OUTCOMES[taken];
    const outcome = isOver(happened) ? over : good;
    expect(Object(answer).code ?? textAt(answer, "status")).toBe(outcome);
    const material = await materialOf(platform, officer.token, id);
    const found = FOUND[happened];
    const isLooked = taken !== "REJECT" && !(taken === "ACCEPT" && isOver(happened));
    const isReplaced = isLooked && found === "GIVES_WAY";
    const [newest] = (await licencesOf(platform, held.holder)).filter(
      (one) => textAt(one, "status") === "VALID",
    );
    expect(material).toMatchObject({
      state: isLooked && isOver(happened) ? "MISSING" : "FILLED",
      isEditable: false,
      filled: {
        source: "LICENCES",
        reference: isReplaced ? textAt(newest ?? null, "identifier") : before,
        handedIn: isReplaced ? { reference: before } : null,
        over: isLooked && isOver(happened) ? { how: found } : null,
      },
    });
    expect(await timesTold(platform, held.holder)).toBe(isOver(happened) ? TOLD[taken] : 0);
  });

  it("is decided on once it is valid again, and its holder is told once", async () => {
    const held = await newHolder(platform);
    const id = await handedIn(platform, held.holder);
    const officer = await allRounder(platform);
    await accept(officer, id);
    await review(officer, id);
    await doTo(platform, held, "SUSPEND");
    await approve(officer, id);
    const again = await mutateCase(platform, officer.token, APPROVAL(id));
    expect(again).toMatchObject({ code: "MATERIAL_OVER", path: ["id"] });
    expect(textAt(again, "message")).toMatch(/"Fitter's licence" has the status "Suspended"/);
    expect(await timesTold(platform, held.holder)).toBe(1);
    await doTo(platform, held, "RESUME");
    expect(await mutateCase(platform, officer.token, APPROVAL(id))).toMatchObject({ status: "DELIVERED" });
    expect(await materialOf(platform, officer.token, id)).toMatchObject({
      state: "FILLED",
      filled: { over: null },
    });
  });

  it("keeps nothing from being granted where the item does not ask for the material", async () => {
    const held = await newHolder(platform);
    const id = await handedIn(platform, held.holder, `${ITEM}-OPTIONAL`);
    const officer = await allRounder(platform);
    await accept(officer, id);
    await review(officer, id);
    await doTo(platform, held, "CANCEL");
    expect(await approve(officer, id)).toMatchObject({ status: "DELIVERED" });
    expect(await materialOf(platform, officer.token, id)).toMatchObject({
      filled: { over: { how: "CANCELLED" } },
    });
  });
});

describe("a licence that ended before acceptance", () => {
  /** A case whose licence is cancelled, and which is sent back for that. */
  async function sentBack() {
    const held = await newHolder(platform);
    const id = await handedIn(platform, held.holder);
    const officer = await allRounder(platform);
    await doTo(platform, held, "CANCEL");
    await accept(officer, id);
    const notice = `requestCorrection(id: "${id}", input: { materials: [{ name: "licence", note: "证照已注销" }] })`;
    expect(await mutateCase(platform, officer.token, notice)).toMatchObject({ status: "CORRECTION" });
    return { ...held, id, officer };
  }

  it("is asked for again by the one notice, and a new one of the type fills the material in", async () => {
    const { holder, id, officer } = await sentBack();
    expect(await materialOf(platform, holder.token, id)).toMatchObject({
      state: "MISSING",
      isEditable: true,
      filled: null,
    });
    await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
    expect(await materialOf(platform, holder.token, id)).toMatchObject({ state: "FILLED", isEditable: true });
    expect(await submitAsIs(platform, holder.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(await accept(officer, id)).toMatchObject({ status: "IN_REVIEW" });
  });

  it("is replaced by a file as well", async () => {
    const { holder, id } = await sentBack();
    await sendMaterial(platform, holder.token, { application: id, material: "licence" });
    expect(await submitAsIs(platform, holder.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(await materialOf(platform, holder.token, id)).toMatchObject({ state: "READY", filled: null });
  });
});

it("applicant and officer read the licence's version, days and status of today", async () => {
  const held = await newHolder(platform);
  const id = await handedIn(platform, held.holder);
  const officer = await allRounder(platform);
  const licence = { licence: textAt(held.licence, "id"), version: 1, issuedOn: "2026-03-02" };
  const taken = { ...licence, validUntil: "2028-03-01", status: "VALID" };
  expect(await materialOf(platform, held.holder.token, id)).toMatchObject({ filled: { licence: taken } });
  await doTo(platform, held, "CHANGE", { trade: "钳工" });
  const superseded = { ...taken, status: "SUPERSEDED" };
  expect(await materialOf(platform, officer.token, id)).toMatchObject({ filled: { licence: superseded } });
});

it("is no ground of a rule: a case that comes back after it ended goes to a person, and its applicant is told", async () => {
  const held = await newHolder(platform);
  const { token } = held.holder;
  const id = await handedIn(platform, held.holder, `${ITEM}-RULED`, { name: REFUSED });
  const officer = await allRounder(platform);
  const notice = `requestCorrection(id: "${id}", input: { fields: [{ name: "name", note: "请更正" }] })`;
  expect(await act(platform, officer, id, "accept", notice)).toMatchObject({ status: "CORRECTION" });
  await doTo(platform, held, "SUSPEND");
  await saveCase(platform, token, id, { name: "王小明" });
  expect(await submitAsIs(platform, token, id)).toMatchObject({ status: "SUBMITTED" });
  expect(await materialOf(platform, token, id)).toMatchObject({
    state: "MISSING",
    filled: { over: { how: "SUSPENDED" } },
  });
  expect(await timesTold(platform, held.holder)).toBe(1);
});
