import { err } from "../../../kernel/result.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type Faults, type NothingNamed, requestCorrection } from "./desk-case.ts";

export type FaultUnknown = {
  readonly code: "FAULT_UNKNOWN";
  readonly values: { readonly name: string };
  readonly path: readonly string[];
};

/** The one notice of all that is missing or wrong: fields of the item's form and materials of the item, by name. */
export const askForCorrection = (
  ports: OfficerPorts,
  id: string,
  faults: Faults,
): DeskResult<NothingNamed | FaultUnknown> =>
  changeDeskCase<NothingNamed | FaultUnknown>(ports, id, ({ application, item }, by) => {
    const { properties } = item.form;
    const fields = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
    const materials = item.materials.map(({ code }) => code);
    const unknown =
      unknownIn(faults.fields, fields, "fields") ?? unknownIn(faults.materials, materials, "materials");
    if (unknown) return err(unknown);
    return changeOf(requestCorrection(application, faults, by), {
      ...{ action: "correction-requested", event: "application.correction-requested" },
    });
  });

function unknownIn(
  named: Faults["fields"],
  known: readonly string[],
  list: "fields" | "materials",
): FaultUnknown | undefined {
  const i = named.findIndex(({ name }) => !known.includes(name));
  const fault = named[i];
  return (
    fault && { code: "FAULT_UNKNOWN", values: { name: fault.name }, path: ["input", list, String(i), "name"] }
  );
}
