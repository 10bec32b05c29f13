import { representativeOf } from "../../../people/enterprises/index.ts";
import type { ApplicationView } from "../../cases/index.ts";
import { lineOf, type TrailLine, type TrailTexts } from "./trail-line.ts";
import { listTrail, type TrailStore } from "./trail-store.ts";

type TrailPorts = TrailStore & { readonly trail: TrailTexts };

/** A page of a case's trail for who reads the case, oldest first, behind the entry numbered `after`. */
export async function readTrail(
  { trail, ...store }: TrailPorts,
  application: ApplicationView,
  { first, after = 0 }: { readonly first: number; readonly after?: number },
): Promise<{ readonly lines: readonly TrailLine[]; readonly more: boolean }> {
  const { entries, more } = await listTrail(store, application.id, { after, limit: first });
  const principal = await representativeOf(store, application.subject);
  return { lines: entries.map((entry) => lineOf({ ...application, principal }, entry, trail)), more };
}
