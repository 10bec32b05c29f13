import { randomUUID } from "node:crypto";
import { foodBusinessLicence } from "../../../../local/demo/items/food-business-licence.ts";
import { foodBusinessRenewal } from "../../../../local/demo/items/food-business-renewal.ts";
import { residencePermit } from "../../../../local/demo/items/residence-permit.ts";
import { isCreditCode } from "../../../../services/field/credit-code.ts";
import type { DraftInput } from "../../../../services/government/catalogue/index.ts";
import type { Role } from "../../../../services/kernel/actor.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import type { CitizenId } from "../../../../services/kernel/ids.ts";
import type { FaultProxy } from "../../../support/fault-proxy.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { ALL_SHORT, SHORT_LATER } from "../../../support/short-answers.ts";
import { publishItem } from "../../catalogue/items.ts";
import { holdFoodLicence, publishFoodType } from "../../licences/held-food-licence.ts";
import {
  mutateCase,
  newApplicant,
  newEnterprise,
  newOfficer,
  signedIn,
  startCase,
  type TestOfficer,
} from "../casework.ts";
import { dayAt } from "./calendar.ts";
import { type Actor, type Item, JOINT, MARKET, OFFICERS, PLAIN, POLICE, RENEWAL } from "./case.ts";
import { type Detail, pauseEnd } from "./moves.ts";

/** The platform with the model's two items, its applicant and its officers. */
export type Real = {
  readonly faults: FaultProxy;
  readonly platform: TestPlatform;
  readonly applicant: { readonly id: CitizenId; readonly token: string };
  readonly region: string;
  /** The applicant's enterprise, and the licence that its renewals ask for. */
  readonly creditCode: string;
  readonly licence: string;
  readonly officers: ReadonlyMap<string, TestOfficer>;
  /** Of the model's cases, in their order. */
  readonly ids: string[];
  readonly items: Item[];
  /** The key that each was handed in with last. */
  readonly keys: string[];
};

/** The form of the residence permit, or of a licence's renewal, on the way that the model says. */
function publish(platform: TestPlatform, item: Item): Promise<void> {
  const steps = item.steps.map(({ code, role, days, department, group, fourEyes }, i) => ({
    ...{ code, name: { zh: code, en: code }, role: role.toLowerCase(), workingDays: days },
    ...(department === item.department ? {} : { department }),
    ...(item.steps[i - 1]?.group === group ? { jointly: true } : {}),
    ...(fourEyes ? { fourEyes: true } : {}),
  }));
  // Its own times are not the model's.
  const { statutoryDays: _, limitCoversDelivery: __, extensionWorkingDays: ___, ...content } = baseOf(item);
  const draft = {
    ...content,
    ...{ code: item.code, steps },
    // Materials are another matter, with tests of their own.
    materials: content.materials.map((material) => ({ ...material, required: false })),
    ...{ promisedWorkingDays: item.promised, statutoryWorkingDays: item.statutory },
    ...(item.isJoint ? { handling: "JOINT" as const } : {}),
  };
  return publishItem(platform, draft, { "110000": "GENERAL" });
}

/** The permit that the case is about has a life of its own, in the tests of licences. */
const { effect: _, licence: __, ...permit } = residencePermit.draft;
const baseOf = ({ code }: Item): DraftInput => (code === RENEWAL.code ? foodBusinessRenewal.draft : permit);

/** A platform with the model's items, on which one life follows another. */
export type Stage = { readonly faults: FaultProxy; readonly platform: TestPlatform; lives: number };

export async function openStage(faults: FaultProxy): Promise<Stage> {
  const platform = await startPlatform({ faults });
  platform.clock.set("2026-01-01T02:00:00.000Z");
  // Cases are handed on between these two, and each may renew.
  await publishFoodType(platform, [MARKET, POLICE]);
  for (const item of [PLAIN, JOINT, RENEWAL]) await publish(platform, item);
  // Another department that there is in the province, to hand cases on to.
  await publishItem(platform, foodBusinessLicence.draft, { "110000": "GENERAL" });
  faults.calm(SHORT_LATER);
  return { faults, platform, lives: 0 };
}

