import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { addCivigraph } from "../../infra/civigraph.ts";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { newApp, synthesisedIn, temporaryFolder } from "./synthesise.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const [DEV] = STAGES;
const SERVICE = "civigraph-dev-service";

/** The variables of each function of a stage. */
function variablesIn(stage: Stage): Readonly<Record<string, unknown>> {
  const outdir = temporaryFolder();
  folders.push(outdir);
  const app = newApp(outdir);
  addCivigraph(app, [stage]);
  app.synth();
  const functions = synthesisedIn(outdir).resources(SERVICE, "AWS::Lambda::Function");
  return Object.fromEntries(
    Object.entries(functions).map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ""),
      (Properties["Environment"] as { Variables: Readonly<Record<string, unknown>> }).Variables,
    ]),
  );
}

test("a stage's settings reach the functions that read them, and those that it leaves out are as services state", () => {
  const known = variablesIn(DEV);
  expect(JSON.stringify(known)).not.toContain("DAY_BASIS");
  expect(variablesIn({ ...DEV, settings: { housingFundDayBasis: 365 } })).toEqual({
    ...known,
    GraphqlFunction: {
      ...(known["GraphqlFunction"] as object),
      CIVIGRAPH_HOUSING_FUND_DAY_BASIS: "365",
    },
  });
});
