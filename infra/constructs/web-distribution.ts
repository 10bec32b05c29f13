import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  HeadersReferrerPolicy,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { DOCUMENTS_PATH, documentAt, WELL_KNOWN_ISSUER } from "../../services/kernel/documents/document.ts";
import {
  API_PATH,
  ASSETS,
  GRAPHIQL_PATH,
  graphiqlHeaders,
  pageFileAt,
  pageHeaders,
  type ReachedOrigins,
} from "../page-serving.ts";
import type { Stage, WebFront } from "../stages.ts";
import { documentsBucketOf } from "./documents-bucket.ts";
import { endpointPaths } from "./endpoint-paths.ts";
import type { PageBucket } from "./page-bucket.ts";
import { viewerFunction } from "./viewer-function.ts";
import type { WebFirewall } from "./web-firewall.ts";
import { logWithoutAddresses } from "./web-log.ts";

/** Longer than the API's gateway waits for its function. */
const API_WAIT = Duration.seconds(20);
const STRICT_TRANSPORT = Duration.days(730);
/** No document says more. */
const DOCUMENT_CACHE_MAX = Duration.days(1);
const PRICE_CLASSES: Readonly<Record<WebFront["priceClass"], PriceClass>> = {
  "100": PriceClass.PRICE_CLASS_100,
  "200": PriceClass.PRICE_CLASS_200,
  ALL: PriceClass.PRICE_CLASS_ALL,
};

/** Headers that CloudFront takes by a name of its own. */
const WITH_OWN_PLACE = ["content-security-policy", "referrer-policy", "x-content-type-options"];

type WebDistributionProps = {
  readonly stage: Stage;
  readonly pages: PageBucket;
  readonly firewall: WebFirewall;
  readonly apiHost: string;
  readonly reached: ReachedOrigins;
};

/** One origin for browsers: pages from the bucket, the API beside them. */
export class WebDistribution extends Construct {
  readonly distribution: Distribution;
  readonly logGroup: LogGroup;
  /** "https://…", as people see it. */
  readonly origin: string;

