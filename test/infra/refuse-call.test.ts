import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refuseCall } from "../../infra/refuse-call.ts";
import { STAGES, type Stage } from "../../infra/stages.ts";

const CDK_JSON = new URL("../../cdk.json", import.meta.url);
const known: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(CDK_JSON, "utf8")).context;
const NAMED = { AWS_REGION: "cn-north-1" };
const stagesIn = (region?: string): readonly Stage[] =>
  STAGES.map((stage) => ({ ...stage, env: region ? { region } : {} }));

const refusalOf = (context: object, environment: object = NAMED, stages = stagesIn("cn-north-1")) =>
  refuseCall({
    context: { ...known, ...context },
    known: Object.keys(known),
    environment: { ...environment },
    stages,
  });

describe("a call with context that nothing reads", () => {
  it.each([
    ["-c stage=prod", { stage: "prod" }, '"stage"', 'npx cdk deploy "civigraph-prod-*"'],
    ["-c env=dev", { env: "dev" }, '"env"', 'npx cdk deploy "civigraph-dev-*"'],
    ["-c stage=staging", { stage: "staging" }, '"stage"', 'npx cdk deploy "civigraph-dev-*"'],
    ["-c region=cn-north-1", { region: "cn-north-1" }, '"region"', "AWS_REGION=cn-north-1 npx cdk deploy"],
    [
      "-c Stage=prod -c account=1",
      { Stage: "prod", account: "1" },
      '"Stage", "account"',
      '"civigraph-prod-*"',
    ],
    ["-c constructor=x", { constructor: "x" }, '"constructor"', "npx cdk deploy"],
  ])("%s is refused, with the right call", (_, context, names, call) => {
    expect(refusalOf(context)).toContain(names);
    expect(refusalOf(context)).toContain(call);
  });

  it("is told from what cdk.json and the command line set themselves", () => {
    const own = {
      "aws:cdk:enable-path-metadata": true,
      "@aws-cdk/core:failSynthOnValidationErrors": true,
      "acknowledged-issue-numbers": [1],
      "availability-zones:account=1:region=cn-north-1": [],
    };
    expect(refusalOf(own)).toBeUndefined();
  });
});

describe("a call that names no region", () => {
  it.each<[string, object, string | undefined]>([
    ["nothing at all", {}, undefined],
    ["only what the command line takes by itself", { CDK_DEFAULT_REGION: "us-east-1" }, "us-east-1"],
  ])("but %s is refused, with the right call", (_, environment, region) => {
    const refusal = refusalOf({}, environment, stagesIn(region));
    expect(refusal).toContain("no region is named for dev, prod");
    expect(refusal).toContain('AWS_REGION=cn-north-1 npx cdk deploy "civigraph-dev-*"');
  });

  it.each<[string, object, string | undefined]>([
    ["AWS_REGION", { AWS_REGION: "us-east-1", CDK_DEFAULT_REGION: "us-east-1" }, "us-east-1"],
    ["AWS_DEFAULT_REGION", { AWS_DEFAULT_REGION: "cn-north-1" }, undefined],
    ["the profile", { CDK_DEFAULT_REGION: "cn-north-1" }, "cn-north-1"],
    ["the stage itself", {}, "us-east-1"],
    ["the stage itself, elsewhere than the command line", { CDK_DEFAULT_REGION: "us-east-1" }, "eu-west-1"],
  ])("is one that names it in none of these: %s", (_, environment, region) => {
    expect(refusalOf({}, environment, stagesIn(region))).toBeUndefined();
  });
});

/** The app as the CDK's command line runs it. */
function run(env: Readonly<Record<string, string>>): Promise<{ code: unknown; stderr: string }> {
  const { PATH = "" } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, ["infra/app.ts"], { env: { PATH, ...env } }, (error, _, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

it("the app makes nothing of such a call, and ends with one sentence and the right call", async () => {
  const staged = await run({ ...NAMED, CDK_CONTEXT_JSON: JSON.stringify({ ...known, stage: "prod" }) });
  expect(staged).toEqual({ code: 1, stderr: expect.stringContaining('npx cdk deploy "civigraph-prod-*"') });
  const nowhere = await run({ CDK_DEFAULT_REGION: "us-east-1", CDK_CONTEXT_JSON: JSON.stringify(known) });
  expect(nowhere).toEqual({ code: 1, stderr: expect.stringContaining("no region is named") });
  for (const { stderr } of [staged, nowhere]) expect(stderr.trim().split("\n")).toHaveLength(2);
});
