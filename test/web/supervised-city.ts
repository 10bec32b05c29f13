import { expect } from "vitest";
import { livingFrom, preparedFolder, start } from "../local/local-platform.ts";
import { apply, LOAN, PERMIT, senderOf } from "./desk-city.ts";
import type { Site } from "./site.ts";

/** More than any promised time, whichever days of it are worked. */
const DAYS_AGO = 60;
const DAY_MS = 86_400_000;
const CHAOYANG = "110105";

const EVALUATE = `mutation ($id: ID!) {
  evaluateApplication(
    id: $id
    input: { level: DISSATISFIED, tags: [GUIDANCE], comment: "材料说明看不懂。" }
    idempotencyKey: "supervised-evaluation"
  ) { ... on Evaluation { status } ... on Refusal { message } }
}`;

/** That of a platform that lived long ago for a moment, in which a case was handed in that nobody has decided since. */
export async function folderWithForgottenCase(): Promise<string> {
  const folder = await preparedFolder();
  const platform = await start(folder, { env: livingFrom(Date.now() - DAYS_AGO * DAY_MS) });
  const send = senderOf(platform, platform.demo.citizen);
  await apply(send, { ...PERMIT, region: CHAOYANG, key: "forgotten-permit" });
  platform.kill("SIGTERM");
  await platform.ended;
  return folder;
}

const PRESSING = `{ escalations(region: "110000", within: true, department: "BJ-GA", first: 5) {
  edges { node { escalations { reason } } }
} }`;

/** The platform's clock of cases goes by once a minute: the forgotten case is nearly due by the first round, overdue by the second. */
export async function untilForgottenIsOverdue(site: Site): Promise<void> {
  const { supervisor } = site.demo.officers;
  if (!supervisor) throw new Error("the demo city has no supervisor");
  const send = senderOf(site, supervisor);
  const pressing = async () => JSON.stringify(await send<object>(PRESSING));
  await expect.poll(pressing, { interval: 500 }).toContain("OVERDUE");
}

type Evaluated = { readonly evaluateApplication: { readonly status?: string } };

/** A decision by rule, which is drawn for review as the day's first of its item, and with which its applicant is not content. */
export async function fileEvaluatedCase(site: Site): Promise<void> {
  const send = senderOf(site, site.demo.citizen);
  const { id } = await apply(send, { ...LOAN, region: CHAOYANG, key: "evaluated-loan" });
  const { evaluateApplication } = await send<Evaluated>(EVALUATE, { id });
  if (evaluateApplication.status !== "OPEN") throw new Error(JSON.stringify(evaluateApplication));
}
