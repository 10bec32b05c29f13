import { err, ok } from "../../../kernel/result.ts";
import type { FindAttended } from "../../../people/citizens/index.ts";
import { commitIn, hasEndedMeanwhile } from "./attended-commit.ts";
import { findServing } from "./mandate.ts";

/** The person whom a clerk serves by an attendance of their own that is not over, but never themselves. */
export const findAttended: FindAttended = async (ports, clerk, named) => {
  const serving = await findServing(ports, clerk, named);
  if (!serving.ok) return serving;
  const { citizen: citizenId, attendance } = serving.value;
  const isOwn = clerk.person === undefined || clerk.person === citizenId;
  if (isOwn) return err({ code: "OFFICERS_OWN_MATTER" });
  const ending = async () =>
    (await hasEndedMeanwhile(ports, serving.value)) ? ({ code: "ATTENDANCE_OVER" } as const) : undefined;
  return ok({ citizenId, commit: commitIn(ports, attendance), ending });
};
