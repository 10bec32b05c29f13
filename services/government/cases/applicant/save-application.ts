import { err, ok, type Result } from "../../../kernel/result.ts";
import { type ServiceItem, undeclaredField } from "../../catalogue/index.ts";
import type { Application, FormData } from "../application.ts";
import { type FieldHeld, ownChanges, showHeld, valueIn } from "../held/held-form.ts";
import { findHeldValues, type HeldValueParts, type HeldValuePorts } from "../held/held-source.ts";
import { nextStatus } from "../life.ts";
import { viewerOf } from "../mandate/acting-party.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { type FieldNotOpen, saveFields } from "./applicant-case.ts";
import { isUsable, type JudgingPorts } from "./form-check.ts";
import { listOf } from "./form-findings.ts";
import { checkForm, type UnusableForm } from "./form-limits.ts";

export type SavePorts = ApplicantPorts & JudgingPorts & HeldValuePorts & HeldValueParts;

/** The item's form asks for no such thing, or is none itself. */
export type NotAskedFor =
  | {
      readonly code: "FORM_FIELD_UNKNOWN";
      readonly values: Readonly<Record<"name" | "known", string>>;
      readonly path: readonly string[];
    }
  | { readonly code: "FORM_UNUSABLE"; readonly path: readonly string[] };

type SaveRefusal = FieldNotOpen | FieldHeld | UnusableForm | NotAskedFor;

/**
 * Keeps what was filled in so far, so that it can be gone on with on another device. Only what the item's form asks for is
 * kept, at whatever depth, and what the platform holds itself is not; whether it is right is said when it is handed in. Fields of
 * an earlier form can be emptied.
 */
export async function saveApplication(
  ports: SavePorts,
  id: string,
  changes: FormData,
): Promise<OwnCaseResult<SaveRefusal>> {
  const checked = checkForm(changes);
  if (!checked.ok) return checked;
  return changeOwnCase<SaveRefusal>(ports, id, async ({ application, form, held, item, by }) => {
    const own = await findOwnChanges(ports, application, item, checked.value);
    if (!own.ok) return own;
    const changes = own.value;
    const saved = saveFields(application, form, changes, by);
    if (!saved.ok) return saved;
    if (!isUsable(item, ports)) return err({ code: "FORM_UNUSABLE", path: ["form"] });
    const emptied = Object.keys(changes).filter(
      (name) => changes[name] === null && Object.hasOwn(form, name),
    );
    const given = Object.entries(changes).filter(([name]) => !emptied.includes(name));
    const unknown = undeclaredField(item.form, Object.fromEntries(given));
    if (unknown) {
      const values = { name: unknown.path.at(-1) ?? "", known: listOf(unknown.known) };
      return err({ code: "FORM_FIELD_UNKNOWN", values, path: ["form", ...unknown.path] });
    }
    const whole = checkForm(saved.value.form);
    if (!whole.ok) return whole;
    const { form: next, application: after } = saved.value;
    const left = held.filter(({ path }) => valueIn(changes, path) === undefined);
    return ok({ application: after, form: { form: next, held: left }, action: "saved" });
  });
}

/** The changes that are the caller's own, where they are open. */
async function findOwnChanges(
  ports: SavePorts,
  application: Application,
  item: ServiceItem,
  changes: FormData,
): Promise<Result<FormData, FieldHeld>> {
  if (nextStatus(application.status, "SAVE") === undefined) return ok(changes);
  const held = await findHeldValues(ports, application, item);
  return ownChanges(changes, showHeld(viewerOf(ports.acting), ports.parts.heldValues, held));
}
