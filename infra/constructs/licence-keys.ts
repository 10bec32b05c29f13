import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { LicenceKey, Stage } from "../stages.ts";
import type { PlatformFunction } from "./platform-function.ts";

const KEY_DELETION_WAIT_DAYS = 30;

/** The name by which officers propose a key: docs/operators.md. */
const licenceKeyAlias = ({ name: stage }: Pick<Stage, "name">, { issuer, name }: LicenceKey): string =>
  `alias/civigraph-${stage}-licences-${issuer}-${name}`;

/**
 * The keys by which authorities sign licences, one for each line of the stage. KMS cannot rotate a key that signs: a rotation is
 * another line. Throws for a stage without an address: credentials name where their issuer and their status are found.
 */
export class LicenceKeys extends Construct {
  private readonly arns: readonly string[];

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const stated: readonly LicenceKey[] = stage.licenceKeys;
    if (stated.length > 0 && stage.settings.siteOrigin === undefined) {
      throw new Error(
        `licenceKeys in infra/stages.ts: ${stage.name} signs licences, so verifiers need its address: add siteOrigin to its settings`,
      );
    }
    this.arns = stated.map(({ issuer, name }) => {
      const { keyArn } = new Key(this, `${issuer}-${name}`, {
        alias: licenceKeyAlias(stage, { issuer, name }),
        description: `signs licences of ${issuer} for civigraph ${stage.name}`,
        keySpec: KeySpec.ECC_NIST_P256,
        keyUsage: KeyUsage.SIGN_VERIFY,
        pendingWindow: Duration.days(KEY_DELETION_WAIT_DAYS),
        removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
      return keyArn;
    });
  }

  /** Signing digests by these keys, and reading their public parts. */
  grantSign(to: PlatformFunction): void {
    if (this.arns.length === 0) return;
    const allow = (action: string, conditions = {}) =>
      to.role.addToPolicy(new PolicyStatement({ actions: [action], resources: [...this.arns], conditions }));
    allow("kms:GetPublicKey");
    allow("kms:Sign", {
      StringEquals: { "kms:MessageType": "DIGEST", "kms:SigningAlgorithm": "ECDSA_SHA_256" },
    });
  }
}
