import type { AnyEnd } from "../../shared/graphql/use-ended-act.ts";

type Place = { readonly message: string; readonly path: readonly string[] };

/** The place in the input that a refusal is about, with its words; none where nothing was refused. */
export function placesOf(ended: AnyEnd | undefined): readonly Place[] {
  if (ended?.kind !== "refused") return [];
  const { refusal } = ended;
  const path = "path" in refusal && Array.isArray(refusal.path) ? refusal.path.map(String) : [];
  return [{ message: refusal.message, path }];
}
