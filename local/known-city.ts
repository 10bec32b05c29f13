import { join } from "node:path";
import { type CitizenId, isId, type OfficerId } from "../services/kernel/ids.ts";
import type { DemoCredentials } from "./graphiql/demo-credentials.ts";
import { FOLDER, readText, replaceText } from "./settings.ts";
import { damageProblem } from "./setup-problem.ts";

/** The things that the first start made; tokens are issued anew with every start. */
export type City = {
  readonly citizen: CitizenId;
  readonly officer: OfficerId;
  readonly partner: DemoCredentials["partner"];
};

/** Where people and scripts find the credentials. It is written last: where it is, the city was founded. */
export const DEMO_FILE = join(FOLDER, "demo.json");

export const writeDemoFile = (demo: DemoCredentials): Promise<void> =>
  replaceText(DEMO_FILE, `${JSON.stringify(demo, null, 2)}\n`);

/** The city that the demo file tells of; undefined where there is none yet. Throws where the file is damaged. */
export async function readCity(): Promise<City | undefined> {
  const text = await readText(DEMO_FILE);
  if (text === undefined) return undefined;
  const city = parse(text);
  if (!city) throw damageProblem(`${DEMO_FILE} is damaged`);
  return city;
}

/** How to call the platform as the demo city's people; undefined where none has started here. */
export async function readCallers(): Promise<
  | {
      readonly endpoint: string;
      readonly token: string;
      readonly clerk: string;
      readonly key: string;
    }
  | undefined
> {
  const city = await readCity();
  if (!city) return undefined;
  const { endpoint, citizen, officers } = JSON.parse((await readText(DEMO_FILE)) ?? "{}");
  const [token, clerk] = [citizen?.token, officers?.clerk?.token];
  if (![endpoint, token, clerk].every((each) => typeof each === "string"))
    throw damageProblem(`${DEMO_FILE} is damaged`);
  return { endpoint, token, clerk, key: city.partner.live };
}

function parse(text: string): City | undefined {
  try {
    const { citizen, officer, partner } = JSON.parse(text);
    if (!isId("ctz", citizen.ref) || !isId("ofc", officer.ref)) return undefined;
    const { id, test, live, citizenRef } = partner;
    const whole = [id, test, live, citizenRef].every((each) => typeof each === "string" && each !== "");
    return whole
      ? { citizen: citizen.ref, officer: officer.ref, partner: { id, test, live, citizenRef } }
      : undefined;
  } catch {
    return undefined;
  }
}
