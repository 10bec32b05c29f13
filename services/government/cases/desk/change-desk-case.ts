import type { Officer } from "../../../kernel/actor.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Application, LegalGround, NotAllowed } from "../application.ts";
import { type CasePorts, type Changed, changeCase, type Found, type NoSuchCase } from "../change-case.ts";
import { handles } from "../circle.ts";
import type { PauseReason } from "../clock.ts";
import { withAnswer } from "../complaint.ts";
import {
  type EffectImpossible,
  type EffectParts,
  type EffectPorts,
  grantEffect,
  undoEffect,
} from "../effects.ts";
import { act as actOn } from "../transition.ts";
import {
  accept,
  answerAppeal,
  claim,
  decide,
  deliver,
  type ExtensionOutOfRange,
  extend,
  type Faults,
  finishStep,
  type Handling,
  type HasChecked,
  type NothingNamed,
  pause,
  reassign,
  release,
  requestCorrection,
  resume,
  revoke,
  type StepNotNamed,
  type Verdict,
} from "./desk-case.ts";

export type OfficerPorts = CasePorts & { readonly actor: Officer };

type Handled<R = never> = Promise<Result<Application, NotAllowed | NoSuchCase | R>>;
type How = Omit<Changed, "application" | "form">;

/** Whether a case is one that an officer handles: a draft is on nobody's desk. */
export const isOnDesk = ({ actor }: OfficerPorts, application: Application): boolean =>
  application.status !== "DRAFT" && handles(actor, application);

