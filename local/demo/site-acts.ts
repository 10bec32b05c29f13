import { askForCorrection } from "../../services/government/cases/desk/ask-for-correction.ts";
import { claimStep } from "../../services/government/cases/desk/claim-step.ts";
import { decideApplication } from "../../services/government/cases/desk/decide-application.ts";
import { appointInspectors } from "../../services/government/cases/site-inspection/appoint-inspectors.ts";
import { orderSiteReinspection } from "../../services/government/cases/site-inspection/order-site-reinspection.ts";
import { recordSiteFindings } from "../../services/government/cases/site-inspection/record-site-findings.ts";
import { signSiteReport } from "../../services/government/cases/site-inspection/sign-site-report.ts";
import { type Act, takeStep } from "./acts.ts";
import { foodBusinessLicence } from "./items/food-business-licence.ts";
import { must } from "./onboard.ts";

/** The acts in a case for a food-business licence, and in no other of the demo city. */
const STEP = "inspect";

/** A point of the checklist that nothing is granted without. */
const FAULT = { point: "layout", note: "生食、熟食加工区未分开" };

const POINTS = foodBusinessLicence.draft.steps.flatMap(({ code, checklist }) =>
  code === STEP ? (checklist ?? []) : [],
);

/** Two inspectors are appointed; it is part of the review, and the clock runs on. */
export const appoint =
  (day: number): Act =>
  async ({ id, asOfficer }) => {
    const [first, second] = [asOfficer("inspector", day), asOfficer("secondInspector", day)];
    must(await claimStep(first, id, STEP));
    const inspectors = [first.actor.id, second.actor.id];
    must(await appointInspectors(first, id, { step: STEP, inspectors }));
  };

/** They look at the site on the day after, and sign what they have found. */
const inspect =
  (day: number, isMet: (point: string) => boolean): Act =>
  async (run) => {
    await appoint(day)(run);
    const findings = POINTS.map(({ code: point }) =>
      isMet(point)
        ? ({ point, result: "MET", note: "" } as const)
        : ({ point, result: "NOT_MET", note: FAULT.note } as const),
    );
    must(await recordSiteFindings(run.asOfficer("inspector", day + 1), run.id, findings));
    must(await signSiteReport(run.asOfficer("inspector", day + 1), run.id));
    must(await signSiteReport(run.asOfficer("secondInspector", day + 1), run.id));
  };
export const passSite = (day: number): Act => inspect(day, () => true);
export const failSite = (day: number): Act => inspect(day, (point) => point !== FAULT.point);

export const orderReinspection = (day: number): Act =>
  takeStep("decide", "decider", day, (ports, id) => orderSiteReinspection(ports, id, "请将生熟加工区分开"));

export const refuse = (day: number): Act =>
  takeStep("decide", "decider", day, (ports, id) =>
    decideApplication(ports, id, {
      ...{ outcome: "REJECTED", reason: "现场核查不符合要求：生食、熟食加工区未分开" },
      ground: { law: "食品安全法", article: "第三十三条" },
    }),
  );

export const queryPremises = (day: number): Act =>
  takeStep("accept", "acceptor", day, (ports, id) =>
    askForCorrection(ports, id, {
      fields: [{ name: "premises", note: "请填写楼层" }],
      materials: [{ name: "premises-layout", note: "未标注操作流程" }],
    }),
  );
