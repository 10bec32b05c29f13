import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { readBooks } from "../../support/books.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { mutateCase, newOfficer, startCasework } from "./casework.ts";
import {
  apply,
  applyForRent,
  fundOf,
  newSaver,
  RETIREMENT,
  retirementForm,
  type Saver,
  SEALED,
  state,
} from "./savers.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
  await platform.stop();
});

async function revokeGrant(granted: Json): Promise<Json> {
  const supervisor = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  const why = `reason: "以虚假材料取得", ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
  return mutateCase(platform, supervisor.token, `revokeApplication(id: "${textAt(granted, "id")}", ${why})`);
}

/** A treasurer books that the bank has paid the withdrawal of a case. */
async function paidOut(granted: Json): Promise<Json> {
  const treasurer = await newOfficer(platform, { roles: ["TREASURER"] });
  const payout = textAt(granted, "id").replace("app_", "pyo_");
  const query = `mutation { recordPayout(input: { payout: "${payout}", bankReference: "BANK-${payout}" }) {
    __typename ... on NotAllowedNow { state } ... on Payout { status }
  } }`;
  return at((await platform.call({ token: treasurer.token, query })).data, "recordPayout");
}

const balanceOf = async (saver: Saver) => textAt(await fundOf(platform, saver), "balance");

it("a withdrawal that is revoked before the bank has paid is not paid, and counts for nothing any more", async () => {
  const saver = await newSaver(platform);
  const before = await balanceOf(saver);
  const granted = await applyForRent(platform, saver);
  expect(await balanceOf(saver)).not.toBe(before);
  expect(await revokeGrant(granted)).toMatchObject({ status: "REVOKED" });
  expect(await fundOf(platform, saver)).toMatchObject({
    balance: before,
    withdrawals: [{ amount: "2000.00", payout: { status: "CANCELLED" } }],
  });
  expect(await paidOut(granted)).toEqual({ __typename: "NotAllowedNow", state: "CANCELLED" });
  // The month's cap is whole again.
  expect(await applyForRent(platform, saver)).toMatchObject({ decision: { outcome: "APPROVED" } });
  expect(await balanceOf(saver)).toBe("98000.00");
});

it("one that the bank has paid stays drawn: nothing here can fetch it back", async () => {
  const saver = await newSaver(platform);
  const granted = await applyForRent(platform, saver);
  expect(await paidOut(granted)).toMatchObject({ status: "PAID" });
  expect(await revokeGrant(granted)).toMatchObject({ status: "REVOKED" });
  expect(await fundOf(platform, saver)).toMatchObject({
    balance: "98000.00",
    withdrawals: [{ payout: { status: "PAID" } }],
  });
});

it("one that the treasurer has told the bank to pay stays drawn too, and is booked once it is paid", async () => {
  const saver = await newSaver(platform);
  const granted = await applyForRent(platform, saver);
  const treasurer = await newOfficer(platform, { roles: ["TREASURER"] });
  const payout = textAt(granted, "id").replace("app_", "pyo_");
  const order = async () => {
    const query = `mutation { done: orderPayout(payout: "${payout}") {
      __typename ... on NotAllowedNow { state } ... on Payout { status } } }`;
    return at((await platform.call({ token: treasurer.token, query })).data, "done");
  };
  expect([await order(), await order()]).toEqual(Array(2).fill({ __typename: "Payout", status: "ORDERED" }));
  expect(await revokeGrant(granted)).toMatchObject({ status: "REVOKED" });
  expect(await fundOf(platform, saver)).toMatchObject({
    balance: "98000.00",
    withdrawals: [{ payout: { status: "ORDERED" } }],
  });
  const owed = await platform.call({
    token: treasurer.token,
    query: "{ payoutsOwed { edges { node { id } } } }",
  });
  expect(at(owed.data, "payoutsOwed", "edges")).toContainEqual({ node: { id: payout } });
  expect(await paidOut(granted)).toMatchObject({ status: "PAID" });
  expect(await order()).toEqual({ __typename: "NotAllowedNow", state: "PAID" });
});

it("an account that was closed for retirement is open again when that is revoked", async () => {
  const saver = await newSaver(platform, { ...SEALED, born: "1960-01-01" });
  const granted = await apply(platform, saver, RETIREMENT, retirementForm(saver));
  expect(await fundOf(platform, saver)).toMatchObject({ status: "CLOSED", balance: "0.00" });
  await revokeGrant(granted);
  expect(await fundOf(platform, saver)).toMatchObject({ status: "SEALED", balance: "100000.00" });
});

it("is taken back from the fund centre that granted it, wherever the account is by then", async () => {
  const saver = await newSaver(platform);
  const granted = await applyForRent(platform, saver);
  await state(platform, saver.id, {
    account: { region: "310000" as RegionCode, balanceOn: date("2026-03-01") },
  });
  expect(await revokeGrant(granted)).toMatchObject({ status: "REVOKED" });
  const { transfers } = await readBooks(platform.client, platform.ports.config.tablePrefix);
  const own = transfers.filter(({ cause }) => cause.endsWith(textAt(granted, "id").slice("app_".length)));
  const moved = own.flatMap(({ legs }) =>
    legs.map(({ account, amount }) => [account, Number(amount)] as const),
  );
  const sums = [...Map.groupBy(moved, ([account]) => account)].map(([account, legs]) => [
    account,
    legs.reduce((total, [, amount]) => total + amount, 0),
  ]);
  expect(own).toHaveLength(2);
  expect(Object.fromEntries(sums)).toEqual({ "fund:110000": 0, "payout:housing-fund": 0 });
});

it("revoked while the treasurer books the payment, it is either paid or taken back, never both", async () => {
  const saver = await newSaver(platform);
  const granted = await applyForRent(platform, saver);
  await Promise.all([revokeGrant(granted), paidOut(granted)]);
  const [withdrawal] = [at(await fundOf(platform, saver), "withdrawals", "0")];
  const isPaid = textAt(withdrawal, "payout", "status") === "PAID";
  expect(await balanceOf(saver)).toBe(isPaid ? "98000.00" : "100000.00");
});