/** What an officer decides about a case of their jurisdiction; any other answers as an unknown one. */
export function handle<R extends { readonly code: string } = NotAllowed>(
  ports: OfficerPorts,
  id: string,
  how: How,
  act: (application: Application, by: Handling, found: Found) => Result<Application, R | NotAllowed>,
): Handled<R> {
  return changeCase<R | NotAllowed | NoSuchCase>(ports, id, (found) => {
    const { application, facts } = found;
    if (!isOnDesk(ports, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const done = act(application, { ...facts, caller: ports.actor }, found);
    return done.ok ? ok({ ...how, application: done.value }) : done;
  });
}

export const claimStep = (ports: OfficerPorts, id: string, step: string): Handled =>
  handle(ports, id, { action: "step-claimed", reason: step }, (application, by) =>
    claim(application, step, by),
  );

export const releaseStep = (ports: OfficerPorts, id: string, step: string): Handled =>
  handle(ports, id, { action: "step-released", reason: step }, (application, by) =>
    release(application, step, by),
  );

/** `to` is the officer who gets the step; without one it goes back into its queue. */
export const reassignStep = (
  ports: OfficerPorts,
  id: string,
  {
    step,
    to,
    reason,
  }: { readonly step: string; readonly to: OfficerId | undefined; readonly reason: string },
): Handled<HasChecked> =>
  handle<HasChecked>(ports, id, { action: "step-reassigned", reason }, (application, by) =>
    reassign(application, step, to, by),
  );

export const acceptApplication = (ports: OfficerPorts, id: string): Handled =>
  handle(ports, id, { action: "accepted", event: "application.accepted" }, accept);

export type FaultUnknown = {
  readonly code: "FAULT_UNKNOWN";
  readonly values: { readonly name: string };
  readonly path: readonly string[];
};

/** The one notice of all that is missing or wrong: fields of the item's form and materials of the item, by name. */
export const askForCorrection = (
  ports: OfficerPorts,
  id: string,
  faults: Faults,
): Handled<NothingNamed | FaultUnknown> =>
  handle<NothingNamed | FaultUnknown>(
    ports,
    id,
    { action: "correction-requested", event: "application.correction-requested" },
    (application, by, { item }) => {
      const { properties } = item.form;
      const fields = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
      const unknown =
        unknownIn(faults.fields, fields, "fields") ??
        unknownIn(
          faults.materials,
          item.materials.map(({ code }) => code),
          "materials",
        );
      return unknown ? err(unknown) : requestCorrection(application, faults, by);
    },
  );

function unknownIn(
  named: Faults["fields"],
  known: readonly string[],
  list: "fields" | "materials",
): FaultUnknown | undefined {
  const i = named.findIndex(({ name }) => !known.includes(name));
  const fault = named[i];
  return (
    fault && { code: "FAULT_UNKNOWN", values: { name: fault.name }, path: ["input", list, String(i), "name"] }
  );
}

export const finishCaseStep = (
  ports: OfficerPorts,
  id: string,
  finished: { readonly step?: string | undefined; readonly opinion: string },
): Handled<StepNotNamed> =>
  handle<StepNotNamed>(ports, id, { action: "step-finished" }, (application, by) =>
    finishStep(application, finished, by),
  );

/** A grant brings about what the item says, in the same commit; where it cannot, nothing is granted. */
export const decideApplication = (
  ports: OfficerPorts & EffectPorts & EffectParts,
  id: string,
  verdict: Verdict,
): Handled<EffectImpossible> => {
  const action = verdict.outcome === "APPROVED" ? "approved" : "rejected";
  return changeCase<NotAllowed | NoSuchCase | EffectImpossible>(ports, id, async (found) => {
    const { application, facts } = found;
    if (!isOnDesk(ports, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const done = decide(application, verdict, { ...facts, caller: ports.actor });
    if (!done.ok) return done;
    const effects = action === "approved" ? await grantEffect(ports, found) : ok([]);
    if (!effects.ok) return effects;
    const how = { action, reason: verdict.reason, event: `application.${action}` } as const;
    return ok({ ...how, application: done.value, writes: effects.value });
  });
};

export const pauseClock = (
  ports: OfficerPorts,
  id: string,
  why: { readonly reason: PauseReason; readonly note: string },
): Handled =>
  handle(ports, id, { action: "paused", reason: `${why.reason}: ${why.note}` }, (application, by) =>
    pause(application, why, by),
  );

export const resumeClock = (ports: OfficerPorts, id: string): Handled =>
  handle(ports, id, { action: "resumed" }, resume);

export const extendTime = (
  ports: OfficerPorts,
  id: string,
  extension: { readonly workingDays: number; readonly reason: string },
): Handled<ExtensionOutOfRange> =>
  handle<ExtensionOutOfRange>(
    ports,
    id,
    { action: "extended", reason: extension.reason, event: "application.extended" },
    (application, by) => extend(application, extension, by),
  );

export const deliverResult = (ports: OfficerPorts, id: string, note: string): Handled =>
  handle(ports, id, { action: "delivered", event: "application.delivered" }, (application, by) =>
    deliver(application, note, by),
  );

/** Takes back what was granted, and in the same commit what the grant has brought about that can be taken back. */
export const revokeApproval = (
  ports: OfficerPorts & EffectParts,
  id: string,
  { ground, reason }: { readonly ground: LegalGround; readonly reason: string },
): Handled =>
  changeCase<NotAllowed | NoSuchCase>(ports, id, async ({ application, item, facts }) => {
    if (!isOnDesk(ports, application)) return err({ code: "APPLICATION_NOT_FOUND" });
    const done = revoke(application, ground, reason, { ...facts, caller: ports.actor });
    if (!done.ok) return done;
    const writes = await undoEffect(ports, { application, item });
    return ok({ action: "revoked", reason, event: "application.revoked", application: done.value, writes });
  });

export const decideAppeal = (
  ports: OfficerPorts,
  id: string,
  { outcome, answer }: { readonly outcome: "UPHELD" | "OVERTURNED"; readonly answer: string },
): Handled =>
  handle(
    ports,
    id,
    { action: `appeal-${outcome.toLowerCase()}`, reason: answer, event: "application.appeal-answered" },
    (application, by) => answerAppeal(application, { outcome, answer }, by),
  );

/** A supervisor answers a complaint about delay; the applicant is told. */
export const answerComplaint = (ports: OfficerPorts, id: string, answer: string): Handled =>
  handle(
    ports,
    id,
    { action: "complaint-answered", reason: answer, event: "application.complaint-answered" },
    (application, by) =>
      actOn(application, "ANSWER_COMPLAINT", by, {
        complaints: withAnswer(application.complaints ?? [], {
          ...{ answer, answeredAt: by.now, answeredBy: by.caller.id },
        }),
      }),
  );
