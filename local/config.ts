import { SETTINGS } from "../services/app/settings.ts";
import { CONFIG, type Config } from "../services/kernel/process/config.ts";
import { type Environment, readSettings, type SettingStatement } from "../services/kernel/settings.ts";
import { LOCAL, LOCAL_TOKENS } from "./settings.ts";

const stated: readonly SettingStatement[] = Object.values(SETTINGS);

/** The settings of services as `npm start` says them, but for secrets. */
const SAID: Environment = Object.fromEntries(
  stated.flatMap((setting) => {
    const { kind, variable } = setting;
    if (kind === "secret") return [];
    if (kind === "origin") return [[variable, setting.locally]];
    return [[variable, kind === "one of" ? String(setting.values[0]) : "yes"]];
  }),
);

/** The configuration of the local platform. Secrets of services may be in the environment; without them it needs none. */
export const localConfig = (secret: string): Config => ({
  ...LOCAL,
  secret: { value: secret },
  ...readSettings(SETTINGS, { ...process.env, ...SAID }),
});

/** All of it but secrets, as variables. */
export const LOCAL_ENVIRONMENT: Environment = {
  [CONFIG.tablePrefix]: LOCAL.tablePrefix,
  [CONFIG.metricsNamespace]: LOCAL.metricsNamespace,
  [CONFIG.oidcIssuer]: LOCAL_TOKENS.issuer,
  [CONFIG.oidcAudience]: LOCAL_TOKENS.audience,
  [CONFIG.oidcJwksUrl]: LOCAL_TOKENS.jwksUrl,
  ...SAID,
};
