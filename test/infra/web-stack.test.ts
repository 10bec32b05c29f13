import { globSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { graphiqlHeaders, pageFileAt, pageHeaders } from "../../infra/page-serving.ts";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { WEB_REGION } from "../../infra/web-stack.ts";
import { documentAt } from "../../services/kernel/documents/document.ts";
import type { PageConfig } from "../../web/shared/page-config.ts";
import { stageSynthesiser } from "./stage-synthesiser.ts";
import { only, type Synthesised } from "./synthesise.ts";

const synthesise = stageSynthesiser();

const REGION = "ap-southeast-1";
const ENV = { account: "123456789012", region: REGION };
const [DEV, PROD] = STAGES;
const NAME = "service.example.gov.cn";
const CERTIFICATE = `arn:aws:acm:${WEB_REGION}:123456789012:certificate/7d4d`;
const OIDC: Stage = {
  ...PROD,
  env: ENV,
  web: { ...PROD.web, domain: { name: NAME, certificateArn: CERTIFICATE } },
  signIn: {
    ...{
      kind: "oidc",
      issuer: "https://sso.example.gov.cn/city",
      jwksUrl: "https://sso.example.gov.cn/keys",
    },
    clients: { portal: "p-1", desk: "d-1", console: "c-1" },
    claims: {
      ...{ name: "name", idNumber: "number", proof: "EVERY_ACCOUNT" },
      ...{ officer: "officer", roles: "roles", region: "region" },
    },
  },
};

type Reference = { readonly StackName: string; readonly OutputName: string; readonly Region: string };

/** A template's text with what only a deployment knows in braces: `{civigraph-dev-data.Issuer}`, `{AWS::AccountId}`. */
function readable(value: unknown): string {
  if (typeof value === "string") return value;
  const [[kind, of] = ["", ""]] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (kind === "Fn::Join") return (of as [string, unknown[]])[1].map(readable).join("");
  // The only thing that is taken from within is the host of a URL.
  if (kind === "Fn::Select") return readable((of as [number, unknown])[1]);
  if (kind === "Fn::Split") return `host of ${readable((of as [string, unknown])[1])}`;
  if (kind === "Fn::GetStackOutput")
    return `{${(of as Reference).StackName}.${(of as Reference).OutputName}}`;
  return `{${String(Array.isArray(of) ? of[0] : of)}}`;
}

/** All outputs of other stacks that a template reads. */
function referencesIn(value: unknown): readonly Reference[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([kind, of]) =>
    kind === "Fn::GetStackOutput" ? [of as Reference] : referencesIn(of),
  );
}

const configIn = ({ outdir }: Synthesised): unknown => {
  const [file = "", ...more] = globSync(`${outdir}/asset.*/config.json`);
  expect(more).toEqual([]);
  return JSON.parse(readFileSync(file, "utf8"));
};

const headersOf = (synthesised: Synthesised, stack: string, of: "web" | "graphiql" = "web") => {
  const policies = Object.values(synthesised.resources(stack, "AWS::CloudFront::ResponseHeadersPolicy"));
  const configs = policies.map(({ Properties }) => Properties["ResponseHeadersPolicyConfig"]) as readonly {
    Name: string;
    CustomHeadersConfig: { Items: readonly { Header: string; Value: string; Override: boolean }[] };
    SecurityHeadersConfig: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }[];
  const found = configs.find(({ Name }) => Name.endsWith(`-${of}`));
  if (!found) throw new Error(`no headers of ${of}`);
  const { CustomHeadersConfig, SecurityHeadersConfig } = found;
  return { custom: CustomHeadersConfig.Items, security: SecurityHeadersConfig };
};

