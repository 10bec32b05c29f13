import type { SecretSource } from "./config.ts";

/** Secrets Manager is asked once, while the process starts; the function's own timeout must not come first. */
const CONNECTION_TIMEOUT_MS = 1_000;
const REQUEST_TIMEOUT_MS = 2_000;
const ATTEMPTS_MAX = 3;

/**
 * A secret's text, from the configuration or from Secrets Manager. Throws where there is none: nothing may run on
 * a made-up or empty one.
 */
export async function loadSecret(secret: SecretSource): Promise<string> {
  if ("value" in secret) return secret.value;
  // Only where it is needed: development and tests hand the secret in, and need not load the client.
  const { SecretsManagerClient, GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const client = new SecretsManagerClient({
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret.id }));
    if (!SecretString) throw new Error(`the secret ${secret.id} holds no text`);
    return SecretString;
  } finally {
    client.destroy();
  }
}
