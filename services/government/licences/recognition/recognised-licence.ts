import type { RegionCode } from "../../../field/region.ts";
import { addDays, type CivilDate, dateAt, LAST_DAY, midnight } from "../../../kernel/civil-date.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { FilledMaterial } from "../../cases/index.ts";
import type { LocalizedText } from "../../catalogue/index.ts";
import type { ListAt } from "../credentials/listed-status.ts";
import type { Recognised } from "../trust/recognise-licence.ts";

export const WAYS = ["CODE", "PRESENTATION"] as const;
/** How it was verified: live, against a code of its holder's, or by its signature. */
export type Way = (typeof WAYS)[number];

/** A licence of another region as it is kept with the material that it fills. */
export type RecognisedLicence = {
  readonly region: RegionCode;
  readonly issuer: { readonly creditCode: string; readonly name: LocalizedText };
  readonly vct: string;
  readonly name: LocalizedText;
  /** By GB/T 36904-2018, whole, as the other platform states it; so with the number and the version. */
  readonly identifier: string;
  readonly number: string;
  readonly version: number;
  readonly issuedOn: CivilDate;
  readonly validUntil?: CivilDate | undefined;
  /** The type of ours for which it stands, and the mapping that says so, in that version of the trust list. */
  readonly ownType: { readonly code: string; readonly version: number };
  readonly mapping: string;
  readonly trustListVersion: number;
  /** As our type has it, and nothing else of what was disclosed. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly way: Way;
  readonly verifiedAt: Instant;
  /** Of one that was shown by a presentation: by which key it was signed, and where its status stands. */
  readonly signed?: Signed | undefined;
};

/** A credential's key, and the place of its status, by which it is looked at again. */
export type Signed = { readonly keyId: string; readonly list: ListAt };

declare module "../../cases/materials/material.ts" {
  interface Evidence {
    readonly foreignLicence?: RecognisedLicence;
  }
  interface HeldSources {
    FOREIGN_LICENCES: true;
  }
}

/** Names and days of a licence, as it was shown. */
export type ShownFacts = Pick<
  RecognisedLicence,
  "region" | "identifier" | "number" | "version" | "issuedOn" | "validUntil"
>;

/** A licence that was recognised, as it is kept. */
export const keptLicence = (
  shown: ShownFacts,
  { type, content, issuer, foreignType, mapping }: Recognised,
  verified: Pick<RecognisedLicence, "way" | "verifiedAt" | "trustListVersion" | "signed">,
): RecognisedLicence => ({
  ...shown,
  issuer: { creditCode: issuer.creditCode, name: issuer.name },
  ...{ vct: foreignType.vct, name: foreignType.name, mapping: mapping.code, content },
  ownType: { code: type.code, version: type.version },
  ...verified,
});

/** As long as a phone's credential is believed at a counter that is offline. */
const STANDS_MS = DAY_MS;

/**
 * The record that fills a material: for a day, or until the licence ends. It is verified again after that, because nobody tells us
 * that a licence of another region was revoked.
 */
export const filledBy = (licence: RecognisedLicence, material: string): FilledMaterial => {
  const { identifier: reference, verifiedAt, validUntil } = licence;
  const until = plusMs(verifiedAt, STANDS_MS);
  const end = validUntil === undefined || validUntil >= LAST_DAY ? until : midnight(addDays(validUntil, 1));
  return {
    ...{ source: "FOREIGN_LICENCES", reference, statedOn: dateAt(verifiedAt) },
    ...{ material, takenAt: verifiedAt },
    brought: { until: end < until ? end : until, evidence: { foreignLicence: licence } },
  };
};
