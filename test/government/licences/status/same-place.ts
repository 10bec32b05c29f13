import { placeAt } from "../../../../services/government/licences/status/status-place.ts";
import { newLicence } from "./granted.ts";

/** Two licences whose first versions draw the same place first; some eight thousand have such a pair. */
export function ofSamePlace(): readonly [string, string] {
  const drawn = new Map<string, string>();
  for (;;) {
    const licence = newLicence();
    const { list, index } = placeAt({ licence, version: 1 }, 1);
    const other = drawn.get(`${list} ${index}`);
    if (other) return [other, licence];
    drawn.set(`${list} ${index}`, licence);
  }
}
