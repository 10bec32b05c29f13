import type { Officer } from "../../services/kernel/actor.ts";
import { addDays, dateAt } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import type { PartnerId } from "../../services/kernel/ids.ts";
import { fen } from "../../services/kernel/money.ts";
import { decideOnContract } from "../../services/money/settlements/decide-on-contract.ts";
import { proposeContract } from "../../services/money/settlements/propose-contract.ts";
import { findBook } from "../../services/money/settlements/read-settlements.ts";
import { type DemoWrites, must } from "./onboard.ts";

type SettledKind = Parameters<typeof proposeContract>[2]["kind"];

/** So many days ago the first is settled, so that there are some to look at. */
const SETTLED_DAYS = 2;

/** More than the demo city's people pay in its first days: these are carried forward, and nothing waits for a bank. */
const MINIMUM = fen(2_000_00n);

/** Six per mille, paid on the next working day from a minimum on. Begun anew, it stands as it was. */
export async function agreeDemoContract(
  partner: PartnerId,
  kind: SettledKind,
  [proposing, agreeing]: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<void> {
  if (await isSettledWith(partner, kind, writes)) return;
  const ports = (actor: Officer) => ({ ...writes, mode: "live" as const, actor });
  const proposed = await proposeContract(ports(proposing), `demo-contract-${kind}-${partner}`, {
    ...{
      partner,
      kind,
      effectiveFrom: addDays(dateAt(writes.now), -SETTLED_DAYS),
      accountNumber: "1101010400123456",
    },
    ...{ perMille: decimal("6"), fixed: fen(0n), least: fen(0n), most: undefined, feeAccount: "settlement" },
    ...{ minimum: MINIMUM, payDays: 1, payDayKind: "WORKING" },
  });
  const contract = must(proposed);
  if (contract.status === "PROPOSED") must(await decideOnContract(ports(agreeing), contract.id, "agree"));
}

/** Its days may be settled already: a transfer that was booked for one afterwards would never be paid out. */
export const isSettledWith = async (
  partner: PartnerId,
  kind: SettledKind,
  { database }: Pick<DemoWrites, "database">,
): Promise<boolean> => (await findBook({ database, mode: "live" }, partner, kind)) !== undefined;
