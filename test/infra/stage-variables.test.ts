import { expect, test } from "vitest";
import { STAGES, type Stage } from "../../infra/stages.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { stageSynthesiser } from "./stage-synthesiser.ts";

const synthesise = stageSynthesiser();

const [DEV, PROD] = STAGES;

type Variables = Readonly<Record<string, unknown>>;

function serviceOf(stage: Stage) {
  const synthesised = synthesise(stage);
  return (type: string) => synthesised.resources(`civigraph-${stage.name}-service`, type);
}

/** The variables of each function of a stage. */
function variablesIn(resources: ReturnType<typeof serviceOf>): Readonly<Record<string, Variables>> {
  const functions = resources("AWS::Lambda::Function");
  return Object.fromEntries(
    Object.entries(functions).map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ""),
      (Properties["Environment"] as { Variables: Variables }).Variables,
    ]),
  );
}

test("a stage's settings reach the functions that read them, and those that it leaves out are as services state", () => {
  const known = variablesIn(serviceOf(DEV));
  expect(JSON.stringify(known)).not.toContain("DAY_BASIS");
  // Both reckon interest: the API for who asks, the clocks of cases for what standing orders draw.
  const readers = ["GraphqlFunction", "RunCaseClocksCalledFunction"].map((name) => [
    name,
    { ...known[name], CIVIGRAPH_HOUSING_FUND_DAY_BASIS: "365" },
  ]);
  const settings = { ...DEV.settings, housingFundDayBasis: 365 } as const;
  expect(variablesIn(serviceOf({ ...DEV, settings }))).toEqual({ ...known, ...Object.fromEntries(readers) });
});

test("a stage that serves restored tables counts where it did: its alarms and its requests have one namespace", () => {
  const resources = serviceOf({ ...PROD, servedPrefix: "civigraph-prod-r1" });
  expect(variablesIn(resources)["GraphqlFunction"]).toMatchObject({
    [CONFIG.tablePrefix]: "civigraph-prod-r1",
    [CONFIG.metricsNamespace]: "civigraph/prod",
  });
  const counted = Object.values(resources("AWS::Logs::MetricFilter")).flatMap(
    ({ Properties }) => Properties["MetricTransformations"] as { readonly MetricNamespace: string }[],
  );
  expect(counted.length).toBeGreaterThan(20);
  expect([...new Set(counted.map(({ MetricNamespace }) => MetricNamespace))]).toEqual(["civigraph/prod"]);
});

test("a stage names the authorities' keys: a rotation adds one, and API and wallets' calls sign with all of them", () => {
  const [first] = DEV.licenceKeys;
  const signing = (licenceKeys: Stage["licenceKeys"]) =>
    Object.values(serviceOf({ ...DEV, licenceKeys })("AWS::IAM::Policy"))
      .flatMap(({ Properties }) => (Properties["PolicyDocument"] as { Statement: SignStatement[] }).Statement)
      .filter(({ Action }) => Action === "kms:Sign")
      .map(({ Resource }) => [Resource].flat().length);
  expect(signing([])).toEqual([]);
  expect(signing([first])).toEqual([1, 1]);
  expect(signing([first, { ...first, name: "2027" }])).toEqual([2, 2]);
});

test("a stage that signs licences says where verifiers reach it, or nothing is deployed", () => {
  const { licenceKeys } = DEV;
  const deploy = (settings: Stage["settings"]) => serviceOf({ ...PROD, licenceKeys, settings });
  expect(() => deploy({})).toThrow(/prod signs licences.*add siteOrigin/);
  expect(deploy({ siteOrigin: "https://service.example.gov.cn" })("AWS::IAM::Policy")).not.toEqual({});
});

type SignStatement = { readonly Action: unknown; readonly Resource: unknown };
