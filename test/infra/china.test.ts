import { describe, expect, it } from "vitest";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { readTrustedIssuers } from "../../services/kernel/process/trusted-issuers.ts";
import { stageSynthesiser } from "./stage-synthesiser.ts";
import { only } from "./synthesise.ts";

const synthesise = stageSynthesiser();

const [, PROD] = STAGES;
const ISSUER = "https://sso.example.gov.cn";
const SIGN_IN = {
  ...{ kind: "oidc", issuer: ISSUER, jwksUrl: `${ISSUER}/keys` },
  clients: { portal: "p-1", console: "c-1", desk: "d-1" },
  claims: {
    ...{ name: "name", idNumber: ["identity", "number"], proof: { claim: "acr", values: ["L3"] } },
    ...{ officer: "officer", roles: "roles", region: "region" },
  },
} as const satisfies Stage["signIn"];

const stageIn = (region: string, signIn: Stage["signIn"] = SIGN_IN): Stage => ({
  ...PROD,
  env: { account: "123456789012", region },
  signIn,
  without: ["x-ray", "malware-protection", "cloudfront"],
});

describe.each(["cn-north-1", "cn-northwest-1"])("a stage in %s", (region) => {
  const synthesised = synthesise(stageIn(region));
  const stacks = ["civigraph-prod-data", "civigraph-prod-service"];
  it("is two stacks: its pages are served by somebody else", () => {
    expect(synthesised.stacks()).toEqual(stacks);
  });

  const texts = stacks.map((stack) => JSON.stringify(synthesised.template(stack).toJSON()));
  const types = stacks.flatMap((stack) =>
    Object.values<{ readonly Type: string }>(synthesised.template(stack).toJSON().Resources).map(
      ({ Type }) => Type,
    ),
  );

  it("has nothing that the region does not have: no user pool, no X-Ray, no scanner, no domain of its own", () => {
    const absent =
      /^AWS::(Cognito|GuardDuty|XRay|CertificateManager|Route53|CloudFront)::|^AWS::ApiGatewayV2::DomainName$/;
    expect(types.filter((type) => absent.test(type))).toEqual([]);
    for (const text of texts) expect(text).not.toMatch(/xray|cognito|guardduty/i);
    const functions = synthesised.resources("civigraph-prod-service", "AWS::Lambda::Function");
    expect(Object.keys(functions).length).toBeGreaterThan(0);
    for (const { Properties } of Object.values(functions))
      expect(Properties["TracingConfig"]).toBeUndefined();
  });

  it("names nothing of another partition or region", () => {
    for (const text of texts) {
      expect(text).not.toMatch(/arn:aws:/);
      expect(text).not.toMatch(/us-east-1|global/);
      // A service's principal is called alike in each partition; an address is not.
      expect(text.match(/https?:\/\/[^"]*amazonaws\.com(?!\.cn)/g)).toBeNull();
    }
  });

  it("takes the tokens of the city's issuer, as the function reads them", () => {
    const functions = Object.entries(
      synthesised.resources("civigraph-prod-service", "AWS::Lambda::Function"),
    );
    const graphql = only(Object.fromEntries(functions.filter(([id]) => id.startsWith("Graphql"))));
    const { Variables } = graphql.Properties["Environment"] as { Variables: Record<string, string> };
    const problems: string[] = [];
    const [issuer, ...others] = readTrustedIssuers(Variables, problems);
    expect([problems, others]).toEqual([[], []]);
    expect(issuer).toMatchObject({
      ...{ issuer: ISSUER, jwksUrl: `${ISSUER}/keys` },
      clients: [
        { id: "p-1", signsIn: ["CITIZEN"] },
        { id: "c-1", signsIn: ["CITIZEN"] },
        { id: "d-1", signsIn: ["OFFICER"] },
      ],
      claims: { names: { idNumber: ["identity", "number"] }, proof: { claim: "acr", values: ["L3"] } },
    });
    expect(JSON.stringify(Variables[CONFIG.filesUrl])).toContain('{"Ref":"AWS::URLSuffix"}');
  });
});

describe("a stage that cannot work is refused before it is deployed:", () => {
  const refused = (stage: Stage) => () => synthesise(stage);

  it("user pools in a region that has none", () => {
    expect(refused(stageIn("cn-north-1", { kind: "cognito", origins: [] }))).toThrow(
      "cn-north-1 has no Cognito user pools: name an issuer in signIn of infra/stages.ts",
    );
  });

  it("a CloudFront with a firewall in a region that has none", () => {
    const stage = { ...stageIn("cn-north-1"), without: ["x-ray", "malware-protection"] } as const;
    expect(refused(stage)).toThrow(
      "cn-north-1 has no CloudFront of this kind: say so in without of infra/stages.ts",
    );
  });

  it("pages in front of an issuer that does not know them", () => {
    for (const name of ["portal", "desk", "console"] as const) {
      const { [name]: _, ...clients } = SIGN_IN.clients;
      const stage = stageIn("eu-central-1", { ...SIGN_IN, clients });
      expect(refused({ ...stage, without: [] })).toThrow(`names no client for the ${name}`);
    }
  });

  it("an issuer whose clients or claims make no sense", () => {
    const unnamed = { ...SIGN_IN, clients: { portal: "one", desk: "one" } };
    expect(refused(stageIn("cn-north-1", unnamed))).toThrow("gives the desk no client of its own");
    const unproven = { ...SIGN_IN, claims: { name: "name", idNumber: "number" } };
    expect(refused(stageIn("cn-north-1", unproven))).toThrow("CIVIGRAPH_OIDC_CLAIMS does not name claims");
  });
});