/** Of Beijing: each life has a district's desks nearly for itself. */
const DISTRICTS = ["01", "02", "05", "06", "07", "08", "09", "11", "12", "13", "14", "15", "16", "17", "18"];

/** Another applicant and other officers; the licence of the applicant's enterprise ends with a day. */
export async function enter(stage: Stage, now: number, licenceEnd: string): Promise<Real> {
  const { platform } = stage;
  stage.lives += 1;
  platform.clock.set(new Date(now).toISOString());
  const applicant = await newApplicant(platform);
  const officers = await Promise.all(
    OFFICERS.map(async ({ name, roles, departments, isApplicant }) => {
      const wish = { roles: roles as readonly Role[], departments };
      const all = isApplicant ? { ...wish, person: applicant.id } : wish;
      const officer = await signedIn(platform, newOfficer(platform, all));
      return [name, officer] as const;
    }),
  );
  const region = `1101${DISTRICTS[stage.lives % DISTRICTS.length] ?? "05"}`;
  const { creditCode } = await newEnterprise(platform, { representative: applicant });
  if (!isCreditCode(creditCode)) throw new Error(`${creditCode} is no credit code`);
  const licence = await holdFoodLicence(platform, creditCode, { validUntil: date(licenceEnd) });
  return {
    ...{ faults: stage.faults, platform, applicant, region, creditCode, licence },
    officers: new Map(officers),
    ids: [],
    items: [],
    keys: [],
  };
}

/** The cases, by their places, that counted as granted because nobody decided. */
export async function findDeemed({ platform, applicant, ids }: Real): Promise<readonly number[]> {
  const fields = "{ ... on Application { decision { isDeemed } } }";
  const query = `{ nodes(ids: ${JSON.stringify(ids)}) ${fields} }`;
  const { data, errors } = await platform.call({ token: applicant.token, query });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return ids.flatMap((_, i) => {
    const decision = at(data, "nodes", i, "decision");
    return decision !== null && at(decision, "isDeemed") === true ? [i] : [];
  });
}

export async function begin(real: Real, i: number, item: Item): Promise<void> {
  const { platform, applicant, region, ids, items, creditCode } = real;
  const whose = item.code === RENEWAL.code ? { for: { enterprise: creditCode } } : {};
  ids[i] = textAt(await startCase(platform, applicant.token, { item: item.code, region, ...whose }), "id");
  items[i] = item;
}

const FORM = {
  ...{ applicantName: "王小明", idNumber: "11010519491231002X", mobile: "13800138000" },
  ...{ address: "朝阳区建国路 1 号", addressRegion: "110105", residentSince: "2024-01-01" },
  ground: "合法稳定就业",
};
const renewalForm = ({ licence: licenceNumber, creditCode }: Real) => ({
  ...{ licenceNumber, creditCode, conditionsUnchanged: true, contactMobile: "13800138000" },
});
/** The whole form of a case, a part of it, and the field that the model's correction notices name. */
const formOf = (real: Real, i: number) =>
  real.items[i]?.code === RENEWAL.code
    ? { whole: renewalForm(real), part: { conditionsUnchanged: true }, named: "contactMobile" }
    : { whole: FORM, part: { applicantName: "王小明" }, named: "mobile" };

const GROUND = `ground: { law: "居住证暂行条例", article: "第二条" }`;

/**
 * Asks for an action by the API, while indexes lag; the answer's type, and for a refusal its state and actions. The model is
 * held against what is seen later, for what it says is so at once.
 */
export async function ask(...asked: Parameters<typeof askFor>): Promise<Json> {
  const [{ faults }] = asked;
  faults.calm(ALL_SHORT);
  return askFor(...asked).finally(() => faults.calm(SHORT_LATER));
}

