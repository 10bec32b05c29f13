import { randomUUID } from "node:crypto";
import { importLicences } from "../../services/government/licences/import/import-licences.ts";
import type { StatedStanding } from "../../services/government/licences/repository/stated-licence.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { SetupProblem } from "../setup-problem.ts";
import { openTarget } from "../target.ts";
import type { ChosenLicence } from "./chosen-licence.ts";
import { ID_NUMBER } from "./phone.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Has the licence's register suspend it, as its file would, and resume it after `meanwhile`, whatever becomes of that: Ctrl-C waits
 * until it is done. False for a licence of which no register states anything, because a decision here has issued it.
 */
export async function whileSuspended(
  licence: ChosenLicence,
  meanwhile: () => Promise<void>,
): Promise<boolean> {
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    if (!(await state(licence, "SUSPENDED"))) return false;
    try {
      await meanwhile();
    } finally {
      await state(licence, "VALID");
    }
    if (isStopped) throw new SetupProblem("stopped; the licence is valid again");
    return true;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** A register's file of one row, imported as an operator would. False where a decision here has issued the licence. */
async function state(licence: ChosenLicence, standing: StatedStanding): Promise<boolean> {
  const { typeCode: type, number, issuer, region, issuedOn, validUntil, content } = licence;
  const fields = {
    ...{ type, number, holderIdNumber: ID_NUMBER, issuerCreditCode: issuer.creditCode, region, issuedOn },
    ...{ standing, content, ...(validUntil === undefined ? {} : { validUntil }) },
  };
  const codes: string[] = [];
  await importLicences(
    rowsOf([{ line: 1, end: 1, fields }]),
    {
      ...{ mode: "live", reason: "npm run licence", signal: new AbortController().signal },
      onSettled: async ({ refused }) => {
        codes.push(...refused.flatMap(({ problems }) => problems.map(({ code }) => code)));
      },
    },
    { ...(await openTarget(process.env)), runtime: systemRuntime, requestId: `play-${randomUUID()}` },
  );
  if (codes.includes("ISSUED_HERE")) return false;
  if (codes.length > 0) throw new Error(`the register's row is refused: ${codes.join(", ")}`);
  return true;
}

async function* rowsOf<R>(rows: readonly R[]): AsyncGenerator<R> {
  yield* rows;
}