describe.each([DEV, PROD])("what browsers call of $name", ({ name, ...rest }) => {
  const stage: Stage = { name, ...rest, env: ENV };
  const synthesised = synthesise(stage);
  const stack = `civigraph-${name}-web`;
  const template = synthesised.template(stack);
  const resources = (type: string) => synthesised.resources(stack, type);
  const the = (type: string) => only(resources(type)).Properties;

  it("reads of the stage's other stacks what they put out, in their region", () => {
    const references = referencesIn(template.toJSON());
    expect(
      [...new Set(references.map(({ StackName, OutputName }) => `${StackName} ${OutputName}`))].sort(),
    ).toEqual([
      ...["", "Officers"]
        .flatMap((of) => ["Issuer", "SignInUrl", "UserPoolClientId"].map((output) => `${of}${output}`))
        .sort()
        .map((output) => `civigraph-${name}-data ${output}`),
      `civigraph-${name}-service Endpoint`,
    ]);
    for (const { StackName, OutputName, Region } of references) {
      expect(Region).toBe(REGION);
      expect(Object.keys(synthesised.template(StackName).findOutputs(OutputName))).toEqual([OutputName]);
    }
  });

  it("has its pages in a bucket that CloudFront reads, over TLS, and nobody else", () => {
    expect(the("AWS::S3::Bucket")).toMatchObject({
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true },
        RestrictPublicBuckets: true,
      },
    });
    const { Statement } = the("AWS::S3::BucketPolicy")["PolicyDocument"] as {
      Statement: readonly Readonly<Record<string, unknown>>[];
    };
    expect(Statement.filter(({ Effect }) => Effect === "Allow")).toEqual([
      expect.objectContaining({
        ...{ Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject" },
        Condition: { StringEquals: { "AWS:SourceArn": expect.anything() } },
      }),
    ]);
    const { Condition } = Statement.find(({ Effect }) => Effect === "Allow") ?? {};
    expect(JSON.stringify(Condition)).toMatch(/:distribution\/.*WebDistribution/);
    expect(JSON.stringify(Statement.filter(({ Effect }) => Effect === "Deny"))).toContain(
      "aws:SecureTransport",
    );
    const controls = Object.values(resources("AWS::CloudFront::OriginAccessControl"));
    expect(controls).toHaveLength(2);
    for (const control of controls) expect(JSON.stringify(control)).toContain('"SigningBehavior":"always"');
  });

  it("sends these headers with each answer, those of npm start with the stage's origins", () => {
    const data = `civigraph-${name}-data`;
    const pages = ["", "Officers"].map((of) => `https://host of {${data}.${of}SignInUrl}`);
    const files = `https://civigraph-${name}-files-{AWS::AccountId}.s3.${REGION}.{AWS::URLSuffix}`;
    const expected = pageHeaders({
      called: [`https://host of {${data}.Issuer}`, ...pages, files],
      sentTo: [],
    });
    const { custom, security } = headersOf(synthesised, stack);
    const { ContentSecurityPolicy, ...others } = security;
    expect(readable(ContentSecurityPolicy?.["ContentSecurityPolicy"])).toBe(
      expected["content-security-policy"],
    );
    expect(others).toEqual({
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: expected["referrer-policy"] },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, Override: true },
    });
    const {
      "content-security-policy": _,
      "referrer-policy": __,
      "x-content-type-options": ___,
      ...more
    } = expected;
    expect(Object.fromEntries(custom.map(({ Header, Value }) => [Header, Value]))).toEqual(more);
    for (const { Override } of custom) expect(Override).toBe(true);
  });

  it("answers with GraphiQL under a policy of its own, and else with the same headers", () => {
    const [ofPages, ofGraphiql] = [headersOf(synthesised, stack), headersOf(synthesised, stack, "graphiql")];
    expect(ofGraphiql.custom).toEqual(ofPages.custom);
    const { ContentSecurityPolicy: policy, ...security } = ofGraphiql.security;
    const { ContentSecurityPolicy: _, ...expected } = ofPages.security;
    expect(security).toEqual(expected);
    expect(policy).toEqual({
      ContentSecurityPolicy: graphiqlHeaders()["content-security-policy"],
      Override: true,
    });
    const { DefaultCacheBehavior, CacheBehaviors } = behaviours();
    const [, graphiql, ...others] = CacheBehaviors;
    const policyOf = (behaviour = DefaultCacheBehavior) =>
      JSON.stringify(behaviour["ResponseHeadersPolicyId"]);
    expect(policyOf(graphiql)).toMatch(/WebGraphiqlHeaders/);
    for (const behaviour of [DefaultCacheBehavior, ...others])
      expect(policyOf(behaviour)).not.toBe(policyOf(graphiql));
  });

  const behaviours = () => {
    const { DistributionConfig } = the("AWS::CloudFront::Distribution") as {
      DistributionConfig: Readonly<Record<string, unknown>> & {
        DefaultCacheBehavior: Readonly<Record<string, unknown>>;
        CacheBehaviors: readonly Readonly<Record<string, unknown>>[];
      };
    };
    return DistributionConfig;
  };

  it("finds an address's page by a function, and leaves the API's errors as they are", () => {
    const { CustomErrorResponses, DefaultCacheBehavior, CacheBehaviors } = behaviours();
    expect(CustomErrorResponses).toBeUndefined();
    expect(DefaultCacheBehavior["FunctionAssociations"]).toHaveLength(1);
    expect(CacheBehaviors.map((each) => [each["PathPattern"], each["FunctionAssociations"] ?? []])).toEqual([
      ["/assets/*", []],
      ["/graphiql", DefaultCacheBehavior["FunctionAssociations"]],
      ["/graphql", []],
      ["/openid/*", []],
      ["/.well-known/openid-credential-issuer/openid/*", []],
      ["/.well-known/oauth-authorization-server/openid/*", []],
      ["/documents/*", []],
      ["/.well-known/jwt-vc-issuer/*", [expect.objectContaining({ EventType: "viewer-request" })]],
    ]);
    const own = CacheBehaviors.at(-1)?.["FunctionAssociations"];
    expect(own).not.toEqual(DefaultCacheBehavior["FunctionAssociations"]);
  });

  it("keeps documents as long as they say, signs for their bucket, and lets any verifier's page read them", () => {
    const { CacheBehaviors, Origins } = behaviours();
    const { CachePolicyId, ResponseHeadersPolicyId, TargetOriginId, ...others } =
      CacheBehaviors.find(({ PathPattern }) => PathPattern === "/documents/*") ?? {};
    expect(others).toMatchObject({ ViewerProtocolPolicy: "https-only" });
    const origin = (Origins as readonly Readonly<Record<string, unknown>>[]).find(
      ({ Id }) => Id === TargetOriginId,
    );
    expect(readable(origin?.["DomainName"])).toBe(
      `civigraph-${name}-documents-{AWS::AccountId}.s3.${REGION}.amazonaws.com`,
    );
    expect(JSON.stringify(origin?.["OriginAccessControlId"])).toMatch(/WebDocumentsAccess/);
    expect(JSON.stringify(CachePolicyId)).toMatch(/WebDocumentsCache/);
    expect(the("AWS::CloudFront::CachePolicy")["CachePolicyConfig"]).toMatchObject({
      ...{ MinTTL: 0, DefaultTTL: 0, MaxTTL: 86_400 },
      ParametersInCacheKeyAndForwardedToOrigin: {
        QueryStringsConfig: { QueryStringBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "none" },
      },
    });
    expect(JSON.stringify(ResponseHeadersPolicyId)).toMatch(/WebDocumentHeaders/);
    const policies = Object.values(resources("AWS::CloudFront::ResponseHeadersPolicy")).map(
      ({ Properties }) => Properties["ResponseHeadersPolicyConfig"],
    );
    expect(policies).toContainEqual(
      expect.objectContaining({
        Name: `civigraph-${name}-documents`,
        CorsConfig: expect.objectContaining({ AccessControlAllowOrigins: { Items: ["*"] } }),
      }),
    );
  });

  it.each([
    ["/", "/portal/index.html"],
    ["/bills/usage/acc_1", "/portal/index.html"],
    ["/signed-in", "/portal/index.html"],
    ["/screen/BJ-CY-01", "/screen/index.html"],
    ["/desk", "/desk/index.html"],
    ["/desk/cases/app_1", "/desk/index.html"],
    ["/console/signed-in", "/console/index.html"],
    ["/config.json", "/config.json"],
    ["/service-worker.js", "/service-worker.js"],
    ["/favicon.ico", "/favicon.ico"],
    ["/graphiql", "/graphiql/index.html"],
  ])("answers %s with %s", (uri, file) => {
    expect(runAtEdge("page-file", uri)).toBe(file);
    expect(pageFileAt(uri) ?? uri).toBe(file);
  });

  it.each([
    [
      "/.well-known/jwt-vc-issuer/licences/issuers/11100000000013338W",
      "/documents/.well-known/jwt-vc-issuer/licences/issuers/11100000000013338W",
    ],
    ["/documents/licences/issuers/live", "/documents/licences/issuers/live"],
    ["/.well-known/openid-configuration", "/.well-known/openid-configuration"],
  ])("finds the document that is asked for at %s at %s", (uri, place) => {
    expect(runAtEdge("document", uri)).toBe(place);
    expect(documentAt(uri) ?? uri).toBe(place);
  });

  /** The address to which a function at the edge turns a request. */
  function runAtEdge(called: string, uri: string): unknown {
    const functions = Object.values(resources("AWS::CloudFront::Function")).map(
      ({ Properties }) => Properties,
    );
    const found = functions.find(({ Name }) => Name === `civigraph-${name}-${called}`);
    return runInNewContext(`${String(found?.["FunctionCode"])}; handler({ request: { uri: "${uri}" } })`).uri;
  }

  it("keeps no answer of the API and no page, and hands on to the API all but the name and cookies", () => {
    const { DefaultCacheBehavior, CacheBehaviors } = behaviours();
    const [assets, graphiql, api] = CacheBehaviors;
    const NEVER = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    for (const behaviour of [DefaultCacheBehavior, graphiql, api])
      expect(behaviour?.["CachePolicyId"]).toBe(NEVER);
    expect(assets?.["CachePolicyId"]).not.toBe(NEVER);
    expect(api).toMatchObject({ ViewerProtocolPolicy: "https-only" });
    expect(api?.["AllowedMethods"]).toContain("POST");
    expect(the("AWS::CloudFront::OriginRequestPolicy")["OriginRequestPolicyConfig"]).toMatchObject({
      CookiesConfig: { CookieBehavior: "none" },
      HeadersConfig: { HeaderBehavior: "allExcept", Headers: ["host"] },
      QueryStringsConfig: { QueryStringBehavior: "all" },
    });
  });

  it("turns an address away that sends too much, and keeps no sample of anybody's request", () => {
    const { Rules, Scope } = the("AWS::WAFv2::WebACL") as {
      Scope: string;
      Rules: readonly {
        Statement: { RateBasedStatement: Readonly<Record<string, unknown>> };
        Action: unknown;
      }[];
    };
    const { requests, calls } = stage.web.perAddress;
    expect(Scope).toBe("CLOUDFRONT");
    const rates = Rules.map(({ Statement }) => Statement.RateBasedStatement);
    expect(rates.map(({ Limit }) => Limit)).toEqual([requests, calls]);
    for (const rate of rates)
      expect(rate).toMatchObject({ AggregateKeyType: "IP", EvaluationWindowSec: 300 });
    expect(JSON.stringify(rates[1])).toContain('"SearchString":"/graphql"');
    expect(JSON.stringify(rates[1])).toMatch(/"URL_DECODE".*"NORMALIZE_PATH"/);
    for (const { Action } of Rules)
      expect(Action).toMatchObject({
        Block: {
          CustomResponse: { ResponseCode: 429, ResponseHeaders: [{ Name: "retry-after", Value: "300" }] },
        },
      });
    expect(JSON.stringify(the("AWS::WAFv2::WebACL"))).not.toMatch(
      /ForwardedIPConfig|"SampledRequestsEnabled":true/,
    );
    expect(behaviours()["WebACLId"]).toEqual({
      "Fn::GetAtt": [expect.stringMatching(/^FirewallAcl/), "Arn"],
    });
  });

  it("puts assets there for good, then what is asked for each time, and takes no older asset away", () => {
    const copies = Object.values(resources("Custom::CDKBucketDeployment")).map(
      ({ Properties }) => Properties,
    );
    expect(copies).toMatchObject([
      {
        ...{ Exclude: ["*"], Include: ["assets/*"], Prune: false },
        SystemMetadata: { "cache-control": "public, max-age=31536000, immutable" },
      },
      { Exclude: ["assets/*"], Prune: false, SystemMetadata: { "cache-control": "no-store" } },
    ]);
    const markers = Object.assign({}, ...[copies[1]?.["SourceMarkers"] ?? []].flat());
    const { signIn, region, ...others } = configIn(synthesised) as PageConfig;
    const { endpoint = "", ...more } = others;
    expect([region, more]).toEqual([stage.web.region, { graphiql: "/graphiql#forgets" }]);
    // Partners' servers are not counted by the pages' firewall.
    expect(readable(markers[endpoint])).toBe(`{civigraph-${name}-service.Endpoint}`);
    expect(Object.keys(signIn).sort()).toEqual(["console", "desk", "portal"]);
    for (const [place, of] of [
      [signIn.portal, ""],
      [signIn.console, ""],
      [signIn.desk, "Officers"],
    ] as const) {
      const { issuer, clientId, signOut } = place;
      expect([readable(markers[issuer]), readable(markers[clientId])]).toEqual([
        `{civigraph-${name}-data.${of}Issuer}`,
        `{civigraph-${name}-data.${of}UserPoolClientId}`,
      ]);
      const [, marker = ""] =
        /^https:\/\/(.*)\/logout$/.exec(signOut.kind === "cognito" ? signOut.url : "") ?? [];
      expect(readable(markers[marker])).toBe(`host of {civigraph-${name}-data.${of}SignInUrl}`);
    }
  });

  it("lets what copies the pages do exactly this", () => {
    const roles = Object.values(resources("AWS::IAM::Role")).map(({ Properties }) => Properties);
    expect(roles).toHaveLength(1);
    expect(JSON.stringify(roles)).not.toMatch(/ManagedPolicyArns|"Policies"/);
    const { Statement } = the("AWS::IAM::Policy")["PolicyDocument"] as {
      Statement: readonly { Effect: string; Action: string | readonly string[]; Resource: unknown }[];
    };
    const pages = `arn:aws:s3:::civigraph-${name}-pages-{AWS::AccountId}`;
    expect(
      Statement.map(
        (each) => `${each.Effect} ${[each.Action].flat().join(" ")} on ${readable(each.Resource)}`,
      ),
    ).toEqual([
      expect.stringMatching(/^Allow logs:CreateLogStream logs:PutLogEvents on \{PagesCopyLog\w+\}$/),
      `Allow s3:GetObject on arn:aws:s3:::cdk-hnb659fds-assets-123456789012-${WEB_REGION}/*`,
      `Allow s3:ListBucket on ${pages}`,
      `Allow s3:GetObject s3:PutObject on ${pages}/*`,
    ]);
  });

  it("logs each request without who, from where and what", () => {
    expect(the("AWS::Logs::Delivery")["RecordFields"]).toEqual([
      ...["date", "time", "x-edge-request-id", "cs-method", "sc-status", "sc-content-type", "sc-bytes"],
      ...["time-taken", "time-to-first-byte", "x-edge-result-type", "x-edge-detailed-result-type"],
    ]);
    expect(behaviours()["Logging"]).toBeUndefined();
    for (const { Properties } of Object.values(resources("AWS::Logs::LogGroup")))
      expect(Properties["RetentionInDays"]).toBe(stage.logRetentionDays);
  });

  it("calls for help where its metrics are", () => {
    const alarms = Object.values(resources("AWS::CloudWatch::Alarm")).map(({ Properties }) => Properties);
    expect(alarms).toMatchObject([
      {
        ...{ MetricName: "BlockedRequests", Namespace: "AWS/WAFV2", Threshold: stage.alarms.blockedMax },
        Dimensions: [
          { Name: "Rule", Value: "ALL" },
          { Name: "WebACL", Value: stack },
        ],
      },
      {
        ...{ MetricName: "5xxErrorRate", Threshold: stage.alarms.edgeErrorsMaxPercent, Statistic: "Average" },
        Dimensions: [
          { Name: "DistributionId", Value: { Ref: expect.stringMatching(/^WebDistribution/) } },
          { Name: "Region", Value: "Global" },
        ],
      },
    ]);
    for (const { AlarmActions } of alarms)
      expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^AlarmsTopic/) }]);
  });

  it("tells its address", () => {
    expect(Object.keys(template.findOutputs("*"))).toEqual(
      expect.arrayContaining([
        "WebUrl",
        "WebDomainName",
        "WebLogGroupName",
        "WebAlarmTopicArn",
        "WebFirewallId",
      ]),
    );
  });
});

