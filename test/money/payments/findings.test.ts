import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Books, readBooks } from "../../support/books.ts";
import { findingsIn, RULES } from "../../support/findings.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { settleAll } from "./judge.ts";
import { brokenPromises } from "./promises.ts";
import { letThemPay, type Told, type World } from "./random-payers.ts";
import { seedWorld } from "./seed-world.ts";
import { SPOILT } from "./spoilt-books.ts";

let platform: TestPlatform;
let world: World;
let books: Books;
beforeAll(async () => {
  platform = await startPlatform();
  world = await seedWorld(platform, "sound books");
  await letThemPay(world, { seed: "sound books", clients: 16, steps: 5 });
  expect(await settleAll(platform)).toEqual([]);
  books = await readBooks(platform.client, platform.ports.config.tablePrefix);
});
afterAll(() => platform.stop());

describe("the rules that books are held to", () => {
  it("find nothing in sound books, in which much has happened", async () => {
    expect(await findingsIn(books)).toEqual({});
    expect(books.payments.length).toBeGreaterThan(15);
    expect(books.refunds.length).toBeGreaterThan(5);
  });

  it.each(SPOILT)("find %s: %s", async (_, rule, spoil) => {
    expect(await RULES[rule]({ ...books, ...spoil(books) })).not.toEqual([]);
  });

  it("are each broken by one of these", () => {
    expect(new Set(SPOILT.map(([, rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });
});

describe("what callers were promised", () => {
  const promises = (history: readonly Told[], changes: Partial<Books> = {}) =>
    brokenPromises(history, { ...books, ...changes });
  const answerTo = (of: string, status: string): Told => {
    const isOne = ({ answer }: Told): boolean =>
      JSON.stringify(answer ?? "").includes(`"status":"${status}"`);
    return (
      world.history.find((told) => told.wish.kind === of && isOne(told)) ?? expect.fail(`no ${of} ${status}`)
    );
  };
  const later = (told: Told, changes: object): readonly Told[] => [
    told,
    { ...told, from: told.to + 1, to: told.to + 2, answer: { ...Object(told.answer), ...changes } },
  ];

  it("was kept", () => {
    expect(promises(world.history)).toEqual([]);
  });

  it.each<[string, () => readonly string[]]>([
    ["a payment that is gone", () => promises([answerTo("pay", "SUCCEEDED")], { payments: [] })],
    ["a refund that is gone", () => promises([answerTo("refund", "SUCCEEDED")], { refunds: [] })],
    [
      "another payment for the same key",
      () => promises(later(answerTo("pay", "SUCCEEDED"), { id: "pay_other" })),
    ],
    [
      "another end for the same key",
      () => promises(later(answerTo("pay", "SUCCEEDED"), { status: "FAILED" })),
    ],
    [
      "an end that was taken back",
      () => promises(later(answerTo("pay", "SUCCEEDED"), { status: "UNKNOWN" })),
    ],
    [
      "a refusal of what was done",
      () => promises(later(answerTo("pay", "SUCCEEDED"), { __typename: "BillNotPayable" })),
    ],
    [
      "a failure for good",
      () =>
        promises([
          {
            ...answerTo("pay", "SUCCEEDED"),
            answer: undefined,
            error: { code: "INTERNAL", retryable: false },
          },
        ]),
    ],
    [
      "a refusal that nobody foresaw",
      () => promises(later(answerTo("pay", "SUCCEEDED"), { __typename: "IdempotencyMismatch" }).slice(1)),
    ],
    [
      "another amount than was acknowledged",
      () =>
        promises([answerTo("pay", "SUCCEEDED")], {
          payments: books.payments.map((payment) => ({ ...payment, amount: payment.amount + 1 })),
        }),
    ],
    [
      "a failure where success was acknowledged",
      () =>
        promises([answerTo("pay", "SUCCEEDED")], {
          payments: books.payments.map((payment) => ({ ...payment, status: "FAILED" })),
        }),
    ],
  ])("was not kept with %s", (_, broken) => {
    expect(broken()).not.toEqual([]);
  });
});
