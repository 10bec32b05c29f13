import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import { outsideJurisdiction } from "../../../api/forbidden.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { connection, type PagingArguments, paging } from "../../../api/relay.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { openPause } from "../clock.ts";
import { escalationsOf } from "../escalation.ts";
import { stepDue } from "../progress.ts";
import { type DeskEntry, type DeskWish, isTheirOwn } from "./desk.ts";
import { listDesk } from "./list-desk.ts";

export const queueResolvers: Resolvers = {
  Query: {
    workQueue: (_, { region, within, department, item, step, ...args }, context) => {
      const place = { region, within: within ?? false, department };
      if (step == null) return page(context, { kind: "WAITING", ...place, item: item ?? undefined }, args);
      if (item == null) throw badInput("ITEM_WITH_STEP");
      return page(context, { kind: "WAITING_AT_STEP", ...place, item, step }, args);
    },
    claimedSteps: (_, args, context) => page(context, { kind: "CLAIMED" }, args),
    heldSteps: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "HELD", region, within: within ?? false, department }, args),
    escalations: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "ESCALATED", region, within: within ?? false, department }, args),
    pausedApplications: (_, { region, within, department, ...args }, context) =>
      page(context, { kind: "PAUSED", region, within: within ?? false, department }, args),
    siteInspections: (_, args, context) => page(context, { kind: "TO_INSPECT" }, args),
  },
};

type QueueArguments = PagingArguments & {
  readonly dueFrom?: CivilDate | null | undefined;
  readonly dueBy?: CivilDate | null | undefined;
};

/** A page of what an officer asks for; another's jurisdiction is closed to them. */
async function page(context: Context, wish: DeskWish, { dueFrom, dueBy, ...args }: QueueArguments) {
  const { database, secrets, now } = context;
  const actor = actorAs(context, "OFFICER");
  const whose = isTheirOwn(wish) ? actor.id : null;
  const list = `desk ${JSON.stringify([wish, whose, dueFrom ?? null, dueBy ?? null])}`;
  const paged = paging<DeskEntry>(args, list, secrets);
  const due = { ...(dueFrom ? { dueFrom } : {}), ...(dueBy ? { dueBy } : {}) };
  const found = await listDesk({ database, mode: actor.mode, actor, now }, wish, { ...paged, ...due });
  if (!found.ok) {
    const { code, values } = found.error;
    throw code === "OUTSIDE_JURISDICTION" ? outsideJurisdiction() : badInput(code, values);
  }
  const { cases, more } = found.value;
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
