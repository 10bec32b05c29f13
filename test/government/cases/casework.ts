import { randomUUID } from "node:crypto";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { publishDemoItems } from "../../../local/demo/service-items.ts";
import type { Mode, Role } from "../../../services/kernel/actor.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { readCard, receiveByRead } from "../../support/card-reader.ts";
import { newCreditCode, newIdNumber } from "../../support/made-up.ts";
import { materialsOf, sendMaterial } from "../../support/material-files.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { editorOf, publishItem } from "../catalogue/items.ts";

export const RENT = "BJ-GJJ-ZFTQ-001";
/** The same as people decide it: without a rule, four eyes, and money that moves. */
export const BY_HAND = "BJ-GJJ-ZFTQ-002";
/** The same for enterprises as well. */
export const FOR_ENTERPRISES = "BJ-GJJ-ZFTQ-003";
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
  payoutAccount: "pac_0123456789abcdef",
};

/** Ten in the morning in Beijing of a day in a week without holidays. */
const MONDAY = "2026-03-02T02:00:00.000Z";

/** A platform with the demo city's items, on Monday 2 March 2026. */
export async function startCasework(
  options: Parameters<typeof startPlatform>[0] = {},
): Promise<TestPlatform> {
  const platform = await startPlatform(options);
  platform.clock.set(MONDAY);
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
  await publishItem(platform, byHand(), { "110000": "GENERAL" });
  await publishItem(platform, forEnterprises(), { "110000": "GENERAL" });
  return platform;
}

function byHand() {
  const {
    rule: _,
    effect: __,
    extensionWorkingDays: ____,
    steps,
    materials,
    ...content
  } = rentWithdrawal.draft;
  return {
    ...{ ...content, code: BY_HAND, steps: steps.map(({ fourEyes: ___, ...step }) => step) },
    // It asks for no material, so that a test that is about none costs no uploads.
    materials: materials.map((material) => ({ ...material, required: false })),
  };
}

const forEnterprises = () => ({
  ...byHand(),
  ...{ code: FOR_ENTERPRISES, audiences: ["LEGAL_PERSON", "NATURAL_PERSON"] as const },
});

const CASE = `__typename ... on Refusal { code message }
  ... on NotAllowedNow { state availableActions }
  ... on InvalidInput { path }
  ... on Application { id status availableActions item { code version } region channel capacity
    subject { kind creditCode } form
    problems { code path } answer { dueOn because isOverdue isProvisional }
    clock { receivedOn acceptedOn isDeemedAccepted promisedOn statutoryOn warningOn overdueAt }
    correction { fields { name note } answerBy } duplicateReason
    decision { outcome reason remedy ground { law article } } appeal { outcome answer overdueAt }
    progress { code state dueOn } }`;

/** The fields that only an applicant's mutation answers. */
const REFUSED_IN = `... on FormIncomplete { problems { code message path } }
  ... on DuplicateApplication { open { id status } }`;

const APPLICANTS = /(start|save|submit|confirm|withdraw)Application|appealDecision|complainAboutDelay/;

/** Tokens that outlast a case's life. */
const LASTING = { exp: Date.UTC(2060, 0, 1) / 1_000 };

export type Applicant = { readonly id: CitizenId; readonly token: string; readonly idNumber: string };

