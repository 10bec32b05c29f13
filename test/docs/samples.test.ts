import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "../../services/kernel/runtime.ts";
import {
  copyOf,
  folderWithPages,
  livingFrom,
  removeFolders,
  type Started,
  start,
  untilFilled,
  whileRunning,
} from "../local/local-platform.ts";
import { shortcomingsOf } from "./answers.ts";
import { blocksOf, PAGES } from "./blocks.ts";
import { type Terminal, terminalOf } from "./paste.ts";
import { samplesOf } from "./samples.ts";

const samples = PAGES.flatMap((page) => samplesOf(blocksOf(page)).samples);
const refused = { extensions: { code: "FORBIDDEN", requestId: expect.any(String) } };

/** With people and their cases, as it is half a minute after the first start. */
let city: string;
beforeAll(async () => {
  city = await folderWithPages();
  await whileRunning(city, () => untilFilled(city));
});
afterAll(removeFolders);

it("there are samples for each of the readers", () => {
  const pages = samples.map(({ place }) => place.split(":")[0]);
  const least = { "README.md": 3, "docs/demo-city.md": 5, "docs/partners.md": 8 };
  for (const [page, many] of Object.entries(least))
    expect(pages.filter((each) => each === page).length, page).toBeGreaterThanOrEqual(many);
});

/** Three o'clock in the night of a Sunday, when offices are closed; more than a day ahead wherever the test runs. */
function sundayNight(): number {
  const now = new Date();
  const sunday = new Date(now.getTime() + (14 - now.getUTCDay()) * DAY_MS);
  return Date.parse(`${sunday.toISOString().slice(0, 10)}T03:00:00+08:00`);
}

const ORDINARY_CLIENTS =
  "with __typename in every selection set, as ordinary clients send them, on a Sunday's night";
describe.each([
  { manner: "as they are written", addsTypenames: false, environment: {} },
  { manner: ORDINARY_CLIENTS, addsTypenames: true, environment: livingFrom(sundayNight()) },
])("the documents' samples, one after the other, $manner,", ({ addsTypenames, environment }) => {
  let folder: string;
  let platform: Started;
  let terminal: Terminal;
  beforeAll(async () => {
    folder = copyOf(city);
    platform = await start(folder, { env: environment });
    terminal = terminalOf(platform, folder, { addsTypenames, environment });
  });
  afterAll(async () => {
    platform.kill("SIGTERM");
    await platform.ended;
  });

  it.each(samples)("answer what they say: $place", async (sample) => {
    if (sample.kind === "graphql") {
      const { data, errors } = await terminal.send(sample);
      if (sample.refusal) {
        expect(errors).toMatchObject([refused]);
        expect(errors).toMatchObject([sample.refusal]);
        return;
      }
      expect(errors).toBeUndefined();
      expect(shortcomingsOf(data)).toEqual({ refused: [], empty: [] });
      return;
    }
    if (sample.kind === "fund-file") {
      writeFileSync(join(folder, sample.name), sample.content);
      // The sandbox: the demo city's own figures are of today.
      await terminal.paste(`npm run import -- housing-fund ${sample.name} --mode test`);
      return;
    }
    const printed = await terminal.paste(sample.command);
    if (!sample.callsApi) return;
    const { data, errors } = JSON.parse(printed);
    if (sample.isRefused) {
      expect(errors).toMatchObject([refused]);
      return;
    }
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/null|"code"/);
    expect(shortcomingsOf(data)).toEqual({ refused: [], empty: [] });
  });
});
