import { graphql } from "../../../shared/generated/gql.ts";
import type { DeskActsFragment } from "../../../shared/generated/graphql.ts";
import type { Text } from "../../../shared/texts/text.ts";
import type { DeskOfficer } from "../../use-officer.ts";
import { type Act, type Form, type Ground, text, typed, type Values } from "./act.ts";
import { ACT_WORDS, type ActName, isActName } from "./act-texts.ts";
import { extendAct, pauseAct, transferAct } from "./clock-acts.ts";
import { noticeOf } from "./correction.ts";
import { inspectionActs } from "./inspection-acts.ts";
import * as operations from "./operations.ts";

export const ACTS = graphql(`
  fragment DeskActs on Application {
    id
    availableActions
    region
    department
    progress {
      code
      role
      department
      state
      name {
        zh
        en
      }
      officer {
        id
      }
    }
    item {
      legalBasis {
        law
        article
      }
      steps {
        code
        checklist {
          code
          name {
            zh
            en
          }
        }
      }
    }
    ruling {
      checks {
        result
        ground {
          law
          article
        }
      }
    }
    inspections {
      step
      completedAt
    }
    places {
      departments {
        code
        name {
          zh
          en
        }
      }
      regions {
        code
        name
      }
    }
    clock {
      extensible {
        workingDays
        approver
      }
    }
  }
`);

const TEXTS = {
  reason: { zh: "理由", en: "Reason" },
  note: { zh: "说明", en: "Note" },
  answer: { zh: "答复", en: "Answer" },
  opinion: { zh: "审查意见", en: "Your opinion" },
  to: { zh: "交给（可不选）", en: "Colleague; none for its queue" },
} satisfies Record<string, Text>;

/** All that the officer can do with the case now, as `availableActions` has it, each step by itself. */
export const actsOf = (of: DeskActsFragment, officer: DeskOfficer): readonly Act[] =>
  of.availableActions.filter(isActName).flatMap((name) => {
    switch (name) {
      case "CLAIM":
      case "RELEASE":
      case "REASSIGN":
      case "FINISH_STEP":
        return stepActs(name, of, officer);
      case "APPOINT_INSPECTORS":
      case "RECORD_FINDINGS":
      case "SIGN_REPORT":
      case "ORDER_REINSPECTION":
        return inspectionActs(name, of);
      default:
        return [{ key: name, ...ACT_WORDS[name], isGrave: GRAVE.includes(name), ...caseAct(name, of) }];
    }
  });

const GRAVE: readonly ActName[] = ["REJECT", "REVOKE", "UPHOLD"];

type OfStep = Extract<ActName, "CLAIM" | "RELEASE" | "REASSIGN" | "FINISH_STEP">;
type Step = DeskActsFragment["progress"][number];

/** The steps for which it can be meant; the API decides. */
function isMeant(name: OfStep, { state, role, officer: holder }: Step, { id, roles }: DeskOfficer): boolean {
  const isTheirs = state === "CLAIMED" && holder?.id === id;
  switch (name) {
    case "CLAIM":
      return state === "WAITING" && roles.some((one) => one.toLowerCase() === role);
    case "RELEASE":
      return isTheirs;
    case "REASSIGN":
      return state === "WAITING" || state === "CLAIMED";
    case "FINISH_STEP":
      return isTheirs && (role === "reviewer" || role === "inspector");
  }
}

function stepActs(name: OfStep, of: DeskActsFragment, officer: DeskOfficer): readonly Act[] {
  const { id, region } = of;
  const { title, ...words } = ACT_WORDS[name];
  return of.progress
    .filter((step) => isMeant(name, step, officer))
    .map((step) => ({
      ...{ key: `${name}.${step.code}`, ...words, isGrave: false },
      title: { zh: `${title.zh}：${step.name.zh}`, en: `${title.en}: ${step.name.en}` },
      ...stepAct(name, step, { id, region }),
    }));
}

type OfCase = Pick<DeskActsFragment, "id" | "region">;

