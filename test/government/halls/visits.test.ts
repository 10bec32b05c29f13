import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import type { CitizenId } from "../../../services/kernel/ids.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import { CHAOYANG, newOfficer, startCase, type TestOfficer } from "../cases/casework.ts";
import { publishItem } from "../catalogue/items.ts";
import {
  asked,
  callNext,
  finish,
  giveUp,
  link,
  local,
  newClerk,
  showCard,
  startHalls,
  take,
  visitorToken,
} from "./hall-world.ts";

const ID_NUMBER = "11010519491231002X";
const [PROMISES_ONE, PROMISES_NONE] = ["TEST-VISITS-1", "TEST-VISITS-0"];

let platform: TestPlatform;
let clerk: TestOfficer;
let supervisor: TestOfficer;
let citizen: string;
/** A month for each test, in which it counts alone. */
const DAYS = ["2026-03-02", "2026-04-01", "2026-05-06", "2026-06-01", "2026-07-01"];
let today = "";
beforeAll(async () => {
  ({ platform, clerk } = await startHalls());
  supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"], region: "11" });
  const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(ID_NUMBER)}`;
  citizen = await visitorToken(platform, id);
  await publish(PROMISES_ONE, 1);
  await publish(PROMISES_NONE, 0);
});
beforeEach(() => {
  today = DAYS.shift() ?? "";
  platform.clock.set(local(today, "09:00"));
});
afterAll(() => platform.stop());

const publish = (code: string, visits: number): Promise<void> =>
  publishItem(platform, { ...rentWithdrawal.draft, code, visits }, { [CHAOYANG]: "GENERAL" });

const begun = async (item: string): Promise<string> =>
  textAt(await startCase(platform, citizen, { item, region: CHAOYANG }), "id");

/** Somebody is called to a window about a case; what ends that is still to come. */
async function atWindow(application: string, window = "1", by = clerk): Promise<string> {
  await take(platform, by.token, { queue: "A" });
  const ticket = textAt(await callNext(platform, by.token, window), "id");
  await link(platform, by.token, ticket, { application, card: showCard(platform, ID_NUMBER) });
  return ticket;
}

async function visit(application: string): Promise<void> {
  await finish(platform, clerk.token, await atWindow(application));
}

async function above(item?: string): Promise<Json> {
  await sweep(platform);
  const month = today.slice(0, 7);
  const level = item ? `, department: "BJ-GJJ", item: "${item}"` : "";
  const query = `{ done: caseFigures(region: "${CHAOYANG}"${level}, from: "${month}", to: "${month}") {
    ... on CaseFigures { total { visitsAbovePromise } } } }`;
  return at(await asked(platform, supervisor.token, query), "total", "visitsAbovePromise");
}

describe("figures of visits", () => {
  it("count each that is more than the item promises, and none that is promised", async () => {
    const [one, none] = [await begun(PROMISES_ONE), await begun(PROMISES_NONE)];
    await visit(one);
    expect(await above()).toBe(0);
    await visit(one);
    await visit(one);
    await visit(none);
    expect(await above(PROMISES_ONE)).toBe(2);
    expect(await above(PROMISES_NONE)).toBe(1);
    expect(await above()).toBe(3);
  });

  it("count none for who is missed or gives up, or comes about no case", async () => {
    const application = await begun(PROMISES_NONE);
    await finish(platform, clerk.token, await atWindow(application), "NO_SHOW");
    await giveUp(platform, clerk.token, await atWindow(application));
    await take(platform, clerk.token, { queue: "A" });
    await finish(platform, clerk.token, textAt(await callNext(platform, clerk.token, "1"), "id"));
    expect(await above()).toBe(0);
  });

  it("hold a case to the promise of the version that it began with", async () => {
    const code = "TEST-VISITS-2";
    await publish(code, 0);
    const before = await begun(code);
    await publish(code, 1);
    await visit(before);
    expect(await above(code)).toBe(1);
  });

  it("count once, however often the end of one ticket is sent at once", async () => {
    const application = await begun(PROMISES_NONE);
    const ticket = await atWindow(application);
    await Promise.all([1, 2, 3, 4].map(() => finish(platform, clerk.token, ticket)));
    expect(await above()).toBe(1);
  });

  it("tell the second of two from the first, where two windows serve one case at once", async () => {
    const application = await begun(PROMISES_ONE);
    const colleague = await newClerk(platform);
    const tickets = [
      { ticket: await atWindow(application), by: clerk },
      { ticket: await atWindow(application, "2", colleague), by: colleague },
    ];
    const served = await Promise.all(tickets.map(({ ticket, by }) => finish(platform, by.token, ticket)));
    expect(served.map((one) => textAt(one, "status"))).toEqual(["SERVED", "SERVED"]);
    const query = "query ($id: ID!) { done: node(id: $id) { ... on Application { visits { count } } } }";
    expect(await asked(platform, citizen, query, { id: application })).toEqual({ visits: { count: 2 } });
    expect(await above()).toBe(1);
  });
});
