import { randomUUID } from "node:crypto";
import { CLAIMS } from "../services/api/oidc.ts";
import type { Ports } from "../services/app/compose.ts";
import { region } from "../services/field/region.ts";
import {
  type Citizen,
  type Mode,
  type Officer,
  type Partner,
  ROLES,
  SCOPES,
  type Scope,
} from "../services/kernel/actor.ts";
import { dateAt } from "../services/kernel/civil-date.ts";
import { commitTo } from "../services/kernel/commit/commit.ts";
import { openDatabase } from "../services/kernel/database/database.ts";
import { recordsTable } from "../services/kernel/database/tables.ts";
import { newId, type PartnerId } from "../services/kernel/ids.ts";
import type { Result } from "../services/kernel/result.ts";
import { DAY_MS, plusMs } from "../services/kernel/runtime.ts";
import {
  grantConsent,
  profileOf,
  putProfile,
  referenceFor,
  requestConsent,
} from "../services/people/citizens/index.ts";
import { applyForPartnership, createApiKey, reviewPartner } from "../services/people/partners/index.ts";
import { issueDemoBills } from "./demo/bills.ts";
import { checkCity } from "./demo/check-city.ts";
import { creditCode, recordDemoEnterprises, recordDemoPartner } from "./demo/enterprises.ts";
import { openDemoHalls } from "./demo/halls.ts";
import { demoFund } from "./demo/housing-fund.ts";
import { recordDemoIssuerKeys } from "./demo/issuer-keys.ts";
import { stateBusinessLicence, stateDemoLicences } from "./demo/licences.ts";
import { anyOfficerToken, signedOfficers } from "./demo/officers.ts";
import type { DemoWrites } from "./demo/onboard.ts";
import { applyAsDemoPartner, equipDemoPartner } from "./demo/partners.ts";
import { demoAccountStated } from "./demo/payout-accounts.ts";
import { type DemoApplicant, demoCitizen, RECORDED_DAYS } from "./demo/people.ts";
import { demoPlan } from "./demo/random-inspections.ts";
import { stateDemoRemedies } from "./demo/remedies.ts";
import { publishDemoItems } from "./demo/service-items.ts";
import { agreeDemoContract } from "./demo/settlements.ts";
import { publishDemoTariff } from "./demo/tariffs.ts";
import { demoTelephoneProven } from "./demo/telephones.ts";
import { runDemoTransit } from "./demo/transit.ts";
import { agreeToDemoTrust } from "./demo/trust-list.ts";
import type { DemoCredentials } from "./graphiql/demo-credentials.ts";
import type { LocalIssuer } from "./issuer.ts";
import { type City, DEMO_FILE } from "./known-city.ts";
import { damageProblem } from "./setup-problem.ts";

/** Not the loans: what a consent leaves out can be seen, too. */
const PERSONAL: readonly Scope[] = [
  ...(["PROFILE_READ", "HOUSING_FUND_READ"] as const),
  ...(["APPLICATIONS_READ", "APPLICATIONS_WRITE", "LICENCES_VERIFY"] as const),
];
const CONSENT_DAYS = 365;

/** The demo city's credentials; on the first start the city is founded, through the same use cases as any other. */
export async function demoCredentials(
  ports: Ports,
  issuer: LocalIssuer,
  endpoint: string,
  known: City | undefined,
): Promise<DemoCredentials> {
  const { citizen, officer, partner } = await cityOf(ports, known);
  return {
    endpoint,
    citizen: { ref: citizen, token: await issuer.sign({ [CLAIMS.citizen]: citizen }) },
    officer: { ref: officer, token: await anyOfficerToken(issuer, officer, ports.secrets) },
    officers: await signedOfficers(issuer, ports.secrets),
    partner,
    inspectionPlan: demoPlan(ports),
  };
}

async function cityOf(ports: Ports, known: City | undefined): Promise<City> {
  if (!known) return foundCity(ports);
  const { client, config, runtime, secrets } = ports;
  await checkCity(known, { database: openDatabase(client, config.tablePrefix), secrets, now: runtime.now() });
  return known;
}

