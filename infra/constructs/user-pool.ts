import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { CLAIMS } from "../../services/api/oidc.ts";
import type { Stage } from "../stages.ts";

const PASSWORD_LENGTH_MIN = 12;
const TEMPORARY_PASSWORD_DAYS = 3;
const TOKEN_HOURS = 1;
const SESSION_DAYS = 1;

/** A custom attribute's bounds cannot be changed once it exists. */
const ATTRIBUTE_LENGTH_MAX = 1_024;

const attributeName = (claim: string): string => claim.replace(/^custom:/, "");

/**
 * The people who sign in: citizens and officers, made by a person who has checked who they are, never by themselves.
 * The custom attributes say whom a token stands for, so an app client may read them (else they are not in the token)
 * and never write them.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const claims = Object.values(CLAIMS).map(attributeName);
    this.pool = new UserPool(this, "Pool", {
      userPoolName: `civigraph-${stage.name}`,
      selfSignUpEnabled: false,
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      customAttributes: Object.fromEntries(
        claims.map((name) => [name, new StringAttribute({ mutable: true, maxLen: ATTRIBUTE_LENGTH_MAX })]),
      ),
      passwordPolicy: {
        minLength: PASSWORD_LENGTH_MIN,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(TEMPORARY_PASSWORD_DAYS),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: stage.keepsData,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.client = this.pool.addClient("Client", {
      // A front-end cannot keep a secret; the password itself never leaves it (SRP).
      generateSecret: false,
      authFlows: { userSrp: true, adminUserPassword: stage.operatorSignIn },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(TOKEN_HOURS),
      accessTokenValidity: Duration.hours(TOKEN_HOURS),
      refreshTokenValidity: Duration.days(SESSION_DAYS),
      readAttributes: new ClientAttributes().withCustomAttributes(...claims),
      // Written out, because a list that is left out means "all standard attributes".
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
    Validations.of(this.pool).acknowledge({
      id: "AwsSolutions-COG2",
      reason:
        "A second factor required of every citizen would lock out those without a smartphone. It is optional, threat protection asks for it on risk, and officers enrol theirs before they get a role (docs/operators.md).",
    });
  }
}
