import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { issueBill, PAST, seedBiller } from "../../convenience/utilities/utility-world.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  BY_HAND,
  FOR_ENTERPRISES,
  fileCase,
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  PERMIT,
  revokeAuthority,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "../../government/cases/casework.ts";
import { booked, cancel, local, saveHall } from "../../government/halls/hall-world.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
afterAll(() => platform.stop());

async function toDo({ token }: Applicant, first = 20): Promise<Json> {
  const query = `{ me { todo(first: ${first}) {
    kind text dueOn isOverdue about amount application { id } bill { id owed }
  } } }`;
  const answer = await platform.call({ query, token });
  if (answer.errors.length > 0) throw new Error(answer.errors[0]?.message);
  return at(answer.data, "me", "todo");
}

it("a draft is to be finished until it lapses, and what is handed in waits for nobody's citizen", async () => {
  const applicant = await newApplicant(platform);
  expect(await toDo(applicant)).toEqual([]);
  const id = textAt(await startCase(platform, applicant.token), "id");
  // Saved on 2 March, a draft lapses after 90 days.
  expect(await toDo(applicant)).toMatchObject([
    { kind: "FINISH_APPLICATION", about: id, dueOn: "2026-05-31", application: { id }, bill: null },
  ]);
  await mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不需要了")`);
  expect(await toDo(applicant)).toEqual([]);
});

it("what a correction notice asks for is to be put right by its day, before what is due later", async () => {
  const applicant = await newApplicant(platform);
  await startCase(platform, applicant.token, { item: "BJ-GA-JZZSL-001" });
  const id = await fileCase(platform, applicant);
  const officer = await allRounder(platform);
  const faults = `input: { fields: [{ name: "monthlyRent", note: "与合同不符" }] }`;
  await act(platform, officer, id, "accept", `requestCorrection(id: "${id}", ${faults})`);
  expect(await toDo(applicant)).toMatchObject([
    { kind: "CORRECT_APPLICATION", about: id, dueOn: "2026-04-01" },
    { kind: "FINISH_APPLICATION", dueOn: "2026-05-31" },
  ]);
  expect(await toDo(applicant, 1)).toHaveLength(1);
  await saveCase(platform, applicant.token, id, { monthlyRent: "4400.00" });
  await submitCase(platform, applicant.token, id);
  expect(await toDo(applicant)).toMatchObject([{ kind: "FINISH_APPLICATION" }]);
});

it("a bill is to be paid until its day, with what is owed, and is overdue after it", async () => {
  const applicant = await newApplicant(platform);
  const biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
  await issueBill(biller, PAST);
  const input = `{ biller: "${biller.partnerId}", accountNumber: "1000234", alias: "home" }`;
  const query = `mutation { bindUtilityAccount(input: ${input}) { __typename } }`;
  await platform.call({ query, token: applicant.token });
  expect(await toDo(applicant)).toMatchObject([
    {
      ...{ kind: "PAY_BILL", dueOn: "2026-11-30", isOverdue: false, amount: "88.20" },
      ...{ text: "Pay the bill of 88.20 yuan.", bill: { owed: "88.20" } },
    },
  ]);
  platform.clock.set("2026-11-30T16:00:00.000Z");
  expect(await toDo(applicant)).toMatchObject([{ kind: "PAY_BILL", isOverdue: true }]);
});

it("an appointment is to be kept on its day, and no more once it is cancelled", async () => {
  const applicant = await newApplicant(platform);
  const manager = await newOfficer(platform, { roles: ["HALL_MANAGER"] });
  await saveHall(platform, manager.token);
  platform.clock.set("2026-03-02T02:00:00.000Z");
  const about = await booked(platform, applicant.token, { slot: local("2026-03-04", "10:00") });
  expect(await toDo(applicant)).toMatchObject([
    { kind: "KEEP_APPOINTMENT", about, dueOn: "2026-03-04", isOverdue: false },
  ]);
  await cancel(platform, applicant.token, about);
  expect(await toDo(applicant)).toEqual([]);
});

it("a list of no length, or of too great a one, is refused", async () => {
  const applicant = await newApplicant(platform);
  await expect(toDo(applicant, 0)).rejects.toThrow("between 1 and 100");
  await expect(toDo(applicant, 101)).rejects.toThrow("between 1 and 100");
});

describe("what is to do in a matter that somebody else handles", () => {
  const faults = `input: { fields: [{ name: "monthlyRent", note: "与合同不符" }] }`;

  /** The reference by which an agent names the only person whom they act for. */
  async function principalOf({ token }: Applicant): Promise<string> {
    const answer = await platform.call({ token, query: "{ me { principals { ref } } }" });
    return textAt(answer.data, "me", "principals", 0, "ref");
  }

  it("is seen by the person whose matter it is and by their proxy, and by them alone once the authority ends", async () => {
    const [principal, proxy] = [await newApplicant(platform), await newApplicant(platform)];
    const authority = textAt(await authorise(platform, principal, proxy, { items: [BY_HAND] }), "id");
    const whose = { person: await principalOf(proxy) };
    const id = await fileCase(platform, proxy, { for: whose });
    const officer = await allRounder(platform);
    await act(platform, officer, id, "accept", `requestCorrection(id: "${id}", ${faults})`);
    const waiting = [{ kind: "CORRECT_APPLICATION", about: id, application: { id } }];
    expect(await toDo(principal)).toMatchObject(waiting);
    expect(await toDo(proxy)).toMatchObject(waiting);
    await revokeAuthority(platform, principal.token, authority);
    expect(await toDo(proxy)).toEqual([]);
    expect(await toDo(principal)).toMatchObject(waiting);
  });

  it("is seen by an enterprise's legal representative, and by each agent in the items of their authority", async () => {
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    const [agent, limited] = [await newApplicant(platform), await newApplicant(platform)];
    await authorise(platform, representative, agent, { enterprise, items: [] });
    await authorise(platform, representative, limited, { enterprise, items: [PERMIT] });
    const begun = await startCase(platform, agent.token, { item: FOR_ENTERPRISES, for: { enterprise } });
    const id = textAt(begun, "id");
    const waiting = [{ kind: "FINISH_APPLICATION", about: id }];
    expect(await toDo(representative)).toMatchObject(waiting);
    expect(await toDo(agent)).toMatchObject(waiting);
    expect(await toDo(limited)).toEqual([]);
  });

  it("stands among one's own by due date, and the first of all are listed", async () => {
    const [principal, proxy] = [await newApplicant(platform), await newApplicant(platform)];
    await authorise(platform, principal, proxy, { items: [BY_HAND] });
    const others = textAt(await startCase(platform, principal.token), "id");
    platform.clock.advance(24 * 3_600_000);
    const own = textAt(await startCase(platform, proxy.token), "id");
    await startCase(platform, principal.token, { item: PERMIT });
    expect(await toDo(proxy)).toMatchObject([{ about: others }, { about: own }]);
    expect(await toDo(proxy, 1)).toMatchObject([{ about: others }]);
  });
});
