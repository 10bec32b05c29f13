import type { Citizen } from "../platform/actor.ts";
import { fingerprintOf } from "../platform/idempotency.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Application, FormData, NotAllowed } from "./application.ts";
import {
  appeal,
  type Duplicate,
  type FieldNotOpen,
  type Incomplete,
  saveFields,
  submit,
  withdraw,
} from "./applying.ts";
import { materialsToSubmit } from "./case-materials.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "./change-case.ts";
import { formProblems } from "./form-check.ts";
import { checkForm, type UnusableForm } from "./form-limits.ts";
import { getOpenCases } from "./open-cases-store.ts";

export type ApplicantPorts = CasePorts & { readonly actor: Citizen };

type Applied<R> = Promise<Result<Application, R | NoSuchCase>>;

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
  ports: ApplicantPorts,
  id: string,
  { idempotencyKey, duplicateReason }: SubmitWish,
): Applied<NotAllowed | Incomplete | Duplicate> {
  const key = fingerprintOf([idempotencyKey]);
  return ofOwn(ports, id, async ({ application, form, item, facts }) => {
    if (application.submission === key) return ok({ application, action: "submitted" });
    const { applications } = await getOpenCases(ports, application.citizenId, item.code);
    const others = applications.filter((other) => other !== application.id);
    const materials = await materialsToSubmit(ports, application, item);
    const problems = [...formProblems(item, form), ...materials.problems];
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

/** Somebody else's case answers as an unknown one. */
export const ofOwn = <R extends { readonly code: string }>(
  ports: ApplicantPorts,
  id: string,
  decide: (found: Found) => Result<Changed, R> | Promise<Result<Changed, R>>,
): Applied<R> =>
  changeCase<R | NoSuchCase>(ports, id, (found) =>
    found.application.citizenId === ports.actor.id ? decide(found) : err({ code: "APPLICATION_NOT_FOUND" }),
  );
