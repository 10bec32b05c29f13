import { randomUUID } from "node:crypto";
import { addDays, dateAt } from "../../../../services/kernel/civil-date.ts";
import { type Asker, askerOf, nodesAt } from "../../../support/asking.ts";
import { typesTold } from "../../../support/notifications.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import type { Applicant } from "../../cases/casework.ts";

const REFUSAL = "... on Refusal { code message }";
const COPY = `id version status verifier { partner name } purpose case fields sharedAt until uses used revokedAt`;
const USED = `number verifier { partner name } purpose case sharedAt until usesLeft usedAt type { code } status identifier
  licenceNumber issuer { creditCode } issuedOn validUntil content fields { field value { zh } }`;

type By = Pick<Applicant, "token">;
export type Wish = Readonly<Record<string, unknown>> & { readonly licence: string };

/** The calls of holders and verifiers about copies, through the real HTTP handler. */
export function copiesOf(platform: TestPlatform) {
  const run = askerOf(platform);
  /** A day so many days from today. */
  const day = (days: number): string => addDays(dateAt(platform.clock.now()), days);
  /** For a landlord, to be used twice in thirty days, but for what a test changes. */
  const share = ({ token }: By, wish: Wish, key: string = randomUUID()): Promise<Json> => {
    const usual = { verifier: { name: "房东李先生" }, purpose: "租房签约", uses: 2, until: day(29) };
    return run(
      `mutation ($key: ID!, $input: ShareLicenceInput!) { result: shareLicence(idempotencyKey: $key, input: $input) {
        __typename ${REFUSAL} ... on InvalidInput { path }
        ... on SharedLicenceCopy { code presentation copy { ${COPY} } } } }`,
      { key, input: { ...usual, fields: ["trade"], ...wish } },
      { token },
    );
  };
  return {
    run,
    day,
    share,
    /** A copy that was shared, with its code. */
    shared: async (by: By, wish: Wish) => {
      const answer = await share(by, wish);
      const [code, id] = [textAt(answer, "code"), textAt(answer, "copy", "id")];
      return { code, id, presentation: textAt(answer, "presentation") };
    },
    use: (by: Asker, code: string): Promise<Json> =>
      run(
        `mutation ($code: String!) { result: useLicenceCopy(code: $code) {
          __typename ${REFUSAL} ... on UsedLicenceCopy { ${USED} } } }`,
        { code },
        by,
      ),
    revoke: ({ token }: By, id: string): Promise<Json> =>
      run(
        `mutation ($id: ID!) { result: revokeLicenceCopy(id: $id) { __typename ${REFUSAL} ... on LicenceCopy { ${COPY} } } }`,
        { id },
        { token },
      ),
    copy: ({ token }: By, id: string): Promise<Json> =>
      run(`query ($id: ID!) { result: node(id: $id) { ... on LicenceCopy { ${COPY} } } }`, { id }, { token }),
    listed: async ({ token }: By, licence: string): Promise<readonly Json[]> => {
      const query = `query ($id: ID!) { result: node(id: $id) { ... on ElectronicLicence {
        copies(first: 100) { edges { node { ${COPY} } } } } } }`;
      return nodesAt(await run(query, { id: licence }, { token }), "copies");
    },
    /** The uses of a copy, the latest first: why each was refused, or that it was answered. */
    log: async ({ token }: By, id: string): Promise<readonly string[]> => {
      const query = `query ($id: ID!) { result: node(id: $id) { ... on LicenceCopy {
        log(first: 100) { edges { node { at by partner refused } } } } } }`;
      return nodesAt(await run(query, { id }, { token }), "log").map((use) => {
        const [by, partner, refused] = [textAt(use, "by"), at(use, "partner"), at(use, "refused")];
        return `${refused ?? "USED"} by ${partner ?? by}`;
      });
    },
    /** The events of copies that a person was told of, by name. */
    told: async (by: By): Promise<readonly string[]> =>
      (await typesTold(platform, by)).filter((type) => type.startsWith("licence-copy.")).toSorted(),
  };
}

/** A partner that reads licences at its counters. */
export async function newVerifier(platform: TestPlatform, name: string) {
  const { partnerId, liveKey } = await seedPartner(platform, { scopes: ["LICENCE_CODES"], name });
  return { partnerId, name, apiKey: liveKey };
}

export const refused = (fault: string) => ({
  ...{ __typename: "LicenceCopyRefused", code: `LICENCE_COPY_${fault}` },
});
