import { DATA_FILE, TABLE_NOTE } from "./data-folder.ts";
import { type Engine, startEngine } from "./engine.ts";
import { fail } from "./fail.ts";
import { damageProblem, SetupProblem } from "./setup-problem.ts";

type OpenEngine = {
  readonly endpoint: string;
  /** Says what its failing at first use means. */
  readonly use: <T>(first: () => Promise<T>) => Promise<T>;
  /** Where a table that is being made is noted; only of our own engine do we delete one. */
  readonly noteFile?: string;
};

/** The DynamoDB that somebody names, or an engine of our own on the folder's records. */
export async function openEngine(
  opened: AsyncDisposableStack,
  named: string | undefined,
): Promise<OpenEngine> {
  if (named) {
    const silent = new SetupProblem(`no DynamoDB answers at ${named}: see AWS_ENDPOINT_URL_DYNAMODB`);
    return { endpoint: named, use: (first) => orElse(first, isOfNetwork, silent) };
  }
  const engine = await startEngine({ dataFile: DATA_FILE });
  opened.defer(watch(engine));
  const unreadable = damageProblem(`${DATA_FILE} is damaged`);
  return {
    endpoint: engine.endpoint,
    noteFile: TABLE_NOTE,
    use: (first) => orElse(first, isFaultOfEngine, unreadable),
  };
}

/** An engine that ends unasked takes the platform with it: there is nothing left to answer from. */
function watch(engine: Engine): () => Promise<void> {
  let asked = false;
  engine.ended.then((complaint) => {
    if (!asked) fail(new SetupProblem(`the engine has stopped: ${complaint || "it was killed"}`));
  }, fail);
  return () => {
    asked = true;
    return engine.stop();
  };
}

async function orElse<T>(
  first: () => Promise<T>,
  isExpected: (error: unknown) => boolean,
  problem: SetupProblem,
): Promise<T> {
  try {
    return await first();
  } catch (error) {
    throw isExpected(error) ? problem : error;
  }
}

/** ECONNREFUSED and its like. */
const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string";

const isFaultOfEngine = (error: unknown): boolean =>
  error instanceof Error && "$fault" in error && error.$fault === "server";
