import { confirmApplication } from "../../services/government/cases/applicant/confirm-application.ts";
import { acceptApplication } from "../../services/government/cases/desk/accept-application.ts";
import { claimStep } from "../../services/government/cases/desk/claim-step.ts";
import { decideApplication } from "../../services/government/cases/desk/decide-application.ts";
import { extendTime } from "../../services/government/cases/desk/extend-time.ts";
import { finishStep } from "../../services/government/cases/desk/finish-step.ts";
import { revokeApproval } from "../../services/government/cases/desk/revoke-approval.ts";
import type { HandlingPorts, Run } from "./filing.ts";
import type { DemoOfficer } from "./officers.ts";
import { must } from "./onboard.ts";

/**
 * Something that happens in a case of the demo city. The function that makes one takes the days since the case began.
 */
export type Act = (run: Run) => Promise<void>;
type Done = Promise<Parameters<typeof must>[0]>;

/** An officer claims a step and does something in it. */
export const takeStep =
  (step: string, name: DemoOfficer, day: number, act: (ports: HandlingPorts, id: string) => Done): Act =>
  async ({ id, asOfficer }) => {
    const ports = asOfficer(name, day);
    must(await claimStep(ports, id, step));
    must(await act(ports, id));
  };

export const handIn =
  (day: number): Act =>
  (run) =>
    run.handIn(day);

/** The subject confirms what somebody else has handed in. */
export const confirm =
  (day: number): Act =>
  async ({ id, asPrincipal }) => {
    must(await confirmApplication(asPrincipal(day), id));
  };

export const accept = (day: number): Act => takeStep("accept", "acceptor", day, acceptApplication);

export const review = (day: number): Act =>
  takeStep("review", "reviewer", day, (ports, id) =>
    finishStep(ports, id, { opinion: "材料齐全，情况属实" }),
  );

export const approve = (day: number): Act =>
  takeStep("decide", "decider", day, (ports, id) =>
    decideApplication(ports, id, { outcome: "APPROVED", reason: "符合法定条件" }),
  );

export const supervise =
  (day: number, act: (ports: HandlingPorts, id: string) => Done): Act =>
  async ({ id, asOfficer }) => {
    must(await act(asOfficer("supervisor", day), id));
  };

export const revoke = (day: number): Act =>
  supervise(day, (ports, id) =>
    revokeApproval(ports, id, {
      reason: "以虚假材料取得",
      ground: { law: "行政许可法", article: "第六十九条" },
    }),
  );

/** The head of the authority has approved of more time. */
export const extend = (day: number): Act =>
  supervise(day, (ports, id) =>
    extendTime(ports, id, {
      ...{ workingDays: 5, reason: "需向外地核实情况", approvedBy: "副局长 高建国" },
    }),
  );

export const claim =
  (step: string, name: DemoOfficer, day: number): Act =>
  async ({ id, asOfficer }) => {
    must(await claimStep(asOfficer(name, day), id, step));
  };
