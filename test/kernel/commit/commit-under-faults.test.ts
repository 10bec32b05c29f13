import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Change, type Commit, commitTo } from "../../../services/kernel/commit/commit.ts";
import type { StoredItem } from "../../../services/kernel/database/database.ts";
import { OutcomeUnknown } from "../../../services/kernel/database/transaction.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { type Fault, type FaultProxy, type Plan, startFaultProxy } from "../../support/fault-proxy.ts";
import { ACTOR } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { ALL_SHORT } from "../../support/short-answers.ts";

const TABLE = "records-live";
const SEED = process.env["FAULT_SEED"] ?? randomBytes(4).toString("hex");

let faults: FaultProxy;
let platform: TestPlatform;
let aggregates = 0;

/** One for all tests that follow: each has aggregates of its own, and leaves no fault to the next. */
function onNewPlatform({ isImpatient }: { readonly isImpatient: boolean }): void {
  beforeAll(async () => {
    faults = await startFaultProxy(SEED);
    platform = await startPlatform({ faults, isImpatient });
  });
  afterEach(() => faults.calm());
  afterAll(() => platform.stop());
}

const newAggregate = (): string => {
  aggregates += 1;
  return `faulty-${aggregates}`;
};

/**
 * A change that nothing but the commit itself keeps from being done twice: it adds one to the aggregate's sum, and
 * leaves a mark. `once` makes the mark a condition, as use cases do.
 */
function addition(aggregate: string, mark: string, { once = false } = {}): Change {
  const TableName = platform.database().nameOf(TABLE);
  return {
    actor: ACTOR,
    action: "test.added",
    aggregate,
    table: TABLE,
    at: platform.clock.now(),
    requestId: mark,
    writes: [
      {
        Update: {
          TableName,
          Key: { pk: aggregate, sk: "sum" },
          UpdateExpression: "ADD additions :one",
          ExpressionAttributeValues: { ":one": 1 },
        },
      },
      {
        Put: {
          TableName,
          Item: { pk: aggregate, sk: `mark#${mark}` },
          ...(once ? { ConditionExpression: "attribute_not_exists(pk)" } : {}),
        },
      },
    ],
  };
}

type Outcome = "done" | "stale" | "unknown" | "failed";

async function outcomeOf(change: Change, commit?: Commit): Promise<Outcome> {
  const outcome = await outcomeOnce(change, commit);
  faults.noteOperation({ isUnknown: outcome === "unknown" });
  return outcome;
}

async function outcomeOnce(change: Change, commit = commitTo(platform.database())): Promise<Outcome> {
  try {
    return (await commit(change)).ok ? "done" : "stale";
  } catch (error) {
    return error instanceof OutcomeUnknown ? "unknown" : "failed";
  }
}

/** The state of the records, which has to be whole: every mark was added once and is in the unbroken trail once. */
async function standing(aggregate: string): Promise<readonly string[]> {
  const { items } = await platform.database().query({ table: TABLE, pk: aggregate, limit: 1_000 });
  const marks = items.flatMap(({ sk }) => (sk === "sum" ? [] : [String(sk).replace("mark#", "")]));
  const sum = items.find(({ sk }) => sk === "sum")?.["additions"] ?? 0;
  const trail = await trailOf(platform.database(), TABLE, aggregate);
  expect(brokenLink(aggregate, trail)).toBeUndefined();
  expect(trail.map(({ requestId }) => requestId).sort()).toEqual([...marks].sort());
  expect(sum).toBe(marks.length);
  return marks;
}

const CLIENTS = 24;
const COMMITS_EACH = 3;
const HOT = 4;
const FAULTS_MIN = 6;

/**
 * Many clients at once, some of them at the same aggregates; the first of their calls meet `first`. Ends when all were
 * told something.
 */
