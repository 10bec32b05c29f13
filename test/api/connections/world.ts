import { randomUUID } from "node:crypto";
import { issueDemoBills } from "../../../local/demo/bills.ts";
import { fileDemoCases } from "../../../local/demo/cases.ts";
import { openDemoHalls } from "../../../local/demo/halls.ts";
import { DEMO_INSPECTORS } from "../../../local/demo/inspectors.ts";
import { type DemoOfficer, demoOfficer } from "../../../local/demo/officers.ts";
import { CHILDS_PARENT, type DemoPerson, demoCitizen, demoPerson } from "../../../local/demo/people.ts";
import { runDemoTransit } from "../../../local/demo/transit.ts";
import { agreeToDemoTrust } from "../../../local/demo/trust-list.ts";
import { runRectificationClocks } from "../../../services/government/inspections/index.ts";
import { type Partner, PERSONAL_SCOPES, SCOPES } from "../../../services/kernel/actor.ts";
import { addDays, dateAt } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { CitizenId, KeyId } from "../../../services/kernel/ids.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { DAILY, openPartitions, verifyBooks } from "../../../services/money/ledger/index.ts";
import { authorise } from "../../government/cases/casework.ts";
import { runClocks } from "../../government/cases/clocks.ts";
import { filling, startDemoCity } from "../../local/demo-city.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { type LivePartner, partnerManager, seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import { showLicences } from "./shown-licences.ts";
import { fillTreasury } from "./treasury.ts";

/** The caller who asks. */
export type As = { readonly token?: string; readonly apiKey?: string };

