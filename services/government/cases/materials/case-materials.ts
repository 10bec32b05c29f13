import type { ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { nextStatus } from "../life.ts";
import { standing } from "./brought-material.ts";
import { findHeldAnew, findHeldMaterials, type HeldParts, type HeldPorts } from "./find-held.ts";
import { isToBeAsked, type LookedAgain, type LookParts, lookAtRecords, NOTHING_OVER } from "./look-again.ts";
import { type CaseMaterials, fill, isDraft, type MaterialCase } from "./material.ts";
import {
  type MaterialProblem,
  type MaterialView,
  materialProblems,
  viewMaterials,
} from "./material-state.ts";
import { getMaterials, putMaterials } from "./store.ts";

/** As much of a case as its materials depend on. */
export function materialCaseOf(
  { status, correction }: Application,
  { materials: asked }: Pick<ServiceItem, "materials">,
): MaterialCase {
  const isOpen = nextStatus(status, "SAVE") !== undefined;
  if (status !== "CORRECTION" || !correction) return { asked, isOpen };
  const { at, materials } = correction;
  return { asked, isOpen, correction: { at, materials: materials.map(({ name }) => name) } };
}

type OpenMaterials = { readonly materials: CaseMaterials; readonly views: readonly MaterialView[] };

async function openMaterials(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<OpenMaterials> {
  const kase = materialCaseOf(application, item);
  const reading = getMaterials(ports, application.id);
  const holders = { subject: application.subject, asks: async () => (await reading).asks ?? [] };
  const [materials, held] = await Promise.all([
    reading,
    isDraft(kase) ? findHeldMaterials(ports, item.materials, holders) : findHeldAnew(ports, kase, holders),
  ]);
  // The platform's own records go before what was brought.
  return {
    materials,
    views: viewMaterials(kase, materials, [...held, ...standing(materials, kase, ports.now)]),
  };
}

/** The materials of a case as they stand: what is asked for, what there is, and what the platform holds itself. */
export async function viewCaseMaterials(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<readonly MaterialView[]> {
  return item.materials.length === 0 ? [] : (await openMaterials(ports, application, item)).views;
}

/** The problems that keep a case from being handed in; none for one that cannot be. */
export async function problemsOfMaterials(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<readonly MaterialProblem[]> {
  return nextStatus(application.status, "SUBMIT")
    ? materialProblems(await viewCaseMaterials(ports, application, item))
    : [];
}

type ToSubmit = LookedAgain & {
  readonly problems: readonly MaterialProblem[];
  /** Others have to be asked about one of them before anything is decided on it. */
  readonly isToBeAsked: boolean;
};

/**
 * The problems that keep a case from being handed in, and the writes of its materials where there are none. In a correction the
 * records that stay are looked at again, with what comes of that; a draft's have just been looked up. Nobody else is asked about any.
 */
export async function materialsToSubmit(
  ports: HeldPorts & LookParts,
  application: Application,
  item: Pick<ServiceItem, "materials" | "effect" | "licence">,
): Promise<ToSubmit> {
  if (item.materials.length === 0) return { ...NOTHING_OVER, problems: [], isToBeAsked: false };
  const { materials, views } = await openMaterials(ports, application, item);
  const filled = views.flatMap((view) => view.filled ?? []);
  const isDrafted = isDraft(materialCaseOf(application, item));
  const look = { materials: { ...materials, filled }, answers: new Map() };
  const looked = isDrafted ? undefined : (await lookAtRecords(ports, application, item, look)).looked;
  // The materials that were filled and the findings of the look are one change of the record that was read.
  const next = fill(materials, looked?.materials.filled ?? filled);
  const isSame = next.filled.length === 0 && materials.filled.length === 0;
  return {
    ...(looked ?? NOTHING_OVER),
    ...{ problems: materialProblems(views), isToBeAsked: isToBeAsked(ports, filled) },
    writes: isSame ? [] : [putMaterials(ports, next)],
  };
}
