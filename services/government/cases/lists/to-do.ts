import type { ToDoSource } from "../../../people/todo/index.ts";
import { listDueApplications } from "./list-duties.ts";

declare module "../../../people/todo/to-do.ts" {
  interface ToDoKinds {
    readonly FINISH_APPLICATION: true;
    readonly CONFIRM_APPLICATION: true;
    readonly CORRECT_APPLICATION: true;
  }
}

/** The applications that a citizen has to finish or to correct, their own and those of whom they may act for. */
export const dutiesInCases: ToDoSource = async (ports, citizen, first) => {
  const applications = await listDueApplications(ports, citizen, first);
  return applications.map(({ id, duty, dueOn }) => ({ kind: duty, dueOn, about: id }));
};
