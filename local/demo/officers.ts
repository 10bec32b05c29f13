import { CLAIMS } from "../../services/api/oidc.ts";
import { type Officer, ROLES, type Role } from "../../services/kernel/actor.ts";
import type { CitizenId, OfficerId } from "../../services/kernel/ids.ts";
import type { Secrets } from "../../services/kernel/process/secrets.ts";
import type { DemoCredentials } from "../graphiql/demo-credentials.ts";
import type { LocalIssuer } from "../issuer.ts";

/** The officers of the demo city by what they do; all of Beijing and each department are theirs. */
export const DEMO_OFFICERS = {
  partnerManager: ["PARTNER_MANAGER"],
  catalogueEditor: ["CATALOGUE_EDITOR"],
  secondCatalogueEditor: ["CATALOGUE_EDITOR"],
  treasurer: ["TREASURER"],
  secondTreasurer: ["TREASURER"],
  registrar: ["REGISTRAR"],
  acceptor: ["ACCEPTOR"],
  reviewer: ["REVIEWER"],
  inspector: ["INSPECTOR"],
  secondInspector: ["INSPECTOR"],
  thirdInspector: ["INSPECTOR"],
  decider: ["DECIDER"],
  issuer: ["ISSUER"],
  supervisor: ["SUPERVISOR"],
  auditor: ["AUDITOR"],
  clerk: ["WINDOW_CLERK"],
  hallManager: ["HALL_MANAGER"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type DemoOfficer = keyof typeof DEMO_OFFICERS;

/** How colleagues read them. */
export const OFFICER_NAMES: Readonly<Record<DemoOfficer, string>> = {
  ...{ partnerManager: "周敏", catalogueEditor: "林静", secondCatalogueEditor: "高磊", treasurer: "何芳" },
  ...{ registrar: "罗军", acceptor: "陈洁", reviewer: "杨帆", inspector: "赵刚", secondInspector: "黄丽" },
  ...{ thirdInspector: "吴涛", decider: "徐峰", issuer: "孙燕", supervisor: "马超", auditor: "朱琳" },
  ...{ clerk: "胡雪", hallManager: "郭勇", secondTreasurer: "谢强" },
};

/** The name of the officer of every role. */
export const ANY_OFFICER = "本机";

const REGION = "11";

/** The same at every start, so that nothing of them has to be kept. */
export function demoOfficer(
  name: DemoOfficer,
  secrets: Pick<Secrets, "citizenDigest">,
): Officer & { person: CitizenId } {
  const id: OfficerId = `ofc_${secrets.citizenDigest(`demo officer ${name}`)}`;
  return {
    ...{ kind: "OFFICER", mode: "live", id, roles: DEMO_OFFICERS[name] },
    jurisdiction: { regionPrefix: REGION, departments: [] },
    person: personOf(id, secrets),
  };
}

/** An officer of this machine as a person: nobody handles a case of their own, and so each has to be somebody. */
const personOf = (id: OfficerId, secrets: Pick<Secrets, "citizenDigest">): CitizenId =>
  `ctz_${secrets.citizenDigest(`person of ${id}`)}`;

type KnownOfficer = Pick<Officer, "id" | "roles" | "jurisdiction"> & { readonly person: CitizenId };

/** The claims of a token that say who an officer is. */
export const officerClaims = ({ id, roles, jurisdiction, person }: KnownOfficer, name: string) => ({
  [CLAIMS.name]: name,
  [CLAIMS.officer]: id,
  [CLAIMS.roles]: roles.join(" "),
  [CLAIMS.region]: jurisdiction.regionPrefix,
  [CLAIMS.person]: person,
});

/** One of every role, without bounds, to try something out. */
export const anyOfficer = (id: OfficerId, secrets: Pick<Secrets, "citizenDigest">): KnownOfficer => ({
  ...{ id, roles: ROLES, person: personOf(id, secrets) },
  jurisdiction: { regionPrefix: "", departments: [] },
});

/** A sign-in token of an officer of every role. */
export const anyOfficerToken = (
  issuer: LocalIssuer,
  id: OfficerId,
  secrets: Pick<Secrets, "citizenDigest">,
): Promise<string> => issuer.sign(officerClaims(anyOfficer(id, secrets), ANY_OFFICER));

/** The demo city's officers with their tokens. */
export async function signedOfficers(
  issuer: LocalIssuer,
  secrets: Pick<Secrets, "citizenDigest">,
): Promise<DemoCredentials["officers"]> {
  const names = Object.keys(DEMO_OFFICERS) as DemoOfficer[];
  const signed = names.map(async (name) => {
    const officer = demoOfficer(name, secrets);
    const claims = officerClaims(officer, OFFICER_NAMES[name]);
    return [name, { ref: officer.id, token: await issuer.sign(claims) }] as const;
  });
  return Object.fromEntries(await Promise.all(signed));
}
