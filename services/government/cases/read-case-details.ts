import type { Actor } from "../../kernel/actor.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpCapacity } from "../../people/enterprises/index.ts";
import type { ServiceItem } from "../catalogue/index.ts";
import { actionsFor, type Caller } from "./actions.ts";
import { formProblems, type JudgingPorts } from "./applicant/form-check.ts";
import type { Application } from "./application.ts";
import { standsForSubject } from "./change-case.ts";
import { handles } from "./circle.ts";
import type { Consents } from "./consents.ts";
import { type EffectParts, type EffectPorts, factGroupOf, findAmount } from "./effects.ts";
import { type NamedProblem, nameProblems } from "./form-problem.ts";
import type { Action } from "./life.ts";
import { mayChange } from "./mandate/acting-party.ts";
import { callerIn } from "./mandate/change-own-case.ts";
import { findActing } from "./mandate/mandate.ts";
import { problemsOfMaterials } from "./materials/case-materials.ts";
import type { HeldParts, HeldPorts } from "./materials/find-held.ts";
import { progressOf, type StepProgress } from "./progress.ts";
import { readCaseItem } from "./read-case-item.ts";
import { type FormPorts, readStandingForm, type ServedCase } from "./read-form.ts";
import { inWords, type RulingInWords } from "./ruling/ruling-in-words.ts";
import { getRuling } from "./ruling/ruling-store.ts";
import { type ApplicationStore, findApplication, getForm } from "./store.ts";
import { getVisits } from "./window/visit-store.ts";

/**
 * The amount that an application would pay that waits for its subject's word, if it were granted now. It tells of what
 * the subject has, so a proxy or an agent who has handed it in does not read it.
 */
export async function findExpectedAmount(
  ports: ActionPorts & EffectPorts & EffectParts,
  application: ServedCase,
): Promise<Fen | undefined> {
  if (application.status !== "AWAITING_CONFIRMATION") return undefined;
  const caller = await findCaller(ports, application);
  if (caller?.kind === "ELSEWHERE" || (caller?.kind === "APPLICANT" && !caller.isSubject)) return undefined;
  const [form, item] = await Promise.all([getForm(ports, application.id), readCaseItem(ports, application)]);
  return findAmount(ports, { application, form, item });
}

/** The problems that are left in the form and the materials. */
export async function listProblems(
  ports: HeldPorts & HeldParts & JudgingPorts & FormPorts,
  application: Application,
): Promise<readonly NamedProblem[]> {
  const { form, item, held } = await readStandingForm(ports, application);
  const materials = await problemsOfMaterials(ports, application, item);
  return nameProblems(item, [...formProblems(item, form, ports, held), ...materials]);
}

/** How the item's rule decided, with its trace in words; none while it is still to be asked. */
export async function findRuling(
  ports: ApplicationStore & EffectParts,
  application: Application,
): Promise<RulingInWords | undefined> {
  if (!application.ruling || application.ruling === "PENDING") return undefined;
  const [ruling, item] = await Promise.all([
    getRuling(ports, application.id),
    readCaseItem(ports, application),
  ]);
  return ruling && inWords(ruling, { form: item.form, group: factGroupOf(ports, item) });
}

/** How often the applicant came to a hall, and how often the item says that they have to. */
export async function readVisits(
  store: ApplicationStore,
  application: Application,
): Promise<{ readonly count: number; readonly promised: number }> {
  const [count, { visits }] = await Promise.all([
    getVisits(store, application.id),
    readCaseItem(store, application),
  ]);
  return { count, promised: visits };
}

/** How far the case has come in its item's workflow. */
export const readProgress = async (
  store: Pick<ApplicationStore, "database">,
  application: Application,
): Promise<readonly StepProgress[]> =>
  progressOf((await readCaseItem(store, application)).steps, application);

/** The name of the department that answers for a case, as the case's item has it. */
export async function findDepartmentName(
  store: ApplicationStore,
  id: string,
): Promise<ServiceItem["department"]["name"] | undefined> {
  const application = await findApplication(store, id);
  return application && (await readCaseItem(store, application)).department.name;
}

export type ActionPorts = ApplicationStore & {
  readonly actor: Actor;
  readonly now: Instant;
  readonly consents: Consents;
  readonly secrets: Pick<Secrets, "unseal">;
};

/** The actions that the caller has on the case now. */
export async function findActions(ports: ActionPorts, application: ServedCase): Promise<readonly Action[]> {
  const caller = await findCaller(ports, application);
  if (!caller) return [];
  const [{ steps }, isTheirs] = await Promise.all([
    readCaseItem(ports, application),
    standsForSubject(ports, application),
  ]);
  return actionsFor(application, caller, { steps, now: ports.now, standsForSubject: isTheirs });
}

/** A clerk acts as the applicant in a case that they serve at their window, a partner in those that it may change. */
async function findCaller(ports: ActionPorts, application: ServedCase): Promise<Caller | undefined> {
  const { actor, now } = ports;
  const { subject, item, servedFor } = application;
  const person = servedFor ?? (actor.kind === "CITIZEN" ? actor.id : undefined);
  if (person) {
    const capacity = await lookUpCapacity(ports, person, subject, { item: item.code, now });
    if (capacity && actor.kind === "OFFICER" && !handles(actor, application)) return { kind: "ELSEWHERE" };
    return capacity && callerIn(capacity);
  }
  if (actor.kind === "PARTNER") {
    const named = subject.kind === "PERSON" ? subject.citizenId : undefined;
    const acting = await findActing({ ...ports, actor }, { person: named });
    return acting.ok && mayChange(acting.value, application) ? { kind: "PARTNER" } : undefined;
  }
  return actor.kind === "OFFICER" ? actor : undefined;
}
