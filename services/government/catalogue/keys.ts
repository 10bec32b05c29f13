import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";

/** Service items and their roll-out. */
export const catalogueKeys = {
  draft: (code: string) => key(`item#${code}`, "draft"),
  head: (code: string) => key(`item#${code}`, "head"),
  version: (code: string, version: number) =>
    key(`item#${code}`, `version#${String(version).padStart(5, "0")}`),
  inRegion: (region: string, code: string) => key(`catalogue#${region}`, code),
  rollOutChange: (code: string, revision: number) =>
    key(`item#${code}`, `roll-out#${String(revision).padStart(8, "0")}`),
  rollOutChanges: { skPrefix: "roll-out#" },
  edited: (province: string, code: string) => key("edited-items", `${province}#${code}`),
  /** Those of the provinces whose codes begin so. */
  editedIn: (province: string) => ({ pk: "edited-items", skPrefix: province }),
  renewingItems: (type: string): string => `renewing-items#${type}`,
  renewing: (type: string, code: string) => key(catalogueKeys.renewingItems(type), code),
  department: (province: string, code: string) => key("departments", `${province}#${code}`),
  /** Those of the provinces whose codes begin so. */
  departments: (province: string) => ({ pk: "departments", skPrefix: province }),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "an item's draft", key: "item#{code}, draft" },
  { table: "registry", what: "an item's version", key: "item#{code}, version#{00001}" },
  { table: "registry", what: "an item's head (version, roll-out)", key: "item#{code}, head" },
  { table: "registry", what: "items of a region", key: "catalogue#{region}, {code}" },
  {
    table: "registry",
    what: "a change of an item's roll-out",
    key: "item#{code}, roll-out#{head's revision}",
  },
  { table: "registry", what: "changes of an item's roll-out, newest first", key: "item#{code}, roll-out#…" },
  {
    table: "registry",
    what: "a department that has published an item in a province",
    key: "departments, {province}#{code}",
  },
  { table: "registry", what: "an item that renews a licence type", key: "renewing-items#{type}, {code}" },
  { table: "registry", what: "the items that renew a licence type", key: "renewing-items#{type}" },
  { table: "registry", what: "an item that is edited in a province", key: "edited-items, {province}#{code}" },
  { table: "registry", what: "the edited items of some provinces", key: "edited-items, {digits}…" },
  { table: "registry", what: "the departments of some provinces", key: "departments, {digits}…" },
] as const satisfies readonly AccessPattern[];
