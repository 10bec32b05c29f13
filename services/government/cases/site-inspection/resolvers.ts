import type { Resolvers } from "../../../api/generated/types.ts";
import { deskAnswer } from "../desk/desk-refusals.ts";
import { officerPorts } from "../desk/officer-ports.ts";
import { summaryOf } from "../inspection-on-site.ts";
import { appointInspectors } from "./appoint-inspectors.ts";
import { orderSiteReinspection } from "./order-site-reinspection.ts";
import { readInspections } from "./read-inspections.ts";
import { recordSiteFindings } from "./record-site-findings.ts";
import { signSiteReport } from "./sign-site-report.ts";

export const siteInspectionResolvers: Resolvers = {
  Mutation: {
    appointInspectors: async (_, { id, ...wish }, context) =>
      deskAnswer(await appointInspectors(officerPorts(context), id, wish)),
    recordFindings: async (_, { id, findings }, context) =>
      deskAnswer(await recordSiteFindings(officerPorts(context), id, findings)),
    signInspection: async (_, { id }, context) => deskAnswer(await signSiteReport(officerPorts(context), id)),
    orderReinspection: async (_, { id, note }, context) =>
      deskAnswer(await orderSiteReinspection(officerPorts(context), id, note)),
  },
  Application: {
    inspections: (application, _, { actor, database }) => readInspections({ actor, database }, application),
  },
  SiteInspection: {
    completedAt: ({ completedAt }) => completedAt ?? null,
    outcome: ({ outcome }) => outcome ?? null,
    summary: (inspection, _, { language, say }) => {
      const { code, values, faults } = summaryOf(inspection);
      const names = faults.map(({ name }) => name[language]).join(language === "zh" ? "、" : ", ");
      return say(code, { ...values, faults: names });
    },
    toPutRight: ({ ordered }) => ordered?.note ?? null,
  },
};
