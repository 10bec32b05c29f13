import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { ok } from "../../../kernel/result.ts";
import { askedOf } from "../../catalogue/index.ts";
import type { FormData } from "../application.ts";
import { REASON_LENGTH, readTexts, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { obstaclesTo, stakeOf } from "../effects.ts";
import {
  type ApplicantPorts,
  changeOwnCase,
  type OwnCaseResult,
  submitterOf,
} from "../mandate/change-own-case.ts";
import { materialsToSubmit } from "../materials/case-materials.ts";
import type { HeldParts } from "../materials/find-held.ts";
import { getOpenCases } from "../open-cases-store.ts";
import { decideByRule, type RulePorts } from "../ruling/decide-by-rule.ts";
import { type Duplicate, type Incomplete, type Submission, submit } from "./applicant-case.ts";
import { formProblems, type JudgingPorts } from "./form-check.ts";

export type SubmitPorts = ApplicantPorts & RulePorts & HeldParts & JudgingPorts;

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
  changeOwnCase<Incomplete | Duplicate>(ports, id, async ({ application, form: filledIn, item, by }) => {
    if (application.submission === key) return ok({ application, action: "submitted" });
    const { applications } = await getOpenCases(ports, application.subject, item.code);
    const form = askedOf(item.form, filledIn);
    const others = applications.filter((other) => other !== application.id);
    const materials = await materialsToSubmit(ports, application, item);
    const found = [...formProblems(item, form, ports), ...materials.problems];
    const problems = found.length > 0 ? found : await obstaclesTo(ports, { application, form, item });
    const toConfirm = stakeOf(ports, item) && submitterOf(ports.acting, by.caller);
    const submission = { key, problems, others, hasRule: item.rule !== undefined, toConfirm, ...why };
    return changeOf(submit(application, submission, by), {
      ...(toConfirm ? HELD : RECEIVED),
      ...(isSame(form, filledIn) ? {} : { form }),
      writes: materials.writes,
      ...(why.duplicateReason === undefined ? {} : { reason: why.duplicateReason }),
    });
  });

const isSame = (a: FormData, b: FormData): boolean => JSON.stringify(a) === JSON.stringify(b);

const RECEIVED = { action: "submitted", event: "application.submitted" } as const;
const HELD = { action: "confirmation-asked", event: "application.confirmation-asked" } as const;
