import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mayAgree } from "../../services/convenience/transit/clearing/read-clearing.ts";
import { FARE_RULES } from "../../services/convenience/transit/network/fare-rules.ts";
import { agree } from "../../services/convenience/transit/tariffs/tariff.ts";
import { personAs } from "../../services/field/subject.ts";
import { hasCheckedElsewhere, needsOthers } from "../../services/government/cases/actions.ts";
import type { Application } from "../../services/government/cases/application.ts";
import { hasDecided, hasHandled } from "../../services/government/cases/circle.ts";
import {
  actionsOf as reviewActions,
  type SampleReview,
} from "../../services/government/cases/ruling/sample-review.ts";
import { isSecondEditor } from "../../services/government/catalogue/editors.ts";
import { confirm } from "../../services/government/inspections/inspection.ts";
import { agreedTo, type KeptKey } from "../../services/government/licences/issuer-keys/issuer-key.ts";
import { mayAgree as mayAgreeToTrust } from "../../services/government/licences/trust/agreeable-part.ts";
import type { LicenceMapping } from "../../services/government/licences/trust/trust-part.ts";
import {
  type Evaluation,
  type EvaluationAction,
  actionsOf as evaluationActions,
} from "../../services/government/supervision/evaluations/evaluation.ts";
import type { Officer } from "../../services/kernel/actor.ts";
import { date } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import type { CitizenId, OfficerId } from "../../services/kernel/ids.ts";
import { fen, ZERO } from "../../services/kernel/money.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { type Difference, differenceActions } from "../../services/money/payments/differences/difference.ts";
import { type Contract, decideContract } from "../../services/money/settlements/contract.ts";
import { grantLive, type Partner } from "../../services/people/partners/partner.ts";
import { region } from "../government/catalogue/items.ts";
import { newCreditCode } from "../support/made-up.ts";

const NOW = "2026-03-04T02:00:00.000Z" as Instant;
const APPLICANT: CitizenId = "ctz_0123456789abcdef";
const CASE = "app_0123456789abcdef";

const officer = (id: OfficerId, person: CitizenId): Officer => ({
  ...{ kind: "OFFICER", mode: "live", id, person, roles: ["SUPERVISOR", "DECIDER", "REVIEWER", "TREASURER"] },
  jurisdiction: { regionPrefix: "11", departments: [] },
});
const [ANN, BOB]: readonly [OfficerId, OfficerId] = ["ofc_ann00000", "ofc_bob00000"];
const [WANG, LI]: readonly [CitizenId, CitizenId] = ["ctz_0000000000000wan", "ctz_00000000000000li"];

/** The hand that a record keeps; records of before have no person. */
type Kept = { readonly by: OfficerId; readonly person?: CitizenId };
type Asking = (officer: Officer, kept: Kept) => boolean;

const personOf = ({ person }: Kept): readonly CitizenId[] => (person ? [person] : []);
const said = (kept: Kept) => ({ text: "同意", at: NOW, ...kept });

const caseWith = (change: Partial<Application>): Application => ({
  ...{ id: CASE, citizenId: APPLICANT, capacity: "SELF", subject: personAs(APPLICANT) },
  ...{ item: { code: "A", version: 1 }, department: "BJ-SCJG", region: region("110105") },
  ...{ channel: "ONLINE", stage: "GENERAL", status: "IN_REVIEW", createdAt: NOW, savedAt: NOW },
  ...{ tasks: [], finished: [], revision: 3, creation: "x" },
  clock: { promisedWorkingDays: 10, statutoryWorkingDays: 20, pauses: [] },
  ...change,
});
const finishedBy = (kept: Kept) => ({
  ...({ step: "review", role: "reviewer", department: "BJ-SCJG", at: NOW, opinion: "" } as const),
  ...kept,
});
const inspectedBy = (kept: Kept) => ({
  ...{ step: "site", inspectors: [kept.by], persons: personOf(kept), appointedBy: BOB, appointedAt: NOW },
  ...{ findings: [], signedBy: [] },
});
const decidedBy = (kept: Kept) => ({ outcome: "REJECTED", at: NOW, reason: "", ...kept }) as const;