async function crowd(plan: Plan, first: readonly Fault[] = []): Promise<Outcome[]> {
  const hot = Array.from({ length: HOT }, newAggregate);
  const told: { aggregate: string; mark: string; outcome: Outcome }[] = [];
  faults.begin({ ...plan, short: ALL_SHORT });
  faults.next("transaction", ...first);
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const own = newAggregate();
      for (let i = 0; i < COMMITS_EACH; i += 1) {
        const aggregate = (i === 1 && hot[client % HOT]) || own;
        const mark = `${client}-${i}`;
        const change = addition(aggregate, mark, { once: client % 2 === 0 });
        told.push({ aggregate, mark, outcome: await outcomeOf(change) });
      }
    }),
  );
  faults.calm();
  // A call that a client has given up may still arrive.
  await faults.arrived();
  for (const [aggregate, of] of Map.groupBy(told, (each) => each.aggregate)) {
    const marks = await standing(aggregate);
    for (const { mark, outcome } of of) {
      if (outcome === "done") expect(marks, `${aggregate} ${mark} was acknowledged`).toContain(mark);
      if (outcome === "failed" || outcome === "stale")
        expect(marks, `${aggregate} ${mark} was ${outcome}`).not.toContain(mark);
    }
  }
  return told.map(({ outcome }) => outcome);
}

const SILENCE: readonly Fault[] = ["timeout-before", "timeout-after", "timeout-late"];
const REFUSALS: readonly Fault[] = [
  ...(["request-lost", "answer-lost", "error-before", "error-after"] as const),
  ...(["throttled", "cancelled-by-throttling", "conflict"] as const),
];

describe.each([
  { what: "refuses or hangs up", percent: 40, isImpatient: false, meet: REFUSALS },
  { what: "keeps silent", percent: 15, isImpatient: true, meet: SILENCE },
])(`commits of many clients at once to what $what (seed ${SEED})`, ({ percent, isImpatient, meet }) => {
  onNewPlatform({ isImpatient });

  it.each(meet)("hold what was acknowledged, once, under %s", async (fault) => {
    // Less would prove nothing, and what is drawn may be less.
    const first = Array.from({ length: FAULTS_MIN }, () => fault);
    const before = faults.count(fault);
    const outcomes = await crowd({ percent: { [fault]: percent }, only: ["transaction", "write"] }, first);
    expect(faults.count(fault) - before).toBeGreaterThanOrEqual(FAULTS_MIN);
    expect(outcomes.filter((outcome) => outcome === "done").length).toBeGreaterThan(outcomes.length / 2);
    // Nobody has changed what these clients have decided on.
    expect(outcomes).not.toContain("stale");
  });
});

describe(`commits of many clients at once (seed ${SEED})`, () => {
  onNewPlatform({ isImpatient: true });

  it("hold what was acknowledged, once, under all of them, of reads too", async () => {
    const percent = {
      "request-lost": 6,
      "answer-lost": 8,
      "timeout-after": 2,
      "timeout-late": 3,
      "error-before": 4,
      "error-after": 6,
      throttled: 8,
      "cancelled-by-throttling": 5,
      conflict: 8,
      "in-progress": 4,
    } as const;
    expect(new Set(await crowd({ percent }))).toContain("done");
  });
});

