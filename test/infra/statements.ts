import { TABLES } from "../../services/kernel/database/tables.ts";
import type { Resource } from "./synthesise.ts";

/** The resources of a stack by their logical ids. */
export type Resources = Readonly<Record<string, Resource>>;

/** A statement of IAM as a template has it; whatever else stands in one is shown as it is. */
type Stated = Readonly<Record<string, unknown>>;

/** The rights of a function, in words that a reviewer can read: one line of iam.txt. */
export type FunctionStatement = {
  readonly functionName: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly line: string;
};

/** A wildcard that is right, and why: for exactly these actions on exactly this resource. */
export type Wildcard = {
  readonly resource: string;
  readonly actions: readonly string[];
  readonly reason: string;
};

export const WILDCARDS: readonly Wildcard[] = [
  {
    resource: "*",
    actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
    reason: "X-Ray knows no resources: what is traced is written to the account as a whole.",
  },
  {
    resource: "files/uploads/*",
    actions: ["s3:GetObject", "s3:PutObject"],
    reason: "Each upload has a name of its own under its case, made when it is announced.",
  },
  {
    resource: "files/kept/*",
    actions: ["s3:GetObject", "s3:PutObject"],
    reason: "A file that is kept has the name of its upload.",
  },
  {
    resource: "files/uploads/*",
    actions: ["s3:GetObjectTagging"],
    reason: "The scanner of malware tells its result by a tag of each upload.",
  },
  {
    resource: "documents/documents/*",
    actions: ["s3:PutObject"],
    reason: "Services state the documents that everybody may read in code; nothing else lies in the bucket.",
  },
];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const sorted = (value: unknown): readonly string[] => list(value).map(textOf).sort();
const isRecord = (value: unknown): value is Stated =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value of a template as text: what CloudFormation puts in is named in braces. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return JSON.stringify(value);
  const { Ref, "Fn::GetAtt": attribute, "Fn::ImportValue": imported, "Fn::Join": join } = value;
  if (typeof Ref === "string") return `{${Ref}}`;
  if (typeof imported === "string") return `{${imported}}`;
  if (Array.isArray(attribute) && attribute[1] === "Arn") return `{${attribute[0]}}`;
  if (Array.isArray(join)) return list(join[1]).map(textOf).join(String(join[0]));
  return JSON.stringify(value);
}

const OF_ACCOUNT = String.raw`\{AWS::Region\}:\{AWS::AccountId\}`;
const TABLE = new RegExp(
  String.raw`^arn:\{AWS::Partition\}:dynamodb:${OF_ACCOUNT}:table/([\w-]+?)(?:/index/(\w+))?$`,
);
const BUCKET =
  /^arn:\{AWS::Partition\}:s3:::civigraph-\w+-(files|documents)-\{AWS::AccountId\}((?:\/[\w*]+)*)$/;
/** A resource of this stack, or one that the data stack exports. */
const NAMED =
  /^\{(?:civigraph-\w+-data:ExportsOutput(?:FnGetAtt|Ref))?([A-Za-z]\w*?)[0-9A-F]{8}(?:(?:Arn)?[0-9A-F]{8})?\}$/;

/** An ARN by the name that the code knows it by; one of another shape stays as long as it is. */
function readable(resource: string, servedPrefix: string): string {
  const [, physical = "", index] = TABLE.exec(resource) ?? [];
  const table = TABLES.find(({ name }) => physical === `${servedPrefix}-${name}`);
  if (table) return index ? `${table.name}/${index}` : table.name;
  const [, bucket, under] = BUCKET.exec(resource) ?? [];
  if (bucket) return `${bucket}${under}`;
  return NAMED.exec(resource)?.[1] ?? resource;
}

const conditionText = (condition: unknown): string =>
  Object.entries(isRecord(condition) ? condition : { unreadable: { condition } })
    .flatMap(([operator, keys]) =>
      Object.entries(isRecord(keys) ? keys : { keys }).map(
        ([key, values]) => `${operator} ${key} ${sorted(values).join(" ")}`,
      ),
    )
    .sort()
    .join(" and ");

