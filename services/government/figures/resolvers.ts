import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { findServiceItem } from "../catalogue/index.ts";
import { figuresByMonth, figuresByRegion, figuresOf, shareDecidedByRule } from "./figures.ts";
import { readFigures, readFiguresByItem } from "./read-figures.ts";
import { readPilotMeasures } from "./read-pilot-measures.ts";

export const figureResolvers: Resolvers = {
  Query: {
    caseFigures: async (_, { region, department, item, from, to }, context) => {
      const { database } = context;
      const actor = actorAs(context, "OFFICER");
      const level = { department: department ?? undefined, item: item ?? undefined };
      const selection = { region, level, from, to };
      const read = await readFigures({ database, mode: actor.mode, actor }, selection);
      if (read.ok) return { __typename: "CaseFigures", ...read.value };
      return "path" in read.error
        ? { __typename: "InvalidInput", ...read.error }
        : { __typename: "OutsideJurisdiction", ...read.error };
    },
    pilotMeasures: async (_, selection, context) => {
      const { database } = context;
      const actor = actorAs(context, "OFFICER");
      const read = await readPilotMeasures({ database, mode: actor.mode, actor }, selection);
      if (read.ok) return { __typename: "PilotMeasures", ...read.value };
      const { error } = read;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      return error.code === "NOT_FOUND"
        ? { __typename: "NotFound", ...error }
        : { __typename: "OutsideJurisdiction", ...error };
    },
  },
  CaseFigures: {
    total: ({ counted }) => figuresOf(counted.map(({ counts }) => counts)),
    byMonth: ({ counted, months }) =>
      figuresByMonth(counted, months.all).map(({ key, figures }) => ({ month: key, figures })),
    byRegion: ({ counted, region }) =>
      figuresByRegion(counted, region).map(({ key, figures }) => ({ region: key, figures })),
    byItem: async (selected, _, context) => {
      const { mode } = actorAs(context, "OFFICER");
      const found = await readFiguresByItem({ database: context.database, mode }, selected);
      return found?.map(({ key, figures }) => ({ code: key, figures })) ?? null;
    },
  },
  ItemFigures: {
    item: async ({ code }, _, { database }) => (await findServiceItem(code, {}, database)) ?? null,
  },
  Figures: {
    received: ({ counts }) => counts.received,
    accepted: ({ counts }) => counts.accepted,
    deemedAccepted: ({ counts }) => counts.deemedAccepted,
    decided: ({ counts }) => counts.decided,
    approved: ({ counts }) => counts.approved,
    decidedInPromisedTime: ({ counts }) => counts.decidedInPromisedTime,
    decidedInStatutoryTime: ({ counts }) => counts.decidedInStatutoryTime,
    decidedByRule: ({ counts }) => counts.decidedByRule,
    shareDecidedByRule: (figures) => shareDecidedByRule(figures) ?? null,
    medianWorkingDays: ({ medianWorkingDays }) => medianWorkingDays ?? null,
    becameOverdue: ({ counts }) => counts.becameOverdue,
    withdrawn: ({ counts }) => counts.withdrawn,
    complaints: ({ counts }) => counts.complaints,
    visitsAbovePromise: ({ counts }) => counts.visitsAbovePromise,
    evaluations: ({ counts }) => ({
      verySatisfied: counts.evaluated5,
      satisfied: counts.evaluated4,
      basicallySatisfied: counts.evaluated3,
      dissatisfied: counts.evaluated2,
      veryDissatisfied: counts.evaluated1,
      putRightLate: counts.evaluationsOverdue,
    }),
  },
};
