import type { Officer } from "../../services/kernel/actor.ts";
import { dateAt } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import type { PartnerId } from "../../services/kernel/ids.ts";
import { fen } from "../../services/kernel/money.ts";
import { decideOnContract } from "../../services/money/settlements/decide-on-contract.ts";
import { proposeContract } from "../../services/money/settlements/propose-contract.ts";
import { findBook } from "../../services/money/settlements/read-settlements.ts";
import { type DemoWrites, must } from "./onboard.ts";

type SettledKind = Parameters<typeof proposeContract>[2]["kind"];

/** Six per mille, nothing below ten yuan, on the next working day. Begun anew, it stands as it was. */
export async function agreeDemoContract(
  partner: PartnerId,
  kind: SettledKind,
  [proposing, agreeing]: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<void> {
  if (await findBook({ database: writes.database, mode: "live" }, partner, kind)) return;
  const ports = (actor: Officer) => ({ ...writes, mode: "live" as const, actor });
  const proposed = await proposeContract(ports(proposing), `demo-contract-${kind}`, {
    ...{ partner, kind, effectiveFrom: dateAt(writes.now), accountNumber: "1101010400123456" },
    ...{ perMille: decimal("6"), fixed: fen(0n), least: fen(0n), most: undefined, feeAccount: "settlement" },
    ...{ minimum: fen(10_00n), payDays: 1, payDayKind: "WORKING" },
  });
  const contract = must(proposed);
  if (contract.status === "PROPOSED") must(await decideOnContract(ports(agreeing), contract.id, "agree"));
}
