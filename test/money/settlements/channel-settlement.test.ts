import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { date } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { daysOf } from "../../../services/money/settlements/channels/channel-settlement.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { asked, book } from "./world.ts";

/** First and last day, gross, fee and amount in fen, and how many days it has or why it is refused. */
const FIGURES = [
  ["2026-11-23", "2026-11-23", 10_000n, 38n, 9_962n, 1],
  ["2026-10-01", "2026-10-08", 10_000n, 0n, 10_000n, 8],
  ["2026-11-24", "2026-11-23", 10_000n, 0n, 10_000n, "CHANNEL_DAYS_OUT_OF_ORDER"],
  ["2026-10-01", "2026-11-01", 10_000n, 0n, 10_000n, "CHANNEL_DAYS_OUT_OF_ORDER"],
  ["2026-11-23", "2026-11-24", 10_000n, 0n, 10_000n, 2],
  ["2026-11-24", "2026-11-25", 10_000n, 0n, 10_000n, "CHANNEL_DAYS_TO_COME"],
  ["2026-12-10", "2026-12-20", 10_000n, 0n, 10_000n, "CHANNEL_DAYS_TO_COME"],
  ["2026-11-23", "2026-11-23", 10_000n, 38n, 9_961n, "CHANNEL_AMOUNTS_DO_NOT_FIT"],
  ["2026-11-23", "2026-11-23", 10_000n, -1n, 10_001n, "CHANNEL_AMOUNTS_OUT_OF_RANGE"],
  ["2026-11-23", "2026-11-23", 0n, 0n, 0n, "CHANNEL_AMOUNTS_OUT_OF_RANGE"],
] as const;

it.each(FIGURES)("%s to %s, %d less %d is %d: %s", (...row) => {
  const [from, through, gross, fee, amount, outcome] = row;
  const figures = { gross: fen(gross), fee: fen(fee), amount: fen(amount) };
  const days = daysOf({ from: date(from), through: date(through), ...figures }, date("2026-11-24"));
  expect(days.ok ? days.value.length : days.error.code).toBe(outcome);
});

describe("a channel's settlement", () => {
  let platform: TestPlatform;
  let token: string;
  beforeAll(async () => {
    platform = await startPlatform();
    token = await platform.tokens.officer({ roles: ["TREASURER"] });
  });
  afterAll(() => platform.stop());

  const RECORD = `mutation ($key: ID!, $input: RecordChannelSettlementInput!) {
    answer: recordChannelSettlement(idempotencyKey: $key, input: $input) {
      __typename ... on ChannelSettlement { id gross booked difference } ... on Refusal { code }
      ... on InvalidInput { path } ... on AlreadyRecorded { deposit }
    }
  }`;
  const record = (input: object, key: string = newId("key", systemRuntime)): Promise<Json> => {
    const day = { channel: "SANDBOX", from: "2026-11-23", through: "2026-11-23" };
    const variables = { key, input: { ...day, gross: "150.00", fee: "0.57", amount: "149.43", ...input } };
    return asked(platform, { query: RECORD, variables, token });
  };
  const balanceOf = async (id: Parameters<typeof getBalance>[1]) =>
    (await getBalance({ database: platform.database(), mode: "live" }, id))?.balance;

  it("moves what the channel had collected to the bank, once, and shows what differs from our books", async () => {
    const { partnerId } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
    await book(platform, partnerId, 160_00n);
    await book(platform, partnerId, -20_00n);
    const key = newId("key", systemRuntime);
    const first = await record({ bankReference: "ICBC-9001" }, key);
    expect(first).toMatchObject({
      ...{ __typename: "ChannelSettlement", gross: "150.00", booked: "140.00", difference: "10.00" },
    });
    expect(await record({ bankReference: "ICBC-9001" }, key)).toEqual(first);
    expect(await balanceOf("bank:main")).toBe(149_43n);
    expect(await balanceOf("cost:sandbox")).toBe(57n);
    // Ten more than was collected by our books: the account shows it until it is found out.
    expect(await balanceOf("channel:sandbox")).toBe(-10_00n);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it.each([
    [{ bankReference: "ICBC-9001", from: "2026-11-21", through: "2026-11-22" }, "ALREADY_RECORDED"],
    [{ bankReference: "ICBC-9002" }, "CHANNEL_DAY_SETTLED"],
    [{ bankReference: "ICBC-9002", from: "2026-11-20" }, "CHANNEL_DAY_SETTLED"],
    [
      { bankReference: "ICBC-9002", from: "2026-11-21", through: "2026-11-22", fee: "0.58" },
      "CHANNEL_AMOUNTS_DO_NOT_FIT",
    ],
    [{ bankReference: "x", from: "2026-11-21", through: "2026-11-22" }, "TEXT_LENGTH"],
  ])("with %j is refused: %s", async (input, code) => {
    expect(await record(input)).toMatchObject({ code });
    expect(await balanceOf("bank:main")).toBe(149_43n);
  });

  it("stands in the list, the latest days first", async () => {
    await record({ bankReference: "ICBC-9003", from: "2026-11-21", through: "2026-11-22" });
    const query = "{ answer: channelSettlements(channel: SANDBOX) { edges { node { from booked } } } }";
    expect(await asked(platform, { query, token })).toEqual({
      edges: [
        { node: { from: "2026-11-23", booked: "140.00" } },
        { node: { from: "2026-11-21", booked: "0.00" } },
      ],
    });
  });
});
