import { type ApplicantPorts, type Application, hasHandled, lookUpActing } from "../../cases/index.ts";
import type { EvaluationPorts } from "./change-evaluation.ts";

/** As whom somebody speaks about a case: who may act in it, or a clerk for the person present. */
export type EvaluatorPorts = EvaluationPorts & Pick<ApplicantPorts, "acting">;

/** An officer does not take down what is said of their own work. */
export type ClerkHandledIt = { readonly code: "CLERK_HANDLED_IT"; readonly path: readonly string[] };

export const CLERK_HANDLED_IT = { code: "CLERK_HANDLED_IT", path: ["attendance"] } as const;

/** Whether somebody may act in a case as of today, and so speak about it; to anybody else it is an unknown one. */
export const isOwn = async (ports: EvaluatorPorts, application: Application): Promise<boolean> =>
  (await lookUpActing(ports, ports.acting, application)) !== undefined;

/** Whether a clerk who speaks for the applicant has handled the case themselves. */
export const isByHandler = ({ acting }: EvaluatorPorts, application: Application): boolean =>
  acting.kind === "CLERK" && hasHandled(acting.clerk, application);
