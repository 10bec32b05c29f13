import type { TransactItem } from "../../../kernel/database/database.ts";
import { findServiceItem, type ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { nextStatus } from "../life.ts";
import {
  type CaseMaterials,
  fill,
  findHeldMaterials,
  getMaterials,
  type HeldParts,
  type HeldPorts,
  isDraft,
  type MaterialCase,
  type MaterialProblem,
  type MaterialView,
  materialProblems,
  putMaterials,
  viewMaterials,
} from "./index.ts";

/** The item of a case, in the version that it began with. */
export async function itemOf(
  { database }: Pick<HeldPorts, "database">,
  { item }: Application,
): Promise<ServiceItem> {
  const { code, version } = item;
  const found = await findServiceItem(code, { version }, database);
  if (!found) throw new Error(`version ${version} of item ${code} is gone`);
  return found;
}

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

type Standing = { readonly materials: CaseMaterials; readonly views: readonly MaterialView[] };

async function standing(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<Standing> {
  const kase = materialCaseOf(application, item);
  const [materials, held] = await Promise.all([
    getMaterials(ports, application.id),
    isDraft(kase) ? findHeldMaterials(ports, item.materials, application.subject) : [],
  ]);
  return { materials, views: viewMaterials(kase, materials, held) };
}

/** The materials of a case as they stand: what is asked for, what there is, and what the platform holds itself. */
export async function viewCaseMaterials(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<readonly MaterialView[]> {
  return item.materials.length === 0 ? [] : (await standing(ports, application, item)).views;
}

/** What keeps a case from being handed in; none for one that cannot be. */
export async function problemsOfMaterials(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<readonly MaterialProblem[]> {
  return nextStatus(application.status, "SUBMIT")
    ? materialProblems(await viewCaseMaterials(ports, application, item))
    : [];
}

/** What keeps a case from being handed in, and what is written of its materials where nothing does. */
export async function materialsToSubmit(
  ports: HeldPorts & HeldParts,
  application: Application,
  item: Pick<ServiceItem, "materials">,
): Promise<{ readonly problems: readonly MaterialProblem[]; readonly writes: readonly TransactItem[] }> {
  if (item.materials.length === 0) return { problems: [], writes: [] };
  const { materials, views } = await standing(ports, application, item);
  const filled = views.flatMap((view) => view.filled ?? []);
  const isSame = filled.length === 0 && materials.filled.length === 0;
  return {
    problems: materialProblems(views),
    writes: isSame ? [] : [putMaterials(ports, fill(materials, filled))],
  };
}
