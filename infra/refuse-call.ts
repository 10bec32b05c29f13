import { STAGES, type Stage } from "./stages.ts";

/** The region that the CDK's command line puts in where nobody has named one. */
const FALLBACK_REGION = "us-east-1";
/** The CDK's own settings, and what its command line notes of `acknowledge` and of look-ups in an account. */
const OF_THE_CDK = /^(aws:cdk:|@aws-cdk|acknowledged-issue-numbers$|[a-z-]+:account=)/;

const stacksOf = (stage: string): string => `"civigraph-${stage}-*"`;

type Called = {
  readonly context: Readonly<Record<string, unknown>>;
  /** The names that cdk.json gives a value. */
  readonly known: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stages?: readonly Stage[];
};

/**
 * The mistake in how the app was called, and the right call; undefined where nothing is. A setting that nobody reads
 * would be left out in silence: `-c stage=prod` deployed all stages, and a region that nobody named is us-east-1.
 */
export function refuseCall({ context, known, environment, stages = STAGES }: Called): string | undefined {
  const names = stages.map(({ name }) => stacksOf(name)).join(" or ");
  const unknown = Object.keys(context).filter((name) => !known.includes(name) && !OF_THE_CDK.test(name));
  const [first] = unknown;
  if (first !== undefined) {
    const wanted = stages.find(({ name }) => name === context[first]);
    const call = `npx cdk deploy ${wanted ? stacksOf(wanted.name) : stacksOf(stages[0]?.name ?? "dev")}`;
    const region = /region/i.test(first) ? `AWS_REGION=${String(context[first])} ` : "";
    return (
      `nothing here reads the context ${unknown.map((name) => `"${name}"`).join(", ")}: a stage is named by its stacks ` +
      `(${names}), its settings stand in infra/stages.ts, and the region comes from AWS_REGION. The call is:\n` +
      `  ${region}${call}`
    );
  }
  const nameless = stages.filter(({ env }) => !isRegionNamed(env, environment));
  if (nameless.length === 0) return undefined;
  return (
    `no region is named for ${nameless.map(({ name }) => name).join(", ")}; the command line would take ${FALLBACK_REGION}. ` +
    `Name it in the call, in your AWS profile, or for good in \`env\` of infra/stages.ts:\n` +
    `  AWS_REGION=cn-north-1 npx cdk deploy ${stacksOf(nameless[0]?.name ?? "dev")}`
  );
}

function isRegionNamed({ region }: Stage["env"], environment: Called["environment"]): boolean {
  const { AWS_REGION, AWS_DEFAULT_REGION, CDK_DEFAULT_REGION } = environment;
  if (AWS_REGION || AWS_DEFAULT_REGION) return true;
  // Of a profile the command line tells the region only here, where it puts its own choice as well.
  return region !== undefined && !(region === CDK_DEFAULT_REGION && region === FALLBACK_REGION);
}
