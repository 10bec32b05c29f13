import { err, ok, type Result } from "../../../kernel/result.ts";
import type { NamedFault } from "../application.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import type { Faults } from "./desk-case.ts";

const FAULTS_MAX = 50;

type TooMany = {
  readonly code: "TOO_MANY";
  readonly values: { readonly max: string };
  readonly path: readonly string[];
};

export type FaultsNotTaken = TextNotTaken | TooMany;

/** The faults of a correction notice as an officer sends them. */
export function readFaults({ fields, materials }: Faults): Result<Faults, FaultsNotTaken> {
  const inForm = readList(fields, "fields");
  if (!inForm.ok) return inForm;
  const ofMaterials = readList(materials, "materials");
  return ofMaterials.ok ? ok({ fields: inForm.value, materials: ofMaterials.value }) : ofMaterials;
}

function readList(
  faults: readonly NamedFault[],
  list: keyof Faults,
): Result<readonly NamedFault[], FaultsNotTaken> {
  const path = ["input", list];
  if (faults.length > FAULTS_MAX) return err({ code: "TOO_MANY", values: { max: String(FAULTS_MAX) }, path });
  const read: NamedFault[] = [];
  for (const [i, { name, note }] of faults.entries()) {
    const texts = readTexts({ note }, TEXT_LENGTH);
    if (!texts.ok) return err({ ...texts.error, path: [...path, String(i), ...texts.error.path] });
    read.push({ name, ...texts.value });
  }
  return ok(read);
}
