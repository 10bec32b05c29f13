import type { Officer } from "./actor.ts";

type Appointed = Pick<Officer, "jurisdiction">;

/** Whether an officer works for a department; one who is appointed to none by name does for all. */
export const isOfDepartment = ({ jurisdiction: { departments } }: Appointed, department: string): boolean =>
  departments.length === 0 || departments.includes(department);

/** Whether what a department has to do with in a region lies in an officer's jurisdiction. */
export const covers = (
  officer: Appointed,
  { region, department }: { readonly region: string; readonly department: string },
): boolean => region.startsWith(officer.jurisdiction.regionPrefix) && isOfDepartment(officer, department);