function stepAct(name: OfStep, { code: step, role, department }: Step, { id, region }: OfCase): Form {
  switch (name) {
    case "CLAIM":
      return { fields: [], send: (send) => send(operations.CLAIM, { id, step }) };
    case "RELEASE":
      return { fields: [], send: (send) => send(operations.RELEASE, { id, step }) };
    case "FINISH_STEP":
      return {
        fields: [text("opinion", TEXTS.opinion)],
        send: (send, values) => send(operations.FINISH_STEP, { id, step, opinion: typed(values, "opinion") }),
      };
    case "REASSIGN": {
      const among = { kind: "officers", role: role.toUpperCase(), region, department } as const;
      return {
        fields: [
          { kind: "person", name: "to", label: TEXTS.to, among, optional: true },
          text("reason", TEXTS.reason),
        ],
        send: (send, { to, ...values }) =>
          send(operations.REASSIGN, {
            ...{ id, step, reason: typed(values, "reason") },
            ...(to ? { to } : {}),
          }),
      };
    }
  }
}

type OfWholeCase = Exclude<
  ActName,
  OfStep | "APPOINT_INSPECTORS" | "RECORD_FINDINGS" | "SIGN_REPORT" | "ORDER_REINSPECTION"
>;

function caseAct(name: OfWholeCase, of: DeskActsFragment): Form {
  const { id } = of;
  const reasoned = (values: Values) => ({ id, reason: typed(values, "reason") });
  const grounded = (values: Values) => ({
    ...reasoned(values),
    ground: { law: typed(values, "law"), article: typed(values, "article") },
  });
  const ground = { kind: "ground", offered: groundsOf(of) } as const;
  const reason = text("reason", TEXTS.reason);
  switch (name) {
    case "ACCEPT":
      return { fields: [], send: (send) => send(operations.ACCEPT, { id }) };
    case "RESUME":
      return { fields: [], send: (send) => send(operations.RESUME, { id }) };
    case "REQUEST_CORRECTION":
      return {
        // Its fields stand in the file, beside what they are about.
        fields: [],
        send: (send, values) => send(operations.REQUEST_CORRECTION, { id, input: noticeOf(values) }),
      };
    case "APPROVE":
      return { fields: [reason], send: (send, values) => send(operations.APPROVE, reasoned(values)) };
    case "REJECT":
      return { fields: [reason, ground], send: (send, values) => send(operations.REJECT, grounded(values)) };
    case "REVOKE":
      return { fields: [reason, ground], send: (send, values) => send(operations.REVOKE, grounded(values)) };
    case "PAUSE":
      return pauseAct(id);
    case "EXTEND":
      return extendAct(of);
    case "TRANSFER":
      return transferAct(of);
    case "DELIVER":
      return {
        fields: [text("note", TEXTS.note)],
        send: (send, values) => send(operations.DELIVER, { id, note: typed(values, "note") }),
      };
    case "UPHOLD":
    case "OVERTURN": {
      const outcome = name === "UPHOLD" ? "UPHELD" : "OVERTURNED";
      return {
        fields: [text("answer", TEXTS.answer)],
        send: (send, values) =>
          send(operations.ANSWER_APPEAL, { id, outcome, answer: typed(values, "answer") }),
      };
    }
    case "ANSWER_COMPLAINT":
      return {
        fields: [text("answer", TEXTS.answer)],
        send: (send, values) => send(operations.ANSWER_COMPLAINT, { id, answer: typed(values, "answer") }),
      };
  }
}

/** Those of the checks that failed come first: they are the likeliest. */
function groundsOf({ item, ruling }: DeskActsFragment): readonly Ground[] {
  const failed = (ruling?.checks ?? [])
    .filter(({ result }) => result === "FAILED")
    .map(({ ground }) => ground);
  const all = [...failed, ...item.legalBasis];
  return all.filter(
    (one, i) => all.findIndex(({ law, article }) => law === one.law && article === one.article) === i,
  );
}
