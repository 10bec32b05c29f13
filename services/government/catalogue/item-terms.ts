import type { MessageCode, Values } from "../../kernel/message.ts";

/** The texts of an item. */
export type LocalizedText = { readonly zh: string; readonly en: string };
/** The article of a law that an item, or a check of its rule, rests on. */
export type LegalBasis = { readonly law: string; readonly article: string };

/** A point that inspectors look at on site. */
export type ChecklistPoint = {
  readonly code: string;
  readonly name: LocalizedText;
  /** Nothing is granted where it is not met. */
  readonly critical: boolean;
};

/** A step of an item's workflow. */
export type WorkflowStep = {
  readonly code: string;
  readonly name: LocalizedText;
  /** The role that takes the step, for example "acceptor". */
  readonly role: string;
  readonly workingDays: number;
  /** The code of another department than the item's own that takes the step. */
  readonly department?: string | undefined;
  /** The step begins together with the one before it (联合办理). */
  readonly jointly?: boolean | undefined;
  /** An officer who has taken an earlier step of the case may not take this one. */
  readonly fourEyes?: boolean | undefined;
  /**
   * The points that two inspectors check on site (现场核查); an inspector's step without one is ended with an opinion
   * alone.
   */
  readonly checklist?: readonly ChecklistPoint[] | undefined;
};

/** A value that breaks a rule; `path` leads to it in the item. */
export type Violation = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};

export const violation = (
  code: MessageCode,
  path: readonly string[],
  values?: Violation["values"],
): Violation => (values ? { code, path, values } : { code, path });
