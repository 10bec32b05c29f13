import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isId } from "../../../kernel/ids.ts";
import { type Fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getPartner } from "../../../people/partners/index.ts";
import { ARREARS_MAX } from "../card.ts";
import type { Operator } from "../operator.ts";
import { putOperator } from "../operator-store.ts";

export type OperatorRefusal =
  | { readonly code: "NOT_FOUND" }
  | ((
      | TextProblem
      | { readonly code: "NO_TRANSIT_MODE" }
      | {
          readonly code:
            | "INCOMPLETE_FARE_OUT_OF_RANGE"
            | "MINIMUM_BALANCE_OUT_OF_RANGE"
            | "SAME_STATION_MINUTES_OUT_OF_RANGE";
          readonly values: { readonly max: string };
        }
    ) & { readonly path: readonly string[] });

type Ports = { readonly database: Database; readonly commit: Commit; readonly requestId: string };

/** Long enough to have lost one's way, and too short for a ride there and back. */
const SAME_STATION_MINUTES_MAX = 60;
const NAME_LENGTH = { min: 2, max: 60 };

/** Makes a partner a transit operator, or changes what it is as one. */
export async function setOperatorProfile(
  partner: string,
  profile: Omit<Operator, "partnerId">,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Ports,
): Promise<Result<Operator, OperatorRefusal>> {
  const name = checkText(profile.name, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["profile", "name"] });
  const modes = [...new Set(profile.modes)];
  if (modes.length === 0) return err({ code: "NO_TRANSIT_MODE", path: ["profile", "modes"] });
  const { incompleteFare } = profile;
  if (!isUpTo(ARREARS_MAX, incompleteFare)) {
    const values = { max: formatMoney(ARREARS_MAX) };
    return err({ code: "INCOMPLETE_FARE_OUT_OF_RANGE", values, path: ["profile", "incompleteFare"] });
  }
  if (profile.minimumBalance !== undefined && !isUpTo(ARREARS_MAX, profile.minimumBalance)) {
    const values = { max: formatMoney(ARREARS_MAX) };
    return err({ code: "MINIMUM_BALANCE_OUT_OF_RANGE", values, path: ["profile", "minimumBalance"] });
  }
  const { sameStationMinutes = 0 } = profile;
  if (sameStationMinutes < 0 || sameStationMinutes > SAME_STATION_MINUTES_MAX) {
    const values = { max: String(SAME_STATION_MINUTES_MAX) };
    const path = ["profile", "sameStationMinutes"];
    return err({ code: "SAME_STATION_MINUTES_OUT_OF_RANGE", values, path });
  }
  if (!isId("ptn", partner) || !(await getPartner(database, partner))) return err({ code: "NOT_FOUND" });
  const operator: Operator = { ...profile, modes, name: name.value, partnerId: partner };
  const done = await commit({
    ...{ actor, at: now, requestId, aggregate: partner, table: "registry" },
    action: "transit.operator.set",
    writes: [putOperator(database, operator)],
  });
  if (!done.ok) throw new Error("an operator's profile has no condition that could fail");
  return ok(operator);
}

const isUpTo = (max: Fen, amount: Fen): boolean => amount >= 0n && amount <= max;
