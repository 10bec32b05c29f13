import { randomBytes } from "node:crypto";
import { region } from "../../services/field/region.ts";
import { keyIdOf, p256KeyOfPoint } from "../../services/government/licences/issuer-keys/public-key.ts";
import { writeJws } from "../../services/government/licences/jws.ts";
import type { ReadIssuerList } from "../../services/government/licences/trust/issuer-list.ts";
import {
  type ReadTrustList,
  readTrustList,
} from "../../services/government/licences/trust/read-trust-list.ts";
import {
  keysOf,
  type ListedIssuer,
  TRUST_LIST_TYPE,
  type TrustDocument,
} from "../../services/government/licences/trust/trust-document.ts";
import type { Known } from "../../services/government/licences/verify.ts";
import { dateAt, midnight } from "../../services/kernel/civil-date.ts";
import type { Instant } from "../../services/kernel/instant.ts";
import { SEED_BYTES, signingKeyOf } from "../../services/kernel/process/signing-key.ts";
import type { ChosenLicence } from "./chosen-licence.ts";
import { secondsOf } from "./copies.ts";

const LIST_LIFETIME_S = 86_400;
const BEIJING = region("110000");
const BASIS = [{ law: "国务院关于在线政务服务的若干规定", article: "第十条" }];

/**
 * The signed trust list of a region that plays Beijing's neighbour: it believes the licence's authority with the keys that the
 * authority publishes. Made up for the play, by a key of its own; read back as that region's counters read theirs.
 */
export async function neighboursList(
  issuers: ReadIssuerList,
  { issuer: { creditCode, name }, vct, typeCode, name: typeName }: ChosenLicence,
  { origin, now }: { readonly origin: string; readonly now: Instant },
): Promise<ReadTrustList> {
  const own = signingKeyOf(randomBytes(SEED_BYTES));
  const point = p256KeyOfPoint(own.publicKey);
  const key = { ...point, kid: keyIdOf(point) };
  const keys = issuers.keys.flatMap(({ issuer, algorithm, publicKey, ...times }) =>
    issuer === creditCode && algorithm === "ES256" && publicKey.crv === "P-256"
      ? [{ ...times, algorithm, publicKey: { ...publicKey, crv: publicKey.crv } }]
      : [],
  );
  const types = issuers.trust
    .filter(({ issuer }) => issuer === creditCode)
    .flatMap((one) => one.types)
    .filter((one) => one.vct === vct)
    .map(({ from }) => ({ vct, typeCode, name: { zh: typeName, en: typeName }, from: dateAt(from) }));
  const listed = issuers.trust.find(({ issuer }) => issuer === creditCode)?.issuer;
  if (!listed) throw new Error(`the list of issuers lacks ${creditCode}`);
  const entry: ListedIssuer = {
    ...{ region: BEIJING, creditCode: listed, name: { zh: name, en: name }, platform: origin, keys, types },
    ...{ legalBasis: BASIS, regions: [region("120000")] },
  };
  const iat = secondsOf(now);
  const claims: TrustDocument = {
    ...{ sequence: 1, iat, exp: iat + LIST_LIFETIME_S, issuers: [entry], mappings: [] },
  };
  const text = await writeJws({ alg: "ES256", typ: TRUST_LIST_TYPE, kid: key.kid }, claims, own.sign);
  const read = await readTrustList(text, { keys: [key], nowS: iat });
  if (!read.ok) throw new Error(`the trust list is not as it is signed: ${read.error.code}`);
  return read.value;
}

/** A trust list as a counter verifies by it. */
export const knownBy = (list: ReadTrustList, fetchedAt: Instant): Pick<Known, "keys" | "trust"> => ({
  keys: { value: keysOf(list), fetchedAt },
  trust: {
    fetchedAt,
    value: list.issuers.map(({ creditCode, types }) => ({
      issuer: creditCode,
      types: types.map(({ vct, from }) => ({ vct, from: midnight(from) })),
    })),
  },
});
