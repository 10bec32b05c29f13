import type { Resolvers } from "../../../api/generated/types.ts";
import { findServiceItem } from "../../catalogue/index.ts";
import { summaryOf, viewOf } from "../inspection-on-site.ts";

export const siteInspectionResolvers: Resolvers = {
  Application: {
    inspections: async ({ item: { code, version }, inspections = [] }, _, { actor, database }) => {
      const item = inspections.length > 0 ? await findServiceItem(code, { version }, database) : undefined;
      return inspections.map((one) => {
        const checklist = item?.steps.find((step) => step.code === one.step)?.checklist ?? [];
        return viewOf(one, checklist, actor.kind === "OFFICER");
      });
    },
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