describe("a commit whose answer is lost", () => {
  onNewPlatform({ isImpatient: false });
  const lost = (...after: Fault[]) => faults.next("transaction", "answer-lost", ...after);

  it.each<[string, readonly Fault[]]>([
    ["is sent again, and done once", []],
    ["finds its entry where every answer is lost", ["answer-lost", "answer-lost"]],
    ["finds its entry where it is throttled afterwards", ["throttled", "throttled"]],
    ["finds its entry where it is said to be in progress", ["in-progress", "in-progress"]],
    ["finds its entry where the database breaks down", ["error-before", "error-before"]],
    ["finds its entry where the rest is cancelled", ["conflict"]],
  ])("%s", async (_, after) => {
    const aggregate = newAggregate();
    lost(...after);
    expect(await outcomeOf(addition(aggregate, "a"))).toBe("done");
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("is sent again with the same token and the same items", async () => {
    const aggregate = newAggregate();
    lost("answer-lost");
    await outcomeOf(addition(aggregate, "a"));
    const sent = faults
      .seen()
      .filter(({ body }) => body.includes(`"${aggregate}"`) && body.includes("Token"));
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it("finds its entry under one that somebody has added since", async () => {
    const aggregate = newAggregate();
    const database = platform.database();
    const commit = commitTo({
      ...database,
      transact: async (items, token) => {
        await database.transact(items, token);
        expect(await outcomeOf(addition(aggregate, "b"))).toBe("done");
        throw new OutcomeUnknown(new Error("lost"));
      },
    });
    expect(await outcomeOf(addition(aggregate, "a"), commit)).toBe("done");
    expect((await standing(aggregate)).length).toBe(2);
  });

  it("finds its entry where the database has forgotten the token, and calls it stale", async () => {
    const aggregate = newAggregate();
    const database = platform.database();
    const commit = commitTo({
      ...database,
      transact: async (items, token) => {
        await database.transact(items, token);
        await database.transact(items, randomUUID());
      },
    });
    expect(await outcomeOf(addition(aggregate, "a", { once: true }), commit)).toBe("done");
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("is unknown where its entry cannot be read either", async () => {
    const aggregate = newAggregate();
    lost("answer-lost", "answer-lost");
    const database = platform.database();
    let queries = 0;
    const query: typeof database.query = (asked) => {
      queries += 1;
      if (queries > 1) faults.next("read", "error-before", "error-before", "error-before");
      return database.query(asked);
    };
    expect(await outcomeOf(addition(aggregate, "a"), commitTo({ ...database, query }))).toBe("unknown");
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("takes nobody else's entry for its own, not even of the same change", async () => {
    const aggregate = newAggregate();
    const change = addition(aggregate, "a", { once: true });
    const database = platform.database();
    const commit = commitTo({
      ...database,
      transact: async (items, token) => {
        await commitTo(platform.database())(change);
        await database.transact(items, token);
      },
    });
    expect(await outcomeOf(change, commit)).toBe("stale");
    expect(await standing(aggregate)).toEqual(["a"]);
  });
});

describe("a commit whose request is lost", () => {
  onNewPlatform({ isImpatient: true });
  it.each<[string, readonly [Fault, Fault, Fault]]>([
    ["always", ["request-lost", "request-lost", "request-lost"]],
    ["in a time-out", ["timeout-before", "timeout-before", "timeout-before"]],
    ["and then throttled", ["request-lost", "throttled", "throttled"]],
    ["in a break-down", ["error-before", "error-before", "error-before"]],
  ])("%s is unknown, and done by its replay", async (_, all) => {
    const aggregate = newAggregate();
    faults.next("transaction", ...all);
    expect(await outcomeOf(addition(aggregate, "a", { once: true }))).toBe("unknown");
    expect(await standing(aggregate)).toEqual([]);
    expect(await outcomeOf(addition(aggregate, "a", { once: true }))).toBe("done");
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("and comes late is unknown until then, and its replay changes nothing", async () => {
    const aggregate = newAggregate();
    const change = addition(aggregate, "a", { once: true });
    faults.next("transaction", "timeout-before", "timeout-before", "timeout-before");
    const database = platform.database();
    let late: (() => Promise<void>) | undefined;
    const transact: typeof database.transact = (items, token) => {
      late = () => database.transact(items, token);
      return database.transact(items, token);
    };
    expect(await outcomeOf(change, commitTo({ ...database, transact }))).toBe("unknown");
    await late?.();
    expect(await outcomeOf(change)).toBe("stale");
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("and comes late, between the attempts after it, stands once", async () => {
    const aggregate = newAggregate();
    const database = platform.database();
    let attempts = 0;
    const transact: typeof database.transact = async (items, token) => {
      attempts += 1;
      if (attempts === 2) await database.transact(items, randomUUID());
      if (attempts === 1) faults.next("transaction", "conflict");
      await database.transact(items, token);
    };
    expect(await outcomeOf(addition(aggregate, "a"), commitTo({ ...database, transact }))).toBe("done");
    expect(attempts).toBe(2);
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("and arrives late stands with the very entry of what follows from it, on which the next change goes on", async () => {
    const aggregate = newAggregate();
    const database = platform.database();
    let [attempts, first] = [0, [] as Parameters<typeof database.transact>[0]];
    const transact: typeof database.transact = async (items, token) => {
      attempts += 1;
      if (attempts === 1) {
        first = items;
        faults.next("transaction", "conflict");
      }
      if (attempts === 2) await database.transact(first, randomUUID());
      await database.transact(items, token);
    };
    const commit = commitTo({ ...database, transact });
    const following = { actor: ACTOR, action: "test.followed" };
    expect(await outcomeOf({ ...addition(aggregate, "a"), following }, commit)).toBe("done");
    expect(attempts).toBe(2);
    expect(await outcomeOf(addition(aggregate, "b"), commit)).toBe("done");
    const trail = await trailOf(platform.database(), TABLE, aggregate);
    expect(brokenLink(aggregate, trail)).toBeUndefined();
    expect(trail.map(({ action }) => action)).toEqual(["test.added", "test.followed", "test.added"]);
  });

  it("and whose place another has taken is no longer unknown: it goes to the next place", async () => {
    const aggregate = newAggregate();
    const database = platform.database();
    let attempts = 0;
    const transact: typeof database.transact = async (items, token) => {
      attempts += 1;
      if (attempts === 1) {
        await commitTo(platform.database())(addition(aggregate, "b"));
        throw new OutcomeUnknown(new Error("lost"));
      }
      await database.transact(items, token);
    };
    expect(await outcomeOf(addition(aggregate, "a"), commitTo({ ...database, transact }))).toBe("done");
    expect([...(await standing(aggregate))].sort()).toEqual(["a", "b"]);
  });
});

describe("a commit that the database refuses for now", () => {
  onNewPlatform({ isImpatient: false });
  const cancel = (times: number, fault: Fault) =>
    faults.next("transaction", ...Array.from({ length: times }, () => fault));

  it.each<Fault>(["conflict", "cancelled-by-throttling"])("is tried five times after %s", async (fault) => {
    const aggregate = newAggregate();
    cancel(4, fault);
    expect(await outcomeOf(addition(aggregate, "a"))).toBe("done");
    cancel(5, fault);
    const commit = commitTo(platform.database());
    await expect(commit(addition(aggregate, "b"))).rejects.toMatchObject({
      name: "TransactionCanceledException",
    });
    expect(await standing(aggregate)).toEqual(["a"]);
  });

  it("is tried three times while it is throttled, and known not to stand", async () => {
    const aggregate = newAggregate();
    cancel(3, "throttled");
    expect(await outcomeOf(addition(aggregate, "a"))).toBe("failed");
    expect(await standing(aggregate)).toEqual([]);
  });
});

describe("the trail of an aggregate", () => {
  onNewPlatform({ isImpatient: false });
  it("shows a gap, a changed entry and one out of its chain", async () => {
    const aggregate = newAggregate();
    for (const mark of ["a", "b", "c"]) await outcomeOf(addition(aggregate, mark));
    const trail = await trailOf(platform.database(), TABLE, aggregate);
    const [first, second, third] = trail as readonly [StoredItem, StoredItem, StoredItem];
    expect(brokenLink(aggregate, trail)).toBeUndefined();
    expect(brokenLink(aggregate, [first, third])).toBe("entry 3 stands in place 2");
    expect(brokenLink(aggregate, [first, { ...second, reason: "another" }, third])).toBe(
      "entry 2 is not what its hash covers",
    );
    expect(brokenLink("another", trail)).toBe("entry 1 is not what its hash covers");
    expect(brokenLink(aggregate, [first, { ...second, before: "" }])).toBe(
      "entry 2 does not follow the one before",
    );
  });
});
