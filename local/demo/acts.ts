import {
  acceptApplication,
  claimStep,
  decideApplication,
  finishCaseStep,
  revokeApproval,
} from "../../services/government/cases/desk/change-desk-case.ts";
import type { HandlingPorts, Run } from "./filing.ts";
import type { DemoOfficer } from "./officers.ts";
import { must } from "./onboard.ts";

/** Something that happens in a case of the demo city. What makes one takes the days since the case began. */
export type Act = (run: Run) => Promise<void>;
type Done = Promise<Parameters<typeof must>[0]>;

/** An officer claims a step and does something in it. */
export const taking =
  (step: string, name: DemoOfficer, day: number, act: (ports: HandlingPorts, id: string) => Done): Act =>
  async ({ id, asOfficer }) => {
    const ports = asOfficer(name, day);
    must(await claimStep(ports, id, step));
    must(await act(ports, id));
  };

export const handedIn =
  (day: number): Act =>
  ({ handIn }) =>
    handIn(day);

export const accepted = (day: number): Act => taking("accept", "acceptor", day, acceptApplication);

export const reviewed = (day: number): Act =>
  taking("review", "reviewer", day, (ports, id) =>
    finishCaseStep(ports, id, { opinion: "材料齐全，情况属实" }),
  );

export const approved = (day: number): Act =>
  taking("decide", "decider", day, (ports, id) =>
    decideApplication(ports, id, { outcome: "APPROVED", reason: "符合法定条件" }),
  );

export const supervised =
  (day: number, act: (ports: HandlingPorts, id: string) => Done): Act =>
  async ({ id, asOfficer }) => {
    must(await act(asOfficer("supervisor", day), id));
  };

export const revoked = (day: number): Act =>
  supervised(day, (ports, id) =>
    revokeApproval(ports, id, {
      reason: "以虚假材料取得",
      ground: { law: "行政许可法", article: "第六十九条" },
    }),
  );

export const claimed =
  (step: string, name: DemoOfficer, day: number): Act =>
  async ({ id, asOfficer }) => {
    must(await claimStep(asOfficer(name, day), id, step));
  };
