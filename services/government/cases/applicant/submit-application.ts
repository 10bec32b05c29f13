import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { ok } from "../../../kernel/result.ts";
import { askedOf } from "../../catalogue/index.ts";
import { REASON_LENGTH, readTexts, type TextNotTaken } from "../case-texts.ts";
import { type Changed, changeOf } from "../change-case.ts";
import { findUndecided, obstaclesTo, stakeOf } from "../effects.ts";
import { nameProblems } from "../form-problem.ts";
import { heldIn } from "../held/held-form.ts";
import { completeForm, type HeldValueParts, type HeldValuePorts } from "../held/held-source.ts";
import {
  type ApplicantPorts,
  changeOwnCase,
  type OwnCaseResult,
  submitterOf,
} from "../mandate/change-own-case.ts";
import { materialsToSubmit } from "../materials/case-materials.ts";
import type { HeldParts } from "../materials/find-held.ts";
import { getOpenCases } from "../open-cases-store.ts";
import { decideByRule, type RulePorts, ruleAtOnce } from "../ruling/decide-by-rule.ts";
import type { KeptForm } from "../store.ts";
import { type Duplicate, type Incomplete, type Submission, submit } from "./applicant-case.ts";
import { formProblems, type JudgingPorts } from "./form-check.ts";

export type SubmitPorts = ApplicantPorts &
  RulePorts &
  HeldParts &
  JudgingPorts &
  HeldValueParts &
  Pick<HeldValuePorts, "secrets">;

export type SubmitWish = {
  readonly idempotencyKey: string;
  /** The reason for one more while another for the same is open. */
  readonly duplicateReason: string | undefined;
};

/**
 * Hands an application in, or what was corrected. Where somebody else hands it in and it bears on its subject's money or
 * licence, the subject's own word is asked for first. Where its item has a rule, that is asked as soon as it is received.
 * Said again with the same key it changes nothing, but asks a rule that was not asked to its end.
 */
export async function submitApplication(
  ports: SubmitPorts,
  id: string,
  { idempotencyKey, duplicateReason }: SubmitWish,
): Promise<OwnCaseResult<TextNotTaken | Incomplete | Duplicate>> {
  const texts = duplicateReason === undefined ? ok({}) : readTexts({ duplicateReason }, REASON_LENGTH);
  if (!texts.ok) return texts;
  const submitted = await handIn(ports, id, { key: fingerprintOf([idempotencyKey]), ...texts.value });
  if (!submitted.ok || submitted.value.ruling !== "PENDING") return submitted;
  return decideByRule(ports, submitted.value.id);
}

const handIn = (
  ports: SubmitPorts,
  id: string,
  { key, ...why }: Pick<Submission, "key" | "duplicateReason">,
): Promise<OwnCaseResult<Incomplete | Duplicate>> =>
  changeOwnCase<Incomplete | Duplicate>(ports, id, async ({ application, item, by, ...kept }) => {
    if (application.submission === key) return ok({ application, action: "submitted" });
    const { applications } = await getOpenCases(ports, application.subject, item.code);
    const others = applications.filter((other) => other !== application.id);
    const [materials, complete] = await Promise.all([
      materialsToSubmit(ports, application, item),
      completeForm(ports, application, { ...kept, item }),
    ]);
    const form = askedOf(item.form, complete.form);
    const held = heldIn(form, complete.held).map(({ value: _, ...mark }) => mark);
    const found = [...formProblems(item, form, ports, held), ...materials.problems];
    const standing = found.length > 0 ? found : await obstaclesTo(ports, { application, form, item });
    const problems = nameProblems(item, standing);
    const toConfirm = stakeOf(ports, item) && submitterOf(ports.acting, by.caller);
    const left = problems.length > 0 ? undefined : await findUndecided(ports, { application, form, item });
    const hasRule = item.rule !== undefined;
    const submission = { key, problems, others, hasRule, toConfirm, undecided: left?.undecided, ...why };
    const received = changeOf(submit(application, submission, by), {
      ...(toConfirm ? HELD : by.caller.kind === "ELSEWHERE" ? TAKEN_IN : RECEIVED),
      ...(isSame({ form, held }, kept) ? {} : { form: { form, held } }),
      writes: [...materials.writes, ...(left?.writes ?? [])],
      // The trail of what a window elsewhere takes in names the attendance.
      ...(why.duplicateReason === undefined || by.caller.kind === "ELSEWHERE"
        ? {}
        : { reason: why.duplicateReason }),
    });
    if (!received.ok) return received;
    const ruled = await ruleAtOnce(
      ports,
      { application: received.value.application, form, held, item },
      materials,
    );
    return ok(ruled ? withRuling(received.value, ruled) : received.value);
  });

/** One commit: nobody finds it handed in and not decided, and it is on no desk in between. */
const withRuling = (received: Changed, { application, writes = [], following }: Changed): Changed => ({
  ...{ ...received, application, writes: [...(received.writes ?? []), ...writes] },
  ...(following ? { following } : {}),
});

const isSame = ({ form, held }: KeptForm, kept: KeptForm): boolean =>
  JSON.stringify([form, held]) === JSON.stringify([kept.form, kept.held]);

const RECEIVED = { action: "submitted", event: "application.submitted" } as const;
const TAKEN_IN = { action: "taken-in", event: "application.submitted" } as const;
const HELD = { action: "confirmation-asked", event: "application.confirmation-asked" } as const;
