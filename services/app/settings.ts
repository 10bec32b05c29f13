import type { Service } from "../kernel/service.ts";
import type { SecretName, SettingStatements } from "../kernel/settings.ts";
import type { All } from "./all.ts";
import { SERVICES } from "./registry.ts";

const services: readonly Service[] = SERVICES;

type StatedBy<S> = S extends { readonly settings: infer Stated } ? Stated : never;

/** The settings that all services state. One that is merged and that nobody states does not compile where it is read. */
export const SETTINGS: All<StatedBy<(typeof SERVICES)[number]>> = Object.assign(
  {},
  ...services.map(({ settings }) => settings),
);

const stated: SettingStatements = SETTINGS;
const isSecret = (name: string): name is SecretName => stated[name]?.kind === "secret";

/** The names of those that are secrets. */
export const SECRET_NAMES: readonly SecretName[] = Object.keys(SETTINGS).filter(isSecret);
