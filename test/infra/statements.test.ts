import { describe, expect, it } from "vitest";
import {
  differences,
  functionStatements,
  type Resources,
  strayPermissions,
  unexplainedWildcards,
} from "./statements.ts";
import type { Resource } from "./synthesise.ts";

const ROLE = "EndRidesCalledRole11111111";
const LAMBDA = {
  Type: "AWS::Lambda::Function",
  Properties: { Role: { "Fn::GetAtt": [ROLE, "Arn"] } },
};

const tableArn = (physical: string) => ({
  "Fn::Join": [
    "",
    [
      ...["arn:", { Ref: "AWS::Partition" }, ":dynamodb:", { Ref: "AWS::Region" }],
      ...[":", { Ref: "AWS::AccountId" }, `:table/${physical}`],
    ],
  ],
});

const policyOf = (statement: Readonly<Record<string, unknown>>, role = ROLE): Resource => ({
  Type: "AWS::IAM::Policy",
  Properties: { PolicyDocument: { Statement: [statement] }, Roles: [{ Ref: role }] },
});

const stackWith = (others: Resources, role: Readonly<Record<string, unknown>> = {}): Resources => ({
  EndRidesCalledFunction22222222: LAMBDA,
  [ROLE]: { Type: "AWS::IAM::Role", Properties: role },
  ...others,
});

const linesOf = (resources: Resources): readonly string[] =>
  functionStatements(resources, "civigraph-dev").map(({ line }) => line);

const allow = (Action: unknown, Resource: unknown, more = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});

describe("a statement of IAM", () => {
  it("is a line: actions, resources by their names, and conditions, each sorted", () => {
    const statement = allow(
      ["dynamodb:Query", "dynamodb:GetItem"],
      [tableArn("civigraph-dev-registry/index/index1"), tableArn("civigraph-dev-ledger-live")],
      { Condition: { StringLike: { b: ["y", "x"] }, Bool: { a: "true" } } },
    );
    expect(linesOf(stackWith({ Policy: policyOf(statement) }))).toEqual([
      "EndRides: dynamodb:GetItem dynamodb:Query on ledger-live registry/index1 if Bool a true and StringLike b x y",
    ]);
  });

  it.each([
    ["another stage's table", tableArn("civigraph-prod-registry")],
    ["an unknown table", tableArn("civigraph-dev-registry-old")],
  ])("has the whole ARN of %s", (_, resource) => {
    const [line = ""] = linesOf(stackWith({ Policy: policyOf(allow("dynamodb:GetItem", resource)) }));
    expect(line).toContain("on arn:{AWS::Partition}:dynamodb:");
  });

  it("is found wherever it stands: in a policy, in the role, in one of AWS's making", () => {
    const written = allow("a:Policy", "x");
    const role = {
      Policies: [{ PolicyDocument: { Statement: [allow("a:Inline", "x")] } }],
      ManagedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
    };
    expect(linesOf(stackWith({ Policy: policyOf(written) }, role))).toEqual([
      'EndRides: * on * with {"managedPolicy":"arn:aws:iam::aws:policy/AdministratorAccess"}',
      "EndRides: a:Inline on x",
      "EndRides: a:Policy on x",
    ]);
  });

  it("tells a denial and an exception from a permission", () => {
    const denied = { Effect: "Deny", Action: "a:B", Resource: "x" };
    expect(linesOf(stackWith({ Policy: policyOf(denied) }))).toEqual(["EndRides: Deny a:B on x"]);
    const allBut = { Effect: "Allow", NotAction: "a:B", NotResource: "x" };
    const statements = functionStatements(stackWith({ Policy: policyOf(allBut) }), "civigraph-dev");
    expect(statements.map(({ line }) => line)).toEqual([
      'EndRides: * on * with {"NotAction":"a:B","NotResource":"x"}',
    ]);
    expect(unexplainedWildcards(statements)).toHaveLength(1);
  });
});

describe("the snapshot of statements", () => {
  it("names each line that differs, and in which direction", () => {
    expect(differences(["A: x on y", "B: x on y"], ["B: x on y", "C: x on y"])).toEqual([
      "+ C: x on y",
      "- A: x on y",
    ]);
  });

  it("is told of permissions that belong to no function", () => {
    expect(strayPermissions(stackWith({ Policy: policyOf(allow("a:B", "x")) }))).toEqual([]);
    const stray = stackWith({
      Other: { Type: "AWS::IAM::Role", Properties: {} },
      OfOther: policyOf(allow("a:B", "x"), "Other"),
      OfNone: { Type: "AWS::IAM::ManagedPolicy", Properties: { PolicyDocument: {} } },
    });
    expect(strayPermissions(stray)).toEqual(["Other", "OfOther", "OfNone"]);
  });
});

describe("a wildcard", () => {
  const found = (action: unknown, resource: unknown) => {
    const statements = functionStatements(
      stackWith({ Policy: policyOf(allow(action, resource)) }),
      "civigraph-dev",
    );
    const allowed = [{ resource: "*", actions: ["xray:PutTraceSegments"], reason: "It knows none." }];
    return unexplainedWildcards(statements, allowed).length;
  };

  it("is refused in an action, whatever the list says, and in a resource", () => {
    expect(found("dynamodb:*", "x")).toBe(1);
    expect(found("dynamodb:Get????", "x")).toBe(1);
    expect(found("dynamodb:GetItem", tableArn("civigraph-dev-*"))).toBe(1);
    expect(found("dynamodb:GetItem", "*")).toBe(1);
  });

  it("stands where the list has it, for these actions and no others", () => {
    expect(found("xray:PutTraceSegments", "*")).toBe(0);
    expect(found(["xray:PutTraceSegments", "dynamodb:GetItem"], "*")).toBe(1);
    expect(found("xray:PutTraceSegments", ["*", "x*"])).toBe(1);
  });
});
