import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  act,
  allRounder,
  fileCase,
  mutateCase,
  newOfficer,
  type OfficerWish,
  saveCase,
  startCase,
  submitCase,
  type TestEnterprise,
  type TestOfficer,
} from "../cases/casework.ts";

export const FOOD = "BJ-SCJG-SPJY-001";
export const RENEWAL = "BJ-SCJG-SPJY-002";
export const CANCELLATION = "BJ-SCJG-SPJY-003";

export const foodForm = (
  { creditCode }: Pick<TestEnterprise, "creditCode">,
  changes: Readonly<Record<string, unknown>> = {},
) => ({
  // As it is shown; what else the register states of the enterprise is left to the platform.
  creditCode,
  representative: { idNumber: "11010519491231002X", mobile: "13800138000" },
  premises: "北京市朝阳区建国路 1 号一层",
  premisesRegion: "110105",
  businessType: "餐饮服务经营者",
  activities: ["餐饮服务"],
  safetyManager: "李小红",
  ...changes,
});

/** A case for a new licence, handed in for an enterprise by its legal representative. */
export const submittedFood = (
  platform: TestPlatform,
  enterprise: TestEnterprise,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> =>
  fileCase(platform, enterprise.representative, {
    ...{ item: FOOD, form: foodForm(enterprise, changes), for: { enterprise: enterprise.creditCode } },
  });

/** A case for a new licence, up to its decision. */
export async function reviewedFood(
  platform: TestPlatform,
  enterprise: TestEnterprise,
  officer: TestOfficer,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = await submittedFood(platform, enterprise, changes);
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await inspected(platform, officer, id);
  return id;
}

export const MARKET_REGULATION = "BJ-SCJG";

/** Enters an officer on the department's roll of inspectors. */
export async function enrol(
  platform: TestPlatform,
  { token }: TestOfficer,
  interests: readonly string[] = [],
): Promise<Json> {
  const query = `mutation ($interests: [String!]!) {
    done: enrolAsInspector(input: { department: "${MARKET_REGULATION}", interests: $interests }) {
      __typename ... on Refusal { code } ... on InvalidInput { path }
      ... on Inspector { officer { id } department regionPrefix isActive } } }`;
  const answer = await platform.call({ token, query, variables: { interests } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

export async function newInspector(
  platform: TestPlatform,
  wish: Partial<OfficerWish> = {},
  interests: readonly string[] = [],
): Promise<TestOfficer> {
  const inspector = await newOfficer(platform, { roles: ["INSPECTOR"], ...wish });
  await enrol(platform, inspector, interests);
  return inspector;
}

export type Found = Readonly<Record<string, "MET" | "NOT_MET" | "NOT_APPLICABLE">>;
export const ALL_MET: Found = { site: "MET", equipment: "MET", layout: "MET", staff: "MET", rules: "MET" };

export const appoint = (
  platform: TestPlatform,
  { token }: TestOfficer,
  id: string,
  inspectors: readonly string[],
): Promise<Json> =>
  mutateCase(
    platform,
    token,
    '($id: ID!, $inspectors: [ID!]!) appointInspectors(id: $id, step: "inspect", inspectors: $inspectors)',
    { id, inspectors },
  );

export const record = (platform: TestPlatform, { token }: TestOfficer, id: string, found: Found) =>
  mutateCase(
    platform,
    token,
    "($id: ID!, $findings: [FindingInput!]!) recordFindings(id: $id, findings: $findings)",
    {
      id,
      findings: Object.entries(found).map(([point, result]) => ({
        ...{ point, result },
        note: result === "NOT_MET" ? "现场未达到要求" : "",
      })),
    },
  );

export const sign = (platform: TestPlatform, { token }: TestOfficer, id: string): Promise<Json> =>
  mutateCase(platform, token, `signInspection(id: "${id}")`);

/** Two inspectors are appointed, find this, and sign it; the case as the second signature leaves it. */
export async function inspected(
  platform: TestPlatform,
  officer: TestOfficer,
  id: string,
  found: Found = ALL_MET,
): Promise<Json> {
  const [first, second] = [await newInspector(platform), await newInspector(platform)];
  await appoint(platform, officer, id, [first.id, second.id]);
  await record(platform, first, id, found);
  await sign(platform, first, id);
  return sign(platform, second, id);
}

export const approve = (platform: TestPlatform, officer: TestOfficer, id: string): Promise<Json> =>
  act(platform, officer, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);

export type Held = { readonly number: string; readonly application: string };

/** A licence that was applied for and granted, after what else becomes of its case. */
export async function licensed(
  platform: TestPlatform,
  enterprise: TestEnterprise,
  changes: Readonly<Record<string, unknown>> = {},
  meanwhile: (id: string) => Promise<void> = async () => {},
): Promise<Held> {
  const officer = await allRounder(platform);
  const id = await reviewedFood(platform, enterprise, officer, changes);
  await meanwhile(id);
  await approve(platform, officer, id);
  const number = textAt(await licenceOfCase(platform, enterprise.representative.token, id), "number");
  return { number, application: id };
}

const LICENCE = `number type status holderName creditCode region businessForm activities issuedOn validUntil endedAt
  renewal { opensOn inTimeUntil closesOn }`;

/** The licence with a number, as somebody who has not signed in sees it. */
export async function verified(platform: TestPlatform, number: string): Promise<Json> {
  const query = `query ($number: String!) { licence(number: $number) { ${LICENCE} } }`;
  const answer = await platform.call({ query, variables: { number } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "licence");
}

export async function licenceOfCase(platform: TestPlatform, token: string, id: string): Promise<Json> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Application { licence { ${LICENCE} } } } }`;
  const answer = await platform.call({ token, query, variables: { id } });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "node", "licence");
}

/** Hands in a case about a licence that is held; the answer to its submission. */
export async function askFor(
  platform: TestPlatform,
  { creditCode, representative: { token } }: TestEnterprise,
  item: typeof RENEWAL | typeof CANCELLATION,
  { number }: Pick<Held, "number">,
  reason?: string,
): Promise<Json> {
  const id = textAt(await startCase(platform, token, { item, for: { enterprise: creditCode } }), "id");
  const about = { licenceNumber: number, creditCode, contactMobile: "13800138000" };
  const rest = item === RENEWAL ? { conditionsUnchanged: true } : { endOfBusiness: "2026-03-31" };
  await saveCase(platform, token, id, { ...about, ...rest });
  return submitCase(platform, token, id, reason === undefined ? {} : { reason });
}

/** Takes a renewal or a cancellation through its steps up to the grant. */
export async function grant(platform: TestPlatform, officer: TestOfficer, id: string): Promise<Json> {
  const steps = at(await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`), "progress");
  const hasReview = JSON.stringify(steps).includes('"review"');
  if (hasReview) await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  return approve(platform, officer, id);
}

export const revoke = (platform: TestPlatform, officer: TestOfficer, id: string): Promise<Json> =>
  mutateCase(
    platform,
    officer.token,
    `revokeApplication(id: "${id}", reason: "以欺骗手段取得", ground: { law: "行政许可法", article: "第六十九条" })`,
  );
