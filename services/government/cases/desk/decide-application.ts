import { ok } from "../../../kernel/result.ts";
import { changeOf } from "../change-case.ts";
import { type EffectImpossible, type EffectParts, type EffectPorts, grantEffect } from "../effects.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { decide, type Verdict } from "./desk-case.ts";

/** A grant brings about what the item says, in the same commit; where it cannot, nothing is granted. */
export const decideApplication = (
  ports: OfficerPorts & EffectPorts & EffectParts,
  id: string,
  verdict: Verdict,
): DeskResult<EffectImpossible> =>
  changeDeskCase<EffectImpossible>(ports, id, async (found, by) => {
    const decided = decide(found.application, verdict, by);
    if (!decided.ok) return decided;
    const action = verdict.outcome === "APPROVED" ? "approved" : "rejected";
    const effects = action === "approved" ? await grantEffect(ports, found) : ok([]);
    if (!effects.ok) return effects;
    const how = { action, reason: verdict.reason, event: `application.${action}` } as const;
    return changeOf(decided, { ...how, writes: effects.value });
  });
