import type { CreditCode } from "../../../field/credit-code.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Sweep } from "../../../kernel/service-runtime.ts";
import type { CallFailure } from "../../../kernel/signed-calls/failures.ts";
import type { ChangesPage, RefusedChange } from "./register-change.ts";

export type ChangesQuestion = {
  /** The place behind which changes are asked for; undefined for all that there are. */
  readonly after: string | undefined;
  /** So many at most. */
  readonly limit: number;
  /** Of the changes before that place, those that were refused. */
  readonly refused: readonly RefusedChange[];
};

/** Asks a register for changes. It does not throw for what happens there or on the way. */
export type AskRegister = (question: ChangesQuestion) => Promise<Result<ChangesPage, CallFailure>>;

/** A register that states the licences of its authority. */
export type LicenceRegister = {
  readonly name: string;
  readonly authority: CreditCode;
  /** The codes of the licence types that it may state. */
  readonly types: readonly string[];
  readonly ask: AskRegister;
};

/** Of both modes. */
export type LicenceRegisters = Readonly<Record<Mode, readonly LicenceRegister[]>>;

declare module "../../../kernel/parts.ts" {
  interface Parts {
    /** Takes what registers state; undefined where none is to be asked. */
    readonly takeLicenceChanges: Sweep | undefined;
  }
}