  constructor(scope: Construct, id: string, props: WebDistributionProps) {
    super(scope, id);
    const { stage, pages, firewall } = props;
    const { domain, priceClass } = stage.web;
    const headers = this.headers("Headers", `civigraph-${stage.name}-web`, pageHeaders(props.reached));
    const ofGraphiql = this.headers("GraphiqlHeaders", `civigraph-${stage.name}-graphiql`, graphiqlHeaders());
    const origin = S3BucketOrigin.withOriginAccessControl(pages.bucket);
    const page = this.pageBehaviour(stage, origin, headers);
    const documents = this.documentsBehaviour(stage);
    const api = this.apiBehaviour(stage, props.apiHost, headers);
    this.distribution = new Distribution(this, "Distribution", {
      comment: `civigraph ${stage.name}: pages and API for browsers`,
      webAclId: firewall.acl.attrArn,
      priceClass: PRICE_CLASSES[priceClass],
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...this.ownName(domain),
      defaultBehavior: page,
      additionalBehaviors: {
        [`${ASSETS}*`]: { ...page, cachePolicy: CachePolicy.CACHING_OPTIMIZED, functionAssociations: [] },
        [GRAPHIQL_PATH]: { ...page, responseHeadersPolicy: ofGraphiql },
        [API_PATH]: api,
        ...Object.fromEntries(endpointPaths().map((path) => [path, api])),
        [`${DOCUMENTS_PATH}*`]: documents,
        [`${WELL_KNOWN_ISSUER}*`]: { ...documents, ...this.atDocument(stage) },
      },
    });
    this.origin = `https://${domain?.name ?? this.distribution.domainName}`;
    this.logGroup = new LogGroup(this, "Log", {
      retention: stage.logRetentionDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    logWithoutAddresses(this, { ...this, name: `civigraph-${stage.name}-web` });
    this.explain(domain !== undefined);
  }

  private ownName(domain: WebFront["domain"]): Partial<DistributionProps> {
    if (!domain) return {};
    const certificate = Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn);
    return {
      ...{ domainNames: [domain.name], certificate },
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  /** A page is asked for each time. Its address is its own router's, so the file is found here, not by an error's page. */
  private pageBehaviour(
    { name }: Stage,
    origin: IOrigin,
    responseHeadersPolicy: ResponseHeadersPolicy,
  ): BehaviorOptions {
    const toFile = new EdgeFunction(this, "ToFile", {
      functionName: `civigraph-${name}-page-file`,
      comment: "The file of a page's address",
      code: FunctionCode.fromInline(viewerFunction("pageFileAt", pageFileAt)),
    });
    return {
      ...{ origin, responseHeadersPolicy, cachePolicy: CachePolicy.CACHING_DISABLED, compress: true },
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ function: toFile, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  /** Edges keep a document as long as it says itself; a verifier's page of any origin may read it. */
  private documentsBehaviour(stage: Stage): BehaviorOptions {
    const { name } = stage;
    const { originAccessControlId } = new S3OriginAccessControl(this, "DocumentsAccess");
    // The bucket's own policy, of another stack, lets the edge in.
    const origin = S3BucketOrigin.withBucketDefaults(documentsBucketOf(this, stage), {
      originAccessControlId,
    });
    const cachePolicy = new CachePolicy(this, "DocumentsCache", {
      cachePolicyName: `civigraph-${name}-documents`,
      ...{ minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: DOCUMENT_CACHE_MAX },
    });
    const responseHeadersPolicy = new ResponseHeadersPolicy(this, "DocumentHeaders", {
      responseHeadersPolicyName: `civigraph-${name}-documents`,
      corsBehavior: {
        ...{ accessControlAllowOrigins: ["*"], accessControlAllowHeaders: ["*"] },
        ...{ accessControlAllowMethods: ["GET", "HEAD"], accessControlAllowCredentials: false },
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentTypeOptions: { override: true },
        strictTransportSecurity: { accessControlMaxAge: STRICT_TRANSPORT, override: true },
      },
    });
    return {
      ...{ origin, cachePolicy, responseHeadersPolicy },
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
  }

  /** A standard looks for some documents at another path than the one at which all of them lie. */
  private atDocument({ name }: Stage): Pick<BehaviorOptions, "functionAssociations"> {
    const toDocument = new EdgeFunction(this, "ToDocument", {
      functionName: `civigraph-${name}-document`,
      comment: "The place of a document at a well-known path",
      code: FunctionCode.fromInline(viewerFunction("documentAt", documentAt)),
    });
    return { functionAssociations: [{ function: toDocument, eventType: FunctionEventType.VIEWER_REQUEST }] };
  }

  /** All that the API's answers depend on is handed on; nothing of them is kept. No page has a cookie. */
  private apiBehaviour(
    { name }: Stage,
    apiHost: string,
    responseHeadersPolicy: ResponseHeadersPolicy,
  ): BehaviorOptions {
    const origin = new HttpOrigin(apiHost, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: API_WAIT,
    });
    const originRequestPolicy = new OriginRequestPolicy(this, "ToApi", {
      originRequestPolicyName: `civigraph-${name}-to-api`,
      // The API's gateway knows itself by its own name.
      headerBehavior: OriginRequestHeaderBehavior.denyList("host"),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
    return {
      ...{ origin, originRequestPolicy, responseHeadersPolicy, cachePolicy: CachePolicy.CACHING_DISABLED },
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // A redirect comes when the token has been sent in clear.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
  }

  private headers(
    id: string,
    responseHeadersPolicyName: string,
    headers: ReturnType<typeof pageHeaders>,
  ): ResponseHeadersPolicy {
    const others = Object.entries(headers).filter(([header]) => !WITH_OWN_PLACE.includes(header));
    return new ResponseHeadersPolicy(this, id, {
      responseHeadersPolicyName,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: headers["content-security-policy"], override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: STRICT_TRANSPORT, override: true },
      },
      customHeadersBehavior: {
        customHeaders: others.map(([header, value]) => ({ header, value, override: true })),
      },
    });
  }

  private explain(hasOwnName: boolean): void {
    Validations.of(this.distribution).acknowledge(
      {
        id: "AwsSolutions-CFR1",
        reason:
          "Residents travel, and read what concerns them from wherever they are: no country is shut out.",
      },
      {
        id: "AwsSolutions-CFR3",
        reason:
          "The log that the rule knows holds the addresses of all callers and cannot leave them out; this distribution's own log, delivered to CloudWatch, has chosen fields without any.",
      },
    );
    if (hasOwnName) return;
    Validations.of(this.distribution).acknowledge({
      id: "AwsSolutions-CFR4",
      reason:
        "Without a domain of its own the distribution has CloudFront's certificate, whose oldest protocol nobody can set; a stage that serves the public names its domain (docs/operators.md).",
    });
  }
}
