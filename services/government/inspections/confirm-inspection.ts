import { enterpriseAs } from "../../field/subject.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { Log } from "../../kernel/process/log.ts";
import { ok } from "../../kernel/result.ts";
import { representativeOf } from "../../people/enterprises/index.ts";
import { logOnlineGap, type RemedyNotice } from "../../people/remedies/index.ts";
import { changeInspection, type Done, type Named, type ReportPorts } from "./change-inspection.ts";
import { findOrderNotice } from "./find-order-notice.ts";
import { confirm, type NotReportable } from "./inspection.ts";
import { putOverdue } from "./rectification-store.ts";
import { putResult } from "./store.ts";

/**
 * The other one confirms it, which publishes it in the same commit: at once, and so well within the 20 working days that
 * 国发〔2019〕5号 allows. The holder's legal representative is told what has to be put right.
 */
export async function confirmInspection(
  ports: ReportPorts & { readonly log: Log },
  named: Named,
): Done<NotReportable> {
  let told: RemedyNotice | undefined;
  const done = await changeInspection<NotReportable>(
    ports,
    named,
    async ({ plan, drawn, inspection }, by) => {
      const confirmed = confirm(inspection, by);
      if (!confirmed.ok) return confirmed;
      const { published } = confirmed.value;
      const { outcome, note, rectifyBy } = published;
      const { licence, holderName, region, holder } = drawn;
      const result = {
        ...{ plan: plan.id, planTitle: plan.title, licence, holderName, region, outcome, note },
        ...{ inspectedAt: published.at, publishedAt: by.now, ...(rectifyBy ? { rectifyBy } : {}) },
      };
      const owner = await representativeOf(ports, enterpriseAs(holder));
      const remedies = outcome === "RECTIFICATION" ? await findOrderNotice(ports, plan, region) : undefined;
      told = remedies;
      const event: Event | undefined =
        outcome === "RECTIFICATION" && owner
          ? {
              ...{ type: "inspection.rectification-ordered", mode: ports.mode, to: [owner] },
              payload: { about: plan.id },
            }
          : undefined;
      return ok({
        inspection: confirmed.value.inspection,
        action: "inspections.inspection.published",
        writes: [
          ...putResult(ports, { ...result, ...(remedies ? { remedies } : {}) }),
          ...(inspection.overdueAt ? putOverdue(ports, plan, confirmed.value.inspection) : []),
        ],
        ...(event ? { event } : {}),
      });
    },
  );
  if (done.ok && told)
    logOnlineGap(ports, told, { ...done.value.drawn, department: done.value.plan.department });
  return done;
}
