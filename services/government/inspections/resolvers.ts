import { actorAs, type Context } from "../../api/context.ts";
import { outsideJurisdiction } from "../../api/forbidden.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import { connection, paging } from "../../api/relay.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { StoredItem } from "../../kernel/database/database.ts";
import type { Key } from "../../kernel/database/tables.ts";
import type { Result } from "../../kernel/result.ts";
import { licenceByNumber } from "../licences/index.ts";
import type { NotTheirs } from "./change-inspection.ts";
import { confirmInspection } from "./confirm-inspection.ts";
import { drawInspections } from "./draw-inspections.ts";
import { INSPECTION_WORDS } from "./enum-words.ts";
import { findResultRemedies } from "./find-result-remedies.ts";
import { type NotReportable, rectifyBy, reportable, stateOf } from "./inspection.ts";
import { listOverdueRectifications } from "./list-overdue.ts";
import { listPlanned } from "./list-planned.ts";
import { type InspectionPlan, type PlannedInspection, revealDraw } from "./plan.ts";
import { findPlan, findPlans, findResults, readFrame } from "./read-plans.ts";
import { inspectorsOf } from "./redraw.ts";
import { type RedrawRefusal, redrawInspector } from "./redraw-inspector.ts";
import { type NoteProblem, reportInspection } from "./report-inspection.ts";
import { seedDigest } from "./sampling.ts";

const STATES = {
  ...INSPECTION_WORDS.RandomInspectionOutcome,
  DRAWN: { zh: "待检查", en: "Drawn, not inspected yet" },
  REPORTED: { zh: "待确认", en: "Reported, not confirmed yet" },
};

export const inspectionNodes: NodeLoaders = {
  ipl: async (id, context) => {
    const plan = await findPlan(storeOf(context), id);
    return plan && { __typename: "InspectionPlan", ...plan };
  },
};

export const inspectionResolvers: Resolvers = {
  Query: {
    inspectionPlans: async (_, { region, ...args }, context) => {
      const list = `inspection plans ${region}`;
      const page = paging<Key>(args, list, context.secrets);
      const { entries, more } = await findPlans(storeOf(context), region, page);
      return connection(entries, more, { list, ...page }, context.secrets);
    },
    inspectionPlan: async (_, { id }, context) => (await findPlan(storeOf(context), id)) ?? null,
    inspectionResults: async (_, { region, ...args }, context) => {
      const list = `inspection results ${region}`;
      const page = paging<Key>(args, list, context.secrets);
      const { entries, more } = await findResults(storeOf(context), region, page);
      return connection(entries, more, { list, ...page }, context.secrets);
    },
    plannedInspections: async (_, { plan, mine, ...args }, context) => {
      const list = `planned inspections ${plan} ${mine}`;
      const page = paging<number>(args, list, context.secrets);
      const ports = { ...storeOf(context), actor: actorAs(context, "OFFICER") };
      const { planned, more } = await listPlanned(ports, { plan, mine: mine ?? false }, page);
      const entries = planned.map((node, i) => ({ node, position: (page.after ?? 0) + i + 1 }));
      return connection(entries, more, { list, ...page }, context.secrets);
    },
    overdueRectifications: async (_, { region, department, ...args }, context) => {
      const actor = actorAs(context, "OFFICER");
      const of = { region, department };
      const list = `overdue rectifications ${region} ${department}`;
      const page = paging<StoredItem>(args, list, context.secrets);
      const found = await listOverdueRectifications({ ...storeOf(context), actor }, of, page);
      if (!found.ok) throw outsideJurisdiction();
      const { entries, more } = found.value;
      return connection(entries, more, { list, ...page }, context.secrets);
    },
  },
  Mutation: {
    drawInspections: async (_, { input, idempotencyKey }, context) => {
      const { count, percent, ...rest } = input;
      const share = { count: count ?? undefined, percent: percent ?? undefined };
      const ports = { ...portsOf(context), runtime: context.runtime };
      const drawn = await drawInspections(ports, { ...rest, ...share }, idempotencyKey);
      if (drawn.ok) return { __typename: "InspectionPlan", ...drawn.value };
      const { error } = drawn;
      return "path" in error
        ? { __typename: "InvalidInput", ...error, path: ["input", ...error.path] }
        : { __typename: "IdempotencyMismatch", ...error };
    },
    redrawInspector: async (_, wish, context) => outcomeOf(await redrawInspector(portsOf(context), wish)),
    reportInspection: async (_, { input, ...named }, context) => {
      const wish = { ...input, rectifyBy: input.rectifyBy ?? undefined };
      return outcomeOf(await reportInspection(portsOf(context), named, wish));
    },
    confirmInspection: async (_, named, context) =>
      outcomeOf(await confirmInspection({ ...portsOf(context), log: context.log }, named)),
  },
  InspectionPlan: {
    drawnCount: ({ drawn }) => drawn.length,
    seedDigest: ({ seed }) => seedDigest(seed),
    seed: (plan, _, context) => drawOf(plan, context)?.seed ?? null,
    frame: async (plan, _, { database, actor, now }) => {
      const licences = await readFrame({ database, mode: actor.mode, actor, now }, plan);
      return licences ? [...licences] : null;
    },
    drawn: (plan, _, context) => {
      const draw = drawOf(plan, context);
      return draw ? [...draw.licences] : null;
    },
  },
  InspectionResult: {
    licenceNumber: ({ licence }) => licence,
    rectifyBy: (result) => result.rectifyBy ?? null,
    remedies: async (result, _, context) =>
      (await findResultRemedies({ ...storeOf(context), now: context.now }, result)) ?? null,
  },
  PlannedInspection: {
    plan: ({ plan }) => plan.id,
    licenceNumber: ({ drawn }) => drawn.licence,
    licence: async ({ drawn }, _, context) =>
      (await licenceByNumber({ ...storeOf(context), now: context.now }, drawn.licence)) ?? null,
    holderName: ({ drawn }) => drawn.holderName,
    region: ({ drawn }) => drawn.region,
    inspectors: ({ drawn, inspection }) => [...inspectorsOf(drawn, inspection)],
    redraws: ({ inspection }) => [...(inspection.redraws ?? [])],
    excluded: ({ drawn }) => [...drawn.excluded],
    state: ({ inspection }) => stateOf(inspection),
    reportable: ({ inspection }) => [...reportable(inspection)],
    rectifyBy: ({ inspection }) => rectifyBy(inspection) ?? null,
    overdueAt: ({ inspection }) => inspection.overdueAt ?? null,
  },
};

const storeOf = ({ database, actor }: Context) => ({ database, mode: actor.mode });

const drawOf = (plan: InspectionPlan, { actor, now }: Context) => revealDraw(plan, actor, dateAt(now));

const portsOf = (context: Context) => {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, commit, now, requestId, actor, mode: actor.mode };
};

function outcomeOf(
  result: Result<PlannedInspection, NotReportable | NoteProblem | NotTheirs | RedrawRefusal>,
) {
  if (result.ok) return { __typename: "PlannedInspection", ...result.value } as const;
  const { error } = result;
  switch (error.code) {
    case "INSPECTION_NOT_FOUND":
    case "PLANNED_INSPECTION_NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(STATES, error.state, error.actions);
    default:
      return { __typename: "InvalidInput", ...error } as const;
  }
}
