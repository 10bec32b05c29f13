import { ok } from "../../../kernel/result.ts";
import { changeOf } from "../change-case.ts";
import { obstaclesTo } from "../effects.ts";
import { changeOwnCase, type OwnCaseResult, type OwnFound } from "../mandate/change-own-case.ts";
import { decideByRule } from "../ruling/decide-by-rule.ts";
import { confirm, type Incomplete } from "./applicant-case.ts";
import type { SubmitPorts } from "./submit-application.ts";

/**
 * The subject's own word, by their own sign-in, for what somebody else has handed in for them; from now on it is before
 * the department. Said again it changes nothing, but asks a rule that was not asked to its end.
 */
export async function confirmApplication(ports: SubmitPorts, id: string): Promise<OwnCaseResult<Incomplete>> {
  const confirmed = await changeOwnCase<Incomplete>(ports, id, async (found) => {
    const { application, form, item, by } = found;
    if (isConfirmed(found)) return ok({ application, action: "confirmed" });
    const problems = await obstaclesTo(ports, { application, form, item });
    const given = { problems, hasRule: item.rule !== undefined, confirmedBy: "SIGN_IN" } as const;
    return changeOf(confirm(application, given, by), {
      ...{ action: "confirmed", event: "application.submitted" },
    });
  });
  if (!confirmed.ok || confirmed.value.ruling !== "PENDING") return confirmed;
  return decideByRule(ports, confirmed.value.id);
}

/** The subject has given their word for it before. */
const isConfirmed = ({ application: { confirmation }, by: { caller } }: OwnFound): boolean =>
  confirmation?.confirmedAt !== undefined && caller.kind === "APPLICANT" && caller.isSubject;
