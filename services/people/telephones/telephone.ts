import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { addSending, type CodeOut, type CodePurpose } from "./code.ts";
import type { KeptNumber } from "./mobile.ts";

/** The telephone that a person has proven to have. */
export type Telephone = KeptNumber & { readonly provenAt: Instant };

/** All that is kept of a person's telephone. One record for each person; it stays when the telephone is removed. */
export type TelephoneRecord = {
  readonly citizenId: CitizenId;
  /** Nothing else is ever sent a code that counts for anything but the proof of the number itself. */
  readonly telephone?: Telephone | undefined;
  /** The code that is out: one at most, whatever it is for. */
  readonly code?: CodeOut | undefined;
  /** When codes were sent, within a day of the last one. */
  readonly sent: readonly Instant[];
  readonly revision: number;
};

/**
 * The reason for which a code is sent: a purpose, to the proven telephone; or to prove a number, which it is sent to.
 */
export type Errand = { readonly purpose: CodePurpose } | { readonly proving: KeptNumber };

/** The record with a new code out, in place of the one before. */
export const putOut = (
  before: TelephoneRecord | undefined,
  citizenId: CitizenId,
  code: CodeOut,
): TelephoneRecord => ({
  ...before,
  citizenId,
  code,
  sent: addSending(before?.sent ?? [], code.sentAt),
  revision: (before?.revision ?? 0) + 1,
});

/** The record with one try more of the code that is out. */
export const countTry = (record: TelephoneRecord, code: CodeOut): TelephoneRecord => ({
  ...record,
  code: { ...code, tries: code.tries + 1 },
  revision: record.revision + 1,
});

/** The record without a telephone, and without a code. The count of codes sent stays, or it could be begun anew. */
export const removeFrom = ({ citizenId, sent, revision }: TelephoneRecord): TelephoneRecord => ({
  citizenId,
  sent,
  revision: revision + 1,
});
