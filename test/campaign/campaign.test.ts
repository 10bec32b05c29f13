import { expect, it } from "vitest";
import { campaignFiles } from "./campaigns.ts";
import { summaryOf } from "./summary.ts";
import { tellViolation, violationsIn } from "./violations.ts";

const RUN = { file: "test/api/under-faults.test.ts", seed: "00c0ffee" };

it("is all tests that draw their faults from a seed, but those of the tests themselves", () => {
  expect(campaignFiles()).toEqual(
    expect.arrayContaining([
      ...["test/api/under-faults.test.ts", "test/convenience/transit/taps-under-faults.test.ts"],
      ...["test/government/cases/life-of-a-case.test.ts", "test/local/payments-killed.test.ts"],
    ]),
  );
  expect(campaignFiles().filter((file) => file.includes("planted-bugs"))).toEqual([]);
});

const report = (statuses: readonly string[], success = !statuses.includes("failed")) =>
  JSON.stringify({
    success,
    testResults: [
      {
        message: "no such module",
        assertionResults: statuses.map((status, i) => ({
          ...{ status, fullName: `promise ${i}`, failureMessages: ["expected 1 to be 2", "at line 7"] },
        })),
      },
    ],
  });

it("tells each promise that is not kept with its seed, and the command that shows it again", () => {
  const found = violationsIn(RUN, report(["passed", "failed"]), "");
  expect(found).toEqual([{ ...RUN, promise: "promise 1", what: "expected 1 to be 2\nat line 7" }]);
  expect(found.map(tellViolation).join()).toContain("FAULT_SEED=00c0ffee npx vitest run test/api/under");
  expect(violationsIn(RUN, report(["passed", "skipped"]), "")).toEqual([]);
});

it("takes a run that breaks down for one that keeps nothing", () => {
  const promise = "a run comes to its end";
  expect(violationsIn(RUN, undefined, "out of memory")).toEqual([{ ...RUN, promise, what: "out of memory" }]);
  expect(violationsIn(RUN, report(["passed"], false), "")).toEqual([
    { ...RUN, promise, what: "no such module" },
  ]);
});

it("ends with what was done, what was met, the share of unknown outcomes, and the violations", () => {
  const figures = [
    { operations: 300, unknown: 1, met: { conflict: 2, throttled: 8 } },
    { operations: 100, unknown: 2, met: { throttled: 1 } },
  ];
  const told = summaryOf({
    runs: 2,
    minutes: 3,
    figures,
    violations: violationsIn(RUN, report(["failed"]), ""),
  });
  expect(told.split("\n").slice(-6)).toEqual([
    "2 runs in 3.0 minutes",
    "operations: 400; of unknown outcome: 3 (0.75 %)",
    "faults: 11",
    "  throttled                      9",
    "  conflict                       2",
    "violations: 1",
  ]);
  expect(summaryOf({ runs: 0, minutes: 0, figures: [], violations: [] })).toContain("violations: 0");
});
