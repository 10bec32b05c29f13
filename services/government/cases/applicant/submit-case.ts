import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { offeredToPartner } from "../actions.ts";
import type { Application, FormData, NotAllowed } from "../application.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "../change-case.ts";
import { type EffectParts, obstaclesTo } from "../effects.ts";
import { type Acting, lookUpActing, mayChange } from "../mandate/mandate.ts";
import { materialsToSubmit } from "../materials/case-materials.ts";
import type { HeldParts } from "../materials/find-held.ts";
import { getOpenCases } from "../open-cases-store.ts";
import {
  appeal,
  type Duplicate,
  type FieldNotOpen,
  type Incomplete,
  saveFields,
  submit,
  withdraw,
} from "./applicant-case.ts";
import { formProblems } from "./form-check.ts";
import { checkForm, type UnusableForm } from "./form-limits.ts";

export type ApplicantPorts = CasePorts & { readonly acting: Acting };

/** Who began the case may not act for its subject any more. */
export type AuthorityEnded = { readonly code: "AUTHORITY_ENDED" };

type Applied<R> = Promise<Result<Application, R | NotAllowed | NoSuchCase | AuthorityEnded>>;

/** Keeps what was filled in so far, so that it can be gone on with on another device. */
export async function saveApplication(
  ports: ApplicantPorts,
  id: string,
  changes: FormData,
): Applied<NotAllowed | FieldNotOpen | UnusableForm> {
  const checked = checkForm(changes);
  if (!checked.ok) return checked;
  return ofOwn<NotAllowed | FieldNotOpen | UnusableForm>(ports, id, ({ application, form, facts }) => {
    const saved = saveFields(application, form, checked.value, facts);
    if (!saved.ok) return saved;
    const whole = checkForm(saved.value.form);
    return whole.ok ? ok({ ...saved.value, action: "saved" }) : whole;
  });
}

export type SubmitWish = {
  readonly idempotencyKey: string;
  /** Why one more is handed in while another for the same is open. */
  readonly duplicateReason: string | undefined;
};

/** Hands an application in, or what was corrected. Said again with the same key it changes nothing. */
export async function submitApplication(
  ports: ApplicantPorts & EffectParts & HeldParts,
  id: string,
  { idempotencyKey, duplicateReason }: SubmitWish,
): Applied<NotAllowed | Incomplete | Duplicate> {
  const key = fingerprintOf([idempotencyKey]);
  return ofOwn(ports, id, async ({ application, form, item, facts }) => {
    if (application.submission === key) return ok({ application, action: "submitted" });
    const { applications } = await getOpenCases(ports, application.subject, item.code);
    const others = applications.filter((other) => other !== application.id);
    const materials = await materialsToSubmit(ports, application, item);
    const found = [...formProblems(item, form), ...materials.problems];
    const problems = found.length > 0 ? found : await obstaclesTo(ports, { application, form, item });
    const reason = duplicateReason === undefined ? {} : { duplicateReason };
    const submitted = submit(
      application,
      { key, problems, others, hasRule: item.rule !== undefined, ...reason },
      facts,
    );
    if (!submitted.ok) return submitted;
    const { writes } = materials;
    const how = {
      action: "submitted",
      event: "application.submitted",
      ...reasonOf(duplicateReason),
    } as const;
    return ok({ application: submitted.value, ...how, writes });
  });
}

const reasonOf = (reason: string | undefined) => (reason === undefined ? {} : { reason });

export const withdrawApplication = (ports: ApplicantPorts, id: string, reason: string): Applied<NotAllowed> =>
  ofOwn(ports, id, ({ application, facts }) => {
    const withdrawn = withdraw(application, facts);
    return withdrawn.ok ? ok({ application: withdrawn.value, action: "withdrawn", reason }) : withdrawn;
  });

export const appealDecision = (ports: ApplicantPorts, id: string, reason: string): Applied<NotAllowed> =>
  ofOwn(ports, id, ({ application, facts }) => {
    const appealed = appeal(application, reason, facts);
    return appealed.ok ? ok({ application: appealed.value, action: "appealed", reason }) : appealed;
  });

/**
 * Decides for who may act for the case's subject as of this request: an authority that has ended holds for nothing more.
 * Somebody else's case answers as an unknown one. What a clerk does names the attendance of the person present.
 */
export const ofOwn = <R extends { readonly code: string }>(
  ports: ApplicantPorts,
  id: string,
  decide: (found: Found) => Result<Changed, R> | Promise<Result<Changed, R>>,
): Applied<R> =>
  changeCase<R | NotAllowed | NoSuchCase | AuthorityEnded>(ports, id, async (found) => {
    const { application } = found;
    const { acting } = ports;
    if (!(await lookUpActing(ports, acting, application))) {
      const hasBegun = acting.kind === "CITIZEN" && application.citizenId === acting.citizen;
      return err({ code: hasBegun ? "AUTHORITY_ENDED" : "APPLICATION_NOT_FOUND" });
    }
    if (!mayChange(acting, application)) {
      return err({ code: "NOT_ALLOWED_NOW", state: application.status, availableActions: [] });
    }
    const decided = await decide(found);
    if (decided.ok) return ok({ ...attendedBy(acting), ...decided.value });
    const { error } = decided;
    return acting.kind === "PARTNER" && isNotAllowed(error) ? err(offeredToPartner(error)) : decided;
  });

const isNotAllowed = (error: { readonly code: string }): error is NotAllowed =>
  error.code === "NOT_ALLOWED_NOW";

/** How the audit trail of a case names the attendance in which a clerk acted. */
export const attendedBy = (acting: Acting): Pick<Changed, "reason"> =>
  acting.kind === "CLERK" ? { reason: acting.attendance.id } : {};
