import { key } from "../../kernel/database/tables.ts";

/**
 * The roll-out of service items, in `registry`, beside their drafts, versions and heads.
 * | access pattern                             | key                                                    |
 * | ------------------------------------------ | ------------------------------------------------------ |
 * | changes of an item's roll-out, newest first | pk = `item#{code}`, sk = `roll-out#{head's revision}` |
 */
export const catalogueKeys = {
  rollOutChange: (code: string, revision: number) =>
    key(`item#${code}`, `roll-out#${String(revision).padStart(8, "0")}`),
  rollOutChanges: { skPrefix: "roll-out#" },
} as const;
