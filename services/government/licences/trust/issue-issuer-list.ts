import type { CreditCode } from "../../../field/credit-code.ts";
import { midnight } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { agreedKeys, type IssuerKeys, type KeptKey } from "../issuer-keys/issuer-key.ts";
import { allIssuerKeys } from "../issuer-keys/issuer-key-store.ts";
import { allPublishedTypes } from "../types/find-licence-types.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { LIST_LIFETIME_S, type Signing, signList } from "./issue-trust-list.ts";
import { ISSUER_LIST_TYPE, type IssuerList, type OwnIssuer } from "./issuer-list.ts";

type ListPorts = Signing & { readonly database: Pick<Database, "get" | "query">; readonly now: Instant };

/**
 * The platform's own issuers with their types and keys, signed, for verifiers to carry along. A list of a later millisecond is a
 * later list.
 */
export async function issuerList(ports: ListPorts): Promise<string> {
  const { database, mode, now } = ports;
  const [types, issuers] = await Promise.all([allPublishedTypes(database), allIssuerKeys(database, mode)]);
  const nowMs = Date.parse(now);
  const iat = Math.floor(nowMs / 1_000);
  const list: IssuerList = {
    ...{ sequence: nowMs, iat, exp: iat + LIST_LIFETIME_S },
    issuers: issuers.map((issuer) => ownIssuer(issuer, types)),
  };
  return signList(ports, ISSUER_LIST_TYPE, list);
}

const ownIssuer = (kept: IssuerKeys, types: readonly PublishedType[]): OwnIssuer => ({
  issuer: kept.issuer,
  types: typesOf(kept.issuer, types),
  keys: agreedKeys(kept).map(shownKey),
});

/**
 * By all versions of all types, from the first day on which one names the issuer: a licence that it has issued is signed whenever
 * it is asked for, also when the issuer has long been another. The grant holds to the period.
 */
function typesOf(issuer: CreditCode, types: readonly PublishedType[]): OwnIssuer["types"] {
  const named = types.flatMap(({ vct, issuers }) =>
    issuers.filter(({ creditCode }) => creditCode === issuer).map(({ from }) => ({ vct, from })),
  );
  const vcts = [...new Set(named.map(({ vct }) => vct))];
  return vcts.flatMap((vct) => {
    const [first] = named.flatMap((one) => (one.vct === vct ? [one.from] : [])).toSorted();
    return first === undefined ? [] : [{ vct, from: midnight(first) }];
  });
}

const shownKey = ({ keyId, algorithm, publicKey, from, until, compromisedSince }: KeptKey) => ({
  ...{ keyId, algorithm, publicKey, from },
  ...(until === undefined ? {} : { until }),
  ...(compromisedSince === undefined ? {} : { compromisedSince }),
});
