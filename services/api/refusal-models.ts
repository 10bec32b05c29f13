import type { MessageCode, Values } from "../kernel/message.ts";

/** A refusal as use cases make it. Its message is looked up by its code, in the caller's language. */
export type RefusalModel = {
  readonly code: MessageCode;
  /** The values that fill the gaps of the message. */
  readonly values?: Values;
};

/** Names the place in the input. */
export type InvalidInputModel = RefusalModel & { readonly path: readonly string[] };