describe("a stage with a domain and an issuer of its own", () => {
  const synthesised = synthesise(OIDC);
  const stack = "civigraph-prod-web";

  it("has its name and certificate, and nothing older than TLS 1.2", () => {
    const { Properties } = only(synthesised.resources(stack, "AWS::CloudFront::Distribution"));
    expect(Properties["DistributionConfig"]).toMatchObject({
      Aliases: [NAME],
      ViewerCertificate: {
        ...{ AcmCertificateArn: CERTIFICATE, MinimumProtocolVersion: "TLSv1.2_2021" },
        SslSupportMethod: "sni-only",
      },
    });
    expect(synthesised.template(stack).findOutputs("WebUrl")["WebUrl"]?.["Value"]).toBe(`https://${NAME}`);
  });

  it("tells its pages of the issuer, and lets them reach it", () => {
    const at = (clientId: string) =>
      ({ issuer: "https://sso.example.gov.cn/city", clientId, signOut: { kind: "standard" } }) as const;
    const config: PageConfig = {
      ...{ signIn: { portal: at("p-1"), desk: at("d-1"), console: at("c-1") }, region: "110000" },
      ...{ graphiql: "/graphiql#forgets", endpoint: expect.any(String) },
    };
    expect(configIn(synthesised)).toEqual(config);
    const { security } = headersOf(synthesised, stack);
    const policy = readable(security["ContentSecurityPolicy"]?.["ContentSecurityPolicy"]);
    expect(policy).toContain("connect-src 'self' https://sso.example.gov.cn https://civigraph-prod-files-");
    expect(policy).toContain("form-action 'self' https://sso.example.gov.cn;");
    // Pictures of licences alone come as blobs.
    expect(policy.replace("img-src 'self' blob:;", "")).not.toMatch(/unsafe|\*|data:|blob:/);
  });

  it("lets its own origin send files, and sign in where it has user pools", () => {
    const buckets = Object.values(synthesised.resources("civigraph-prod-data", "AWS::S3::Bucket"));
    const cors = buckets.flatMap(({ Properties }) => Properties["CorsConfiguration"] ?? []);
    expect(cors).toHaveLength(1);
    expect(JSON.stringify(cors)).toContain(`"AllowedOrigins":["https://${NAME}"]`);
    const pools = synthesise({ ...OIDC, signIn: PROD.signIn });
    const clients = Object.values(pools.resources("civigraph-prod-data", "AWS::Cognito::UserPoolClient"));
    expect(clients.flatMap(({ Properties }) => Properties["CallbackURLs"])).toEqual(
      expect.arrayContaining([`https://${NAME}/signed-in`, `https://${NAME}/desk/signed-in`]),
    );
  });
});