const mayTakeStep = (asking: Officer, application: Application): boolean => {
  const step = { code: "decide", role: "decider", workingDays: 1, fourEyes: true } as const;
  const { code, role } = step;
  const task = { step: code, role, department: "BJ-SCJG", openedAt: NOW, dueOn: date("2026-03-06") };
  return !needsOthers(asking, application, task, { steps: [step] });
};

const evaluationWith = (change: Partial<Evaluation>): Evaluation => ({
  ...{ id: "evl_0123456789abcdef", application: CASE, citizenId: APPLICANT, region: region("110105") },
  ...{ department: "BJ-SCJG", stage: "GENERAL", item: "A", decidedAt: NOW, level: "DISSATISFIED", tags: [] },
  ...{ at: NOW, submission: "s", input: "i", status: "OPEN", revision: 1 },
  ...change,
});
const mayHandle = (asking: Officer, action: EvaluationAction, change: Partial<Evaluation>): boolean =>
  evaluationActions(evaluationWith(change), asking, {}).includes(action);

const proposed = ({ by, person }: Kept) => ({ proposedBy: by, proposedPerson: person, proposedAt: NOW });
const AHEAD = date("2026-06-01");
const [FARE] = FARE_RULES;

/** Whether an officer may do what one who did its first half may not, by the files whose rule that is. */
const ACTS: Readonly<Record<string, { readonly in: readonly string[]; readonly may: Asking }>> = {
  "a step for other eyes, after a step": {
    in: ["government/cases/actions.ts"],
    may: (asking, kept) => mayTakeStep(asking, caseWith({ finished: [finishedBy(kept)] })),
  },
  "a step for other eyes, after an inspection of the site": {
    in: ["government/cases/actions.ts"],
    may: (asking, kept) => mayTakeStep(asking, caseWith({ inspections: [inspectedBy(kept)] })),
  },
  "the inspection of a site, after a step": {
    in: ["government/cases/actions.ts"],
    may: (asking, kept) => {
      const steps = [{ code: "site", role: "inspector", workingDays: 1, fourEyes: true }] as const;
      return !hasCheckedElsewhere(asking, caseWith({ finished: [finishedBy(kept)] }), "site", { steps });
    },
  },
  "the review of a refusal": {
    in: ["government/cases/circle.ts"],
    may: (asking, kept) => !hasDecided(asking, caseWith({ decision: decidedBy(kept) })),
  },
  "the decision anew after a refusal that was set aside": {
    in: ["government/cases/circle.ts"],
    may: (asking, kept) => {
      const appeal = { at: NOW, reason: "", outcome: "OVERTURNED", overturned: decidedBy(kept) } as const;
      return !hasDecided(asking, caseWith({ appeal }));
    },
  },
  "an evaluation that is taken down at a window, after a pause of the clock": {
    in: ["government/cases/circle.ts"],
    may: (asking, kept) => {
      const pause = { reason: "EXPERT_REVIEW", note: "", by: kept.by, from: NOW, to: NOW } as const;
      const clock = { promisedWorkingDays: 10, statutoryWorkingDays: 20, pauses: [pause] };
      return !hasHandled(asking, caseWith({ clock, handlers: personOf(kept) }));
    },
  },
  "an evaluation that is taken down at a window, after an inspection": {
    in: ["government/cases/circle.ts"],
    may: (asking, kept) => !hasHandled(asking, caseWith({ inspections: [inspectedBy(kept)] })),
  },
  "the answer to an objection": {
    in: ["government/cases/ruling/sample-review.ts"],
    may: (asking, kept) => {
      const review: SampleReview = {
        ...{ application: CASE, citizenId: APPLICANT, region: region("110105"), department: "BJ-SCJG" },
        ...{ day: date("2026-03-04"), status: "OBJECTED", finding: said(kept), revision: 2 },
      };
      return reviewActions(review, asking).includes("ANSWER");
    },
  },
  "the publication of an item": {
    in: ["government/catalogue/editors.ts"],
    may: (asking, kept) => isSecondEditor({ editors: [kept.by], editorPersons: personOf(kept) }, asking),
  },
  "the agreement to a part of the trust list": {
    in: ["government/catalogue/editors.ts"],
    may: (asking, kept) => {
      const part: LicenceMapping = {
        ...{ kind: "MAPPING", code: "120000.a", region: region("120000"), vct: "urn:a:b", typeCode: "" },
        ...{ ownType: "a", equivalence: "FULL", fields: [], from: AHEAD, legalBasis: [] },
        ...{ department: { code: "BJ-SCJG", name: { zh: "", en: "" } }, regions: [region("110000")] },
      };
      const draft = { part, revision: 1, editors: [kept.by], editorPersons: personOf(kept) };
      return mayAgreeToTrust(draft, undefined, asking);
    },
  },
  "a key by which an authority signs licences": {
    in: [
      "government/licences/issuer-keys/issuer-key.ts",
      "government/licences/issuer-keys/issuer-key-resolvers.ts",
    ],
    may: (asking, kept) => {
      const publicKey = { kty: "EC", crv: "P-256", x: "", y: "" } as const;
      const key: Omit<KeptKey, "proposedBy" | "proposedAt"> = {
        ...{ keyId: "k", algorithm: "ES256", publicKey, issuer: newCreditCode(), from: NOW },
        privatePart: { kind: "DERIVED", serial: 1 },
      };
      return agreedTo({ ...key, ...proposed(kept) }, { officer: asking, at: NOW }).ok;
    },
  },
  "the second word on what an inspection found": {
    in: ["government/inspections/inspection.ts"],
    may: (asking, kept) => {
      const report = { outcome: "NO_PROBLEM", note: "", at: NOW, ...kept } as const;
      const inspection = { plan: "ipl_1", licence: "JY1", reports: [report], revision: 1 } as const;
      return confirm(inspection, { officer: asking, now: NOW, today: date("2026-03-04") }).ok;
    },
  },
  "the handling of an evaluation of a decision": {
    in: ["government/supervision/evaluations/evaluation.ts"],
    may: (asking, { by, person }) =>
      mayHandle(asking, "ASSIGN", { decidedBy: by, deciderPerson: person, status: "OPEN" }),
  },
  "the call back after an evaluation was put right": {
    in: ["government/supervision/evaluations/evaluation.ts"],
    may: (asking, { by, person }) =>
      mayHandle(asking, "CALL_BACK", { assignee: by, assigneePerson: person, status: "PUT_RIGHT" }),
  },
  "the judgement of measures that another has put in words": {
    in: ["government/supervision/evaluations/evaluation.ts"],
    may: (asking, kept) => mayHandle(asking, "UPHOLD", { measures: said(kept), status: "APPEALED" }),
  },
  "a rule of clearing": {
    in: [
      "convenience/transit/clearing/read-clearing.ts",
      "convenience/transit/clearing/change-clearing.ts",
      "convenience/transit/clearing/resolvers.ts",
    ],
    may: (asking, kept) => {
      const rule = { effectiveFrom: AHEAD, kind: "EXIT", entryPerMille: 0, lines: [] } as const;
      return mayAgree({ ...rule, ...proposed(kept) }, asking, NOW);
    },
  },
  "the fares of a mode": {
    in: ["convenience/transit/tariffs/tariff.ts", "convenience/transit/tariffs/resolvers.ts"],
    may: (asking, kept) => {
      const rule = { ...(FARE ?? expect.fail("no fares")), effectiveFrom: AHEAD };
      const before = { region: rule.region, tariffs: [{ rule, ...proposed(kept) }], revision: 1 };
      return agree(before, rule, { officer: asking, at: NOW, today: date("2026-03-04") }).ok;
    },
  },
  "a contract by which money leaves": {
    in: ["money/settlements/contract.ts", "money/settlements/contract-resolvers.ts"],
    may: (asking, kept) => {
      const account = { id: "pac_1", number: "", maskedNumber: "", provenAt: NOW, proof: "" } as const;
      const contract: Omit<Contract, "proposedBy" | "proposedAt"> = {
        ...{ id: "stc_1", partner: "ptn_1", kind: "biller", effectiveFrom: AHEAD, status: "PROPOSED" },
        ...{
          fee: { perMille: decimal("0"), fixed: ZERO, least: ZERO, account: "services" },
          minimum: ZERO,
          payDay: { days: 1, kind: "WORKING" },
        },
        ...{ account, fingerprint: "" },
      };
      const by = { officer: asking, at: NOW, settledThrough: undefined };
      return decideContract({ ...contract, ...proposed(kept) }, "agree", by).ok;
    },
  },
  "a channel's difference": {
    in: ["money/payments/differences/difference.ts", "money/payments/resolutions/resolvers.ts"],
    may: (asking, { by, person = LI }) => {
      const proposal = { outcome: "WRITE_OFF", reason: "", by, person, at: NOW } as const;
      const difference: Difference = {
        ...{ type: "CHARGE", paymentId: "p", id: "dif_1", channel: "sandbox", kind: "UNKNOWN_CHARGE" },
        ...{ amount: fen(1n), movedAt: NOW, source: "DAY_FILE", foundAt: NOW, status: "PROPOSED" },
        ...{ proposal, revision: 2 },
      };
      return differenceActions(difference, asking).includes("confirm");
    },
  },
  "live access of a partner": {
    in: ["people/partners/partner.ts"],
    may: (asking, { by, person }) => {
      const statement: Partner["statement"] = {
        ...{ name: "京城", standing: "IN_BUSINESS", representativeName: "李明" },
        ...{ legalRepresentative: APPLICANT, recordedAt: NOW },
      };
      const partner: Partner = {
        ...{ id: "ptn_1", name: "京城", purpose: "", requestedScopes: [], scopes: [], status: "APPROVED" },
        ...{ contact: { name: "", phone: "", email: "" }, representative: APPLICANT, fingerprint: "" },
        ...{ representativeMode: "live", appliedAt: NOW, revision: 2, statement },
        ...{ capacity: "LEGAL_REPRESENTATIVE", creditCode: newCreditCode() },
      };
      return grantLive({ ...partner, approvedBy: by, approvedPerson: person }, asking).ok;
    },
  },
};

