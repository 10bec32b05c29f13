import type { Actor } from "../../../kernel/actor.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { CopyFault } from "./licence-copy.ts";

/** A use of a copy, or one that was refused, as its holder reads of it. Of a person the kind alone is kept. */
export type CopyUse = {
  readonly at: Instant;
  readonly by: Actor["kind"];
  /** The partner's name. */
  readonly partner?: string | undefined;
  readonly refused?: CopyFault | undefined;
};

export const useBy = (actor: Actor, at: Instant, refused?: CopyFault): CopyUse => ({
  ...{ at, by: actor.kind },
  ...(actor.kind === "PARTNER" ? { partner: actor.name } : {}),
  ...(refused === undefined ? {} : { refused }),
});
