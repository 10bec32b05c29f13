import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { randomOf } from "../../local/generate/random.ts";
import { tellFigures } from "./campaign-figures.ts";
import { type FaultAnswer, refusalAs } from "./fault-answers.ts";
import { destinationOf, forward, operationOf, reply, textOf } from "./forwarding.ts";
import { isReadBug, type PlantedBug, readWithBug, withBug } from "./planted-bugs.ts";
import { openShortAnswers, type ShortAnswer, type ShortAnswers } from "./short-answers.ts";

/** The faults of a call between the platform and the database; in brackets, to which calls. */
export type Fault =
  /** The connection ends before the database sees the request. */
  | "request-lost"
  /** The database does what it was asked, and the connection ends before it can say so. */
  | "answer-lost"
  /** No answer until the client gives up; the database never sees the request. */
  | "timeout-before"
  /** No answer until the client gives up; the database has done what it was asked. */
  | "timeout-after"
  /** No answer until the client gives up; only then the request reaches the database. */
  | "timeout-late"
  /** An InternalServerError in place of the request. */
  | "error-before"
  /** An InternalServerError in place of the answer. */
  | "error-after"
  /** The call is throttled. */
  | "throttled"
  /** Some items' tables are throttled (transactions). */
  | "cancelled-by-throttling"
  /** Another transaction is under way on some items (transactions and single writes). */
  | "conflict"
  /** An attempt before with the same token is said to be under way (transactions). */
  | "in-progress";

export type OperationKind = "read" | "write" | "transaction";

export type Plan = {
  /** Of a hundred calls, how many meet each fault; together at most 100. */
  readonly percent: Partial<Readonly<Record<Fault, number>>>;
  /** Without them: calls of every kind. */
  readonly only?: readonly OperationKind[];
  /** Of a hundred reads that meet no fault, how many have an answer that is right and not all. */
  readonly short?: ShortAnswers;
};

/** Whether a client has to give up waiting under this plan. */
export const hasTimeouts = ({ percent }: Plan): boolean =>
  Object.keys(percent).some((fault) => fault.startsWith("timeout"));

/** A call as it came, whatever became of it. */
export type SeenCall = {
  readonly operation: string;
  readonly body: string;
  readonly fault?: Fault;
  /** By which the answer fell short of all. */
  short?: readonly ShortAnswer[];
};

export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>;

const KINDS: Readonly<Record<string, OperationKind>> = {
  GetItem: "read",
  BatchGetItem: "read",
  Query: "read",
  Scan: "read",
  PutItem: "write",
  UpdateItem: "write",
  DeleteItem: "write",
  TransactWriteItems: "transaction",
};

const OF_TRANSACTIONS: readonly Fault[] = ["cancelled-by-throttling", "in-progress"];

const canMeet = (kind: OperationKind, fault: Fault): boolean =>
  kind === "transaction" || (!OF_TRANSACTIONS.includes(fault) && !(fault === "conflict" && kind === "read"));

/**
 * An HTTP proxy on a free port of this machine, between the platform and the database. It lets everything pass until it
 * is given a plan or a script. Calls are given their faults in the order of their arrival, by draws from `seed`: so one
 * client's run repeats exactly, and a run of many clients in its mixture.
 */
