import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkBinding } from "../../../../services/government/licences/credentials/check-binding.ts";
import { ES256 } from "../../../../services/government/licences/credentials/es256.ts";
import { readPresentation } from "../../../../services/government/licences/credentials/read-presentation.ts";
import { requestUri } from "../../../../services/government/licences/openid/presentation-request.ts";
import { readAnswer } from "../../../../services/government/licences/openid/wallet-protocol.ts";

/** As they were published: the examples of OpenID for Verifiable Presentations 1.0, final. */
const published = (name: string): string =>
  readFileSync(new URL(`published/${name}`, import.meta.url), "utf8").trim();

const VCT = "https://credentials.example.com/identity_credential";
const NONCE = "n-0S6_WzA2Mj";
const STATE = "vpr_0123456789abcdef.0123456789abcdefghjkmnpqrs";

const parameters = Object.fromEntries(
  new URL(
    requestUri(
      "https://client.example.org/openid/live",
      { vcts: [VCT], fields: ["family_name", "given_name"], purpose: "a purpose", nonce: NONCE },
      STATE,
      "A partner",
    ),
  ).searchParams,
);

describe("a request to a wallet", () => {
  it("has the parameters of the standard's own for direct_post, by the same kind of name (8.2)", () => {
    expect(parameters).toEqual({
      client_id: "redirect_uri:https://client.example.org/openid/live/response",
      response_uri: "https://client.example.org/openid/live/response",
      ...{ response_type: "vp_token", response_mode: "direct_post", nonce: NONCE, state: STATE },
      ...{ dcql_query: expect.any(String), client_metadata: expect.any(String) },
    });
    expect(STATE).toMatch(/^[A-Za-z0-9._~-]+$/);
  });

  it("queries as the standard's own example, but that a licence's fields stand under content (6.4)", () => {
    const [theirs] = JSON.parse(published("vp_query_simple.json")).credentials;
    const [ours] = JSON.parse(parameters["dcql_query"] ?? "").credentials;
    expect(ours).toEqual({
      ...{ ...theirs, id: "licence" },
      claims: [{ path: ["content", "family_name"] }, { path: ["content", "given_name"] }],
    });
  });

  it("says of formats what the standard's own example says, for the one algorithm that is taken (B.3.4)", () => {
    const { vp_formats_supported: theirs } = JSON.parse(published("vp_sd_jwt_vc_verifier_metadata.json"));
    const { vp_formats_supported: ours } = JSON.parse(parameters["client_metadata"] ?? "");
    expect(Object.keys(ours)).toEqual(Object.keys(theirs));
    for (const [name, algorithms] of Object.entries<readonly string[]>(theirs["dc+sd-jwt"]))
      expect(algorithms).toEqual(expect.arrayContaining(ours["dc+sd-jwt"][name]));
  });
});

describe("the presentation that the standard publishes (B.3.7)", () => {
  const text = published("vp_sd_jwt_presentation.txt");
  const [AUDIENCE, OF_EXAMPLE] = ["https://verifier.example.org", "1234567890"];

  it("is read, and its holder's signature verified, for its verifier and its nonce alone", async () => {
    const presentation = await readPresentation(text);
    if (!presentation) throw new Error("the example is not read");
    const { iat } = presentation.binding?.payload ?? {};
    const check = (expected: { audience: string; nonce: string }) =>
      checkBinding(presentation, expected, Number(iat) + 1, [ES256]);
    expect(await check({ audience: AUDIENCE, nonce: OF_EXAMPLE })).toMatchObject({ replayKey: OF_EXAMPLE });
    expect(await check({ audience: `${AUDIENCE}x`, nonce: OF_EXAMPLE })).toBe("WRONG_AUDIENCE");
    expect(await check({ audience: AUDIENCE, nonce: "another" })).toBe("WRONG_NONCE");
  });

  it("is no licence: it names none", async () => {
    expect(await readAnswer(JSON.stringify({ licence: [text] }), "licence")).toBeUndefined();
  });
});
