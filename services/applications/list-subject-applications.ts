import type { Subject } from "../platform/subject.ts";
import type { Application } from "./application.ts";
import { type ApplicationStore, getApplication } from "./store.ts";
import { listPointers, type Position } from "./subject-applications-store.ts";

/** `items` are those in which the caller may act; none for all. */
export type SubjectPage = {
  readonly first: number;
  readonly after?: Position;
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

const placeOf = ({ createdAt, id }: Application): string => `${createdAt}#${id}`;
