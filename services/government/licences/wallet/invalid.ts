import type { MessageCode, Values } from "../../../kernel/message.ts";

/** Something is wrong with the input, at that place of it. */
export type Invalid = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};
