import { SERVICES } from "../../services/app/registry.ts";
import type { Service } from "../../services/kernel/service.ts";

/** The paths at which endpoints are called at the site, with an asterisk for the first gap and all behind it. */
export const endpointPaths = (): readonly string[] => {
  const services: readonly Service[] = SERVICES;
  return services
    .flatMap(({ endpoints = [] }) => endpoints.filter(({ isAtSite }) => isAtSite))
    .flatMap(({ routes }) => routes.map(({ path }) => path.replace(/\{.*/, "*")));
};
