import type { System } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "../change-case.ts";
import { deemedGrantedSince } from "../deemed-grant.ts";
import { type EffectParts, type EffectPorts, factGroupOf, gatherFacts, ruleChecksOf } from "../effects.ts";
import type { HeldValueParts } from "../held/held-source.ts";
import type { AskPorts, HeldParts } from "../materials/find-held.ts";
import {
  type Answers,
  type LookedAgain,
  lookAgain,
  type ToAsk,
  withAnswers,
} from "../materials/look-again.ts";
import { hasDrawOf, putDraw, putReview } from "./review-store.ts";
import { applyRuling, factsAskedFor, type Ruling, ruleOn, withoutSaying } from "./ruling.ts";
import { hasWording, putRuling } from "./ruling-store.ts";
import { isSampled, type SampleReview } from "./sample-review.ts";

export type RulePorts = Omit<CasePorts, "actor"> &
  EffectPorts &
  EffectParts &
  AskPorts &
  HeldParts &
  HeldValueParts & { readonly runtime: Pick<Runtime, "random"> };

type RulingPorts = RulePorts & { readonly actor: System };

const asRule = ({ mode }: Pick<RulePorts, "mode">): System => ({
  kind: "SYSTEM",
  mode,
  name: "approval-rule",
});

/**
 * The decision by rule of a case that is being handed in, to be written with that; undefined where it waits for no rule.
 * Where the rule cannot be asked to its end now, or others have to be asked about a material first, it is received all the same,
 * and asked afterwards. `looked` is what has just been found of its materials, and is written with its receipt.
 */
export async function ruleAtOnce(
  ports: RulePorts,
  found: Pick<Found, "application" | "form" | "held" | "item">,
  { isToBeAsked, ...looked }: LookedAgain & { readonly isToBeAsked: boolean },
): Promise<Changed | undefined> {
  const { application, item } = found;
  if (isToBeAsked || !isWaiting(application, item)) return undefined;
  const actor = asRule(ports);
  const facts = { steps: item.steps, now: ports.now, standsForSubject: false };
  try {
    const changed = await rule({ ...ports, actor }, { ...found, facts }, { ...looked, writes: [] });
    return { ...changed, following: { ...changed, actor, revision: application.revision } };
  } catch {
    return undefined;
  }
}

/**
 * Decides a case that waits for its item's rule: in one commit with the trace of the rule and all that a grant brings
 * about. Where that can no longer be brought about as it was ruled, a person decides. Changes nothing of any other case.
 */
export const decideByRule = (rest: RulePorts, id: string): Promise<Result<Application, NoSuchCase>> =>
  withAnswers((answers) => decideWith({ ...rest, actor: asRule(rest) }, id, answers));

const decideWith = (
  ports: RulingPorts,
  id: string,
  answers: Answers,
): Promise<Result<Application, NoSuchCase | ToAsk>> =>
  changeCase<NoSuchCase | ToAsk>(ports, id, async (found) => {
    const { application, item } = found;
    // Its applicant may have taken it back meanwhile, or an officer accepted it, or it counts as granted.
    const isOpen = isWaiting(application, item) && deemedGrantedSince(application, ports.now) === undefined;
    if (!isOpen) return ok({ application, action: "ruled" });
    const looked = await lookAgain(ports, application, item, answers);
    return looked.ok ? ok(await rule(ports, found, looked.value)) : looked;
  });

const isWaiting = ({ ruling, status }: Application, { rule }: ServiceItem): boolean =>
  rule !== undefined && ruling === "PENDING" && status === "SUBMITTED";

/**
 * Asks the rule: the case after it, and all that is written with that. On a licence that has ended, or of which nobody could tell
 * whether it has, a person decides.
 */
async function rule(
  { runtime, ...ports }: RulingPorts,
  { application, form, held, item, facts }: Found,
  looked: LookedAgain,
): Promise<Changed> {
  const checks = ruleChecksOf(ports, item);
  const { facts: known, grant } = await gatherFacts(factsAskedFor(checks), ports, {
    application,
    form,
    item,
  });
  const judged = ruleOn(checks, { form, facts: known }, factGroupOf(ports, item));
  const secrets = held.filter(({ source }) => isSecret(ports, source)).map(({ path }) => path);
  const effects = judged.outcome === "APPROVED" ? await grant() : ok([]);
  const isGrantable = effects.ok && looked.over.length === 0 && looked.unanswered.length === 0;
  const outcome = isGrantable || judged.outcome === "REJECTED" ? judged.outcome : "ROUTED";
  const isDecided = outcome !== "ROUTED";
  const day = dateAt(ports.now);
  const [draw = 0] = runtime.random(1);
  const [isWorded, isDrawn] = await Promise.all([
    hasWording(ports, judged.checks),
    isDecided && hasDrawOf(ports, application, day),
  ]);
  const isFirstOfDay = isDecided && !isDrawn;
  const ruling: Ruling = {
    ...{ outcome, at: ports.now, version: item.version, checks: withoutSaying(judged.checks, secrets) },
    isSampled: isDecided && isSampled({ isFirstOfDay, draw }, item.rule?.samplePercent ?? 0),
  };
  const { action, ...event } = WRITTEN[outcome];
  return {
    ...{ application: applyRuling(application, ruling, facts), action, ...event },
    ...(looked.isNews && outcome === "ROUTED" ? ({ event: "application.material-over" } as const) : {}),
    writes: [
      ...looked.writes,
      ...putRuling(ports, application.id, ruling, { isWorded }),
      ...(isFirstOfDay ? [putDraw(ports, application, day)] : []),
      ...(ruling.isSampled ? [putReview(ports, reviewOf(application, day), undefined)] : []),
      ...(effects.ok && outcome === "APPROVED" ? effects.value : []),
    ],
  };
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
