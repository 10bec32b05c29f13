import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Applicant,
  act,
  allRounder,
  done,
  newApplicant,
  newOfficer,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  submitted,
} from "../applications/casework.ts";
import { booked, cancel, local, saveHall } from "../halls/hall-world.ts";
import { at, type Json, type TestPlatform, textAt } from "../support/platform.ts";
import { issued, seedBiller } from "../utilities/billing.ts";

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
  await done(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不需要了")`);
  expect(await toDo(applicant)).toEqual([]);
});

it("what a correction notice asks for is to be put right by its day, before what is due later", async () => {
  const applicant = await newApplicant(platform);
  await startCase(platform, applicant.token, { item: "BJ-GA-JZZSL-001" });
  const id = await submitted(platform, applicant);
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
  await issued(biller);
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
