import type { Database } from "../../../kernel/database/database.ts";
import { compileForm } from "../../catalogue/index.ts";
import { findTrustOf } from "../trust/find-trust-list.ts";
import type { OwnType, Recognition } from "../trust/recognise-licence.ts";
import { getTrustListVersion } from "../trust/trust-list-store.ts";
import { findLicenceType } from "../types/find-licence-types.ts";

/** All that is in force about the licences of a region, by that version of the trust list. */
export type RecognitionInForce = Recognition & { readonly version: number };

/** Reads what the licences of a region are judged by. Throws where a published type's content is no form. */
export async function findRecognition(
  region: string,
  database: Pick<Database, "get" | "query">,
): Promise<RecognitionInForce> {
  const [version, trust] = await Promise.all([getTrustListVersion(database), findTrustOf(region, database)]);
  const codes = [...new Set(trust.mappings.map(({ ownType }) => ownType))];
  const types = await Promise.all(codes.map((code) => findLicenceType(code, undefined, database)));
  const own = new Map(
    types.flatMap((type): [string, OwnType][] => {
      const judge = type && compileForm(type.content);
      if (judge && !judge.ok) throw new Error("the content of a published licence type is no form");
      return type && judge ? [[type.code, { type, judge: judge.value }]] : [];
    }),
  );
  return { ...trust, version: version?.version ?? 0, ownType: (code) => own.get(code) };
}
