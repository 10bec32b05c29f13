import { randomUUID } from "node:crypto";
import { rentWithdrawal } from "../../local/demo/items/rent-withdrawal.ts";
import { publishDemoItems } from "../../local/demo/service-items.ts";
import type { Role } from "../../services/platform/actor.ts";
import { type CitizenId, newId } from "../../services/platform/ids.ts";
import { systemRuntime } from "../../services/platform/runtime.ts";
import { editorOf, publishItem } from "../catalogue/items.ts";
import { sendMaterial } from "../support/material-files.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../support/platform.ts";

export const RENT = "BJ-GJJ-ZFTQ-001";
/** The same as people decide it: without a rule, four eyes, and money that moves. */
export const BY_HAND = "BJ-GJJ-ZFTQ-002";
export const PERMIT = "BJ-GA-JZZSL-001";

/** A district of Beijing, where the demo city's items are on. */
export const CHAOYANG = "110105";

export const RENT_FORM = {
  applicantName: "王小明",
  idNumber: "11010519491231002X",
  mobile: "13800138000",
  maritalStatus: "未婚",
  hasHomeInCity: false,
  rentalAddress: "朝阳区建国路 1 号 2 单元 301",
  rentalRegion: "110105",
  monthlyRent: "4500.00",
  payoutAccount: "6222020200012345678",
};

/** A platform with the demo city's items, on Monday 2 March 2026, a week without holidays. */
export async function startCasework(
  options: Parameters<typeof startPlatform>[0] = {},
): Promise<TestPlatform> {
  const platform = await startPlatform(options);
  platform.clock.set("2026-03-02T02:00:00.000Z");
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
  await publishItem(platform, byHand(), { "110000": "GENERAL" });
  return platform;
}

function byHand() {
  const { rule: _, effect: __, steps, materials, ...content } = rentWithdrawal.draft;
  return {
    ...{ ...content, code: BY_HAND, steps: steps.map(({ fourEyes: ___, ...step }) => step) },
    // It asks for no material, so that a test that is about none costs no uploads.
    materials: materials.map((material) => ({ ...material, required: false })),
  };
}

const CASE = `__typename ... on Refusal { code message }
  ... on NotAllowedNow { state availableActions }
  ... on InvalidInput { path }
  ... on Application { id status availableActions item { code version } region channel form
    problems { code path } answer { dueOn because isOverdue }
    clock { receivedOn acceptedOn isDeemedAccepted promisedOn statutoryOn warningOn }
    correction { fields { name note } answerBy } duplicateReason
    decision { outcome reason remedy ground { law article } } appeal { outcome answer }
    progress { code state dueOn } }`;

/** What only an applicant's mutation answers. */
const REFUSED_IN = `... on FormIncomplete { problems { code message path } }
  ... on DuplicateApplication { open { id status } }`;

const APPLICANTS = /(start|save|submit|withdraw)Application|appealDecision/;

/** Tokens that outlast a case's life. */
const LASTING = { exp: Date.UTC(2030, 0, 1) / 1_000 };

export type Applicant = { readonly id: CitizenId; readonly token: string };

export async function newApplicant(platform: TestPlatform): Promise<Applicant> {
  const id = platform.newCitizen();
  return { id, token: await platform.tokens.citizen(id, LASTING) };
}

