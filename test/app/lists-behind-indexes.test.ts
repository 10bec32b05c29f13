import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { region } from "../../services/field/region.ts";
import {
  EVALUATION_STATUSES,
  type Evaluation,
  type EvaluationList,
} from "../../services/government/supervision/evaluations/evaluation.ts";
import {
  listEvaluations,
  putEvaluation,
} from "../../services/government/supervision/evaluations/evaluation-store.ts";
import { date } from "../../services/kernel/civil-date.ts";
import type { TransactItem } from "../../services/kernel/database/transact-item.ts";
import { newId } from "../../services/kernel/ids.ts";
import { fen } from "../../services/kernel/money.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { listPayoutsOwed } from "../../services/money/payouts/list-payouts-owed.ts";
import { PAYOUT_STATUSES, type Payout } from "../../services/money/payouts/payout.ts";
import { putPayout } from "../../services/money/payouts/store.ts";
import { listWaitingContracts } from "../../services/money/settlements/read-settlements.ts";
import { PARTNER_STATUSES } from "../../services/people/partners/partner.ts";
import { listPartners } from "../../services/people/partners/read-partners.ts";
import {
  allRounder,
  BY_HAND,
  CHAOYANG,
  desk,
  mutateCase,
  newApplicant,
  RENT_FORM,
  saveCase,
  startCase,
  submitCase,
} from "../government/cases/casework.ts";
import { callNext, finish, local, startHalls, take } from "../government/halls/hall-world.ts";
import { agree, propose, today } from "../money/settlements/world.ts";
import { type FaultProxy, startFaultProxy } from "../support/fault-proxy.ts";
import { must } from "../support/must.ts";
import { textAt } from "../support/platform.ts";
import { seedPartner } from "../support/seed-partner.ts";

let faults: FaultProxy;
let platform: Awaited<ReturnType<typeof startHalls>>["platform"];
let clerk: Awaited<ReturnType<typeof startHalls>>["clerk"];
beforeAll(async () => {
  faults = await startFaultProxy("lists");
  ({ platform, clerk } = await startHalls({ faults }));
});
afterEach(() => faults.calm());
afterAll(() => platform.stop());

const store = () => ({ database: platform.database(), mode: "live" as const });
const write = (...writes: readonly TransactItem[]) =>
  platform.database().transact(writes, crypto.randomUUID());

/** From now on indexes lag behind what is written. */
function lag(): void {
  platform.clock.advance(5_000);
  faults.calm({ "index-lags": 100 });
}

/** More than a window looks at, at first. */
const WAITING = 40;
const LOOKS = 10;

/** All that a list shows to one who looks at it again and again. */
async function everSeen(list: () => Promise<readonly string[]>): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (let look = 0; look < LOOKS; look += 1) for (const one of await list()) seen.add(one);
  expect(faults.count("index-lags")).toBeGreaterThan(0);
  return seen;
}

const now = () => platform.clock.now();

