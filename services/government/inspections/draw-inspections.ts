import type { Officer } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { eachOf } from "../../kernel/each-of.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant, Runtime } from "../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { type Inspector, inspectsIn, listRoll } from "../inspectors/index.ts";
import { licenceByNumber, validLicencesIn } from "../licences/index.ts";
import { isConcerned } from "./impartiality.ts";
import { inspectionKeys } from "./keys.ts";
import {
  type Drawn,
  drawnOf,
  FRAME_MAX,
  type InspectionPlan,
  type PlanProblem,
  type PlanWish,
  POOL_MAX,
  planProblem,
} from "./plan.ts";
import { draw, frameDigest, inDrawnOrder } from "./sampling.ts";
import { getPlan, type InspectionStore, putPlan } from "./store.ts";

export type DrawPorts = InspectionStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Pick<Runtime, "random">;
};

export type DrawRefusal =
  | PlanProblem
  | (TextProblem & { readonly path: readonly string[] })
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

const TITLE_LENGTH = { min: 2, max: 100 };
const SEED_BYTES = 16;
const INSPECTORS = 2;

/**
 * Draws holders of food-business licences at random, and for each two inspectors (国发〔2019〕5号: 双随机、一公开). The seed
 * is the platform's, so that nobody chooses it, and stands on record with all that could have been drawn; nothing that
 * was drawn is ever drawn anew. An inspector who has an interest in a holder is passed over for it.
 */
export async function drawInspections(
  ports: DrawPorts,
  wish: PlanWish,
  idempotencyKey: string,
): Promise<Result<InspectionPlan, DrawRefusal>> {
  const { actor, now, commit, database, mode, requestId } = ports;
  const checked = checkText(wish.title, TITLE_LENGTH.min, TITLE_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["title"] });
  const title = checked.value;
  const id = idempotentId("ipl", actor, "drawInspections", idempotencyKey);
  const { department, region, from, until, count = null, percent = null } = wish;
  const creation = fingerprintOf([title, department, region, from, until, count, percent]);
  const earlier = await getPlan(ports, id);
  if (earlier) return sameAs(earlier, creation);
  const problem = planProblem(wish, actor, dateAt(now));
  if (problem) return err(problem);
  const [licences, pool] = await Promise.all([
    validLicencesIn(ports, { type: "food-business-licence", department, region }, FRAME_MAX),
    activeRoll(ports, department),
  ]);
  if (!licences)
    return err({ code: "FRAME_TOO_LARGE", values: { max: String(FRAME_MAX) }, path: ["region"] });
  if (!pool) return err({ code: "ROLL_TOO_LARGE", values: { max: String(POOL_MAX) }, path: ["department"] });
  const size = drawnOf(wish, licences.length);
  if (!size.ok) return size;
  const seed = Buffer.from(ports.runtime.random(SEED_BYTES)).toString("hex");
  const assigned = await eachOf(draw(licences, size.value, seed), (licence) =>
    assign(ports, licence, pool, seed),
  );
  const lacking = assigned.find((one) => !one.ok);
  if (lacking && !lacking.ok) return lacking;
  const plan: InspectionPlan = {
    ...{ id, title, department, region, from, until, seed, creation, drawnAt: now, drawnBy: actor.id },
    ...{ frameSize: licences.length, frameDigest: frameDigest(licences) },
    drawn: assigned.flatMap((one) => (one.ok ? [one.value] : [])),
  };
  const frame = { licences: [...licences].sort(), inspectors: pool.map(({ officer }) => officer).sort() };
  const done = await commit({
    ...{ actor, at: now, requestId, aggregate: id, table: recordsTable(mode), reason: title },
    ...{ action: "inspections.plan.drawn", creates: inspectionKeys.plan(id) },
    writes: putPlan(ports, plan, frame),
  });
  if (done.ok) return ok(plan);
  database.forget();
  const other = await getPlan(ports, id);
  if (!other) throw new Error("a plan was refused and is not there");
  return sameAs(other, creation);
}

const sameAs = (earlier: InspectionPlan, creation: string): Result<InspectionPlan, DrawRefusal> =>
  earlier.creation === creation ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });

/** The department's inspectors who are on the roll now; undefined where they are too many. */
async function activeRoll(
  store: InspectionStore,
  department: string,
): Promise<readonly Inspector[] | undefined> {
  const { inspectors, more } = await listRoll(store, department, { first: POOL_MAX });
  return more ? undefined : inspectors.filter(({ isActive }) => isActive);
}

/** Two of those who inspect where the licence is, in the order that seed and number give them. */
async function assign(
  ports: DrawPorts,
  number: string,
  pool: readonly Inspector[],
  seed: string,
): Promise<Result<Drawn, PlanProblem>> {
  const licence = await licenceByNumber(ports, number);
  if (!licence) throw new Error(`licence ${number} is in its list and is not there`);
  const { holder, businessName: holderName, region } = licence;
  const eligible = pool.filter((one) => inspectsIn(one, region));
  const chosen: Inspector[] = [];
  const excluded: Inspector[] = [];
  for (const one of inDrawnOrder(eligible, ({ officer }) => officer, seed, number)) {
    if (chosen.length === INSPECTORS) break;
    // One person may have two sign-ins.
    if (chosen.some(({ person }) => person === one.person)) continue;
    if (await isConcerned(ports, one, holder)) excluded.push(one);
    else chosen.push(one);
  }
  if (chosen.length < INSPECTORS) {
    return err({ code: "NOT_ENOUGH_INSPECTORS", values: { licence: number }, path: ["department"] });
  }
  const ids = (of: readonly Inspector[]) => of.map(({ officer }) => officer);
  return ok({
    ...{ licence: number, holder, holderName, region },
    ...{ inspectors: ids(chosen), excluded: ids(excluded) },
  });
}
