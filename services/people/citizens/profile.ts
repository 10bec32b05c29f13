import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The platform's knowledge of a person as such. The identity number itself is not kept, only its mask. */
export type Profile = {
  readonly citizenId: CitizenId;
  readonly name: string;
  /** As `maskIdNumber` writes it. */
  readonly maskedIdNumber: string;
  /** When the register stated it; what nobody has dated stands for no card. */
  readonly recordedAt?: Instant | undefined;
};
