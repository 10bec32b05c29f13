import { err, ok } from "../../../kernel/result.ts";
import { undeclaredField } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { type FieldNotOpen, saveFields } from "./applicant-case.ts";
import { isUsable, type JudgingPorts } from "./form-check.ts";
import { checkForm, type UnusableForm } from "./form-limits.ts";

export type SavePorts = ApplicantPorts & JudgingPorts;

/** The item's form asks for no such thing, or is none itself. */
export type NotAskedFor = {
  readonly code: "FORM_FIELD_UNKNOWN" | "FORM_UNUSABLE";
  readonly path: readonly string[];
};

type SaveRefusal = FieldNotOpen | UnusableForm | NotAskedFor;

/**
 * Keeps what was filled in so far, so that it can be gone on with on another device. Only what the item's form asks for is
 * kept, at whatever depth; whether it is right is said when it is handed in. Fields of an earlier form can be emptied.
 */
export async function saveApplication(
  ports: SavePorts,
  id: string,
  changes: FormData,
): Promise<OwnCaseResult<SaveRefusal>> {
  const checked = checkForm(changes);
  if (!checked.ok) return checked;
  return changeOwnCase<SaveRefusal>(ports, id, ({ application, form, item, by }) => {
    const saved = saveFields(application, form, checked.value, by);
    if (!saved.ok) return saved;
    if (!isUsable(item, ports)) return err({ code: "FORM_UNUSABLE", path: ["form"] });
    const emptied = Object.keys(checked.value).filter(
      (name) => checked.value[name] === null && Object.hasOwn(form, name),
    );
    const given = Object.entries(checked.value).filter(([name]) => !emptied.includes(name));
    const unknown = undeclaredField(item.form, Object.fromEntries(given));
    if (unknown) return err({ code: "FORM_FIELD_UNKNOWN", path: ["form", ...unknown] });
    const whole = checkForm(saved.value.form);
    return whole.ok ? ok({ ...saved.value, action: "saved" }) : whole;
  });
}
