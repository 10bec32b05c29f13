import { describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import type { AccountId } from "../../../services/money/ledger/account.ts";
import {
  HOLD_STATUSES,
  type Hold,
  type HoldStatus,
  placeHold,
  postHold,
  voidHold,
} from "../../../services/money/ledger/hold.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;

const holdThatIs = (status: HoldStatus): Hold => ({
  ...{ id: "hld_1", account: "card:crd_1", amount: fen(8_00n), status, cause: "pay_1" },
  expiresAt: plusMs(NOW, 1_000),
});
const OPEN = holdThatIs("OPEN");
const { status: _, ...ORDER } = OPEN;

describe("the life of a hold", () => {
  const LIFE: Readonly<Record<HoldStatus, { readonly posted?: HoldStatus; readonly voided?: HoldStatus }>> = {
    OPEN: { posted: "POSTED", voided: "VOIDED" },
    POSTED: {},
    VOIDED: {},
  };

  it.each(HOLD_STATUSES)("from %s goes on as the table says, once, and keeps what it was", (status) => {
    const hold = holdThatIs(status);
    const { posted, voided } = LIFE[status];
    const refused = { ok: false, error: { code: "HOLD_NOT_OPEN" } };
    expect(postHold(hold, fen(5_00n), NOW)).toEqual(
      posted ? { ok: true, value: { ...hold, status: posted } } : refused,
    );
    expect(voidHold(hold)).toEqual(voided ? { ok: true, value: { ...hold, status: voided } } : refused);
  });

  it.each([
    [-1n, false],
    [0n, false],
    [1n, true],
    [7_99n, true],
    [8_00n, true],
    [8_01n, false],
  ])("is posted with %s fen of 800: %s", (amount, isPosted) => {
    const posted = postHold(OPEN, fen(amount), NOW);
    expect(posted).toEqual(
      isPosted
        ? { ok: true, value: { ...OPEN, status: "POSTED" } }
        : { ok: false, error: { code: "HOLD_EXCEEDED" } },
    );
  });

  it.each([
    [-1, true],
    [0, false],
    [1, false],
  ])("is posted %s ms from its end: %s", (ms, isPosted) => {
    const posted = postHold(OPEN, OPEN.amount, plusMs(OPEN.expiresAt, ms));
    expect(posted.ok ? "posted" : posted.error.code).toBe(isPosted ? "posted" : "HOLD_EXPIRED");
  });
});

describe("a hold is placed", () => {
  it.each<[AccountId, boolean]>([
    ["channel:sandbox", false],
    ["bank:main", false],
    ["biller:ptn_1", false],
    ["operator:ptn_1", false],
    ["payout:cards", false],
    ["fund:110000", false],
    ["prefund:ptn_1", true],
    ["card:crd_1", true],
  ])("on %s: %s, for only an account of one holder can be kept from spending", (account, isPlaced) => {
    expect(placeHold({ ...ORDER, account })).toEqual(
      isPlaced
        ? { ok: true, value: { ...OPEN, account } }
        : { ok: false, error: { code: "HOLD_ON_SHARED_ACCOUNT" } },
    );
  });
});
