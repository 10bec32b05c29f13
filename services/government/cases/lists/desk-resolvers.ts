import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { QueryWorkQueueTotalsArgs, Resolvers } from "../../../api/generated/types.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { openPause } from "../clock.ts";
import { officerPorts } from "../desk/officer-ports.ts";
import { escalationsOf } from "../escalation.ts";
import { stepDue } from "../progress.ts";
import { readCaseItem } from "../read-case-item.ts";
import { claimNext } from "./claim-next.ts";
import { countDesk, countSupervised } from "./count-desk.ts";
import { type DeskEntry, type DeskWish, isTheirOwn } from "./desk.ts";
import { type DeskClosed, type DeskReader, listDesk } from "./list-desk.ts";

export const queueResolvers: Resolvers = {
  Query: {
    workQueue: (_, { region, within, department, item, step, ...args }, context) =>
      page(context, queueWish({ region, within, department, item, step }), args),
    workQueueTotals: async (_, where, context) =>
      foundIn(await countDesk(readerOf(context), queueWish(where))),
    supervisionTotals: async (_, { region, within, department }, context) =>
      foundIn(await countSupervised(readerOf(context), { region, within: within ?? false, department })),
    claimedSteps: (_, args, context) => page(context, { kind: "CLAIMED" }, args),
    heldSteps: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "HELD", region, within: within ?? false, department }, args),
    escalations: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "ESCALATED", region, within: within ?? false, department }, args),
    pausedApplications: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "PAUSED", region, within: within ?? false, department }, args),
    siteInspections: (_, args, context) => page(context, { kind: "TO_INSPECT" }, args),
  },
  Mutation: {
    claimNext: async (_, where, context) => {
      const claimed = await claimNext(officerPorts(context), queueWish(where));
      if (claimed.ok) return { __typename: "ClaimedStep", ...claimed.value };
      const { error } = claimed;
      return error.code === "NOTHING_TO_CLAIM"
        ? { __typename: "NothingToClaim", ...error }
        : foundIn<never>(err(error));
    },
  },
  DeskEntry: {
    stepName: async ({ application, step }, _, { database }) => {
      const { steps } = await readCaseItem({ database }, application);
      return steps.find(({ code }) => code === step)?.name ?? null;
    },
  },
};

/** The waiting steps that are asked for: all of a desk, those of an item, or of one step of it. */
function queueWish({ region, within, department, item, step }: QueryWorkQueueTotalsArgs): DeskWish {
  const place = { region, within: within ?? false, department };
  if (step == null) return { kind: "WAITING", ...place, item: item ?? undefined };
  if (item == null) throw badInput("ITEM_WITH_STEP");
  return { kind: "WAITING_AT_STEP", ...place, item, step };
}

function readerOf(context: Context): DeskReader {
  const { database, now } = context;
  const actor = actorAs(context, "OFFICER");
  return { database, mode: actor.mode, actor, now };
}

/** The outcome of a look where the officer may look; throws where they may not, or ask for too much at once. */
function foundIn<T>(found: Result<T, DeskClosed>): T {
  if (found.ok) return found.value;
  const { code, values } = found.error;
  throw code === "OUTSIDE_JURISDICTION" ? outsideJurisdiction() : badInput(code, values);
}

type QueueArguments = PagingArguments & {
  readonly dueFrom?: CivilDate | null | undefined;
  readonly dueBy?: CivilDate | null | undefined;
};

/** A page of what an officer asks for; another's jurisdiction is closed to them. */
async function page(context: Context, wish: DeskWish, { dueFrom, dueBy, ...args }: QueueArguments) {
  const { secrets } = context;
  const reader = readerOf(context);
  const whose = isTheirOwn(wish) ? reader.actor.id : null;
  const list = `desk ${JSON.stringify([wish, whose, dueFrom ?? null, dueBy ?? null])}`;
  const paged = paging<DeskEntry>(args, list, secrets);
  const due = { ...(dueFrom ? { dueFrom } : {}), ...(dueBy ? { dueBy } : {}) };
  const { cases, more } = foundIn(await listDesk(reader, wish, { ...paged, ...due }));
  const entries = cases.map(({ application, task, entry }) => ({
    position: entry,
    node: {
      application,
      step: task?.step ?? null,
      openedAt: task?.openedAt ?? null,
      dueOn: (task && stepDue(application.clock, task)) ?? null,
      claimedBy: task?.claimedBy ?? null,
      escalations: escalationsOf(application),
      pause: openPause(application.clock) ?? null,
    },
  }));
  return connection(entries, more, { list, ...paged }, secrets);
}
