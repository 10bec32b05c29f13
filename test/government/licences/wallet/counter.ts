import { importJWK, type JWK } from "jose";
import { expect } from "vitest";
import type { ExpectedCopy } from "../../../../services/government/licences/credentials/check-copy.ts";
import { ES256 } from "../../../../services/government/licences/credentials/es256.ts";
import { newVerifierMemory } from "../../../../services/government/licences/credentials/verifier-memory.ts";
import { LICENCE_STATUSES } from "../../../../services/government/licences/status/licence-status.ts";
import {
  readStatusList,
  type StatusKey,
} from "../../../../services/government/licences/status/status-list.ts";
import { readIssuerList } from "../../../../services/government/licences/trust/issuer-list.ts";
import type { TrustListKey } from "../../../../services/government/licences/trust/trust-document.ts";
import {
  type Known,
  type Verification,
  verifyPresentation,
} from "../../../../services/government/licences/verify.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";

export const AUDIENCE = "https://counter.example/windows/3";

type Fetched = { readonly text: string; readonly type: string | null; readonly status: number };

type Counted = Readonly<Record<string, unknown>>;

/**
 * A counter that knows nothing but what a platform publishes below its address, fetched over HTTP, and verifies offline with it.
 * `site` is the name that the platform gives itself, `origin` where it answers.
 */
export function openCounter(site: string, origin: string) {
  const memory = newVerifierMemory();
  const get = async (address: string): Promise<Fetched> => {
    const answer = await fetch(address.replace(site, origin));
    return {
      ...{ text: await answer.text(), status: answer.status },
      type: answer.headers.get("content-type"),
    };
  };
  const keySet = async (name: string): Promise<readonly (TrustListKey & StatusKey)[]> => {
    const { text, type } = await get(`${site}/documents/licences/${name}/live`);
    expect(type).toBe("application/jwk-set+json");
    const { keys } = JSON.parse(text) as { keys: readonly JWK[] };
    for (const key of keys) await importJWK(key);
    return keys.map(({ kid = "", x = "", y = "" }) => {
      const point = { kty: "EC", crv: "P-256", x, y } as const;
      return { ...point, kid, keyId: kid, algorithm: "ES256", publicKey: point };
    });
  };
  let known: Known | undefined;
  return {
    get,
    /** Fetches all that is published, and the status list that a presentation names. */
    refresh: async (presented: string, now: Instant): Promise<void> => {
      const nowS = Math.floor(Date.parse(now) / 1_000);
      const issuers = await get(`${site}/documents/licences/issuers/live`);
      expect(issuers.type).toBe("application/issuer-list+jwt");
      const list = must(await readIssuerList(issuers.text, { keys: await keySet("list-keys"), nowS }));
      const { uri } = placeIn(presented);
      const statuses = must(await readStatusList((await get(uri)).text, await keySet("status-keys"), nowS));
      const fetchedAt = now;
      known = {
        keys: { value: list.keys, fetchedAt },
        trust: { value: list.trust, fetchedAt },
        statusOf: (place) => {
          if (place.uri !== uri) return undefined;
          const status = statuses.statusAt(place.index, nowS);
          return status === "UNKNOWN"
            ? undefined
            : {
                ...{ status: LICENCE_STATUSES.indexOf(status), sequence: statuses.sequence, fetchedAt },
                ttlS: statuses.staleAt - statuses.issuedAt,
              };
        },
        ...{ algorithms: [ES256], memory },
      };
    },
    verify: async (
      presented: string,
      now: Instant,
      { vct, nonce, audience = AUDIENCE }: { vct: string; nonce?: string; audience?: string },
    ): Promise<Verification> =>
      verifyPresentation(
        presented,
        now,
        { types: [vct], binding: { audience, ...(nonce === undefined ? {} : { nonce }) } },
        known ?? expect.fail("nothing was fetched"),
      ),
    verifyCopy: async (
      presented: string,
      now: Instant,
      { vct, verifier }: { readonly vct: string; readonly verifier: ExpectedCopy["verifier"] },
    ): Promise<Verification> =>
      verifyPresentation(
        presented,
        now,
        { types: [vct], copy: { verifier } },
        known ?? expect.fail("nothing was fetched"),
      ),
    /** The keys of an issuer by JWT VC Issuer Metadata, from the name that a credential gives it. */
    metadataOf: async (iss: string) => {
      const { origin: host, pathname } = new URL(iss);
      return get(`${host}/.well-known/jwt-vc-issuer${pathname}`);
    },
  };
}

/** The claims of a credential that stand in clear. */
export const claimsIn = (credential: string): Counted => {
  const [, payload = ""] = credential.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
};

function placeIn(credential: string): { readonly uri: string } {
  const { status } = claimsIn(credential) as { status: { status_list: { uri: string } } };
  return status.status_list;
}
