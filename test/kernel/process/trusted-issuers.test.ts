import { describe, expect, it } from "vitest";
import { CONFIG } from "../../../services/kernel/process/config.ts";
import { readTrustedIssuers } from "../../../services/kernel/process/trusted-issuers.ts";

const GOOD = {
  [CONFIG.oidcIssuer]: "https://issuer.test",
  [CONFIG.oidcAudience]: "portal=p console=c desk=d",
  [CONFIG.oidcJwksUrl]: "https://issuer.test/jwks",
};
const OFFICERS = {
  [CONFIG.oidcOfficersIssuer]: "https://officers.test",
  [CONFIG.oidcOfficersJwksUrl]: "https://officers.test/jwks",
};

function read(env: Readonly<Record<string, string>>) {
  const problems: string[] = [];
  const issuers = readTrustedIssuers(env, problems);
  return { problems, issuers };
}

describe("the issuers that are trusted", () => {
  it.each([
    ["one client of all front-ends", "7f3a", [{ id: "7f3a", signsIn: ["CITIZEN", "OFFICER"] }]],
    ["one whose id looks like a name and a value", "x=y", [{ id: "x=y", signsIn: ["CITIZEN", "OFFICER"] }]],
    ["the portal's alone", "portal=7f3a==", [{ id: "7f3a==", signsIn: ["CITIZEN"] }]],
    [
      "one for each",
      " portal=p  console=c desk=d",
      [
        { id: "p", signsIn: ["CITIZEN"] },
        { id: "c", signsIn: ["CITIZEN"] },
        { id: "d", signsIn: ["OFFICER"] },
      ],
    ],
    [
      "one for citizens, and one for officers",
      "portal=p console=p desk=d",
      [
        { id: "p", signsIn: ["CITIZEN"] },
        { id: "d", signsIn: ["OFFICER"] },
      ],
    ],
  ])("have a client: %s", (_, audience, clients) => {
    const { problems, issuers } = read({ ...GOOD, [CONFIG.oidcAudience]: audience });
    expect(problems).toEqual([]);
    const issuer = { issuer: "https://issuer.test", jwksUrl: "https://issuer.test/jwks" };
    expect(issuers).toEqual([{ ...issuer, clients, claims: undefined }]);
  });

  it("name their claims as they are stated", () => {
    const { problems, issuers } = read({ ...GOOD, ...OFFICERS, [CONFIG.oidcClaims]: '{"citizen":"sub"}' });
    expect(problems).toEqual([]);
    const claims = { names: { citizen: "sub" }, proof: undefined, isRegionOptional: false };
    expect(issuers).toMatchObject([{ claims }, { claims }]);
  });

  it("are two where officers have their own, and the desk is a client of that one", () => {
    const { problems, issuers } = read({ ...GOOD, ...OFFICERS });
    expect(problems).toEqual([]);
    expect(issuers.map(({ issuer, clients }) => [issuer, ...clients.map(({ id }) => id)])).toEqual([
      ["https://issuer.test", "p", "c"],
      ["https://officers.test", "d"],
    ]);
  });

  const AUDIENCE = "CIVIGRAPH_OIDC_AUDIENCE";
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      "nothing",
      {},
      ["CIVIGRAPH_OIDC_ISSUER", AUDIENCE, "CIVIGRAPH_OIDC_JWKS_URL"].map((name) => `${name} is not set`),
    ],
    ["two clients without names", { ...GOOD, [CONFIG.oidcAudience]: "a b" }, [`${AUDIENCE} is neither`]],
    [
      "a front-end that is none",
      { ...GOOD, [CONFIG.oidcAudience]: "portal=p dsek=d" },
      [`${AUDIENCE} is neither`],
    ],
    [
      "a name without a client",
      { ...GOOD, [CONFIG.oidcAudience]: "portal=p desk=" },
      [`${AUDIENCE} is neither`],
    ],
    [
      "one client for desk and portal",
      { ...GOOD, [CONFIG.oidcAudience]: "portal=p desk=p" },
      [`${AUDIENCE} gives the desk no client of its own`],
    ],
    [
      "claims of nothing",
      { ...GOOD, [CONFIG.oidcClaims]: "{}" },
      ["CIVIGRAPH_OIDC_CLAIMS does not name claims"],
    ],
    [
      "officers' issuer without its keys",
      { ...GOOD, [CONFIG.oidcOfficersIssuer]: "https://officers.test" },
      ["CIVIGRAPH_OIDC_OFFICERS_ISSUER and CIVIGRAPH_OIDC_OFFICERS_JWKS_URL name no second issuer"],
    ],
    [
      "officers' issuer that is the citizens'",
      { ...GOOD, ...OFFICERS, [CONFIG.oidcOfficersIssuer]: "https://issuer.test" },
      ["CIVIGRAPH_OIDC_OFFICERS_ISSUER and CIVIGRAPH_OIDC_OFFICERS_JWKS_URL name no second issuer"],
    ],
    [
      "officers' issuer without a desk",
      { ...GOOD, ...OFFICERS, [CONFIG.oidcAudience]: "p" },
      [`${AUDIENCE} names no desk of CIVIGRAPH_OIDC_OFFICERS_ISSUER`],
    ],
  ])("are not read from %s", (_, env, lines) => {
    expect(read(env).problems).toEqual(lines.map((line) => expect.stringContaining(line)));
  });
});
