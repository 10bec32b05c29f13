import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examples } from "../../local/graphiql/examples.ts";
import { tabs } from "../../local/graphiql/tabs.ts";
import { type Shortcomings, shortcomingsOf } from "../docs/answers.ts";
import { withTypenames } from "../docs/with-typenames.ts";
import {
  ask,
  folderWithPages,
  livingFrom,
  preparedFolder,
  removeFolders,
  type Started,
  start,
  untilFilled,
} from "./local-platform.ts";

/** Sunday to Wednesday are holidays, and the Saturday is worked in exchange for one of them. */
const HOLIDAY_WEEK = [4, 5, 6, 7, 8, 9, 10].map((day) => `2026-10-${String(day).padStart(2, "0")}`);
const ORDINARY_WEEK = [13, 14, 15, 16, 17, 18, 19].map((day) => `2026-12-${day}`);
const NIGHT = "03:00";
const HOURS = [NIGHT, "10:30", "23:58"];

/** The parts of an example that are not its subject, and that come and go in the demo city. */
const AT_TIMES: Readonly<Record<string, readonly string[]>> = {
  "A citizen's front page, in one query": [
    ...["me.accesses.edges", "me.applications.edges", "me.upcomingAppointments"],
  ],
  "What my applications ask for, and what there is of it": ["me.applications.edges.node.materials.files"],
};

afterAll(removeFolders);

const instantOf = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);

/** The platform as if it were started then. */
const startAt = (folder: string, at: number): Promise<Started> => start(folder, { env: livingFrom(at) });

async function stop(platform: Started): Promise<void> {
  platform.kill("SIGTERM");
  await platform.ended;
}

/** Sends every tab, in order, as a page does that is opened at this time. The gaps in their answers, by title. */
async function clickThrough({ demo, endpoint }: Started, at: number, asSent = (query: string) => query) {
  const lacking: Record<string, Shortcomings> = {};
  const shown = tabs(demo, new Date(at));
  for (const [i, { title }] of examples(demo, new Date(at)).entries()) {
    const { query = "", variables = "{}", headers = "{}" } = shown[i] ?? {};
    const answer = await ask(endpoint, asSent(query), JSON.parse(headers), JSON.parse(variables));
    if (title.includes("is refused")) {
      expect(answer.errors, title).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
      continue;
    }
    expect(answer.errors, title).toBeUndefined();
    lacking[title] = shortcomingsOf(answer.data);
  }
  return lacking;
}

describe("the tabs of GraphiQL, each as it stands and one after the other,", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await folderWithPages();
    const founded = await startAt(folder, instantOf("2026-10-03", NIGHT));
    await untilFilled(folder);
    await stop(founded);
  });

  // Once a day: a window that has called somebody calls nobody else until it has finished.
  const visits = HOLIDAY_WEEK.map((day, i) => ({ day, time: HOURS[i % HOURS.length] ?? NIGHT }));
  it.each(visits)("answer what they are about on $day at $time", async ({ day, time }) => {
    const at = instantOf(day, time);
    const platform = await startAt(folder, at);
    const lacking = Object.entries(await clickThrough(platform, at, withTypenames)).flatMap(
      ([title, { refused, empty }]) =>
        [...refused, ...empty]
          .filter((path) => !AT_TIMES[title]?.includes(path))
          .map((path) => `${title}: ${path}`),
    );
    expect(lacking).toEqual([]);
    await stop(platform);
  });

  it.each(ORDINARY_WEEK)("are refused nothing right after a first start in the night of %s", async (day) => {
    const at = instantOf(day, NIGHT);
    const platform = await startAt(await preparedFolder(), at);
    const lacking = Object.entries(await clickThrough(platform, at));
    expect(lacking.filter(([, { refused }]) => refused.length > 0)).toEqual([]);
    await stop(platform);
  });
});