/** Of these a use case asks, besides the rule itself, on the journeys of their own tests. */
const ASKED_BESIDES = [
  "government/inspections/redraw-inspector.ts",
  "government/supervision/evaluations/appeal-evaluation.ts",
];

describe("four eyes are two persons, and not two officers' ids", () => {
  it.each(Object.entries(ACTS))("for %s", (_, { may }) => {
    const kept: Kept = { by: ANN, person: WANG };
    expect({
      theirs: may(officer(ANN, WANG), kept),
      "theirs, under another id": may(officer(BOB, WANG), kept),
      "theirs, of a record without a person": may(officer(ANN, WANG), { by: ANN }),
      "another's": may(officer(BOB, LI), kept),
    }).toEqual({
      theirs: false,
      "theirs, under another id": false,
      "theirs, of a record without a person": false,
      "another's": true,
    });
  });

  it("wherever a service asks for them, and no service compares the ids alone", () => {
    const files = globSync("services/**/*.ts").map((path) => ({
      path: path.replace("services/", ""),
      text: readFileSync(path, "utf8"),
    }));
    const asking = files.filter(({ path, text }) => {
      return path !== "kernel/four-eyes.ts" && /\b(isHandOf|isAmong|isProposer)\(/.test(text);
    });
    const listed = [...Object.values(ACTS).flatMap(({ in: paths }) => paths), ...ASKED_BESIDES];
    expect(asking.map(({ path }) => path).sort()).toEqual([...new Set(listed)].sort());
    // A step, a ticket and an order are held by an id; an officer's own words are a person's.
    const held = /claimedBy|calledBy|automatic\.by/;
    const compared = files.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line) => (/[bB]y !== [\w.]*\.id\b/.test(line) ? [{ path, line }] : [])),
    );
    expect(compared.filter(({ line }) => !held.test(line))).toEqual([]);
  });
});
