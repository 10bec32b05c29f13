import type { CitizenId } from "../../../kernel/ids.ts";
import type { ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { materialCaseOf } from "../materials/case-materials.ts";
import { takesFiles } from "../materials/material.ts";
import { askFor, type MemberAsk } from "../materials/member-ask.ts";
import { getMaterials } from "../materials/store.ts";
import { readCaseItem } from "../read-case-item.ts";
import { type ApplicationStore, getApplication } from "../store.ts";
import { type AskPlace, listAsksOf } from "./store.ts";

/** An ask as its member reads it. */
export type HouseholdAsk = {
  readonly application: Pick<Application, "id" | "subject">;
  readonly item: Pick<ServiceItem, "name" | "materials">;
  readonly ask: MemberAsk;
  /** Whether it can be answered, or a yes withdrawn. */
  readonly isOpen: boolean;
};

/** The ask for a material of a case as it stands; undefined where nobody is asked. */
export async function findAsk(
  store: ApplicationStore,
  { application: id, material }: AskPlace,
): Promise<HouseholdAsk | undefined> {
  const [application, materials] = await Promise.all([getApplication(store, id), getMaterials(store, id)]);
  const ask = askFor(materials.asks ?? [], material);
  if (!application || !ask) return undefined;
  const item = await readCaseItem(store, application);
  return { application, item, ask, isOpen: takesFiles(materialCaseOf(application, item), material) };
}

/** All that a member of households is asked for; without what somebody else is asked for by now. */
export async function findHouseholdAsks(
  store: ApplicationStore,
  member: CitizenId,
): Promise<readonly HouseholdAsk[]> {
  const places = await listAsksOf(store, member);
  const found = await Promise.all(places.map((place) => findAsk(store, place)));
  return found.flatMap((one) => (one?.ask.member === member ? [one] : []));
}
