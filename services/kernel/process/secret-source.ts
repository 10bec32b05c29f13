import { type AwsEnvironment, readAwsEnvironment } from "../aws/environment.ts";
import { openJsonCalls } from "../aws/json-calls.ts";
import type { CallLimits } from "../aws/post.ts";
import type { SecretSource } from "../settings.ts";

/** Secrets Manager is asked once, while the process starts; the function's own timeout must not come first. */
const LIMITS: CallLimits = { connectTimeoutMs: 1_000, answerTimeoutMs: 2_000, attemptsMax: 3 };

/**
 * A secret's text, from the configuration or from Secrets Manager. Throws where there is none: nothing may run on
 * a made-up or empty one.
 */
export async function loadSecret(
  secret: SecretSource,
  aws: () => AwsEnvironment | Promise<AwsEnvironment> = () => readAwsEnvironment(process.env),
): Promise<string> {
  if ("value" in secret) return secret.value;
  const call = openJsonCalls(async () => {
    const { region, credentials, endpointOf } = await aws();
    const endpoint = endpointOf("secretsmanager");
    return { name: "secretsmanager", version: "1.1", endpoint, region, credentials, limits: LIMITS };
  });
  const answer = await call("secretsmanager.GetSecretValue", JSON.stringify({ SecretId: secret.id }));
  const { SecretString }: { readonly SecretString?: string } = JSON.parse(answer);
  if (!SecretString) throw new Error(`the secret ${secret.id} holds no text`);
  return SecretString;
}
