import type { Subject } from "../../../field/subject.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { lookUpStanding, type Standing } from "../../../people/enterprises/index.ts";
import { type Application, type CasePosition, positionOf } from "../application.ts";
import type { Attendance } from "../mandate/attendance.ts";
import { findServing, lookUpActing } from "../mandate/mandate.ts";
import { readAgreements } from "../read-case-item.ts";
import { type ApplicationStore, getApplication } from "../store.ts";
import { listPointers } from "../subject-cases-store.ts";

/** `items` are those in which the caller may act; none for all. */
export type SubjectPage = {
  readonly first: number;
  readonly after?: CasePosition;
  readonly items?: readonly string[];
};

/** A page of a subject's cases, newest first: all of them, or those of some items, each read from its own list. */
export async function listSubjectApplications(
  store: ApplicationStore,
  subject: Subject,
  { items, ...page }: SubjectPage,
): Promise<{ readonly applications: readonly Application[]; readonly more: boolean }> {
  const wanted = items ? items.map((item) => ({ ...page, item })) : [page];
  const lists = await Promise.all(wanted.map((one) => listPointers(store, subject, one)));
  const found = await Promise.all(lists.flatMap(({ ids }) => ids).map((id) => getApplication(store, id)));
  const cases = found.filter((one) => one !== undefined);
  const newestFirst = cases.sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  return {
    applications: newestFirst.slice(0, page.first),
    more: cases.length > page.first || lists.some(({ more }) => more),
  };
}

const placeOf = (application: Application): string => positionOf(application).join("#");

/** A page of a subject's cases as somebody reads them who stands to it so: an agent those of their items. */
export const listStandingApplications = (
  store: ApplicationStore,
  subject: Subject,
  { items }: Standing,
  page: Omit<SubjectPage, "items">,
): ReturnType<typeof listSubjectApplications> =>
  listSubjectApplications(store, subject, { ...page, ...(items ? { items } : {}) });

/** More of one person's cases than a clerk looks through. */
const AT_WINDOW_MAX = 100;

/**
 * The newest cases of the person at a window, or of whom they may act for, in which the clerk may serve them; none once
 * the attendance is over.
 */
export async function listAtWindow(
  ports: ApplicationStore & { readonly actor: Officer; readonly now: Instant },
  attendance: Attendance,
  subject: Subject,
): Promise<readonly Application[]> {
  const acting = await findServing(ports, ports.actor, attendance.id);
  if (!acting.ok) return [];
  const standing = await lookUpStanding(ports, attendance.citizenId, subject, ports.now);
  if (!standing) return [];
  const page = { first: AT_WINDOW_MAX };
  const { applications } = await listStandingApplications(ports, subject, standing, page);
  const may = await Promise.all(
    applications.map(async (one) => lookUpActing(ports, acting.value, one, await readAgreements(ports, one))),
  );
  return applications.filter((_, i) => may[i]);
}
