/**
 * The settings that a function is told from outside. Names are used by the CDK stack, the local platform and the tests
 * alike.
 */
export const CONFIG = {
  tablePrefix: "CIVIGRAPH_TABLE_PREFIX",
  oidcIssuer: "CIVIGRAPH_OIDC_ISSUER",
  oidcAudience: "CIVIGRAPH_OIDC_AUDIENCE",
  oidcJwksUrl: "CIVIGRAPH_OIDC_JWKS_URL",
  /** The id of the secret in Secrets Manager that holds the platform's root secret. */
  secretId: "CIVIGRAPH_SECRET_ID",
  /** The root secret itself, for development and tests only. */
  secret: "CIVIGRAPH_SECRET",
  housingFundDayBasis: "CIVIGRAPH_HOUSING_FUND_DAY_BASIS",
  sandboxPaysLive: "CIVIGRAPH_SANDBOX_PAYS_LIVE",
  /** The id of the secret in Secrets Manager that holds the settings of the payment gateways. */
  paymentGatewaysId: "CIVIGRAPH_PAYMENT_GATEWAYS_ID",
  /** The settings themselves, for development and tests only. */
  paymentGateways: "CIVIGRAPH_PAYMENT_GATEWAYS",
  /** The id of the secret in Secrets Manager that holds the settings of the bank-account check. */
  bankAccountCheckId: "CIVIGRAPH_BANK_ACCOUNT_CHECK_ID",
  /** The settings themselves, for development and tests only. */
  bankAccountCheck: "CIVIGRAPH_BANK_ACCOUNT_CHECK",
  /** The id of the secret in Secrets Manager that holds the settings of what sends text messages. */
  textMessagesId: "CIVIGRAPH_TEXT_MESSAGES_ID",
  /** The settings themselves, for development and tests only. */
  textMessages: "CIVIGRAPH_TEXT_MESSAGES",
  printsTextMessages: "CIVIGRAPH_PRINTS_TEXT_MESSAGES",
  /** The name of the schedule that the function does. */
  schedule: "CIVIGRAPH_SCHEDULE",
  /** The name of the endpoint that the function answers. */
  endpoint: "CIVIGRAPH_ENDPOINT",
  /** The address of the bucket that holds the materials of applications. */
  filesUrl: "CIVIGRAPH_FILES_URL",
} as const;

/** The variables that name the secrets with the settings of those whom the platform calls by signed calls. */
export type SettingsId = "paymentGatewaysId" | "bankAccountCheckId" | "textMessagesId";

/** Where in the bucket a file is put, and where it stays once it is checked. */
export const FILE_PREFIXES = { uploads: "uploads", kept: "kept" } as const;

/** So long an upload waits to be checked; then it goes away, and is to be sent again. */
export const UPLOADS_KEPT_DAYS = 2;

/** Where a secret's text is: in Secrets Manager, or right here. */
export type SecretSource = { readonly id: string } | { readonly value: string };

export type Config = {
  readonly tablePrefix: string;
  readonly oidc: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
  readonly secret: SecretSource;
  /** Days in a year for housing-fund interest. */
  readonly housingFundDayBasis: 360 | 365;
  /**
   * Whether live bills can be paid through the sandbox, where no money moves, and live bank accounts proven by the one
   * that asks no bank: on a developer's machine only.
   */
  readonly sandboxPaysLive: boolean;
  /** Settings of the payment gateways; undefined where there are none, and nothing is paid through one. */
  readonly paymentGateways: SecretSource | undefined;
  /** Settings of the bank-account check; undefined where there is none, and no live account is proven. */
  readonly bankAccountCheck: SecretSource | undefined;
  /** Settings of what sends text messages; undefined where there is nothing, and no live text is sent. */
  readonly textMessages: SecretSource | undefined;
  /** Whether text messages that nothing sends are shown on the console: on a developer's machine only. */
  readonly printsTextMessages: boolean;
};

export type PaymentConfig = Pick<Config, "sandboxPaysLive" | "paymentGateways">;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The name that a function is told, of what it does. Throws where it is not set. */
export function readName(env: Environment, variable: "schedule" | "endpoint"): string {
  const name = env[CONFIG[variable]];
  if (!name) throw new Error(`configuration: ${CONFIG[variable]} is not set`);
  return name;
}

/** Throws where it is not set. */
export function readTablePrefix(env: Environment): string {
  const prefix = env[CONFIG.tablePrefix];
  if (!prefix) throw new Error(`configuration: ${CONFIG.tablePrefix} is not set`);
  return prefix;
}

/** Throws where it is not set, or no address. */
export function readFilesUrl(env: Environment): URL {
  const url = URL.parse(env[CONFIG.filesUrl] ?? "");
  if (!url) throw new Error(`configuration: ${CONFIG.filesUrl} is not set`);
  return url;
}

export const readPaymentConfig = (env: Environment): PaymentConfig => ({
  sandboxPaysLive: env[CONFIG.sandboxPaysLive] === "yes",
  paymentGateways: secretIn(env, CONFIG.paymentGateways, CONFIG.paymentGatewaysId),
});

/** The settings that parts are opened with, of those that the function is told. */
export const readPartsConfig = (env: Environment) => ({
  ...readPaymentConfig(env),
  bankAccountCheck: secretIn(env, CONFIG.bankAccountCheck, CONFIG.bankAccountCheckId),
  textMessages: secretIn(env, CONFIG.textMessages, CONFIG.textMessagesId),
  printsTextMessages: env[CONFIG.printsTextMessages] === "yes",
});

export const readBankAccountCheck = (env: Environment): SecretSource | undefined =>
  secretIn(env, CONFIG.bankAccountCheck, CONFIG.bankAccountCheckId);

export const readTextMessages = (env: Environment): SecretSource | undefined =>
  secretIn(env, CONFIG.textMessages, CONFIG.textMessagesId);

function secretIn(env: Environment, valueName: string, idName: string): SecretSource | undefined {
  const { [valueName]: value, [idName]: id } = env;
  return value ? { value } : id ? { id } : undefined;
}

/** Reads the configuration; throws one line that names every variable that is missing or wrong. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const readRequired = (name: string): string => {
    const value = env[name];
    if (!value) problems.push(`${name} is not set`);
    return value ?? "";
  };
  const dayBasis = env[CONFIG.housingFundDayBasis] ?? "360";
  if (dayBasis !== "360" && dayBasis !== "365")
    problems.push(`${CONFIG.housingFundDayBasis} is neither 360 nor 365`);
  const value = env[CONFIG.secret];
  const config: Config = {
    tablePrefix: readRequired(CONFIG.tablePrefix),
    oidc: {
      issuer: readRequired(CONFIG.oidcIssuer),
      audience: readRequired(CONFIG.oidcAudience),
      jwksUrl: readRequired(CONFIG.oidcJwksUrl),
    },
    secret: value ? { value } : { id: readRequired(CONFIG.secretId) },
    housingFundDayBasis: dayBasis === "365" ? 365 : 360,
    ...readPaymentConfig(env),
    bankAccountCheck: readBankAccountCheck(env),
    textMessages: readTextMessages(env),
    printsTextMessages: env[CONFIG.printsTextMessages] === "yes",
  };
  if (problems.length > 0) throw new Error(`configuration: ${problems.join("; ")}`);
  return config;
}
