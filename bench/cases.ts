import { personAs } from "../services/field/subject.ts";
import { putDeskEntries } from "../services/government/cases/desk-entry-store.ts";
import { putOpenCases } from "../services/government/cases/open-cases-store.ts";
import { getApplication, putApplication } from "../services/government/cases/store.ts";
import { addDays, date } from "../services/kernel/civil-date.ts";
import { isId, newId } from "../services/kernel/ids.ts";
import { systemRuntime } from "../services/kernel/runtime.ts";
import {
  BY_HAND,
  CHAOYANG,
  fileCase,
  newApplicant,
  newOfficer,
  RENT,
  startCasework,
} from "../test/government/cases/casework.ts";
import { fillIn, newSaver, rentForm } from "../test/government/cases/savers.ts";
import { eventOf, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, lastCost, median, medians, ms, type Operation, times } from "./measure.ts";

const SAVE = `mutation ($id: ID!, $form: JSONObject!) {
  saveApplication(id: $id, form: $form) { ... on Application { status } } }`;
const SUBMIT = `mutation ($id: ID!, $key: ID!) {
  submitApplication(id: $id, idempotencyKey: $key) { ... on Application { status ruling { outcome } } } }`;
const INSTANT = 150;
const FEW = 1_000;
const MANY = 100_000;
/** Blocks of pages, the warm ones included. */
const BLOCKS = 25;
const FIRST_DUE = date("2026-03-02");
/** The days on which the seeded cases are due. */
const DUE_DAYS = 250;
/** A case is four writes, and a transaction holds 100. */
const BATCH = 25;

/** Approval by rule: from the request that hands an application in to the answer that has the decision. */
export async function instantDecision(): Promise<readonly Figure[]> {
  const platform = await startCasework();
  try {
    const taken = { saved: [] as number[], decided: [] as number[] };
    let [units, deep] = [0, 0];
    for (let i = 0; i < INSTANT; i += 1) {
      const saver = await newSaver(platform);
      const form = rentForm(saver);
      const id = await fillIn(platform, saver, RENT, form);
      const timeSend = async (query: string, variables: object, answer: string): Promise<number> => {
        const event = eventOf({ token: saver.token, query, variables: { id, ...variables } });
        const started = performance.now();
        const { body = "" } = await platform.handler(event);
        const took = performance.now() - started;
        if (!body.includes(answer)) throw new Error(`not ${answer}: ${body}`);
        return took;
      };
      taken.saved.push(await timeSend(SAVE, { form: { mobile: form["mobile"] } }, '"DRAFT"'));
      taken.decided.push(await timeSend(SUBMIT, { key: `bench-submit-${i}` }, '"DELIVERED"'));
      const cost = lastCost(platform);
      units = Number(cost["writeUnits"]);
      deep = Number(cost["roundTripsDeep"]);
    }
    const [saved, decided] = [median(taken.saved), median(taken.decided)];
    return [
      {
        what: "a rent withdrawal from being handed in to its decision by rule, with the payout booked, p50, against one saving of the draft",
        measured: `${ms(decided)} / ${ms(saved)} = ${times(decided / saved)}`,
        bound: "",
      },
      {
        what: "what it writes, handing in included",
        measured: `${units} write units, where it was 79`,
        bound: "≤ 40",
      },
      {
        what: "its calls of the tables, one after the other",
        measured: `${deep}, where it was 12`,
        bound: "",
      },
    ];
  } finally {
    await platform.stop();
  }
}

/** A page of a work queue that is short, and of one that is long, each on an engine that holds nothing else. */
export async function queues(): Promise<readonly Figure[]> {
  const [few, many] = [await startCasework(), await startCasework()];
  try {
    await seedCases(few, FEW);
    await seedCases(many, MANY);
    const middle = `, dueFrom: "${addDays(FIRST_DUE, DUE_DAYS / 2)}"`;
    const pages = {
      few: await pageOf(few, ""),
      many: await pageOf(many, ""),
      fewInTheMiddle: await pageOf(few, middle),
      manyInTheMiddle: await pageOf(many, middle),
    };
    const p50 = await medians(pages, BLOCKS);
    const compare = (what: string, short: number, long: number): Figure => ({
      what,
      measured: `${ms(long)} / ${ms(short)} = ${times(long / short)}`,
      bound: "≤ 1.2 ×",
    });
    const [long, short] = [MANY.toLocaleString("en"), FEW.toLocaleString("en")];
    return [
      compare(
        `a page of 20 of a work queue with ${long} open cases, p50, against one with ${short}`,
        p50.few,
        p50.many,
      ),
      compare("the same from a due date in the middle", p50.fewInTheMiddle, p50.manyInTheMiddle),
    ];
  } finally {
    await few.stop();
    await many.stop();
  }
}

/**
 * So many cases that wait for acceptance, one handed in and the others copies of it that differ in case, citizen and
 * due day. They are written by the store's own functions, but without audit entries and straight to the tables: as many
 * commits would take an hour. Answers with the department whose queue they are in.
 */
export async function seedCases(platform: TestPlatform, count: number): Promise<string> {
  const database = platform.database();
  const store = { database, mode: "live" } as const;
  const id = await fileCase(platform, await newApplicant(platform), { item: BY_HAND });
  const model = isId("app", id) ? await getApplication(store, id) : undefined;
  if (!model) throw new Error("no case to copy");
  for (let done = 0; done < count; done += BATCH) {
    const copies = Array.from({ length: Math.min(BATCH, count - done) }, (_, i) => {
      const citizenId = newId("ctz", systemRuntime);
      return {
        ...model,
        id: newId("app", systemRuntime),
        citizenId,
        subject: personAs(citizenId),
        tasks: model.tasks.map((task) => ({ ...task, dueOn: addDays(FIRST_DUE, (done + i) % DUE_DAYS) })),
      };
    });
    const none = { applications: [], revision: 0 };
    const writes = copies.flatMap((copy) => [
      putApplication(store, copy, undefined),
      ...putDeskEntries(store, copy, undefined),
      ...putOpenCases(store, copy, { standing: none, before: undefined }),
    ]);
    await database.transact(writes, `bench-${done}`);
  }
  return model.department;
}

async function pageOf(platform: TestPlatform, more: string): Promise<Operation> {
  const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  const query = `{ workQueue(region: "${CHAOYANG}", department: "BJ-GJJ", first: 20${more}) {
    edges { node { step dueOn application { id status } } } pageInfo { hasNextPage endCursor } } }`;
  return async () => {
    const body = await ask(platform, token, query);
    if (body.split('"SUBMITTED"').length !== 21) throw new Error(`no whole page: ${body}`);
  };
}

export async function ask(platform: TestPlatform, token: string, query: string): Promise<string> {
  const { body = "" } = await platform.handler(eventOf({ token, query }));
  if (body.includes('"errors"')) throw new Error(body);
  return body;
}
