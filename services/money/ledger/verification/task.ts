import type { Mode } from "../../../kernel/actor.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Checkpoint, Found } from "./checkpoint.ts";
import type { Reading } from "./lane.ts";

/** A partition to be verified, and what is known of it. */
export type Task = {
  readonly mode: Mode;
  readonly partition: string;
  /** It is drawn up as it stood then. */
  readonly asOf: Instant;
  /** The next checkpoint lies there. */
  readonly checkpointAt: Instant;
  /** A transfer of so long ago shows wherever one looks. */
  readonly settledMs: number;
  /** The last checkpoint. */
  readonly found: Found;
  /** From the first transfer on, whatever is known. */
  readonly isInFull: boolean;
};

/** A verification that had to stop inside its partition. */
export type Stopped = {
  readonly partition: string;
  readonly asOf: Instant;
  /** The checkpoint that was there when it began. */
  readonly base: Checkpoint | undefined;
  /** It goes on from the checkpoint, rather than beside it from the first transfer on. */
  readonly isFromBase: boolean;
  /** Something may have been booked under an earlier time while it was counting: so it has counted all a second time. */
  readonly isSecondReading: boolean;
  readonly reading: Reading;
};
