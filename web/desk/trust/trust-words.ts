import type {
  Equivalence,
  LicenceKeyAlgorithm,
  TrustAct,
  TrustKind,
} from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

export const TRUST_KINDS: Readonly<Record<TrustKind, Text>> = {
  ISSUER: { zh: "颁发机构", en: "Issuer" },
  MAPPING: { zh: "类型对应", en: "Mapping" },
};

export const TRUST_ACTS: Readonly<Record<TrustAct, Text>> = {
  AGREED: { zh: "两名工作人员同意的修改", en: "Two officers agreed to a change" },
  KEY_COMPROMISED: { zh: "登记密钥泄露", en: "A key was reported as given away" },
};

export const EQUIVALENCES: Readonly<Record<Equivalence, Text>> = {
  FULL: { zh: "完全对应：可以代替本地证照", en: "Wholly: it takes the place of our own" },
  PARTIAL: { zh: "部分对应：不能代替，须另行提交", en: "In part: ours is handed in as well" },
  NONE: { zh: "不对应：已认定不能代替", en: "Not at all: it was found not to" },
};

export const ALGORITHMS: Readonly<Record<LicenceKeyAlgorithm, Text>> = {
  ES256: { zh: "ECDSA（P-256 曲线）", en: "ECDSA on P-256" },
  SM2: { zh: "SM2（国密）", en: "SM2 (GB/T 32918)" },
};

type Named = readonly { readonly code: string; readonly name: string }[];

/** Names a region of the first level, with its code; others have their code alone. */
export const regionText =
  (regions: Named | null) =>
  (code: string): string => {
    const name = regions?.find((region) => region.code === code)?.name;
    return name === undefined ? code : `${name} ${code}`;
  };

/** How parts of a kind are called in the addresses of their pages. */
const FOLDERS = { ISSUER: "issuers", MAPPING: "mappings" } as const satisfies Record<TrustKind, string>;

export const folderOf = (kind: TrustKind): (typeof FOLDERS)[TrustKind] => FOLDERS[kind];

export const kindOf = (folder: string): TrustKind | undefined =>
  folder === FOLDERS.ISSUER ? "ISSUER" : folder === FOLDERS.MAPPING ? "MAPPING" : undefined;
