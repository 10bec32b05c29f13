import type { CitizenId } from "../kernel/ids.ts";
import type { CreditCode } from "./credit-code.ts";

/** The person or the enterprise whose matter something is, no matter who handles it for them. */
export type Subject =
  | { readonly kind: "PERSON"; readonly citizenId: CitizenId }
  | { readonly kind: "ENTERPRISE"; readonly creditCode: CreditCode };

/** How somebody stands to a subject in whose matter they act. */
export const CAPACITIES = ["SELF", "LEGAL_REPRESENTATIVE", "GUARDIAN", "AGENT", "PARTNER"] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The capacities in which a person binds an enterprise. */
export type BindingCapacity = Extract<Capacity, "LEGAL_REPRESENTATIVE" | "AGENT">;

export const personAs = (citizenId: CitizenId): Subject => ({ kind: "PERSON", citizenId });

export const enterpriseAs = (creditCode: CreditCode): Subject => ({ kind: "ENTERPRISE", creditCode });

/** Tells one subject from any other; keys and aggregates are made of it. */
export const subjectKey = (subject: Subject): string =>
  subject.kind === "PERSON" ? subject.citizenId : `enterprise#${subject.creditCode}`;

/** Whether the subject is this very person. */
export const isPerson = (subject: Subject, citizen: CitizenId | undefined): boolean =>
  subject.kind === "PERSON" && subject.citizenId === citizen;
