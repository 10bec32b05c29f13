import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { Application, NamedFault, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import type { EffectImpossible } from "../effects.ts";
import {
  appointInspectors,
  type InspectorUnfit,
  orderSiteReinspection,
  recordSiteFindings,
  signSiteReport,
} from "../site-inspection/inspect-site.ts";
import type { PointUnknown } from "../site-inspection/inspection-case.ts";
import { readFindings } from "../site-inspection/read-findings.ts";
import {
  acceptApplication,
  answerComplaint,
  askForCorrection,
  claimStep,
  decideAppeal,
  decideApplication,
  deliverResult,
  extendTime,
  type FaultUnknown,
  finishCaseStep,
  pauseClock,
  reassignStep,
  releaseStep,
  resumeClock,
  revokeApproval,
} from "./change-desk-case.ts";
import type { ExtensionOutOfRange, HasChecked, NothingNamed, StepNotNamed } from "./desk-case.ts";

const TEXT_LENGTH = { min: 2, max: 1_000 };
const FAULTS_MAX = 50;

export const deskResolvers: Resolvers = {
  Mutation: {
    claimStep: async (_, { id, step }, context) => handled(await claimStep(portsOf(context), id, step)),
    releaseStep: async (_, { id, step }, context) => handled(await releaseStep(portsOf(context), id, step)),
    reassignStep: (_, { id, step, to, reason }, context) =>
      withTexts({ reason }, async (texts) => {
        if (to != null && !isId("ofc", to)) return { __typename: "InvalidInput", ...NO_OFFICER } as const;
        return handled(await reassignStep(portsOf(context), id, { step, to: to ?? undefined, ...texts }));
      }),
    appointInspectors: async (_, { id, ...wish }, context) =>
      handled(await appointInspectors(portsOf(context), id, wish)),
    recordFindings: async (_, { id, findings }, context) => {
      const observed = readFindings(findings);
      if (!observed.ok) return { __typename: "InvalidInput", ...observed.error };
      return handled(await recordSiteFindings(portsOf(context), id, observed.value));
    },
    signInspection: async (_, { id }, context) => handled(await signSiteReport(portsOf(context), id)),
    orderReinspection: (_, { id, note }, context) =>
      withTexts({ note }, async (texts) =>
        handled(await orderSiteReinspection(portsOf(context), id, texts.note)),
      ),
    acceptApplication: async (_, { id }, context) => handled(await acceptApplication(portsOf(context), id)),
    requestCorrection: async (_, { id, input }, context) => {
      const fields = readFaults(input.fields ?? [], "fields");
      const materials = readFaults(input.materials ?? [], "materials");
      if (!fields.ok) return { __typename: "InvalidInput", ...fields.error };
      if (!materials.ok) return { __typename: "InvalidInput", ...materials.error };
      const faults = { fields: fields.value, materials: materials.value };
      return handled(await askForCorrection(portsOf(context), id, faults));
    },
    finishStep: (_, { id, step, opinion }, context) =>
      withTexts({ opinion }, async (texts) =>
        handled(await finishCaseStep(portsOf(context), id, { step: step ?? undefined, ...texts })),
      ),
    approveApplication: (_, { id, reason }, context) =>
      withTexts({ reason }, async (texts) =>
        handled(await decideApplication(portsOf(context), id, { outcome: "APPROVED", ...texts })),
      ),
    rejectApplication: (_, { id, reason, ground: { law, article } }, context) =>
      withTexts({ reason, law, article }, async ({ reason: why, ...ground }) =>
        handled(await decideApplication(portsOf(context), id, { outcome: "REJECTED", reason: why, ground })),
      ),
    pauseApplication: (_, { id, reason, note }, context) =>
      withTexts({ note }, async (texts) =>
        handled(await pauseClock(portsOf(context), id, { reason, ...texts })),
      ),
    resumeApplication: async (_, { id }, context) => handled(await resumeClock(portsOf(context), id)),
    extendApplication: (_, { id, workingDays, reason }, context) =>
      withTexts({ reason }, async (texts) =>
        handled(await extendTime(portsOf(context), id, { workingDays, ...texts })),
      ),
    deliverApplication: (_, { id, note }, context) =>
      withTexts({ note }, async (texts) => handled(await deliverResult(portsOf(context), id, texts.note))),
    revokeApplication: (_, { id, reason, ground: { law, article } }, context) =>
      withTexts({ reason, law, article }, async ({ reason: why, ...ground }) =>
        handled(await revokeApproval(portsOf(context), id, { reason: why, ground })),
      ),
    answerAppeal: (_, { id, outcome, answer }, context) =>
      withTexts({ answer }, async (texts) =>
        handled(await decideAppeal(portsOf(context), id, { outcome, ...texts })),
      ),
    answerComplaint: (_, { id, answer }, context) =>
      withTexts({ answer }, async (texts) =>
        handled(await answerComplaint(portsOf(context), id, texts.answer)),
      ),
  },
};

const NO_OFFICER = { code: "NOT_AN_OFFICER", path: ["to"] } as const;

const portsOf = (context: Context) => {
  const { database, commit, now, requestId, secrets, config, parts } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, mode: actor.mode, actor, now, requestId, secrets, config, parts };
};

/** Checks what an officer writes before anything is done with it. */
async function withTexts<K extends string, T>(
  texts: Readonly<Record<K, string>>,
  act: (texts: Readonly<Record<K, string>>) => Promise<T>,
) {
  const trimmed: Record<string, string> = {};
  for (const [name, text] of Object.entries<string>(texts)) {
    const one = checkText(text, TEXT_LENGTH.min, TEXT_LENGTH.max);
    if (!one.ok) return { __typename: "InvalidInput", ...one.error, path: [name] } as const;
    trimmed[name] = one.value;
  }
  return act({ ...texts, ...trimmed });
}

type FaultProblem = (TextProblem | TooMany) & { readonly path: readonly string[] };
type TooMany = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

function readFaults(
  faults: readonly NamedFault[],
  list: "fields" | "materials",
): Result<readonly NamedFault[], FaultProblem> {
  const path = ["input", list];
  if (faults.length > FAULTS_MAX) return err({ code: "TOO_MANY", values: { max: String(FAULTS_MAX) }, path });
  const read: NamedFault[] = [];
  for (const [i, { name, note }] of faults.entries()) {
    const text = checkText(note, TEXT_LENGTH.min, TEXT_LENGTH.max);
    if (!text.ok) return err({ ...text.error, path: [...path, String(i), "note"] });
    read.push({ name, note: text.value });
  }
  return ok(read);
}

type Refused =
  | (
      | EffectImpossible
      | NotAllowed
      | NoSuchCase
      | NothingNamed
      | FaultUnknown
      | ExtensionOutOfRange
      | HasChecked
      | StepNotNamed
    )
  | (InspectorUnfit | PointUnknown);

function handled(result: Result<Application, Refused>) {
  if (result.ok) return { __typename: "Application", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}
