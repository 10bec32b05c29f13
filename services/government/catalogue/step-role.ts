import type { Role } from "../../kernel/actor.ts";

/**
 * The roles that a step of a workflow can ask for, in the order of a case's life: acceptance (受理), review and
 * inspection (审查、核查), decision (决定), delivery (送达).
 */
export const STEP_ROLES = ["acceptor", "reviewer", "inspector", "decider", "issuer"] as const;
export type StepRole = (typeof STEP_ROLES)[number];

export const isStepRole = (role: string): role is StepRole => STEP_ROLES.some((known) => known === role);

const OFFICE_OF = {
  acceptor: "ACCEPTOR",
  reviewer: "REVIEWER",
  inspector: "INSPECTOR",
  decider: "DECIDER",
  issuer: "ISSUER",
} as const satisfies Readonly<Record<StepRole, Role>>;

/** The role that an officer of such a step has. */
export const officeOf = (role: StepRole): Role => OFFICE_OF[role];