/** The demo city with something in every list. */
export type World = {
  readonly platform: TestPlatform;
  readonly partner: LivePartner;
  /** The city's first person: cases of their own, a fund account with a loan, and an authority for somebody else. */
  readonly person: DemoPerson;
  readonly plan: string;
  readonly as: {
    readonly partner: As;
    /** The legal representative of the partner's enterprise. */
    readonly representative: As;
    /** The demo citizen: bills, cards, an enterprise, and somebody whom they act for. */
    readonly citizen: As;
    readonly person: As;
    /** The parent of the city's child. */
    readonly parent: As;
    readonly officer: (name: DemoOfficer, who?: { readonly person: CitizenId }) => Promise<As>;
  };
  /** The partner's for the citizen. */
  readonly ref: string;
  readonly ask: (as: As, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Json>;
};

const MARKET = "BJ-SCJG";
const LASTING = { exp: Date.UTC(2060, 0, 1) / 1_000 };

export async function startWorld(): Promise<World> {
  const platform = await startDemoCity();
  const { writes, files } = filling(platform);
  const [first, second] = [partnerManager(), partnerManager()];
  const citizen = demoCitizen(writes);
  await openDemoHalls(citizen.actor, first, writes);
  await agreeToDemoTrust(first, second, writes);
  await issueDemoBills(citizen.actor, [first, second], writes);
  const partner = await seedPartner(platform, { scopes: SCOPES });
  await runDemoTransit(citizen.actor, operatorOf(partner), first, writes);
  await fileDemoCases(writes, files, new AbortController().signal);
  await runClocks(platform);
  const ref = await seedConsent(platform, partner, citizen.actor.id, PERSONAL_SCOPES);
  for (const scope of PERSONAL_SCOPES.slice(0, 2))
    await seedConsent(platform, partner, citizen.actor.id, [scope]);
  await sweep(platform);
  await fillTreasury(platform, partner.partnerId, [first, second], writes);

  const person = demoPerson(0, writes);
  const as: World["as"] = {
    partner: { apiKey: partner.liveKey },
    representative: { token: await platform.tokens.citizen(partner.representative, LASTING) },
    citizen: { token: await platform.tokens.citizen(citizen.actor.id, LASTING) },
    person: { token: await platform.tokens.citizen(person.actor.id, LASTING) },
    parent: { token: await platform.tokens.citizen(demoPerson(CHILDS_PARENT, writes).actor.id, LASTING) },
    officer: async (name, who) => {
      const known = demoOfficer(name, platform.ports.secrets);
      const { id, roles, jurisdiction } = known;
      const { regionPrefix: region } = jurisdiction;
      return {
        token: await platform.tokens.officer({
          ...{ id, roles, region, person: who?.person ?? known.person },
          ...LASTING,
        }),
      };
    },
  };
  const ask: World["ask"] = async (by, query, variables = {}) => {
    const { data, errors, text } = await platform.call({ query, variables, ...by });
    if (errors.length > 0) throw new Error(`${query}: ${text}`);
    return data;
  };
  const world = { platform, partner, person, as, ask, ref };
  for (let i = 0; i < 3; i += 1) {
    await ask(as.partner, "query ($ref: ID!) { citizen(ref: $ref) { name } }", { ref });
    await startOwnCase(world);
  }
  await authorise(platform, { token: as.person.token ?? "" }, citizen, { until: "2027-12-31" });
  await rollOutAgain(world);
  await openHallsAgain(world);
  await visit(world);
  await evaluateBadly(world);
  await writeNotes(world);
  await objectToRulings(world);
  await drawUpBooks(platform);
  await showLicences(platform, as.citizen);
  return { ...world, plan: await inspectAgain(world) };
}

/** As the daily verification does. */
async function drawUpBooks({ ports, clock, database }: TestPlatform): Promise<void> {
  const partitions = openPartitions(ports.client, ports.config.tablePrefix);
  const pace = { ...DAILY, settledMs: 0 };
  const pause = async (): Promise<void> => {};
  const until = plusMs(clock.now(), HOUR_MS);
  const { secrets } = ports;
  await verifyBooks({ open: database, partitions, secrets, now: clock.now, pause, pace }, "live", until);
}

type Founded = Omit<World, "plan">;

const operatorOf = ({ partnerId }: LivePartner): Partner => ({
  ...{ kind: "PARTNER", mode: "live", id: partnerId, name: "京城便民科技有限公司", scopes: SCOPES },
  ...{ creditCode: "11100000000013338W", keyId: "0123456789abcdef" as KeyId },
});

/** The one edge of a mutation; throws where it was refused. */
async function done({ ask }: Founded, by: As, call: string, declared = "", variables = {}): Promise<Json> {
  const query = `mutation ${declared} { done: ${call} }`;
  const outcome = at(await ask(by, query, variables), "done");
  if (JSON.stringify(outcome).includes('"code"')) throw new Error(`${call}: ${JSON.stringify(outcome)}`);
  return outcome;
}

const REFUSED = "__typename ... on Refusal { code message }";

const startOwnCase = (world: Founded): Promise<Json> =>
  done(
    world,
    world.as.partner,
    `startApplication(idempotencyKey: "${randomUUID()}", input: { item: "BJ-SCJG-SPJY-001", region: "110105" }) {
      ${REFUSED} }`,
  );

async function rollOutAgain(world: Founded): Promise<void> {
  const editor = await world.as.officer("catalogueEditor");
  for (const stage of ["PILOT", "GENERAL"]) {
    const call = `rollOutServiceItem(code: "BJ-GA-JZZSL-001", region: "110105", stage: ${stage}, reason: "试点") { ${REFUSED} }`;
    await done(world, editor, call);
  }
}

const HALL = `code name { zh en } region address { zh en } weeklyHours { weekday from to }
  queues { letter name { zh en } departments items slotCapacity } windows { code queues }`;

async function openHallsAgain(world: Founded): Promise<void> {
  const manager = await world.as.officer("hallManager");
  const hall = at(await world.ask({}, `{ hall(code: "BJ-CY-01") { ${HALL} } }`), "hall");
  for (const slotMinutes of [20, 30]) {
    const input = { ...(hall as object), slotMinutes };
    const call = `saveHall(input: $input, reason: "调整时段") { ${REFUSED} }`;
    await done(world, manager, call, "($input: HallInput!)", { input });
  }
}

/** The demo citizen books a second visit, and others some on the same day. */
async function visit(world: Founded): Promise<void> {
  const { platform, as, ask } = world;
  const fund = "BJ-GJJ-HDTQ-001";
  const slots = `{ hall(code: "BJ-CY-01") { slots(item: "${fund}", day: "2026-11-24") { from } } }`;
  const list = at(await ask({}, slots), "hall", "slots");
  const [first, ...others] = (Array.isArray(list) ? list : []).map((slot) => textAt(slot, "from"));
  const book = (by: As, from: string | undefined): Promise<Json> =>
    done(
      world,
      by,
      `bookAppointment(idempotencyKey: "${randomUUID()}",
        input: { hall: "BJ-CY-01", item: "${fund}", slot: "${from}" }) { ${REFUSED} }`,
    );
  await book(as.citizen, first);
  for (const from of others.slice(0, 3))
    await book({ token: await platform.tokens.citizen(platform.newCitizen()) }, from);
}

/** Some of those whose applications were decided are not content; each is assigned to the acceptor. */
async function evaluateBadly(world: Founded): Promise<void> {
  const { platform, as, ask } = world;
  const [auditor, supervisor] = [await as.officer("auditor"), await as.officer("supervisor")];
  const acceptor = demoOfficer("acceptor", platform.ports.secrets).id;
  const query = `{ decidedApplications(region: "110105", department: "BJ-GA", month: "2026-10", first: 4) {
    edges { node { id } } } }`;
  const edges = at(await ask(auditor, query), "decidedApplications", "edges");
  for (const edge of Array.isArray(edges) ? edges : []) {
    const id = textAt(edge, "node", "id");
    const token = await platform.tokens.citizen(await applicantOf(world, id), LASTING);
    const evaluated = await done(
      world,
      { token },
      `evaluateApplication(id: "${id}", idempotencyKey: "${randomUUID()}",
        input: { level: DISSATISFIED, comment: "等了太久" }) { ${REFUSED} ... on Evaluation { id } }`,
    );
    const call = `assignEvaluation(id: "${textAt(evaluated, "id")}", to: "${acceptor}") { ${REFUSED} }`;
    await done(world, supervisor, call);
  }
}

/** The person whose case it is; the schema tells no officer. */
export async function applicantOf({ platform }: Pick<World, "platform">, id: string): Promise<CitizenId> {
  const record = await platform.database().get("records-live", { pk: id, sk: "case" });
  const subject: unknown = record?.["subject"];
  if (typeof subject === "object" && subject !== null && "citizenId" in subject)
    return String(subject.citizenId) as CitizenId;
  throw new Error(`${id} is no person's case`);
}

/** The case of which the notes and the audit trail are read. */
export async function notedCase({ ask, as }: Pick<World, "ask" | "as">): Promise<string> {
  const mine = await ask(as.person, "{ me { applications(first: 1) { edges { node { id } } } } }");
  return textAt(mine, "me", "applications", "edges", 0, "node", "id");
}

async function writeNotes(world: Founded): Promise<void> {
  const supervisor = await world.as.officer("supervisor");
  const id = await notedCase(world);
  for (let i = 0; i < 4; i += 1) {
    const call = `writeInternalNote(id: "${id}", text: "第 ${i} 次核对", idempotencyKey: "${randomUUID()}") { ${REFUSED} }`;
    await done(world, supervisor, call);
  }
}

async function objectToRulings(world: Founded): Promise<void> {
  const decider = await world.as.officer("decider");
  const query = `{ rulingsToReview(region: "110101", department: "BJ-GJJ", first: 100) {
    edges { node { application { id } } } } }`;
  const edges = at(await world.ask(decider, query), "rulingsToReview", "edges");
  for (const edge of Array.isArray(edges) ? edges : []) {
    const id = textAt(edge, "node", "application", "id");
    await done(world, decider, `objectToRuling(id: "${id}", reason: "材料存疑") { ${REFUSED} }`);
  }
}

/** Another plan, of which everything was found wanting, confirmed, and not put right in time. */
async function inspectAgain(world: Founded): Promise<string> {
  const { platform, as, ask } = world;
  const today = dateAt(platform.clock.now());
  const input = {
    ...{ title: "复查", department: MARKET, region: "110000", percent: 100 },
    ...{ from: today, until: addDays(today, 20) },
  };
  const supervisor = await as.officer("supervisor");
  const drawn = await done(
    world,
    supervisor,
    `drawInspections(input: $input, idempotencyKey: "another-draw") { ${REFUSED} ... on InspectionPlan { id } }`,
    "($input: DrawInspectionsInput!)",
    { input },
  );
  const plan = textAt(drawn, "id");
  const query = `{ plannedInspections(plan: "${plan}", first: 100) { edges { node { licenceNumber inspectors { id } } } } }`;
  const edges = at(await ask(supervisor, query), "plannedInspections", "edges");
  for (const edge of Array.isArray(edges) ? edges : []) {
    const licence = textAt(edge, "node", "licenceNumber");
    const [one, other] = await Promise.all(
      [0, 1].map((i) => inspectorOf(world, textAt(edge, "node", "inspectors", i, "id"))),
    );
    const report = { outcome: "RECTIFICATION", note: "证明过期", rectifyBy: addDays(today, 2) };
    const named = `plan: "${plan}", licence: "${licence}"`;
    const call = `reportInspection(${named}, input: $input) { ${REFUSED} }`;
    await done(world, one ?? {}, call, "($input: InspectionReportInput!)", { input: report });
    await done(world, other ?? {}, `confirmInspection(${named}) { ${REFUSED} }`);
  }
  platform.clock.advance(4 * 86_400_000);
  const open = () => {
    const database = platform.database();
    return { database, commit: commitTo(database) };
  };
  const { now } = platform.clock;
  await runRectificationClocks({ open, now }, "live", plusMs(now(), 60_000));
  return plan;
}

function inspectorOf({ as, platform }: Founded, id: string): Promise<As> {
  const name = DEMO_INSPECTORS.find((one) => demoOfficer(one, platform.ports.secrets).id === id);
  if (!name) throw new Error(`${id} is none of the city's inspectors`);
  return as.officer(name);
}