export async function newApplicant(platform: TestPlatform, mode: Mode = "live"): Promise<Applicant> {
  const idNumber = newIdNumber();
  const id: CitizenId = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}`;
  return { id, idNumber, token: await platform.tokens.citizen(id, { ...LASTING, mode }) };
}

export type TestEnterprise = { readonly creditCode: string; readonly representative: Applicant };

/** An enterprise on record, with its legal representative. */
export async function newEnterprise(
  platform: TestPlatform,
  { representative, name = "北京好味道餐饮有限公司" }: { representative?: Applicant; name?: string } = {},
): Promise<TestEnterprise> {
  const person = representative ?? (await newApplicant(platform));
  const creditCode = newCreditCode();
  const registrar = await newOfficer(platform, { roles: ["REGISTRAR"] });
  const legalRepresentative = { name: "王小明", idNumber: person.idNumber };
  const answer = await platform.call({
    token: registrar.token,
    query: `mutation ($input: RecordEnterpriseInput!) { recordEnterprise(input: $input) { __typename } }`,
    variables: { input: { creditCode, name, region: CHAOYANG, legalRepresentative } },
  });
  if (textAt(answer.data, "recordEnterprise", "__typename") !== "Enterprise") {
    throw new Error(JSON.stringify(answer));
  }
  return { creditCode, representative: person };
}

export type AuthorityTerms = {
  readonly enterprise?: string;
  readonly items?: readonly string[];
  readonly until?: string;
  readonly key?: string;
};

/** Lets an agent act for somebody, or for their enterprise; the outcome of the mutation. */
export async function authorise(
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
  { idNumber }: Pick<Applicant, "idNumber">,
  { key = randomUUID(), until = "2026-12-31", ...terms }: AuthorityTerms = {},
): Promise<Json> {
  const answer = await platform.call({
    token,
    query: `mutation ($input: GrantAuthorityInput!, $key: ID!) {
      done: grantAuthority(input: $input, idempotencyKey: $key) { __typename ... on Refusal { code message }
        ... on InvalidInput { path } ... on Authority { id items status enterprise until } } }`,
    variables: { input: { ...terms, until, agent: { name: "李代办", idNumber } }, key },
  });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

export const revokeAuthority = async (platform: TestPlatform, token: string, id: string): Promise<Json> =>
  at(
    (
      await platform.call({
        token,
        query: `mutation ($id: ID!) { done: revokeAuthority(id: $id) { __typename ... on Refusal { code }
          ... on NotAllowedNow { state } ... on Authority { id status } } }`,
        variables: { id },
      })
    ).data,
    "done",
  );

/** Calls a mutation of a case, and answers with its outcome; throws where the call itself was refused. */
export async function mutateCase(
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

type StartOptions = {
  readonly item?: string;
  readonly region?: string;
  readonly key?: string;
  readonly for?: { readonly enterprise?: string; readonly person?: string };
  /** Of a clerk: the person present. */
  readonly attendance?: string;
};

export const startCase = (
  platform: TestPlatform,
  token: string,
  { item = BY_HAND, region = CHAOYANG, key = randomUUID(), attendance, ...whose }: StartOptions = {},
): Promise<Json> =>
  mutateCase(
    platform,
    token,
    "($input: StartApplicationInput!, $key: ID!, $attendance: ID) startApplication(input: $input, idempotencyKey: $key, attendance: $attendance)",
    { input: { item, region, ...whose }, key, attendance },
  );

export const saveCase = (
  platform: TestPlatform,
  token: string,
  id: string,
  form: Readonly<Record<string, unknown>>,
  attendance?: string,
): Promise<Json> =>
  mutateCase(
    platform,
    token,
    "($id: ID!, $form: JSONObject!, $attendance: ID) saveApplication(id: $id, form: $form, attendance: $attendance)",
    { id, form, attendance },
  );

type SubmitOptions = {
  readonly key?: string;
  readonly reason?: string;
  /** Of a clerk: the person present. */
  readonly attendance?: string;
};

/** Hands a case in as it stands. */
export const submitAsIs = (
  platform: TestPlatform,
  token: string,
  id: string,
  { key = randomUUID(), ...wish }: SubmitOptions = {},
): Promise<Json> =>
  mutateCase(
    platform,
    token,
    "($id: ID!, $key: ID!, $reason: String, $attendance: ID) submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $reason, attendance: $attendance)",
    { id, key, ...wish },
  );

/** The subject's own word for what was handed in for them. */
export const confirmCase = (
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
  id: string,
): Promise<Json> => mutateCase(platform, token, `confirmApplication(id: "${id}")`);

/** A clerk begins to serve somebody at their window, on a read of their card; the outcome of the mutation. */
export async function receive(
  platform: TestPlatform,
  { token }: Pick<TestOfficer, "token">,
  idNumber: string,
  key: string = randomUUID(),
): Promise<Json> {
  const answer = await receiveByRead(platform, token, await readCard(platform, token, idNumber), key);
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

/** Sends what keeps a case from being handed in of its materials. */
export async function sendMissing(platform: TestPlatform, token: string, id: string): Promise<void> {
  const materials = await materialsOf(platform, token, id);
  const missing = materials.filter(
    (one) => at(one, "isRequired") === true && !["READY", "FILLED"].includes(textAt(one, "state")),
  );
  for (const one of missing) {
    await sendMaterial(platform, token, { application: id, material: textAt(one, "code") });
  }
}

/** Hands a case in; where nothing but materials is missing, they are sent first. */
export async function submitCase(
  platform: TestPlatform,
  token: string,
  id: string,
  how: SubmitOptions = {},
): Promise<Json> {
  const outcome = await submitAsIs(platform, token, id, how);
  if (textAt(outcome, "__typename") !== "FormIncomplete") return outcome;
  const problems = at(outcome, "problems");
  const isOfMaterials = (problem: Json) => at(problem, "path", 0) === "materials";
  if (!Array.isArray(problems) || !problems.every(isOfMaterials)) return outcome;
  await sendMissing(platform, token, id);
  return submitAsIs(platform, token, id, how);
}

/** Begins a case, fills it in and hands it in. */
export async function fileCase(
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
  { form = RENT_FORM, ...how }: StartOptions & { readonly form?: Readonly<Record<string, unknown>> } = {},
): Promise<string> {
  const id = textAt(await startCase(platform, token, how), "id");
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

/** An officer who has signed in once: from then on work can be given to them. */
export async function signedIn(
  platform: TestPlatform,
  one: TestOfficer | Promise<TestOfficer>,
): Promise<TestOfficer> {
  const officer = await one;
  await platform.call({ token: officer.token, query: "{ viewer { id } }" });
  return officer;
}

/** One officer with every role of a case's life, who so never meets the four eyes that an item asks for. */
export const allRounder = (platform: TestPlatform): Promise<TestOfficer> =>
  newOfficer(platform, { roles: ["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER", "SUPERVISOR"] });

/** The two of a test's own cases, who meet on Monday: all that the test before did to the clock is undone. */
export async function meetOnMonday(
  platform: TestPlatform,
): Promise<{ readonly applicant: Applicant; readonly officer: TestOfficer }> {
  platform.clock.set(MONDAY);
  return { applicant: await newApplicant(platform), officer: await allRounder(platform) };
}

/** Lets people grant a case that was routed to them: one accepts and reviews it, another decides. */
export async function grantByPeople(platform: TestPlatform, id: string): Promise<Json> {
  const [first, second] = [await allRounder(platform), await allRounder(platform)];
  await act(platform, first, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, first, id, "review", `finishStep(id: "${id}", opinion: "情况属实")`);
  return act(platform, second, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);
}

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
  const claimed = await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "${step}")`);
  if (textAt(claimed, "__typename") !== "Application") throw new Error(JSON.stringify(claimed));
  return mutateCase(platform, officer.token, mutation);
}

/** Files a case, and has it accepted. */
export async function acceptCase(
  platform: TestPlatform,
  applicant: Applicant,
  officer: TestOfficer,
  how = {},
) {
  const id = await fileCase(platform, applicant, how);
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  return id;
}