/** A mutation's outcome; throws where the call itself was refused. */
export async function done(
  platform: TestPlatform,
  token: string,
  mutation: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Json> {
  const [, named] = /^\((.*?)\)\s/.exec(mutation) ?? [];
  const body = named === undefined ? mutation : mutation.slice(named.length + 2);
  const declared = named === undefined ? "" : `(${named})`;
  const answer = await platform.call({
    token,
    query: `mutation ${declared} { done: ${body} { ${CASE} ${APPLICANTS.test(body) ? REFUSED_IN : ""} } }`,
    variables,
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

export const startCase = (
  platform: TestPlatform,
  token: string,
  { item = BY_HAND, region = CHAOYANG, key = randomUUID() } = {},
): Promise<Json> =>
  done(
    platform,
    token,
    "($item: ID!, $region: RegionCode!, $key: ID!) startApplication(input: { item: $item, region: $region }, idempotencyKey: $key)",
    { item, region, key },
  );

export const saveCase = (
  platform: TestPlatform,
  token: string,
  id: string,
  form: Readonly<Record<string, unknown>>,
): Promise<Json> =>
  done(platform, token, "($id: ID!, $form: JSONObject!) saveApplication(id: $id, form: $form)", { id, form });

type SubmitHow = { readonly key?: string; readonly reason?: string };

/** Hands a case in as it stands. */
export const submitAsIs = (
  platform: TestPlatform,
  token: string,
  id: string,
  { key = randomUUID(), reason }: SubmitHow = {},
): Promise<Json> =>
  done(
    platform,
    token,
    "($id: ID!, $key: ID!, $reason: String) submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $reason)",
    { id, key, reason },
  );

/** Hands a case in; where nothing but materials is missing, they are sent first. */
export async function submitCase(
  platform: TestPlatform,
  token: string,
  id: string,
  how: SubmitHow = {},
): Promise<Json> {
  const outcome = await submitAsIs(platform, token, id, how);
  if (textAt(outcome, "__typename") !== "FormIncomplete") return outcome;
  const problems = at(outcome, "problems");
  const paths = Array.isArray(problems) ? problems.map((problem: Json) => at(problem, "path")) : [];
  const codes = paths.map((path) => (at(path, 0) === "materials" ? textAt(path, 1) : undefined));
  if (codes.includes(undefined)) return outcome;
  for (const material of codes) {
    if (material !== undefined) await sendMaterial(platform, token, { application: id, material });
  }
  return submitAsIs(platform, token, id, how);
}

/** A case that is handed in. */
export async function submitted(
  platform: TestPlatform,
  { token }: Applicant,
  { item = BY_HAND, form = RENT_FORM as Readonly<Record<string, unknown>> } = {},
): Promise<string> {
  const id = textAt(await startCase(platform, token, { item }), "id");
  await saveCase(platform, token, id, form);
  const outcome = await submitCase(platform, token, id);
  if (textAt(outcome, "__typename") !== "Application") throw new Error(JSON.stringify(outcome));
  return id;
}

/** A case as somebody sees it; null where they do not. */
export async function caseOf(platform: TestPlatform, token: string, id: string): Promise<Json> {
  const answer = await platform.call({
    token,
    query: `query ($id: ID!) { node(id: $id) { ${CASE.replace(/^[\s\S]*?\.\.\. on Application/, "... on Application")} } }`,
    variables: { id },
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "node");
}

export type OfficerWish = {
  readonly roles: readonly Role[];
  readonly region?: string;
  readonly departments?: readonly string[];
  readonly person?: CitizenId | "";
};

export type TestOfficer = { readonly id: `ofc_${string}`; readonly token: string };

export async function newOfficer(platform: TestPlatform, wish: OfficerWish): Promise<TestOfficer> {
  const id = newId("ofc", systemRuntime);
  return { id, token: await platform.tokens.officer({ id, region: "11", ...LASTING, ...wish }) };
}

/** One officer with every role of a case's life, who so never meets the four eyes that an item asks for. */
export const allRounder = (platform: TestPlatform): Promise<TestOfficer> =>
  newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER", "SUPERVISOR"] });

/** Steps of a desk's list: step codes with their cases. */
export async function desk(
  platform: TestPlatform,
  token: string,
  list: string,
): Promise<readonly { readonly id: string; readonly step: string | null; readonly dueOn: string | null }[]> {
  const answer = await platform.call({
    token,
    query: `{ desk: ${list} { edges { node { step dueOn application { id } } } } }`,
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const edges = at(answer.data, "desk", "edges");
  return Array.isArray(edges)
    ? edges.map((edge) => ({
        id: textAt(edge, "node", "application", "id"),
        step: nullableAt(edge, "node", "step"),
        dueOn: nullableAt(edge, "node", "dueOn"),
      }))
    : [];
}

function nullableAt(json: Json, ...path: readonly string[]): string | null {
  const value = at(json, ...path);
  return value === null ? null : String(value);
}

/** An officer claims a step and then does something about the case. */
export async function act(
  platform: TestPlatform,
  officer: TestOfficer,
  id: string,
  step: string,
  mutation: string,
): Promise<Json> {
  const claimed = await done(platform, officer.token, `claimStep(id: "${id}", step: "${step}")`);
  if (textAt(claimed, "__typename") !== "Application") throw new Error(JSON.stringify(claimed));
  return done(platform, officer.token, mutation);
}

/** A case that is accepted. */
export async function accepted(platform: TestPlatform, applicant: Applicant, officer: TestOfficer, how = {}) {
  const id = await submitted(platform, applicant, how);
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  return id;
}
