import type { Credentials } from "./signature.ts";

type Service = "dynamodb" | "kms" | "secretsmanager";
type Variables = Readonly<Record<string, string | undefined>>;

/** Where a process runs, and as whom. */
export type AwsEnvironment = {
  readonly region: string;
  readonly credentials: () => Promise<Credentials>;
  readonly endpointOf: (service: Service) => URL;
};

const ENDPOINTS = {
  dynamodb: "AWS_ENDPOINT_URL_DYNAMODB",
  kms: "AWS_ENDPOINT_URL_KMS",
  secretsmanager: "AWS_ENDPOINT_URL_SECRETS_MANAGER",
} as const;

/** China's regions have a domain of their own. */
const domainOf = (region: string): string =>
  region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";

/** The address of a service in a region: another one than AWS's where the environment names it. */
export const endpointIn =
  (region: string, env: Variables) =>
  (service: Service): URL =>
    new URL(env[ENDPOINTS[service]] || `https://${service}.${region}.${domainOf(region)}`);

/** As Lambda tells it to a function. Throws where a variable is not set that Lambda always sets. */
export function readAwsEnvironment(env: Variables): AwsEnvironment {
  const required = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`configuration: ${name} is not set`);
    return value;
  };
  const region = required("AWS_REGION");
  const credentials = {
    accessKeyId: required("AWS_ACCESS_KEY_ID"),
    secretAccessKey: required("AWS_SECRET_ACCESS_KEY"),
    sessionToken: env["AWS_SESSION_TOKEN"],
  };
  return {
    region,
    // They hold as long as the process does: Lambda ends it before they lapse.
    credentials: async () => credentials,
    endpointOf: endpointIn(region, env),
  };
}
