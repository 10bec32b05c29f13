import { base32, type CitizenId } from "../../../kernel/ids.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, plusMs, type Runtime } from "../../../kernel/runtime.ts";
import type { LicenceId, WalletDeviceId } from "../ids.ts";
import type { LicenceContent } from "../repository/electronic-licence.ts";
import type { LicenceTypeContent } from "../types/licence-type.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "licence-code": KeyUsedBy<"government/licences", "mac">;
  }
}

/** Something of a licence that its holder shows to one counter, once. The code itself is not kept. */
export type LicenceCode = {
  readonly digest: string;
  readonly licence: LicenceId;
  /** The person who shows it: the holder, or one who binds the holder. */
  readonly shownBy: CitizenId;
  readonly device: WalletDeviceId;
  readonly fields: readonly string[];
  readonly until: Instant;
  readonly usedAt?: Instant | undefined;
};

const LIFETIME_MS = 60_000;
/** 128 bits: nobody finds one that is out, however many there are. */
const CODE_BYTES = 16;

export const newCode = (runtime: Pick<Runtime, "random">): string => base32(runtime.random(CODE_BYTES));

export const untilOf = (now: Instant): Instant => plusMs(now, LIFETIME_MS);

/** Names a code's record: of it nobody can tell the code. Screens show it in groups, as which it may be typed. */
export const codeDigest = ({ mac }: Pick<Secrets, "mac">, code: string): string =>
  mac("licence-code", code.replaceAll(/\s/g, "").toLowerCase()).toString("base64url");

/** Why a code shows nothing by itself; its phone and its licence are another matter. */
export function whyVoid(
  { usedAt, until }: LicenceCode,
  now: Instant,
): "LICENCE_CODE_USED" | "LICENCE_CODE_OVER" | undefined {
  if (usedAt !== undefined) return "LICENCE_CODE_USED";
  return now >= until ? "LICENCE_CODE_OVER" : undefined;
}

type Disclosures = Pick<LicenceTypeContent, "disclosures">;

/** The first of the chosen fields that licences of the type do not have. */
export const unknownIn = (fields: readonly string[], { disclosures }: Disclosures): string | undefined =>
  fields.find((name) => !disclosures.some(({ field }) => field === name));

/** The fields that are shown: the chosen ones, and those that are least of all to tell. */
export const shownFields = (chosen: readonly string[], { disclosures }: Disclosures): readonly string[] =>
  disclosures
    .filter(({ field, disclosure }) => disclosure === "MINIMAL" || chosen.includes(field))
    .map(({ field }) => field);

/** The part of a content that is shown. */
export const partOf = (content: LicenceContent, fields: readonly string[]): LicenceContent =>
  Object.fromEntries(Object.entries(content).filter(([name]) => fields.includes(name)));
