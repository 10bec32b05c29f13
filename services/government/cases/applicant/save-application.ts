import { ok } from "../../../kernel/result.ts";
import type { FormData } from "../application.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { type FieldNotOpen, saveFields } from "./applicant-case.ts";
import { checkForm, type UnusableForm } from "./form-limits.ts";

/** Keeps what was filled in so far, so that it can be gone on with on another device. */
export async function saveApplication(
  ports: ApplicantPorts,
  id: string,
  changes: FormData,
): Promise<OwnCaseResult<FieldNotOpen | UnusableForm>> {
  const checked = checkForm(changes);
  if (!checked.ok) return checked;
  return changeOwnCase<FieldNotOpen | UnusableForm>(ports, id, ({ application, form, facts }) => {
    const saved = saveFields(application, form, checked.value, facts);
    if (!saved.ok) return saved;
    const whole = checkForm(saved.value.form);
    return whole.ok ? ok({ ...saved.value, action: "saved" }) : whole;
  });
}
