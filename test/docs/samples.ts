import { Kind, parse } from "graphql";
import { type Block, placeOf } from "./blocks.ts";

/** A document, with all that the page says of how it is sent. */
export type GraphqlSample = {
  readonly kind: "graphql";
  readonly place: string;
  readonly document: string;
  /** Where its credential stands in `.local/demo.json`; undefined for none. */
  readonly sentWith: readonly string[] | undefined;
  /** JSON, or a command that prints it. */
  readonly variables: Pick<Block, "language" | "text"> | undefined;
  /** The page says that it is refused; what it shows of the error. */
  readonly refusal: { readonly extensions: object } | undefined;
};

/** Commands that are pasted into a shell beside the platform. */
export type ShellSample = {
  readonly kind: "shell";
  readonly place: string;
  readonly command: string;
  /** And what it prints is the answer. */
  readonly callsApi: boolean;
  readonly isRefused: boolean;
};

/** A file of the fund centre, which is imported. */
export type FundFileSample = {
  readonly kind: "fund-file";
  readonly place: string;
  readonly name: string;
  readonly content: string;
};

export type Sample = GraphqlSample | ShellSample | FundFileSample;

const SENT_WITH = /^# Sent (?:with (?<credential>[\w.]+)|without a credential)(?<refused>\. Refused: .+)?\n/;
const ITS_VARIABLES = /^# Its variables: .+\n/;

/**
 * The samples of a page that call the API or run beside it, in order, and the blocks that are none. A document takes the
 * variables and the refusal that stand behind it with it; one that does not say how it is sent is no sample.
 */
export function samplesOf(blocks: readonly Block[]): {
  readonly samples: readonly Sample[];
  readonly others: readonly Block[];
} {
  const samples: Sample[] = [];
  const others: Block[] = [];
  const rest = [...blocks];
  for (let block = rest.shift(); block; block = rest.shift()) {
    const sample =
      block.language === "graphql" ? graphqlSample(block, rest) : (shellSample(block) ?? fundFile(block));
    if (sample) samples.push(sample);
    else others.push(block);
  }
  return { samples, others };
}

/** Takes what belongs to it from the blocks behind it. */
function graphqlSample(block: Block, behind: Block[]): GraphqlSample | undefined {
  const { groups } = SENT_WITH.exec(block.text) ?? {};
  if (!groups) return undefined;
  const [operation] = parse(block.text).definitions;
  const hasVariables =
    operation?.kind === Kind.OPERATION_DEFINITION && (operation.variableDefinitions ?? []).length > 0;
  const [next] = behind;
  const isVariables = next?.language === "json" || (next?.language === "sh" && ITS_VARIABLES.test(next.text));
  if (hasVariables && !isVariables) return undefined;
  const variables = hasVariables ? behind.shift() : undefined;
  const refused = groups["refused"] ? behind.shift() : undefined;
  if (groups["refused"] && refused?.language !== "json") return undefined;
  return {
    kind: "graphql",
    ...{ place: placeOf(block), document: block.text, variables },
    sentWith: groups["credential"]?.split("."),
    refusal: refused && { extensions: JSON.parse(refused.text) },
  };
}

const CALLS_API = /\bcurl -s http:\/\/localhost:4000\/graphql /;
const RUNS_BESIDE = /^(?:npm run (?:generate|import|token|ride|licence|ledger:verify)\b.*\n)+$/;
/** A line that tells how a command is called: `<file.csv>`, `[--mode test]`. */
const USAGE = /<\w| \[--/;

function shellSample(block: Block): ShellSample | undefined {
  const { language, text } = block;
  if (language !== "sh" || ITS_VARIABLES.test(text)) return undefined;
  const callsApi = CALLS_API.test(text);
  if (!callsApi && (!RUNS_BESIDE.test(text) || USAGE.test(text))) return undefined;
  const isRefused = text.startsWith("# Refused: ");
  return { kind: "shell", place: placeOf(block), command: text, callsApi, isRefused };
}

const FUND_FILES: Readonly<Record<string, string>> = { csv: "fund.csv", json: "fund.ndjson" };

function fundFile(block: Block): FundFileSample | undefined {
  const name = FUND_FILES[block.language];
  if (block.page !== "docs/housing-fund-files.md" || !name) return undefined;
  return { kind: "fund-file", place: placeOf(block), name, content: block.text };
}
