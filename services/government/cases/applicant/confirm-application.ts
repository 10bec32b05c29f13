import type { TransactItem } from "../../../kernel/database/database.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Application } from "../application.ts";
import type { Changed } from "../change-case.ts";
import { findUndecided, obstaclesTo } from "../effects.ts";
import { nameProblems } from "../form-problem.ts";
import { changeOwnCase, type OwnCaseResult, type OwnFound } from "../mandate/change-own-case.ts";
import { decideByRule } from "../ruling/decide-by-rule.ts";
import { type ConfirmedBy, confirm, type Incomplete } from "./applicant-case.ts";
import type { SubmitPorts } from "./submit-application.ts";

/** The proof that it is the subject who confirms, with its writes in the same commit. */
export type Proof<R> = {
  readonly confirmedBy: ConfirmedBy;
  readonly take: (application: Application) => Promise<Result<readonly TransactItem[], R>>;
};

const SIGNED_IN: Proof<never> = { confirmedBy: "SIGN_IN", take: async () => ok([]) };

/** The subject's own word, by their own sign-in, for what somebody else has handed in for them. */
export const confirmApplication = (ports: SubmitPorts, id: string): Promise<OwnCaseResult<Incomplete>> =>
  confirmBy(ports, id, SIGNED_IN);

/**
 * The subject's own word for what somebody else has handed in for them, once it is proven to be theirs; from now on it is
 * before the department. Said again it changes nothing, but asks a rule that was not asked to its end.
 */
export async function confirmBy<R extends { readonly code: string }>(
  ports: SubmitPorts,
  id: string,
  proof: Proof<R>,
): Promise<OwnCaseResult<Incomplete | R>> {
  const confirmed = await changeOwnCase<Incomplete | R>(ports, id, async (found) => {
    const { application, form, item, by } = found;
    if (isConfirmed(found)) return ok({ application, action: "confirmed" });
    const problems = nameProblems(item, await obstaclesTo(ports, { application, form, item }));
    const { confirmedBy, take } = proof;
    const left = problems.length > 0 ? undefined : await findUndecided(ports, { application, form, item });
    const hasRule = item.rule !== undefined;
    const next = confirm(application, { problems, hasRule, undecided: left?.undecided, confirmedBy }, by);
    if (!next.ok) return next;
    const taken = await take(application);
    if (!taken.ok) return taken;
    return ok<Changed>({
      ...{ application: next.value, action: "confirmed", event: "application.submitted" },
      writes: [...taken.value, ...(left?.writes ?? [])],
    });
  });
  if (!confirmed.ok || confirmed.value.ruling !== "PENDING") return confirmed;
  return decideByRule(ports, confirmed.value.id);
}

/** The subject has given their word for it before. */
const isConfirmed = ({ application: { confirmation }, by: { caller } }: OwnFound): boolean =>
  confirmation?.confirmedAt !== undefined && caller.kind === "APPLICANT" && caller.isSubject;