async function askFor(
  real: Real,
  i: number,
  action: string,
  actor: Actor | undefined,
  detail: Detail,
): Promise<Json> {
  const { platform, applicant, officers, ids, keys } = real;
  const id = ids[i] ?? "";
  const token = actor ? (officers.get(actor.name)?.token ?? "") : applicant.token;
  if (action === "SAVE") {
    const { whole, part, named } = formOf(real, i);
    const changes = detail.isNamed ? { [named]: "13900139000" } : detail.isComplete ? whole : part;
    const save = "($id: ID!, $form: JSONObject!) saveApplication(id: $id, form: $form)";
    return mutateCase(platform, token, save, { id, form: changes });
  }
  if (action === "SUBMIT" || action === "REPEAT") {
    const key = action === "REPEAT" ? (keys[i] ?? "") : randomUUID();
    const submit =
      "($id: ID!, $key: ID!, $reason: String) submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $reason)";
    const reason = detail.hasReason ? "再次申请" : null;
    const answer = await mutateCase(platform, token, submit, { id, key, reason });
    if (textAt(answer, "__typename") === "Application") keys[i] = key;
    return answer;
  }
  return mutateCase(platform, token, mutationOf(real, i, action, detail));
}

function mutationOf(real: Real, i: number, action: string, detail: Detail): string {
  const { officers, platform, ids } = real;
  const id = ids[i] ?? "";
  const { step, to, workingDays } = detail;
  const target = to === undefined ? "null" : `"${officers.get(to)?.id ?? ""}"`;
  const today = dayAt(Date.parse(platform.clock.now()));
  const mutations: Readonly<Record<string, string>> = {
    WITHDRAW: `withdrawApplication(id: "${id}", reason: "不再需要")`,
    APPEAL: `appealDecision(id: "${id}", reason: "不服决定")`,
    CLAIM: `claimStep(id: "${id}", step: "${step}")`,
    RELEASE: `releaseStep(id: "${id}", step: "${step}")`,
    REASSIGN: `reassignStep(id: "${id}", step: "${step}", to: ${target}, reason: "休假")`,
    TRANSFER: `transferApplication(id: "${id}", department: "${detail.department}", reason: "属于该部门")`,
    ACCEPT: `acceptApplication(id: "${id}")`,
    REQUEST_CORRECTION: `requestCorrection(id: "${id}", input: { fields: [{ name: "${formOf(real, i).named}", note: "号码有误" }] })`,
    FINISH_STEP: `finishStep(id: "${id}", step: "${step}", opinion: "情况属实")`,
    APPROVE: `approveApplication(id: "${id}", reason: "符合条件")`,
    REJECT: `rejectApplication(id: "${id}", reason: "不符合条件", ${GROUND})`,
    PAUSE: `pauseApplication(id: "${id}", reason: EXPERT_REVIEW, note: "专家评审", until: "${pauseEnd(today)}")`,
    RESUME: `resumeApplication(id: "${id}")`,
    EXTEND: `extendApplication(id: "${id}", workingDays: ${workingDays}, reason: "案情复杂", approvedBy: "副局长 高建国")`,
    DELIVER: `deliverApplication(id: "${id}", note: "本人领取")`,
    REVOKE: `revokeApplication(id: "${id}", reason: "以欺骗手段取得", ${GROUND})`,
    COMPLAIN: `complainAboutDelay(id: "${id}", text: "早该办结", idempotencyKey: "${randomUUID()}")`,
    ANSWER_COMPLAINT: `answerComplaint(id: "${id}", answer: "已督办")`,
    UPHOLD: `answerAppeal(id: "${id}", outcome: UPHELD, answer: "维持决定")`,
    OVERTURN: `answerAppeal(id: "${id}", outcome: OVERTURNED, answer: "重新审查")`,
  };
  const mutation = mutations[action];
  if (!mutation) throw new Error(`nobody asks for ${action}`);
  return mutation;
}
