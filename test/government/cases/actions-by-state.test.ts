import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import { actionsFor, type Caller } from "../../../services/government/cases/actions.ts";
import type { Application } from "../../../services/government/cases/application.ts";
import { STATUSES, type Status } from "../../../services/government/cases/life.ts";
import { tasksNow } from "../../../services/government/cases/workflow.ts";
import type { Officer, Role } from "../../../services/kernel/actor.ts";
import { date, midnight } from "../../../services/kernel/civil-date.ts";
import type { OfficerId } from "../../../services/kernel/ids.ts";

const DEPARTMENT = "BJ-GJJ";
const DAY = date("2026-03-03");
const RECEIVED = midnight(date("2026-03-02"));
const STEPS = [
  ...["acceptor", "reviewer", "decider", "issuer"].map((role) => ({ code: role, role, workingDays: 1 })),
];

const officer = (id: Officer["id"], more: Partial<Officer> = {}): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id, person: "ctz_00000000000000000000000f" },
  ...{ roles: [], jurisdiction: { regionPrefix: "11", departments: [DEPARTMENT] }, ...more },
});
const HOLDER = "ofc_0000000000000001";
const roles = (...of: Role[]) => ({ roles: of });
const EVERY_ROLE = roles("ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER", "SUPERVISOR");

/** By the names that the table gives them. `holder`: the step whose turn it is is theirs. */
const CALLERS: Readonly<Record<string, Caller>> = {
  subject: { kind: "APPLICANT", isSubject: true },
  agent: { kind: "APPLICANT", isSubject: false },
  partner: { kind: "PARTNER" },
  "a window elsewhere": { kind: "ELSEWHERE" },
  holder: officer(HOLDER, roles("ACCEPTOR", "REVIEWER", "DECIDER", "ISSUER")),
  colleague: officer("ofc_0000000000000002", roles("ACCEPTOR", "REVIEWER", "DECIDER", "ISSUER")),
  supervisor: officer("ofc_0000000000000003", roles("SUPERVISOR")),
  clerk: officer("ofc_0000000000000004", roles("WINDOW_CLERK")),
  "the subject as an officer": officer("ofc_0000000000000005", {
    ...EVERY_ROLE,
    person: "ctz_000000000000000000000001",
  }),
  "another department's": officer("ofc_0000000000000006", {
    ...EVERY_ROLE,
    jurisdiction: { regionPrefix: "11", departments: ["BJ-GA"] },
  }),
};

const DECIDED: readonly Status[] = ["APPROVED", "DELIVERED", "REJECTED", "APPEALED", "ARCHIVED", "REVOKED"];
const BEFORE: readonly Status[] = ["DRAFT", "AWAITING_CONFIRMATION"];

/** A case as it stands in a status, a day after it was received. */
function caseIn(status: Status, holder: OfficerId | undefined): Application {
  const citizenId = "ctz_000000000000000000000001";
  const isReceived = !BEFORE.includes(status);
  const opening = { status, department: DEPARTMENT, at: RECEIVED, on: DAY };
  const outcome = status === "REJECTED" || status === "APPEALED" ? "REJECTED" : "APPROVED";
  return {
    ...{ id: "app_0000000000000001", citizenId, subject: personAs(citizenId), capacity: "SELF" },
    ...{ item: { code: "TEST", version: 1 }, department: DEPARTMENT, region: "110105" as RegionCode },
    ...{ channel: "ONLINE", stage: "GENERAL", status, createdAt: RECEIVED, savedAt: RECEIVED },
    ...(isReceived ? { submittedAt: RECEIVED } : {}),
    tasks: tasksNow(STEPS, [], [], opening).map((task) => (holder ? { ...task, claimedBy: holder } : task)),
    finished: [],
    clock: {
      ...{ promisedWorkingDays: 5, statutoryWorkingDays: 20, receivedOn: date("2026-03-02") },
      ...(["SUBMITTED", ...BEFORE].includes(status) ? {} : { acceptedOn: date("2026-03-02") }),
      pauses: status === "PAUSED" ? [{ reason: "HEARING", note: "听证", by: HOLDER, from: RECEIVED }] : [],
    },
    ...(DECIDED.includes(status)
      ? { decision: { outcome, at: RECEIVED, by: HOLDER, reason: "依法决定" } }
      : {}),
    ...(status === "APPEALED" ? { appeal: { at: RECEIVED, reason: "不服" } } : {}),
    ...{ revision: 1, creation: "test" },
  };
}

const lines = STATUSES.flatMap((status) =>
  Object.entries(CALLERS).flatMap(([name, caller]) => {
    const facts = { steps: STEPS, now: midnight(DAY), standsForSubject: false };
    // A colleague finds the step where nobody has taken it.
    const holder = name === "colleague" ? undefined : HOLDER;
    const actions = actionsFor(caseIn(status, holder), caller, facts);
    return actions.length > 0 ? [`${status}, ${name}: ${actions.join(", ")}`] : [];
  }),
);

it("what each caller can do in each state is decided, and reviewed like code", () => {
  const table = readFileSync(new URL("./actions-by-state.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(lines).toEqual(table);
});
