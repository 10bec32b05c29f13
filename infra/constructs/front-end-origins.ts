import type { Stage } from "../stages.ts";

/** The origins at which browsers have the stage's front-ends: those that it names, and the one of its own domain. */
export const frontEndOrigins = (named: readonly string[], { web: { domain } }: Stage): readonly string[] => [
  ...new Set([...named, ...(domain ? [`https://${domain.name}`] : [])]),
];
