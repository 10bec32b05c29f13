import type { Capacity } from "../../../field/subject.ts";
import type { Actor, Role } from "../../../kernel/actor.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Message } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { TrailWords } from "../../../kernel/service.ts";
import { officeOf, type StepRole } from "../../catalogue/index.ts";
import type { StoredEntry } from "./trail-check.ts";

/** The doer of something: the applicant learns of an officer the department and the role, not the person. */
export type TrailParty = "APPLICANT" | "GUARDIAN" | "OTHER_CITIZEN" | "OFFICER" | "PARTNER" | "PLATFORM";

/** An entry of a case's trail, ready to be read. */
export type TrailLine = {
  readonly sequence: number;
  readonly at: Instant;
  /** As the trail names it, for example "applications.case.accepted". */
  readonly action: string;
  /** The sentence that says what happened; of an action that no service has words for, none. */
  readonly sentence: Message | undefined;
  readonly by: TrailParty;
  readonly officer?: OfficerId;
  readonly role?: Role;
  readonly department?: string;
  readonly reason: string;
  /** The thing whose code the reason is, where it is nobody's text. */
  readonly reasonNames?: TrailWords["reasonNames"];
  /** Whether the reason is for the applicant too. */
  readonly isReasonTold: boolean;
  readonly hash: string;
};

/** How the actions of all services read, by their last parts. */
export type TrailTexts = ReadonlyMap<string, TrailWords>;

declare module "../../../kernel/parts.ts" {
  interface Parts {
    readonly trail: TrailTexts;
  }
}

/** As much of a case as its trail is read by. */
export type TrailCase = {
  readonly citizenId: string;
  readonly capacity: Capacity;
  /** The subject, of an enterprise its legal representative where it is on record. */
  readonly principal: string | undefined;
  readonly department: string;
  readonly finished: readonly {
    readonly by: OfficerId;
    readonly at: Instant;
    readonly role: StepRole;
    readonly department: string;
  }[];
};

/** An entry of a case's trail as a line that people read. */
export function lineOf(of: TrailCase, entry: StoredEntry, trail: TrailTexts): TrailLine {
  const [action, actor, at] = [
    String(entry["action"]),
    String(entry["actor"]),
    String(entry["at"]) as Instant,
  ];
  const told = trail.get(action.slice(action.lastIndexOf(".") + 1));
  return {
    ...{ sequence: Number(entry["sequence"]), at, action, hash: String(entry["hash"]) },
    sentence: told?.text,
    ...partyOf(of, { actor, at, told }),
    reason: String(entry["reason"] ?? ""),
    isReasonTold: told?.isReasonTold === true,
    ...(told?.reasonNames ? { reasonNames: told.reasonNames } : {}),
  };
}

/** Whether a caller reads the reason of an entry: officers do, and where it is told the applicant too. */
export const readsReason = (
  { kind }: Actor,
  { reason, isReasonTold }: Pick<TrailLine, "reason" | "isReasonTold">,
): boolean => reason !== "" && (isReasonTold || kind === "OFFICER");

function partyOf(
  { department, finished, ...of }: TrailCase,
  {
    actor,
    at,
    told,
  }: { readonly actor: string; readonly at: Instant; readonly told: TrailWords | undefined },
): Pick<TrailLine, "by" | "officer" | "role" | "department"> {
  if (isId("ofc", actor)) {
    if (told?.isElsewhere) return { by: "OFFICER", officer: actor, role: "WINDOW_CLERK" };
    const step = told?.endsStep && finished.find((one) => one.by === actor && one.at === at);
    const role = step ? officeOf(step.role) : told?.role;
    return {
      ...{ by: "OFFICER", officer: actor, department: step ? step.department : department },
      ...(role ? { role } : {}),
    };
  }
  if (actor.startsWith("system/")) return { by: "PLATFORM" };
  if (actor.startsWith("ptn_")) return { by: "PARTNER" };
  if (actor === of.citizenId && of.capacity === "GUARDIAN") return { by: "GUARDIAN" };
  return { by: isApplicant(of, actor) ? "APPLICANT" : "OTHER_CITIZEN" };
}

/** Whether it was the subject, or the legal representative by whom it began the case. Proxies and agents act for others. */
const isApplicant = (
  { citizenId, capacity, principal }: Pick<TrailCase, "citizenId" | "capacity" | "principal">,
  actor: string,
): boolean => actor === principal || (actor === citizenId && capacity !== "AGENT");
