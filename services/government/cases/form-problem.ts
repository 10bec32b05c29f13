import type { MessageCode } from "../../kernel/message.ts";

/** A mistake in a form, and its place: `path` leads to the field, so that a front-end can show it beside it. */
export type FormProblem = {
  readonly code: MessageCode;
  readonly values?: Readonly<Record<string, string>>;
  /** The part of the application; the form where it is not said. */
  readonly under?: "materials";
  readonly path: readonly string[];
};