function statementOf(functionName: string, stated: Stated, servedPrefix: string): FunctionStatement {
  const { Effect, Action, Resource, Condition, Sid: _, ...others } = stated;
  const actions = sorted(Action ?? "*");
  const resources = list(Resource ?? "*")
    .map((resource) => readable(textOf(resource), servedPrefix))
    .sort();
  const effect = Effect === "Allow" ? "" : `${textOf(Effect)} `;
  const condition = Condition ? ` if ${conditionText(Condition)}` : "";
  const rest = Object.keys(others).length > 0 ? ` with ${JSON.stringify(others)}` : "";
  const line = `${functionName}: ${effect}${actions.join(" ")} on ${resources.join(" ")}${condition}${rest}`;
  return { functionName, actions, resources, line };
}

const documentOf = (properties: Stated): readonly Stated[] => {
  const document = properties["PolicyDocument"];
  return list(isRecord(document) ? document["Statement"] : []).filter(isRecord);
};

/** The statements of a role: in itself, by a policy of AWS's making, or in a policy that names it. */
function statedFor(role: string, resources: Resources): readonly Stated[] {
  const { Policies, ManagedPolicyArns } = resources[role]?.Properties ?? {};
  const inline = list(Policies ?? []).filter(isRecord);
  const managed = list(ManagedPolicyArns ?? []).map((arn) => ({
    Effect: "Allow",
    managedPolicy: textOf(arn),
  }));
  const attached = Object.values(resources)
    .filter(
      ({ Type, Properties }) =>
        Type.startsWith("AWS::IAM::") && Type.endsWith("Policy") && Properties["Roles"],
    )
    .filter(({ Properties }) => sorted(Properties["Roles"]).includes(`{${role}}`));
  return [
    ...inline.flatMap(documentOf),
    ...managed,
    ...attached.flatMap(({ Properties }) => documentOf(Properties)),
  ];
}

const nameOf = (logicalId: string): string => logicalId.replace(/(?:Called)?Function[0-9A-F]{8}$/, "");

/** The rights of each function of a stack, sorted as in iam.txt. */
export function functionStatements(resources: Resources, servedPrefix: string): readonly FunctionStatement[] {
  return Object.entries(resources)
    .filter(([, { Type }]) => Type === "AWS::Lambda::Function")
    .flatMap(([id, { Properties }]) => {
      const role = textOf(Properties["Role"]).replace(/^\{|\}$/g, "");
      return statedFor(role, resources).map((stated) => statementOf(nameOf(id), stated, servedPrefix));
    })
    .sort((a, b) => (a.line < b.line ? -1 : 1));
}

/** Roles and policies of a stack that belong to no function, of which iam.txt would say nothing. */
export function strayPermissions(resources: Resources): readonly string[] {
  const functions = Object.values(resources).filter(({ Type }) => Type === "AWS::Lambda::Function");
  const roles = functions.map(({ Properties }) => textOf(Properties["Role"]));
  return Object.entries(resources)
    .filter(([id, { Type, Properties }]) => {
      if (!Type.startsWith("AWS::IAM::")) return false;
      if (Type === "AWS::IAM::Role") return !roles.includes(`{${id}}`);
      const named = sorted(Properties["Roles"] ?? []);
      return named.length === 0 || !named.every((role) => roles.includes(role));
    })
    .map(([id]) => id);
}

/** The lines that one has and the other has not, each once: "+" is allowed and not in the file, "-" the other way round. */
export function differences(snapshot: readonly string[], lines: readonly string[]): readonly string[] {
  return [
    ...lines.filter((line) => !snapshot.includes(line)).map((line) => `+ ${line}`),
    ...snapshot.filter((line) => !lines.includes(line)).map((line) => `- ${line}`),
  ];
}

const isWild = (text: string): boolean => /[*?]/.test(text);
const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === [...b].sort().join();

/** Wildcards in actions, and in resources that no entry of the list allows these actions on. */
export function unexplainedWildcards(
  statements: readonly FunctionStatement[],
  allowed: readonly Wildcard[] = WILDCARDS,
): readonly string[] {
  return statements
    .filter(({ actions, resources }) => {
      const explained = (wild: string) =>
        allowed.some(({ resource, actions: for_ }) => resource === wild && isSame(actions, for_));
      return actions.some(isWild) || !resources.filter(isWild).every(explained);
    })
    .map(({ line }) => line);
}