/** Begun anew after an interruption, or because the demo file was lost, it goes on where it was, with new keys. */
export async function foundCity({ client, config, runtime, secrets, log, parts }: Ports): Promise<City> {
  const open = () => openDatabase(client, config.tablePrefix);
  const database = open();
  const writes = {
    database,
    commit: commitTo(database),
    requestId: `demo-${randomUUID()}`,
    runtime,
    secrets,
    config,
    log,
    parts,
    open,
  };
  const now = runtime.now();
  const known = demoCitizen({ secrets });
  const citizen = known.actor;
  const [approver, officer] = [manager(runtime), manager(runtime)] as const;
  await recordCitizen(known, officer, { ...writes, now });
  await recordDemoEnterprises({ ...writes, now });
  await stateDemoRemedies({ ...writes, actor: officer, now });
  await publishDemoItems(officer, { ...writes, now }, approver);
  await recordDemoIssuerKeys([approver, officer], { ...writes, now });
  await agreeToDemoTrust(officer, approver, { ...writes, now });
  await stateDemoLicences({ ...writes, now });
  await openDemoHalls(citizen, officer, { ...writes, now });

  await issueDemoBills(citizen, [approver, officer], { ...writes, now });

  await recordDemoPartner({ ...COMPANY, representative: known }, { ...writes, now });
  await stateBusinessLicence({ ...COMPANY, representative: known }, { ...writes, now });
  const { partner, actor } = await onboardPartner(citizen, [approver, officer], { ...writes, now });
  await equipDemoPartner(actor, officer, { ...writes, now });
  await applyAsDemoPartner({ ...writes, now });
  await runDemoTransit(citizen, actor, officer, { ...writes, now });
  await publishDemoTariff([approver, officer], { ...writes, now });
  await agreeDemoContract(actor.id, "operator", [approver, officer], { ...writes, now });
  return { citizen: citizen.id, officer: officer.id, partner };
}

/** The records that registers hold of the citizen: the profile and the housing fund. */
async function recordCitizen(known: DemoApplicant, officer: Officer, writes: DemoWrites): Promise<void> {
  const { commit, database, now, requestId, secrets } = writes;
  const {
    actor: { id },
    name,
    idNumber,
  } = known;
  const profile = profileOf({ citizenId: id, name, idNumber, recordedAt: now }, secrets);
  must(
    await commit({
      actor: officer,
      action: "demo.citizen.recorded",
      aggregate: id,
      table: recordsTable("live"),
      at: now,
      requestId,
      writes: [
        putProfile(database, "live", profile),
        ...demoFund(database, id, dateAt(now)),
        demoAccountStated(known, plusMs(now, -RECORDED_DAYS * DAY_MS), writes),
        await demoTelephoneProven(known, plusMs(now, -RECORDED_DAYS * DAY_MS), writes),
      ],
    }),
  );
}

/** From the application to two keys and the citizen's consent. */
async function onboardPartner(
  citizen: Citizen,
  [approver, officer]: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<{ readonly partner: City["partner"]; readonly actor: Partner }> {
  const { now, secrets } = writes;
  const by = { actor: citizen, now };
  const applied = must(await applyForPartnership("demo-city", APPLICATION, by, writes));
  const reason = "演示城市";
  const review = async (decision: Parameters<typeof reviewPartner>[1], actor: Officer) =>
    must(await reviewPartner(applied.id, decision, { actor, now }, writes));
  if (applied.status === "PENDING") await review({ action: "approve", scopes: SCOPES, reason }, approver);
  if (applied.status !== "LIVE") await review({ action: "grantLive", reason }, officer);
  const key = async (mode: Mode) => {
    const wish = {
      partnerId: applied.id,
      name: `demo ${mode}`,
      mode,
      scopes: SCOPES,
      networks: [],
      expiresAt: undefined,
    };
    return must(await createApiKey(`demo-${randomUUID()}`, wish, by, writes));
  };
  const [test, live] = [await key("test"), await key("live")];
  const actor: Partner = {
    kind: "PARTNER",
    mode: "live",
    id: applied.id,
    name: applied.name,
    creditCode: applied.creditCode,
    keyId: live.apiKey.id,
    scopes: SCOPES,
  };
  const asked = { scopes: PERSONAL, purpose: "演示：首页展示", days: CONSENT_DAYS };
  const { token } = must(await requestConsent(`demo-${randomUUID()}`, asked, { actor, now }, writes));
  must(await grantConsent(token, PERSONAL, by, writes));
  const id: PartnerId = applied.id;
  const citizenRef = referenceFor(id, citizen.id, secrets);
  return { partner: { id, test: test.secret, live: live.secret, citizenRef }, actor };
}

/** The demo partner; the demo citizen represents it by law. */
const COMPANY = {
  ...{ name: "京城便民科技有限公司", creditCode: creditCode("11100000000013338W") },
  region: region("110000"),
};

const APPLICATION = {
  ...{ name: COMPANY.name, creditCode: COMPANY.creditCode },
  contact: { name: "李明", phone: "13800138000", email: "liming@example.cn" },
  purpose: "演示：便民服务应用",
  scopes: SCOPES,
};

const manager = (runtime: Ports["runtime"]): Officer => ({
  kind: "OFFICER",
  mode: "live",
  id: newId("ofc", runtime),
  roles: ROLES,
  jurisdiction: { regionPrefix: "", departments: [] },
});

/** The demo city breaks no rule, so what is refused clashes with data that somebody has changed since. */
function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) {
    throw damageProblem(
      `${DEMO_FILE} is missing and cannot be made from the data beside it (${JSON.stringify(result.error)})`,
    );
  }
  return result.value;
}
