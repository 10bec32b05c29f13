import type { Officer } from "../../../kernel/actor.ts";
import type { Stale } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { PayPorts } from "../ask-channel.ts";
import {
  type Difference,
  type Proposal,
  type ProposalProblem,
  propose,
  withdraw,
} from "../differences/difference.ts";
import { putDifference } from "../differences/difference-store.ts";
import { findDifference } from "../differences/read-differences.ts";
import { type PlanProblem, planResolution } from "./plan-resolution.ts";

export type ResolvePorts = PayPorts & { readonly actor: Officer };

export type ResolveRefusal =
  | ProposalProblem
  | Exclude<PlanProblem, Stale>
  | { readonly code: "NOT_FOUND" | "NOT_ENOUGH_THERE" }
  | ((TextProblem | { readonly code: "REQUIRED_TO_ASSIGN" }) & { readonly path: readonly string[] });

export type ResolveWish = Pick<Proposal, "outcome" | "reason" | "to"> & { readonly difference: string };

const REASON_LENGTH = { min: 2, max: 200 };

/**
 * A treasurer says what is to become of a difference, and why. Nothing moves before another has confirmed it; the same
 * said again by the same treasurer changes nothing.
 */
export async function resolveDifference(
  ports: ResolvePorts,
  wish: ResolveWish,
): Promise<Result<Difference, ResolveRefusal>> {
  const checked = checkText(wish.reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const reason = checked.value;
  const isAssigned = wish.outcome !== "REFUND" && wish.outcome !== "WRITE_OFF";
  const to = isAssigned ? wish.to : undefined;
  if (isAssigned && !to) return err({ code: "REQUIRED_TO_ASSIGN", path: ["to"] });
  const { outcome } = wish;
  return change(ports, wish.difference, {
    action: "proposed",
    reason,
    decide: async (difference) => {
      if (isSameProposal(difference, { outcome, reason, to, by: ports.actor.id }))
        return unchanged(ok(difference));
      const proposed = propose(difference, { outcome, reason, to, by: ports.actor, at: ports.now() });
      if (!proposed.ok) return proposed;
      const { proposal } = proposed.value;
      const plan = await planResolution(ports, difference, proposal);
      return plan.ok ? ok({ before: difference, after: proposed.value }) : plan;
    },
  });
}

const isSameProposal = (
  { status, proposal }: Difference,
  wish: Pick<Proposal, "outcome" | "reason" | "to" | "by">,
): boolean =>
  status === "PROPOSED" &&
  proposal !== undefined &&
  proposal.by === wish.by &&
  proposal.outcome === wish.outcome &&
  proposal.reason === wish.reason &&
  proposal.to === wish.to;

/** Calls off what was proposed: by the one who proposed it, or by another who does not agree. */
export const withdrawResolution = (
  ports: ResolvePorts,
  id: string,
): Promise<Result<Difference, ResolveRefusal>> =>
  change(ports, id, {
    action: "withdrawn",
    decide: async (difference) => {
      const next = withdraw(difference);
      return next.ok ? ok({ before: difference, after: next.value }) : next;
    },
  });

type Decided =
  | Result<{ readonly before: Difference; readonly after: Difference }, ResolveRefusal | Stale>
  | ReturnType<typeof standing>;
export const standing = (difference: Difference) => unchanged(ok(difference));

function change(
  ports: ResolvePorts,
  id: string,
  {
    action,
    reason,
    decide,
  }: {
    readonly action: string;
    readonly reason?: string;
    readonly decide: (difference: Difference) => Promise<Decided>;
  },
): Promise<Result<Difference, ResolveRefusal>> {
  const { actor, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `difference ${id}`,
    read: () => findDifference(ports, id),
    decide: async (difference): Promise<Decided> =>
      difference ? decide(difference) : err({ code: "NOT_FOUND" }),
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, requestId, aggregate: after.id, table: recordsTable(mode), at: ports.now() },
        ...{ action: `payments.difference.${action}`, ...(reason ? { reason } : {}) },
        writes: [putDifference(ports, after, before)],
      }),
  });
}
