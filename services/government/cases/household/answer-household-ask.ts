import type { Citizen } from "../../../kernel/actor.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type CasePorts, changeCase, type NoSuchCase } from "../change-case.ts";
import { materialCaseOf } from "../materials/case-materials.ts";
import { takesFiles } from "../materials/material.ts";
import { type AskClosed, answerAsk, askFor } from "../materials/member-ask.ts";
import { getMaterials, putMaterials } from "../materials/store.ts";
import { answersFor } from "./answers-for.ts";
import { findAsk, type HouseholdAsk } from "./find-household-asks.ts";

export type AnswerPorts = CasePorts & { readonly actor: Citizen };

/** For somebody else's case, and one in which nobody is asked whom the caller could answer for. */
export type NotAsked = { readonly code: "MEMBER_ASK_NOT_FOUND" };

export type AskAnswer = { readonly application: string; readonly material: string; readonly gives: boolean };

const ACTIONS = {
  GIVEN: "household-given",
  REFUSED: "household-refused",
  WITHDRAWN: "household-withdrawn",
} as const;

/**
 * A member's yes or no to one material of one case, by their own sign-in, a child's by a guardian's. A yes can be withdrawn as long as
 * the case is not handed in. The applicant is told of it.
 */
export async function answerHouseholdAsk(
  ports: AnswerPorts,
  { application: id, material, gives }: AskAnswer,
): Promise<Result<HouseholdAsk, NotAsked | AskClosed>> {
  const { actor, now } = ports;
  const answered = await changeCase<NotAsked | AskClosed>(ports, id, async ({ application, item }) => {
    const materials = await getMaterials(ports, application.id);
    const { asks = [] } = materials;
    const ask = askFor(asks, material);
    if (!ask || !(await answersFor(ports, actor.id, ask))) return err({ code: "MEMBER_ASK_NOT_FOUND" });
    if (!takesFiles(materialCaseOf(application, item), material))
      return err({ code: "MEMBER_ASK_CLOSED", path: ["application"] });
    const next = answerAsk(asks, ask, { gives, by: actor.id, at: now });
    if (!next.ok) return next;
    const state = askFor(next.value, material)?.state;
    if (next.value === asks || !state || state === "ASKED")
      return ok({ application, action: "household-answered" });
    return ok({
      application: { ...application, revision: application.revision + 1 },
      ...{ action: ACTIONS[state], reason: material, event: "application.household-answered" },
      writes: [putMaterials(ports, { ...materials, asks: next.value, revision: materials.revision + 1 })],
    });
  });
  if (!answered.ok) return err(asNotAsked(answered.error));
  const found = await findAsk(ports, { application: answered.value.id, material });
  return found ? ok(found) : err({ code: "MEMBER_ASK_NOT_FOUND" });
}

const asNotAsked = (error: NotAsked | AskClosed | NoSuchCase): NotAsked | AskClosed =>
  error.code === "APPLICATION_NOT_FOUND" ? { code: "MEMBER_ASK_NOT_FOUND" } : error;
