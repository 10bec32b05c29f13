import { dateAt } from "../../../kernel/civil-date.ts";
import { type Effect, type EffectPorts, findSubjectName, type Granted } from "../../cases/index.ts";
import type { ActCase, ActPorts } from "./act-case.ts";
import { actObstacle, grantAct } from "./grant-act.ts";
import { LICENCE_FACTS } from "./licence-facts.ts";
import { termsViolations } from "./terms-violations.ts";
import { undecidedRenewal } from "./undecided-renewal.ts";
import { undoGrantedAct } from "./undo-act.ts";

declare module "../../catalogue/approval-effect.ts" {
  interface EffectCodes {
    LICENCE: true;
  }
}

const factsOf = async (ports: ActPorts, { application: { subject } }: Granted) => {
  const holderName = await findSubjectName(ports, subject);
  return {
    decidedOn: dateAt(ports.now),
    ...(holderName === undefined ? {} : { holderName }),
    ...(subject.kind === "ENTERPRISE" ? { holderCreditCode: subject.creditCode } : {}),
  };
};

async function actCase(ports: ActPorts, granted: Granted): Promise<ActCase> {
  const { application, form, item } = granted;
  const { id, subject, submittedAt, department, region } = application;
  if (!item.licence) throw new Error(`${item.code} does not say what comes of which licence`);
  return {
    ...{ application: id, subject, submittedAt, department, region, terms: item.licence },
    inputs: { form, facts: { [LICENCE_FACTS.name]: await factsOf(ports, granted) } },
  };
}

/** A grant does to an electronic licence what its item says. */
export const licenceEffect: Effect = {
  code: "LICENCE",
  stake: "LICENCE",
  facts: {
    ...LICENCE_FACTS,
    gather: async (ports: EffectPorts, granted) => ({ facts: await factsOf(ports, granted) }),
  },
  violations: (database, { licence }) => termsViolations(database, licence),
  actsOn: ({ licence }) => (licence && licence.act !== "ISSUE" ? licence.type : undefined),
  obstacle: async (ports, granted) => actObstacle(ports, await actCase(ports, granted)),
  grant: async (ports, granted) => grantAct(ports, await actCase(ports, granted)),
  undecided: {
    end: (ports, granted) => undecidedRenewal(ports, (now) => actCase({ ...ports, now }, granted)),
    grant: async (ports, granted) => grantAct(ports, await actCase(ports, granted)),
  },
  undo: async (ports, { id }, { licence }) => (licence ? undoGrantedAct(ports, id, licence.act) : []),
};
