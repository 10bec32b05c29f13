import { readCallers } from "./known-city.ts";
import { runningPlatform } from "./settings.ts";
import { SetupProblem } from "./setup-problem.ts";

/** Answers of the running platform, as one of the demo city's callers. */
export type Ask = (query: string, variables?: object) => Promise<Answer>;
export type Answer = Readonly<Record<string, unknown>>;

export type Callers = {
  readonly citizen: Ask;
  /** The demo partner as the operator that it is. */
  readonly operator: Ask;
  /** At a window of the demo city. */
  readonly clerk: Ask;
  /** The platform's address, which all that it serves is below. */
  readonly origin: string;
};

/** The demo city's callers, each with its credentials. Throws SetupProblem where no platform runs here. */
export async function openCallers(): Promise<Callers> {
  const demo = await readCallers();
  if (!demo || !(await runningPlatform())) {
    throw new SetupProblem("no platform is running here: start it with `npm start` first");
  }
  const { endpoint, token, clerk, key } = demo;
  return {
    citizen: askAs(endpoint, { authorization: `Bearer ${token}` }),
    operator: askAs(endpoint, { "x-api-key": key }),
    clerk: askAs(endpoint, { authorization: `Bearer ${clerk}` }),
    origin: new URL(endpoint).origin,
  };
}

const askAs =
  (endpoint: string, headers: Readonly<Record<string, string>>): Ask =>
  async (query, variables = {}) => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = recordOf(await response.json());
    if (errors)
      throw new SetupProblem(
        listOf(errors)
          .map(({ message }) => textOf(message))
          .join("; "),
      );
    return recordOf(data);
  };

export function recordOf(value: unknown): Answer {
  if (typeof value !== "object" || value === null)
    throw new Error("the platform has answered something else");
  return Object.fromEntries(Object.entries(value));
}

export const listOf = (value: unknown): readonly Answer[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The nodes of a connection's page. */
export const nodesOf = (connection: unknown): readonly Answer[] =>
  listOf(recordOf(connection)["edges"]).map(({ node }) => recordOf(node));

/** A play tells each of its steps so. */
export const say = (text: string): void => console.log(`\n▸ ${text}`);
