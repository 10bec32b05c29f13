import { Aws, Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
  type UserPoolProps,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { CLAIMS } from "../../services/api/oidc.ts";
import { CLIENTS, type ClientName } from "../../services/kernel/process/trusted-issuers.ts";
import type { CognitoSignIn, Stage } from "../stages.ts";
import { audienceOf, type TrustedTokens } from "./sign-in.ts";

const PASSWORD_LENGTH_MIN = 12;
const TEMPORARY_PASSWORD_DAYS = 3;
const TOKEN_HOURS = 1;
const SESSION_DAYS = 1;
/** A front-end whose answer was lost may ask once more with the refresh token of before. */
const ROTATION_GRACE = Duration.seconds(10);

/** A custom attribute's bounds cannot be changed once it exists. */
const ATTRIBUTE_LENGTH_MAX = 1_024;

type ClaimUse = keyof typeof CLAIMS;
type Origins = CognitoSignIn["origins"];

const ALL = Object.keys(CLAIMS) as ClaimUse[];
const OF_CITIZENS = ["citizen", "mode", "name", "idNumber"] as const satisfies readonly ClaimUse[];
const OF_OFFICERS = [
  ...(["officer", "roles", "region", "departments", "person"] as const),
  ...(["name", "idNumber"] as const),
] as const satisfies readonly ClaimUse[];

const attributeName = (use: ClaimUse): string => CLAIMS[use].replace(/^custom:/, "");

/** A pool's client with the pages on which its people sign in. */
type SignedIn = {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
};

/**
 * The people who sign in: citizens in one pool, officers in another, made by a person who has checked who they are, never
 * by themselves. The custom attributes say whom a token stands for, so an app client may read those of its people (else
 * they are not in the token) and write none.
 */
export class UserPools extends Construct {
  readonly citizens: SignedIn;
  readonly officers: SignedIn;
  readonly tokens: TrustedTokens;

  constructor(scope: Construct, id: string, stage: Stage, origins: Origins) {
    super(scope, id);
    const { region } = Stack.of(this);
    if (region.startsWith("cn-"))
      throw new Error(`${region} has no Cognito user pools: name an issuer in signIn of infra/stages.ts`);
    this.citizens = this.citizensOf(stage, origins);
    this.officers = this.officersOf(stage, origins);
    const [ofCitizens, ofOfficers] = [this.citizens, this.officers].map(
      ({ pool }) => pool.userPoolProviderUrl,
    );
    this.tokens = {
      oidcIssuer: `${ofCitizens}`,
      oidcJwksUrl: `${ofCitizens}/.well-known/jwks.json`,
      oidcAudience: audienceOf({
        portal: this.citizens.client.userPoolClientId,
        desk: this.officers.client.userPoolClientId,
      }),
      oidcOfficersIssuer: `${ofOfficers}`,
      oidcOfficersJwksUrl: `${ofOfficers}/.well-known/jwks.json`,
    };
  }

  /** The console's people are citizens, who come by the portal's client. */
  private citizensOf(stage: Stage, origins: Origins): SignedIn {
    const pool = new UserPool(this, "Pool", {
      ...poolProps(stage, `civigraph-${stage.name}`, ALL),
      mfa: Mfa.OPTIONAL,
      featurePlan: FeaturePlan.ESSENTIALS,
    });
    Validations.of(pool).acknowledge(
      {
        id: "AwsSolutions-COG2",
        reason:
          "A second factor required of every citizen would lock out those without a smartphone. It is optional; officers, who have a pool of their own, cannot sign in without one.",
      },
      {
        id: "AwsSolutions-COG8",
        reason:
          "Threat protection is priced by user and month, which a city of twenty million cannot pay; what moves money or a licence waits for a further confirmation instead. Officers' pool has it.",
      },
    );
    return this.signedIn("", { stage, pool, origins, names: ["portal", "console"], reads: OF_CITIZENS });
  }

  private officersOf(stage: Stage, origins: Origins): SignedIn {
    const pool = new UserPool(this, "OfficersPool", {
      ...poolProps(stage, `civigraph-${stage.name}-officers`, OF_OFFICERS),
      mfa: Mfa.REQUIRED,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    });
    return this.signedIn("Officers", { stage, pool, origins, names: ["desk"], reads: OF_OFFICERS });
  }

  private signedIn(prefix: "" | "Officers", { stage, pool, origins, names, reads }: ClientWish): SignedIn {
    const client = pool.addClient(`${prefix}Client`, {
      // A front-end cannot keep a secret; PKCE stands for one.
      generateSecret: false,
      authFlows: { userSrp: true, adminUserPassword: stage.operatorSignIn },
      ...oAuthOf(origins, names),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      refreshTokenRotationGracePeriod: ROTATION_GRACE,
      idTokenValidity: Duration.hours(TOKEN_HOURS),
      accessTokenValidity: Duration.hours(TOKEN_HOURS),
      refreshTokenValidity: Duration.days(SESSION_DAYS),
      readAttributes: new ClientAttributes().withCustomAttributes(...reads.map(attributeName)),
      // Written out, because a list that is left out means "all standard attributes".
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    const name = prefix === "" ? stage.name : `${stage.name}-officers`;
    const domain = pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix: `civigraph-${name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    // Without a style of its own a client has no pages at all.
    new CfnManagedLoginBranding(this, `${prefix}Branding`, {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return { pool, client, domain };
  }
}

type ClientWish = {
  readonly stage: Stage;
  readonly pool: UserPool;
  readonly origins: Origins;
  readonly names: readonly ClientName[];
  readonly reads: readonly ClaimUse[];
};

/** The scope that lets people change their own account's attributes is not among them. */
function oAuthOf(origins: Origins, names: readonly ClientName[]) {
  if (origins.length === 0) return { disableOAuth: true };
  const at = (place: "signedIn" | "signedOut"): string[] =>
    origins.flatMap((origin) => names.map((name) => `${origin}${CLIENTS[name][place]}`));
  return {
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: at("signedIn"),
      logoutUrls: at("signedOut"),
    },
  };
}

const poolProps = ({ keepsData }: Stage, userPoolName: string, uses: readonly ClaimUse[]): UserPoolProps => ({
  userPoolName,
  selfSignUpEnabled: false,
  signInAliases: { username: true, email: true },
  signInCaseSensitive: false,
  // An attribute that a pool has can never be taken from it.
  customAttributes: Object.fromEntries(
    uses.map((use) => [
      attributeName(use),
      new StringAttribute({ mutable: true, maxLen: ATTRIBUTE_LENGTH_MAX }),
    ]),
  ),
  passwordPolicy: {
    minLength: PASSWORD_LENGTH_MIN,
    requireLowercase: true,
    requireUppercase: true,
    requireDigits: true,
    requireSymbols: true,
    tempPasswordValidity: Duration.days(TEMPORARY_PASSWORD_DAYS),
  },
  mfaSecondFactor: { otp: true, sms: false },
  accountRecovery: AccountRecovery.EMAIL_ONLY,
  deletionProtection: keepsData,
  removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
});