export async function startFaultProxy(seed: string) {
  const random = randomOf(seed);
  const agent = new Agent({ keepAlive: true });
  const script = new Map<OperationKind, Fault[]>();
  const counts = new Map<Fault | ShortAnswer, number>();
  const seen: SeenCall[] = [];
  let plan: Plan | undefined;
  let target: URL | undefined;
  let bug: PlantedBug | undefined;
  let [spoilt, operations, unknown] = [0, 0, 0];
  let now = Date.now;
  const short = openShortAnswers(() => now(), randomOf(`${seed} short`));
  /** The calls that are on their way to the database, or come there once their client has given up. */
  const underWay = new Set<Promise<unknown>>();

  const tracked = <T>(call: Promise<T>): Promise<T> => {
    const ended = call.catch(() => undefined).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return call;
  };

  const draw = (kind: OperationKind): Fault | undefined => {
    const scripted = script.get(kind)?.shift();
    if (scripted) return scripted;
    if (!plan || (plan.only && !plan.only.includes(kind))) return undefined;
    let at = random.int(1, 100);
    for (const [fault, percent] of Object.entries(plan.percent) as [Fault, number][]) {
      at -= percent;
      if (at <= 0) return canMeet(kind, fault) ? fault : undefined;
    }
    return undefined;
  };

  const met = (what: Fault | ShortAnswer): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const sent = await textOf(incoming);
    const operation = operationOf(incoming);
    const kind = KINDS[operation];
    const body = bug && !isReadBug(bug) && kind === "transaction" ? withBug(bug, sent) : sent;
    if (body !== sent) spoilt += 1;
    const fault = kind && draw(kind);
    const call: SeenCall = { operation, body: sent, ...(fault ? { fault } : {}) };
    seen.push(call);
    if (fault) met(fault);
    const send = async (operation: string, body: string): Promise<FaultAnswer> => {
      const database = target ?? destinationOf(incoming);
      if (!database) throw new Error("no database stands behind the proxy");
      return forward(database, agent, incoming, { operation, body });
    };
    const write = async (): Promise<FaultAnswer> => {
      if (plan?.short?.["index-lags"]) await short.note(operation, body, send);
      return send(operation, body);
    };
    const read = async (): Promise<FaultAnswer> => {
      const found = await short.read({ operation, body }, plan?.short ?? {}, send);
      for (const each of found.short) met(each);
      if (found.short.length > 0) call.short = found.short;
      const told = bug && isReadBug(bug) ? readWithBug(bug, found) : found.answer;
      if (told !== found.answer) spoilt += 1;
      return told;
    };
    const pass = (): Promise<FaultAnswer> =>
      tracked(kind === "read" ? read() : kind ? write() : send(operation, body));
    const hangUp = (): unknown => incoming.socket.destroy();
    switch (fault) {
      case undefined:
        return reply(outgoing, await pass());
      case "request-lost":
        hangUp();
        return;
      case "answer-lost":
        await pass();
        hangUp();
        return;
      case "timeout-before":
        return;
      case "timeout-after":
        await pass();
        return;
      case "timeout-late":
        tracked(once(outgoing, "close").then(pass)).catch(() => undefined);
        return;
      case "error-after":
        await pass();
        return reply(outgoing, refusalAs(fault, kind, body, random));
      default:
        return reply(outgoing, refusalAs(fault, kind, body, random));
    }
  };

  const server = createServer((incoming, outgoing) => {
    // The database is gone, or the client is: to the other side both are a lost connection.
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    endpoint: `http://127.0.0.1:${port}`,
    seed,
    /** Everything that came, oldest first. */
    seen: (): readonly SeenCall[] => seen,
    /** How many calls have met this fault. */
    count: (fault: Fault | ShortAnswer): number => counts.get(fault) ?? 0,
    /** How many calls have met anything, a planted bug too. */
    met: (): number => [...counts.values()].reduce((sum, count) => sum + count, spoilt),
    /** Hears of each thing that was asked of the platform, and whether it was told that nobody knows its outcome. */
    noteOperation: ({ isUnknown }: { readonly isUnknown: boolean }): void => {
      operations += 1;
      if (isUnknown) unknown += 1;
    },
    /** The clock is the one by which an index lags. */
    forwardTo: (endpoint: string, clock: () => number): void => {
      target = new URL(endpoint);
      now = clock;
    },
    /** From now on calls meet faults at random. */
    begin: (next: Plan): void => {
      const sum = Object.values(next.percent).reduce((total, percent) => total + percent, 0);
      if (sum > 100) throw new Error(`faults for ${sum} of a hundred calls`);
      plan = next;
    },
    /** The next calls of this kind meet these faults, one after the other; a plan counts for those behind. */
    next: (kind: OperationKind, ...faults: readonly Fault[]): void => {
      const wrong = faults.find((fault) => !canMeet(kind, fault));
      if (wrong) throw new Error(`no ${kind} meets ${wrong}`);
      script.set(kind, [...(script.get(kind) ?? []), ...faults]);
    },
    /** The next reads that can meet these have such answers, in their order; a plan counts for those behind. */
    nextShort: (...answers: readonly ShortAnswer[]): void => short.script(answers),
    /** From now on calls and answers are as code with this bug would write and read them; without one, as they are. */
    plant: (next?: PlantedBug): void => {
      bug = next;
    },
    /** How many of them a planted bug has changed. */
    spoilt: (): number => spoilt,
    /** No more faults, neither planned nor scripted ones; answers fall short of all only as is said here. */
    calm: (shortStill?: ShortAnswers): void => {
      plan = shortStill && { percent: {}, short: shortStill };
      script.clear();
      short.calm();
    },
    /** Whether no call meets a fault any more; answers that are not all come in time. */
    isCalm: (): boolean =>
      Object.keys(plan?.percent ?? {}).length === 0 &&
      [...script.values()].every((faultsLeft) => faultsLeft.length === 0),
    /** Ends when nothing is under way to the database any more, also of what its client has given up. */
    arrived: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: async (): Promise<void> => {
      tellFigures({ operations, unknown, met: Object.fromEntries(counts) });
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}
