import type { RegionCode } from "../../../field/region.ts";
import type { Citizen, Partner } from "../../../kernel/actor.ts";
import { addMonths, type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { TransitStore } from "../card-store.ts";
import { entitlementRuleOn } from "../network/entitlement-rules.ts";
import type { CardKind } from "../network/fare.ts";
import { isHeldOn, type Period } from "../network/riding-right.ts";
import { PROVEN_MONTHS, periodsOf } from "./entitlement.ts";
import { getEntitlement } from "./entitlement-store.ts";

/** The kind of a card that is asked for, where. */
type WantedCard = { readonly kind: CardKind; readonly region: RegionCode };

/** Whether a person may have a card of a kind today: a standard one, or one by an entitlement that they hold. */
export async function holdsToday(
  ports: TransitStore & { readonly now: Instant },
  citizen: CitizenId,
  { kind, region }: WantedCard,
): Promise<boolean> {
  if (kind === "STANDARD") return true;
  const entitlement = await getEntitlement(ports, citizen, kind, region);
  return entitlement !== undefined && isHeldOn(periodsOf(entitlement), dateAt(ports.now));
}

export type ProvenProblem = {
  readonly code: "NO_SUCH_ENTITLEMENT" | "PROVEN_UNTIL_NOT_ASKED" | "PROVEN_UNTIL_OUT_OF_RANGE";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** The days for which an operator has seen the proof of a card that it hands out; none for a standard card. */
export function provenAtCounter(
  { kind: caller }: Citizen | Partner,
  { kind, region, provenUntil }: WantedCard & { readonly provenUntil?: CivilDate | undefined },
  today: CivilDate,
): Result<Period | undefined, ProvenProblem> {
  if (kind === "STANDARD" || caller === "CITIZEN") {
    return provenUntil === undefined
      ? ok(undefined)
      : err({ code: "PROVEN_UNTIL_NOT_ASKED", path: ["provenUntil"] });
  }
  const rule = entitlementRuleOn(kind, today, region);
  if (!rule) return err({ code: "NO_SUCH_ENTITLEMENT", path: ["kind"] });
  const last = addMonths(today, rule.monthsMax);
  if (provenUntil !== undefined && (provenUntil < today || provenUntil > last)) {
    return err({ code: "PROVEN_UNTIL_OUT_OF_RANGE", values: { today, last }, path: ["provenUntil"] });
  }
  return ok({ from: today, until: provenUntil ?? addMonths(today, Math.min(rule.monthsMax, PROVEN_MONTHS)) });
}
