import type { EnterpriseStanding } from "../../field/enterprise-standing.ts";
import { plainName } from "../../field/plain-name.ts";
import type { BindingCapacity } from "../../field/subject.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";

/** The register's statement about a partner's enterprise when somebody applied for it or renewed it. */
export type RegisterStatement = {
  readonly name: string;
  readonly standing: EnterpriseStanding;
  readonly legalRepresentative: CitizenId;
  readonly representativeName: string;
  /** When it was read in the register. */
  readonly recordedAt: Instant;
};

/** The part that is kept of an enterprise's record. */
export const statementOf = ({
  name,
  standing,
  legalRepresentative,
  representativeName,
  recordedAt,
}: RegisterStatement): RegisterStatement => ({
  ...{ name, standing, legalRepresentative, representativeName, recordedAt },
});

/** Whether a name is the registered one, however its brackets and spaces are typed: people are shown the register's. */
export const isSameName = (given: string, registered: string): boolean =>
  plainName(given) === plainName(registered);

/** Why a partner no longer stands on what it was reviewed on. */
export type LapseReason = "REPRESENTATIVE_CHANGED" | "NOT_IN_BUSINESS" | "AUTHORITY_ENDED";

/** The register's change after which a partner has to be renewed. */
export type Lapse = {
  readonly reason: LapseReason;
  readonly at: Instant;
  /** Of the register's statement, so that the same change is met once. */
  readonly revision: number;
};

/** The person who speaks for an enterprise, and the statement about it then. */
export type Backing = { readonly statement: RegisterStatement; readonly capacity: BindingCapacity };

/**
 * Whether the register still carries what was stated; `now` is what it says of the enterprise and of the partner's
 * representative. Undefined where it does.
 */
export function lapseReason(
  { statement }: Pick<Backing, "statement">,
  now: {
    readonly enterprise: Pick<RegisterStatement, "standing" | "legalRepresentative">;
    readonly capacity?: BindingCapacity;
  },
): LapseReason | undefined {
  if (now.enterprise.standing !== "IN_BUSINESS") return "NOT_IN_BUSINESS";
  if (now.enterprise.legalRepresentative !== statement.legalRepresentative) return "REPRESENTATIVE_CHANGED";
  return now.capacity === undefined ? "AUTHORITY_ENDED" : undefined;
}
