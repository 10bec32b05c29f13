import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Fen } from "../../kernel/money.ts";

/** The kinds of what is to do: a service that brings some merges them into this. */
// biome-ignore lint/suspicious/noEmptyInterface: each service that brings a kind merges it into this
export interface ToDoKinds {}

export type ToDoKind = keyof ToDoKinds;

/** Something that a citizen has to do, by the end of a day. */
export type ToDo = {
  readonly kind: ToDoKind;
  readonly dueOn: CivilDate;
  /** The id of what it is about. */
  readonly about: string;
  /** The amount owed, for a bill. */
  readonly amount?: Fen;
};

/** Whether its day is over. */
export const isOverdue = ({ dueOn }: Pick<ToDo, "dueOn">, today: CivilDate): boolean => dueOn < today;

/** The first of what is to do, by due date; of one day, in the order of what it is about. */
export const firstDue = (all: readonly ToDo[], count: number): readonly ToDo[] =>
  all
    .toSorted((a, b) => {
      if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
      return a.about < b.about ? -1 : 1;
    })
    .slice(0, count);
