import type { System } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import { type CasePorts, changeCase, type NoSuchCase } from "../change-case.ts";
import {
  type EffectParts,
  type EffectPorts,
  factGroupOf,
  gatherFacts,
  grantEffect,
  ruleChecksOf,
} from "../effects.ts";
import type { HeldValueParts } from "../held/held-source.ts";
import { hasDrawOf, putDraw, putReview } from "./review-store.ts";
import { applyRuling, factsAskedFor, type Ruling, ruleOn, withoutSaying } from "./ruling.ts";
import { putRuling } from "./ruling-store.ts";
import { isSampled, type SampleReview } from "./sample-review.ts";

export type RulePorts = Omit<CasePorts, "actor"> &
  EffectPorts &
  EffectParts &
  HeldValueParts & { readonly runtime: Pick<Runtime, "random"> };

/**
 * Decides a case that waits for its item's rule: in one commit with the trace of the rule and all that a grant brings
 * about. Where that can no longer be brought about as it was ruled, a person decides. Changes nothing of any other case.
 */
export async function decideByRule(
  { runtime, ...rest }: RulePorts,
  id: string,
): Promise<Result<Application, NoSuchCase>> {
  const actor: System = { kind: "SYSTEM", mode: rest.mode, name: "approval-rule" };
  const ports = { ...rest, actor };
  return changeCase<NoSuchCase>(ports, id, async ({ application, form, held, item, facts }) => {
    const { rule } = item;
    // Its applicant may have taken it back meanwhile, or an officer accepted it.
    const isWaiting = application.ruling === "PENDING" && application.status === "SUBMITTED";
    if (!isWaiting || !rule) return ok({ application, action: "ruled" });
    const checks = ruleChecksOf(ports, item);
    const known = await gatherFacts(factsAskedFor(checks), ports, { application, form, item });
    const judged = ruleOn(checks, { form, facts: known }, factGroupOf(ports, item));
    const secrets = held.filter(({ source }) => isSecret(ports, source)).map(({ path }) => path);
    const effects =
      judged.outcome === "APPROVED" ? await grantEffect(ports, { application, form, item }) : ok([]);
    const outcome = effects.ok ? judged.outcome : "ROUTED";
    const isDecided = outcome !== "ROUTED";
    const day = dateAt(ports.now);
    const [draw = 0] = runtime.random(1);
    const isFirstOfDay = isDecided && !(await hasDrawOf(ports, application, day));
    const ruling: Ruling = {
      ...{ outcome, at: ports.now, version: item.version, checks: withoutSaying(judged.checks, secrets) },
      isSampled: isDecided && isSampled({ isFirstOfDay, draw }, rule.samplePercent),
    };
    const { action, ...event } = WRITTEN[outcome];
    return ok({
      ...{ application: applyRuling(application, ruling, facts), action, ...event },
      writes: [
        putRuling(ports, application.id, ruling),
        ...(isFirstOfDay ? [putDraw(ports, application, day)] : []),
        ...(ruling.isSampled ? [putReview(ports, reviewOf(application, day), undefined)] : []),
        ...(effects.ok ? effects.value : []),
      ],
    });
  });
}

/** Nobody but its owner reads it. */
const isSecret = ({ parts }: HeldValueParts, source: string): boolean =>
  parts.heldValues.get(source)?.readers === "OWNER";

const reviewOf = (
  { id, citizenId, region, department }: Application,
  day: SampleReview["day"],
): SampleReview => ({
  ...{ application: id, citizenId, region, department, day, status: "WAITING", revision: 1 },
});

const WRITTEN = {
  APPROVED: { action: "approved-by-rule", event: "application.approved" },
  REJECTED: { action: "rejected-by-rule", event: "application.rejected" },
  ROUTED: { action: "routed" },
} as const;
