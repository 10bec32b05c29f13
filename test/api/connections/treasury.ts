import type { DemoWrites } from "../../../local/demo/onboard.ts";
import { agreeDemoContract } from "../../../local/demo/settlements.ts";
import type { Officer } from "../../../services/kernel/actor.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { bookDifference } from "../../../services/money/payments/differences/book-difference.ts";
import { asked, book, propose, settle } from "../../money/settlements/world.ts";
import type { TestPlatform } from "../../support/platform.ts";

const RECORD = `mutation ($key: ID!, $input: RecordChannelSettlementInput!) {
  answer: recordChannelSettlement(idempotencyKey: $key, input: $input) { __typename }
}`;

/** The lists of treasurers and of who is settled with: two days of an operator, two of a channel, one more difference. */
export async function fillTreasury(
  platform: TestPlatform,
  operator: PartnerId,
  officers: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<void> {
  const today = platform.clock.now();
  for (const days of [2, 1]) {
    platform.clock.set(plusMs(today, -days * DAY_MS));
    for (const amount of [3_00n, 4_00n]) await book(platform, operator, amount, { kind: "operator" });
  }
  platform.clock.set(today);
  await agreeDemoContract(operator, "operator", officers, writes);
  await settle(platform);
  const token = await platform.tokens.officer({ roles: ["TREASURER"] });
  for (const [i, day] of ["2026-11-20", "2026-11-21"].entries()) {
    const input = {
      channel: "SANDBOX",
      from: day,
      through: day,
      gross: "10.00",
      fee: "0.00",
      amount: "10.00",
    };
    const variables = { key: `settled-${day}`, input: { ...input, bankReference: `BANK-${i}-0001` } };
    await asked(platform, { query: RECORD, variables, token });
  }
  for (const effectiveFrom of ["2027-01-01", "2027-02-01"])
    await propose(platform, token, { partner: operator, kind: "OPERATOR", effectiveFrom });
  const { database, commit, requestId, now } = writes;
  const ports = { database, commit, requestId, mode: "live" as const, now: () => now };
  await bookDifference(
    { ...ports, actor: { kind: "SYSTEM", mode: "live", name: "reconciliation" } },
    {
      ...{
        channel: "sandbox",
        type: "CHARGE",
        paymentId: "pay_0000000000000000",
        channelNumber: "unknown-1",
      },
      ...{ kind: "UNKNOWN_CHARGE", effect: fen(5_00n), movedAt: now, source: "DAY_FILE" },
      ...{ known: undefined, knownAmount: undefined },
    },
  );
}
