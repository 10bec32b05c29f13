import { expect } from "vitest";
import type { CreditCode } from "../../../../services/field/credit-code.ts";
import { newCreditCode } from "../../../support/made-up.ts";
import { at, type Call, type Json, type TestPlatform } from "../../../support/platform.ts";
import { draftOfType, typesOf } from "../types.ts";

const KEY = "keyId publicKey standing from until compromisedSince";
const EDITED = `key { ${KEY} } kmsKey proposedBy { id } agreedBy { id } isOwn availableActions`;
const OUTCOME = `__typename ... on EditedIssuerKey { ${EDITED} } ... on Refusal { code message }
  ... on InvalidInput { path }`;
const STATE = "... on NotAllowedNow { state availableActions }";
export const REASON = "依法签发电子证照";

let issuers = 0;

type Place = { readonly issuer: string; readonly mode?: "LIVE" | "TEST"; readonly keyId?: Json };
type Wish = Omit<Place, "keyId"> & {
  readonly licenceType: string;
  readonly kmsKey?: string;
  readonly from?: string;
};
type By = { readonly token?: string; readonly reason?: string };

/** The calls of officers and of the public about issuers' keys, through the real HTTP handler. */
export function issuerKeysOf(platform: TestPlatform) {
  const types = typesOf(platform);
  const act = async (query: string, variables: Call["variables"], { token, reason = REASON }: By) =>
    types.edit(query, { ...variables, reason }, token);
  const onKey = (name: string, more: string, given: string, outcome: string) =>
    `mutation ($issuer: String!, $mode: Mode, $keyId: String!, $reason: String!${more}) {
      result: ${name}(issuer: $issuer, mode: $mode, keyId: $keyId, reason: $reason${given}) { ${outcome} } }`;
  const keys = {
    editor: types.editor,
    /** An authority that a licence type in force names, in Beijing. */
    newIssuer: async (named: Readonly<Record<string, unknown>> = {}) => {
      issuers += 1;
      const [issuer, licenceType]: [CreditCode, string] = [newCreditCode(), `keyed-licence-${issuers}`];
      await types.putInForce(
        draftOfType(licenceType, 100 + issuers, { issuers: [{ creditCode: issuer, ...named }] }),
      );
      return { issuer, licenceType };
    },
    propose: (input: Wish, by: By = {}): Promise<Json> =>
      act(
        `mutation ($input: IssuerKeyInput!, $reason: String!) {
          result: proposeIssuerKey(input: $input, reason: $reason) { ${OUTCOME} } }`,
        { input },
        by,
      ),
    agree: (place: Place, by: By = {}): Promise<Json> =>
      act(onKey("agreeToIssuerKey", "", "", OUTCOME), place, by),
    end: (place: Place, until: string, by: By = {}): Promise<Json> =>
      act(
        onKey("endIssuerKey", ", $until: DateTime!", ", until: $until", `${OUTCOME} ${STATE}`),
        { ...place, until },
        by,
      ),
    report: (place: Place, since: string, by: By = {}): Promise<Json> =>
      act(
        onKey("reportIssuerKeyCompromised", ", $since: DateTime!", ", since: $since", `${OUTCOME} ${STATE}`),
        { ...place, since },
        by,
      ),
    ofPublic: ({ issuer, mode }: Place): Promise<Json> =>
      types.run(
        `query ($issuer: String!, $mode: Mode) { result: licenceIssuerKeys(issuer: $issuer, mode: $mode) { ${KEY} } }`,
        { issuer, mode },
      ),
    edited: ({ issuer, mode }: Place, token?: string): Promise<Json> =>
      types.edit(
        `query ($issuer: String!, $mode: Mode) { result: editedIssuerKeys(issuer: $issuer, mode: $mode) { ${EDITED} } }`,
        { issuer, mode },
        token,
      ),
  };
  /** A key that two officers have put on record; its id. */
  const agreed = async (wish: Wish): Promise<string> => {
    const keyId = keyIdIn(await keys.propose(wish));
    const { issuer, mode } = wish;
    expect(await keys.agree({ issuer, keyId, ...(mode ? { mode } : {}) })).toMatchObject(DONE);
    return keyId;
  };
  return { ...keys, agreed };
}

export const DONE = { __typename: "EditedIssuerKey" };
export const keyIdIn = (outcome: Json): string => String(at(outcome, "key", "keyId"));
