import type { MessageCode } from "../kernel/message.ts";

/** A refusal as use cases make it. Its message is looked up by its code, in the caller's language. */
export type RefusalModel = {
  readonly code: MessageCode;
  /** The values that fill the gaps of the message. */
  readonly values?: Readonly<Record<string, string>>;
};

/** Names the place in the input. */
export type InvalidInputModel = RefusalModel & { readonly path: readonly string[] };
