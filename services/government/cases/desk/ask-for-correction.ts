import { err } from "../../../kernel/result.ts";
import type { ServiceItem } from "../../catalogue/index.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type Faults, type NothingNamed, requestCorrection } from "./desk-case.ts";
import { type FaultsNotTaken, readFaults } from "./read-faults.ts";

export type FaultUnknown = {
  readonly code: "FAULT_UNKNOWN";
  readonly values: { readonly name: string };
  readonly path: readonly string[];
};

/** The one notice of all that is missing or wrong: fields of the item's form and materials of the item, by name. */
export async function askForCorrection(
  ports: OfficerPorts,
  id: string,
  named: Faults,
): Promise<DeskResult<FaultsNotTaken | NothingNamed | FaultUnknown>> {
  const faults = readFaults(named);
  if (!faults.ok) return faults;
  return changeDeskCase<NothingNamed | FaultUnknown>(ports, id, ({ application, item }, by) => {
    const unknown = findUnknown(faults.value, item);
    if (unknown) return err(unknown);
    return changeOf(requestCorrection(application, faults.value, by), {
      ...{ action: "correction-requested", event: "application.correction-requested" },
    });
  });
}

/** The first that names no field of the item's form, or no material of the item. */
function findUnknown({ fields, materials }: Faults, item: ServiceItem): FaultUnknown | undefined {
  const { properties } = item.form;
  const inForm = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const asked = item.materials.map(({ code }) => code);
  return unknownIn(fields, inForm, "fields") ?? unknownIn(materials, asked, "materials");
}

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
