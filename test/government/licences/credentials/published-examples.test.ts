import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkBinding } from "../../../../services/government/licences/credentials/check-binding.ts";
import { ES256 } from "../../../../services/government/licences/credentials/es256.ts";
import {
  type Presentation,
  readPresentation,
} from "../../../../services/government/licences/credentials/read-presentation.ts";
import type { PublicJwk } from "../../../../services/government/licences/credentials/signing.ts";

/** As they were published, by other implementations: RFC 9901, sections 5.1 and 5.2; draft-ietf-oauth-sd-jwt-vc-08, section 4.2. */
const published = (name: string): string =>
  readFileSync(new URL(`published/${name}.txt`, import.meta.url), "utf8").trim();

/** The issuer's key of all these examples (RFC 9901, appendix A.5). */
const ISSUER_KEY: PublicJwk = {
  ...{ kty: "EC", crv: "P-256" },
  ...{ x: "b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ", y: "Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8" },
};

const ADDRESS = { street_address: "123 Main St", locality: "Anytown", region: "Anystate", country: "US" };
const RFC_NONCE = "1234567890";

async function read(text: string): Promise<Presentation> {
  const presentation = await readPresentation(text);
  if (!presentation) throw new Error("the example is not read");
  return presentation;
}

const isSigned = ({ credential: { signed, signature } }: Presentation): Promise<boolean> =>
  ES256.verify(ISSUER_KEY, signed, signature);

describe("the published examples", () => {
  it("are read with all disclosures, elements of a list included (RFC 9901, section 5.1)", async () => {
    const presentation = await read(published("rfc9901-5.1"));
    expect(await isSigned(presentation)).toBe(true);
    expect(await presentation.claims()).toEqual({
      ...{ iss: "https://issuer.example.com", iat: 1_683_000_000, exp: 1_883_000_000, sub: "user_42" },
      ...{ given_name: "John", family_name: "Doe", email: "johndoe@example.com", birthdate: "1940-01-01" },
      ...{ phone_number: "+1-202-555-0101", phone_number_verified: true, updated_at: 1_570_000_000 },
      ...{ address: ADDRESS, nationalities: ["US", "DE"], cnf: expect.anything() },
    });
  });

  it("are read with those that the holder has chosen, and signed by the holder's key (section 5.2)", async () => {
    const presentation = await read(published("rfc9901-5.2"));
    expect(await isSigned(presentation)).toBe(true);
    expect(await presentation.claims()).toEqual({
      ...{ iss: "https://issuer.example.com", iat: 1_683_000_000, exp: 1_883_000_000, sub: "user_42" },
      ...{ given_name: "John", family_name: "Doe", address: ADDRESS, nationalities: ["US"] },
      cnf: expect.anything(),
    });
    const asked = { audience: "https://verifier.example.org", nonce: RFC_NONCE };
    const signedAt = 1_748_537_244;
    expect(await checkBinding(presentation, asked, signedAt, [ES256])).toEqual({
      ...{ replayKey: RFC_NONCE, keepUntilS: signedAt + 120 },
    });
    for (const [changes, reason] of [
      [{ audience: "https://other.example.org" }, "WRONG_AUDIENCE"],
      [{ nonce: "1234567891" }, "WRONG_NONCE"],
    ] as const)
      expect(await checkBinding(presentation, { ...asked, ...changes }, signedAt, [ES256])).toBe(reason);
  });

  it("are a credential by the draft, with its type and the name of its key (SD-JWT VC, section 4.2)", async () => {
    const presentation = await read(published("sd-jwt-vc-08-4.2"));
    expect(await isSigned(presentation)).toBe(true);
    expect(presentation.credential.header).toEqual({
      ...{ alg: "ES256", typ: "dc+sd-jwt", kid: "doc-signer-05-25-2022" },
    });
    expect(await presentation.claims()).toMatchObject({
      ...{ vct: "https://credentials.example.com/identity_credential", is_over_65: true, address: ADDRESS },
    });
    const asked = { audience: "https://example.com/verifier", nonce: RFC_NONCE };
    expect(await checkBinding(presentation, asked, 1_733_230_140, [ES256])).toMatchObject({
      replayKey: RFC_NONCE,
    });
  });

  it.each([
    ["a disclosure that nothing refers to", (text: string) => `${text}WyJkdW1teXNhbHQiLCAiZm9vIiwgImJhciJd~`],
    ["a disclosure that is told twice", (text: string) => `${text}${text.split("~")[1]}~`],
  ])("have none of their claims with %s, which RFC 9901 (section 7.1) refuses", async (_, change) => {
    const presentation = await read(change(published("rfc9901-5.1")));
    expect(await presentation.claims()).toBeUndefined();
  });
});
