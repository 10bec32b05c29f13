import type { JWTPayload } from "jose";
import { CLAIMS } from "../../services/api/oidc.ts";
import { identityCheck, maskIdNumber } from "../../services/field/identity-document.ts";
import type { OfficerId } from "../../services/kernel/ids.ts";
import type { Message } from "../../services/kernel/message.ts";
import type { Secrets } from "../../services/kernel/process/secrets.ts";
import type { Capacity } from "../../services/kernel/process/trusted-issuers.ts";
import {
  ANY_OFFICER,
  anyOfficer,
  DEMO_OFFICERS,
  type DemoOfficer,
  demoOfficer,
  OFFICER_NAMES,
  officerClaims,
} from "../demo/officers.ts";
import { type DemoApplicant, demoChild, demoCitizen, demoPerson } from "../demo/people.ts";

/** Somebody whom one can sign in as, and what their tokens say. */
export type Account = {
  /** Stands in tokens as `sub`. */
  readonly id: string;
  readonly name: Message;
  /** Tells accounts of the same name apart. */
  readonly about: Message;
  readonly claims: JWTPayload;
};

export type Accounts = Readonly<Record<Capacity, readonly Account[]>>;

/** So many of the city's made-up people, beside the demo citizen. */
const PEOPLE = 12;

const TITLES: Readonly<Record<DemoOfficer, Message>> = {
  partnerManager: { zh: "合作企业管理员", en: "partner manager" },
  catalogueEditor: { zh: "事项编辑", en: "catalogue editor" },
  secondCatalogueEditor: { zh: "事项编辑（第二位）", en: "catalogue editor, the second" },
  treasurer: { zh: "资金管理员", en: "treasurer" },
  secondTreasurer: { zh: "资金管理员（第二位）", en: "treasurer, the second" },
  registrar: { zh: "企业登记员", en: "registrar" },
  acceptor: { zh: "受理员", en: "acceptor" },
  reviewer: { zh: "审查员", en: "reviewer" },
  inspector: { zh: "检查员", en: "inspector" },
  secondInspector: { zh: "检查员（第二位）", en: "inspector, the second" },
  thirdInspector: { zh: "检查员（第三位）", en: "inspector, the third" },
  decider: { zh: "决定人", en: "decider" },
  issuer: { zh: "发证员", en: "issuer of licences" },
  supervisor: { zh: "监督员", en: "supervisor" },
  auditor: { zh: "审计员", en: "auditor" },
  clerk: { zh: "窗口工作人员", en: "window clerk" },
  hallManager: { zh: "大厅管理员", en: "hall manager" },
};

/** People whom the city does not know before their first sign-in; name and number of nobody. */
const NEWCOMERS = [
  { name: "林新", first17: "11010519950316210" },
  { name: "何来", first17: "11010119880902115" },
].map(({ name, first17 }) => ({ name, idNumber: first17 + identityCheck(first17) }));

/** The people and the officers of the demo city; `everyRole` is the officer who has all roles. */
export function demoAccounts(everyRole: OfficerId, secrets: Secrets): Accounts {
  const people = Array.from({ length: PEOPLE }, (_, i) => demoPerson(i, { secrets }));
  const names = Object.keys(DEMO_OFFICERS) as DemoOfficer[];
  return {
    CITIZEN: [
      ...[demoCitizen({ secrets }), ...people, demoChild({ secrets })].map(citizenAccount),
      ...NEWCOMERS.map(newcomerAccount),
    ],
    OFFICER: [
      officerAccount(anyOfficer(everyRole, secrets), { zh: "所有角色", en: "every role" }, ANY_OFFICER),
      ...names.map((name) => officerAccount(demoOfficer(name, secrets), TITLES[name], OFFICER_NAMES[name])),
    ],
  };
}

function citizenAccount({ actor, name, idNumber }: DemoApplicant): Account {
  const about = maskIdNumber(idNumber);
  return {
    id: actor.id,
    name: { zh: name, en: name },
    about: { zh: about, en: about },
    claims: { name, [CLAIMS.citizen]: actor.id },
  };
}

/** Proven as an issuer of a city proves it: the platform makes the citizen's record at the first call. */
function newcomerAccount({ name, idNumber }: (typeof NEWCOMERS)[number]): Account {
  return {
    id: `newcomer-${name}`,
    name: { zh: name, en: name },
    about: { zh: "第一次来", en: "is here for the first time" },
    claims: { [CLAIMS.name]: name, [CLAIMS.idNumber]: idNumber },
  };
}

function officerAccount(officer: Parameters<typeof officerClaims>[0], title: Message, name: string): Account {
  const about = `${name} · ${officer.roles.join(" ")}`;
  return {
    ...{ id: officer.id, name: title, about: { zh: about, en: about } },
    claims: officerClaims(officer, name),
  };
}
