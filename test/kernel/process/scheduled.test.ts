import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AwsRefusal } from "../../../services/kernel/aws/json-calls.ts";
import type { Outcome, Turn } from "../../../services/kernel/process/in-turn.ts";
import { scheduled } from "../../../services/kernel/process/scheduled.ts";

let lines: Readonly<Record<string, unknown>>[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    lines.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const turnsOf = (outcome: () => Promise<Outcome>): readonly Turn[] =>
  (["live", "test"] as const).map((mode) => ({ of: { mode }, runs: [outcome] }));

const call = (turns: readonly Turn[]): Promise<unknown> =>
  scheduled({ logs: "clocks", turns })({}, { getRemainingTimeInMillis: () => 60_000 }).catch(
    (error: unknown) => error,
  );

it("logs what was done beside each of the faults, and fails at its end", async () => {
  const faults = [new RangeError("the key ctz_0123456789abcdef"), new AwsRefusal("Throttled", "ctz_1", 400)];
  const thrown = await call(turnsOf(async () => ({ overdue: 3, finished: true, faults })));
  expect(thrown).toMatchObject({ name: "Error", message: "4 failed, first: RangeError" });
  const told = (mode: string) => [
    { level: "INFO", message: "clocks", mode, overdue: 3, finished: true, durationMs: expect.any(Number) },
    { level: "ERROR", message: "fault", mode, cause: expect.stringMatching(/^RangeError\n/) },
    { level: "ERROR", message: "fault", mode, cause: expect.stringMatching(/^Throttled\n/) },
  ];
  expect(lines).toMatchObject([...told("live"), ...told("test")]);
  expect(lines[0]).not.toHaveProperty("faults");
  expect(JSON.stringify(lines)).not.toContain("ctz_");
});

it("logs ten faults of a run, and how many more there are", async () => {
  const faults = Array.from({ length: 57 }, () => new RangeError("one of many"));
  await call(turnsOf(async () => ({ finished: true, faults })));
  const of = (mode: string) => lines.filter((line) => line["mode"] === mode);
  for (const mode of ["live", "test"]) {
    expect(of(mode).filter(({ message }) => message === "fault")).toHaveLength(10);
    expect(of(mode).at(-1)).toMatchObject({ message: "more faults of the same run", more: 47 });
  }
});

it("logs its line where the only run of both modes fails", async () => {
  const run = async () => {
    throw new TypeError("the key ctz_0123456789abcdef");
  };
  expect(await call([{ of: {}, runs: [run] }])).toMatchObject({ message: "1 failed, first: TypeError" });
  expect(lines).toMatchObject([
    { level: "INFO", message: "clocks", finished: false },
    { level: "ERROR", message: "fault", cause: expect.stringMatching(/^TypeError\n/) },
  ]);
});

it("ends without a fault where nothing has failed", async () => {
  expect(await call(turnsOf(async () => ({ overdue: 0, finished: true })))).toBeUndefined();
  expect(lines.map(({ level }) => level)).toEqual(["INFO", "INFO"]);
});
