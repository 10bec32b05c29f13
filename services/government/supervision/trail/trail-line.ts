import type { Capacity } from "../../../field/subject.ts";
import type { Actor, Role } from "../../../kernel/actor.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { isId } from "../../../kernel/ids.ts";
import type { MessageCode } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { StepRole } from "../../catalogue/index.ts";
import type { StoredEntry } from "./trail-check.ts";

/** The doer of something: the applicant learns of an officer the department and the role, not the person. */
export type TrailParty = "APPLICANT" | "OTHER_CITIZEN" | "OFFICER" | "PARTNER" | "PLATFORM";

/** An entry of a case's trail, ready to be read. */
export type TrailLine = {
  readonly sequence: number;
  readonly at: Instant;
  /** As the trail names it, for example "applications.case.accepted". */
  readonly action: string;
  /** Of the sentence that says what happened. */
  readonly message: MessageCode;
  readonly by: TrailParty;
  readonly officer?: OfficerId;
  readonly role?: string;
  readonly department?: string;
  readonly reason: string;
  /** Whether the reason is for the applicant too. */
  readonly isReasonTold: boolean;
  readonly hash: string;
};

type Told = { readonly role?: Role; readonly reason?: "told"; readonly ends?: "a step" };

/** The events of a case, by the last part of their action; `role` where the step that it ends does not tell it. */
const ACTIONS = {
  started: {},
  saved: {},
  submitted: { reason: "told" },
  "confirmation-asked": { reason: "told" },
  confirmed: {},
  withdrawn: { reason: "told" },
  appealed: { reason: "told" },
  complained: { reason: "told" },
  accepted: { role: "ACCEPTOR", ends: "a step" },
  "deemed-accepted": {},
  "correction-requested": { role: "ACCEPTOR" },
  "step-claimed": {},
  "step-released": {},
  "step-reassigned": { role: "SUPERVISOR" },
  "step-finished": { ends: "a step" },
  approved: { role: "DECIDER", ends: "a step", reason: "told" },
  rejected: { role: "DECIDER", ends: "a step", reason: "told" },
  "approved-by-rule": {},
  "rejected-by-rule": {},
  routed: {},
  paused: { reason: "told" },
  resumed: {},
  extended: { role: "SUPERVISOR", reason: "told" },
  delivered: { role: "ISSUER", ends: "a step" },
  revoked: { role: "SUPERVISOR", reason: "told" },
  "appeal-upheld": { role: "SUPERVISOR", reason: "told" },
  "appeal-overturned": { role: "SUPERVISOR", reason: "told" },
  "complaint-answered": { role: "SUPERVISOR", reason: "told" },
  warned: {},
  overdue: {},
  lapsed: {},
  archived: {},
  "inspectors-appointed": {},
  "findings-recorded": { role: "INSPECTOR" },
  "report-signed": { role: "INSPECTOR" },
  inspected: { role: "INSPECTOR" },
  "reinspection-ordered": { role: "DECIDER", reason: "told" },
  "material-announced": {},
  "material-scanning": {},
  "material-ready": {},
  "material-rejected": {},
  fetched: {},
  "opened-at-hall": { role: "WINDOW_CLERK" },
  visited: { role: "WINDOW_CLERK" },
  evaluated: {},
  "evaluation-assigned": { role: "SUPERVISOR" },
  "evaluation-put-right": { reason: "told" },
  "evaluation-called-back": { role: "SUPERVISOR", reason: "told" },
  "evaluation-appealed": { reason: "told" },
  "evaluation-answered": { role: "SUPERVISOR", reason: "told" },
  "evaluation-overdue": {},
  "ruling-confirmed": {},
  "ruling-objected": {},
  "objection-answered": { role: "SUPERVISOR" },
} as const satisfies Readonly<Record<string, Told>>;

type Kind = keyof typeof ACTIONS;
type Shouted<K extends string> = K extends `${infer Word}-${infer More}`
  ? `${Uppercase<Word>}_${Shouted<More>}`
  : Uppercase<K>;

const isKnown = (kind: string): kind is Kind => Object.hasOwn(ACTIONS, kind);

/** Each kind has a text of its own; the compiler spells its code as this does, so that none can be missing. */
const sentenceOf = (kind: Kind): MessageCode =>
  `TRAIL_${kind.toUpperCase().replaceAll("-", "_") as Shouted<Kind>}`;

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
export function lineOf(of: TrailCase, entry: StoredEntry): TrailLine {
  const [action, actor, at] = [
    String(entry["action"]),
    String(entry["actor"]),
    String(entry["at"]) as Instant,
  ];
  const kind = action.slice(action.lastIndexOf(".") + 1);
  const told: Told | undefined = isKnown(kind) ? ACTIONS[kind] : undefined;
  return {
    ...{ sequence: Number(entry["sequence"]), at, action, hash: String(entry["hash"]) },
    message: isKnown(kind) ? sentenceOf(kind) : "TRAIL_OTHER",
    ...partyOf(of, { actor, at, told }),
    reason: String(entry["reason"] ?? ""),
    isReasonTold: told?.reason === "told",
  };
}

/** The reason that an entry gives, for officers and, where it is told, for the applicant too. */
export const reasonFor = (
  { kind }: Actor,
  { reason, isReasonTold }: Pick<TrailLine, "reason" | "isReasonTold">,
): string | undefined => (reason !== "" && (isReasonTold || kind === "OFFICER") ? reason : undefined);

function partyOf(
  { department, finished, ...of }: TrailCase,
  { actor, at, told }: { readonly actor: string; readonly at: Instant; readonly told: Told | undefined },
): Pick<TrailLine, "by" | "officer" | "role" | "department"> {
  if (isId("ofc", actor)) {
    const step = told?.ends && finished.find((one) => one.by === actor && one.at === at);
    const role = step ? step.role.toUpperCase() : told?.role;
    return {
      ...{ by: "OFFICER", officer: actor, department: step ? step.department : department },
      ...(role ? { role } : {}),
    };
  }
  if (actor.startsWith("system/")) return { by: "PLATFORM" };
  if (actor.startsWith("ptn_")) return { by: "PARTNER" };
  return { by: isApplicant(of, actor) ? "APPLICANT" : "OTHER_CITIZEN" };
}

/** Whose matter it is, or who was its legal representative when they began it; a proxy or agent only acts for them. */
const isApplicant = (
  { citizenId, capacity, principal }: Pick<TrailCase, "citizenId" | "capacity" | "principal">,
  actor: string,
): boolean => actor === principal || (actor === citizenId && capacity !== "AGENT");
