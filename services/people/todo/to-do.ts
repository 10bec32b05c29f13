import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Fen } from "../../kernel/money.ts";

export type ToDoKind = "FINISH_APPLICATION" | "CORRECT_APPLICATION" | "PAY_BILL" | "KEEP_APPOINTMENT";

/** Something that a citizen has to do, by the end of a day. */
export type ToDo = {
  readonly kind: ToDoKind;
  readonly dueOn: CivilDate;
  /** The id of what it is about. */
  readonly about: string;
  /** What is owed, for a bill. */
  readonly amount?: Fen;
};

/** The first of what is to do, by due date; of one day, in the order of what it is about. */
export const firstDue = (all: readonly ToDo[], count: number): readonly ToDo[] =>
  all
    .toSorted((a, b) => {
      if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
      return a.about < b.about ? -1 : 1;
    })
    .slice(0, count);