describe("a list behind an index that lags", () => {
  it.each(PAYOUT_STATUSES)("of payouts owed shows one that is %s only while it is owed", async (status) => {
    const payout: Payout = {
      ...{ id: newId("pyo", systemRuntime), payee: platform.newCitizen(), cause: "crd_1" },
      ...{ amount: fen(100n), account: "pac_1", bankAccount: "sealed", maskedBankAccount: "…1" },
      ...{ status: "OWED", createdAt: now() },
    };
    await write(putPayout(store(), payout));
    lag();
    await write(putPayout(store(), { ...payout, status }, payout));
    const owed = async () =>
      (await listPayoutsOwed(store(), { first: 20 })).entries.map(({ node }) => `${node.id} ${node.status}`);
    const isOwed = status === "OWED" || status === "ORDERED" || status === "RETURNED";
    expect((await everSeen(owed)).has(`${payout.id} ${status}`)).toBe(isOwed);
  });

  it.each(EVALUATION_STATUSES)("of bad evaluations shows one that is %s as its lists say", async (status) => {
    const by = newId("ofc", systemRuntime);
    const place = { region: region(CHAOYANG), department: `of ${status}` };
    const evaluation: Evaluation = {
      ...{
        id: newId("evl", systemRuntime),
        application: newId("app", systemRuntime),
        citizenId: platform.newCitizen(),
      },
      ...{ ...place, stage: "GENERAL", item: BY_HAND, decidedAt: now(), level: "DISSATISFIED", tags: [] },
      ...{ at: now(), submission: "1", input: "1", dueOn: date("2026-03-20"), assignee: by },
      ...{ status: "ASSIGNED", revision: 1 },
    };
    await write(...putEvaluation(store(), evaluation, undefined));
    lag();
    await write(...putEvaluation(store(), { ...evaluation, status, revision: 2 }, evaluation));
    const statuses = (of: EvaluationList) => async () =>
      (await listEvaluations(store(), of, { first: 20 })).entries.map(({ node }) => node.status);
    const isAwaited = status !== "CALLED_BACK" && status !== "CLOSED";
    expect([...(await everSeen(statuses(place)))]).toEqual(isAwaited ? [status] : []);
    const isTheirs = status === "ASSIGNED";
    expect([...(await everSeen(statuses({ assignee: by })))]).toEqual(isTheirs ? [status] : []);
  });

  it("of contracts that wait for another treasurer shows none that is agreed to", async () => {
    const { partnerId: partner } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
    const treasurer = (id: `ofc_${string}`) => platform.tokens.officer({ roles: ["TREASURER"], id });
    const [first, second] = [
      await treasurer("ofc_0000000000000001"),
      await treasurer("ofc_0000000000000002"),
    ];
    const id = textAt(await propose(platform, first, { partner, effectiveFrom: today(platform) }), "id");
    const waiting = async () =>
      (await listWaitingContracts(store(), { first: 20 })).entries.map(({ node }) => node.id);
    expect(await waiting()).toContain(id);
    lag();
    await agree(platform, second, id);
    expect([...(await everSeen(waiting))]).not.toContain(id);
  });

  it("of partners by status shows each with the status that it has", async () => {
    lag();
    const { partnerId } = await seedPartner(platform, { scopes: ["PROFILE_READ"], live: false });
    for (const status of PARTNER_STATUSES) {
      const list = async () => {
        const listed = must(await listPartners({ status, search: "" }, { first: 100 }, store()));
        return listed.entries.map(({ node }) => `${node.id} ${node.status}`);
      };
      const shown = [...(await everSeen(list))].filter((one) => one.startsWith(partnerId));
      expect(shown).toEqual(status === "APPROVED" ? [`${partnerId} ${status}`] : []);
    }
  });

  it("of steps that wait shows none that somebody has claimed, and the other way round", async () => {
    const officer = await allRounder(platform);
    const { token } = await newApplicant(platform);
    const id = textAt(await startCase(platform, token), "id");
    await saveCase(platform, token, id, RENT_FORM);
    await submitCase(platform, token, id);
    const listed = (list: string) => async () =>
      (await desk(platform, officer.token, list)).map((one) => one.id);
    const waiting = listed(`workQueue(region: "${CHAOYANG}", department: "BJ-GJJ", first: 100)`);
    const mine = listed("claimedSteps(first: 100)");
    lag();
    await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "accept")`);
    expect([...(await everSeen(waiting))]).not.toContain(id);
    lag();
    await mutateCase(platform, officer.token, `releaseStep(id: "${id}", step: "accept")`);
    expect([...(await everSeen(mine))]).not.toContain(id);
    expect([...(await everSeen(waiting))]).toContain(id);
  });
});

describe("a window behind an index that lags", () => {
  it("calls all who wait, however many were called in the last five seconds", async () => {
    platform.clock.set(local("2026-03-03", "09:00"));
    for (let i = 0; i < WAITING; i += 1) await take(platform, clerk.token, { queue: "A" });
    lag();
    const called: string[] = [];
    for (let i = 0; i < WAITING; i += 1) {
      const ticket = await callNext(platform, clerk.token, "1");
      expect(textAt(ticket, "__typename")).toBe("Ticket");
      called.push(textAt(ticket, "number"));
      await finish(platform, clerk.token, textAt(ticket, "id"));
    }
    expect(new Set(called).size).toBe(WAITING);
  });
});
