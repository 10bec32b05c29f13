import {
  type Biller,
  issueBill,
  newNumber,
  row,
  seedBiller,
} from "../test/convenience/utilities/utility-world.ts";
import { eventOf, startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, lastCost, median, ms, times } from "./measure.ts";

const CLIENTS = 32;
const BILLS = 640;
const BILLERS = ["11100000000013338W", "11220000013544541J", "91110000MA0000001L", "91110000MA0000002P"];
const ROUNDS = 3;
const ROWS = 100;

/** Bills paid by many clients at once: to several billers, and all to one, whose account everybody pays into. */
export async function payments(): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  try {
    const billers = await Promise.all(BILLERS.map((creditCode) => seedBiller(platform, { creditCode })));
    const [hot] = billers;
    if (!hot) throw new Error("no biller");
    const taken = { many: [] as Run[], one: [] as Run[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.many.push(await payAll(platform, billers));
      taken.one.push(await payAll(platform, [hot]));
    }
    const cost = lastCost(platform);
    const [many, one] = [perSecond(taken.many), perSecond(taken.one)];
    const latencies = taken.many.flatMap((run) => run.latencies).sort((a, b) => a - b);
    const p99 = latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
    return [
      {
        what: `bills paid in a second by ${CLIENTS} clients, to ${BILLERS.length} billers; p50, p99`,
        measured: `${many.toFixed(0)}; ${ms(median(latencies))}, ${ms(p99)}`,
        bound: "",
      },
      {
        what: "the same, all to one biller",
        measured: `${one.toFixed(0)}: ${times(many / one)} the time`,
        bound: "≤ 1.2 ×",
      },
      {
        what: "one bill's payment through a channel",
        measured: `${cost["writeUnits"]} write units, where it was 20`,
        bound: "≤ 18",
      },
      {
        what: "its calls of the tables, one after the other",
        measured: `${cost["roundTripsDeep"]}, where it was 8`,
        bound: "≤ 3",
      },
      ...(await issuing(platform, hot)),
    ];
  } finally {
    await platform.stop();
  }
}

/** A biller's rows, as many as it may send at once: the first bills of their accounts, and the next ones. */
async function issuing(platform: TestPlatform, biller: Biller): Promise<readonly Figure[]> {
  const accounts = Array.from({ length: ROWS }, newNumber);
  const units: number[] = [];
  for (const month of ["2026-09", "2026-10"]) {
    const period = { from: `${month}-01`, to: `${month}-28` };
    await biller.submit(...accounts.map((accountNumber) => row({ accountNumber, ...period })));
    units.push(Number(lastCost(platform)["writeUnits"]) / ROWS);
  }
  const [first, next] = units;
  return [
    {
      what: `a bill of ${ROWS} that are issued at once: an account's first, and a further one`,
      measured: `${first} and ${next} write units`,
      bound: "",
    },
  ];
}

type Run = { readonly perSecond: number; readonly latencies: readonly number[] };

const perSecond = (runs: readonly Run[]): number => median(runs.map((run) => run.perSecond));

async function payAll(platform: TestPlatform, billers: readonly Biller[]): Promise<Run> {
  const token = await platform.tokens.citizen();
  const bills: string[] = [];
  for (let i = 0; i < BILLS; i += 1) bills.push(await issueBill(billers[i % billers.length] ?? fail()));
  const query = `mutation ($key: ID!, $bill: ID!) {
    payBills(idempotencyKey: $key, input: { bills: [$bill], channel: SANDBOX }) { ... on Payment { status } }
  }`;
  const events = bills.map((bill) => eventOf({ token, query, variables: { key: `bench-${bill}`, bill } }));
  const latencies: number[] = [];
  const client = async (): Promise<void> => {
    for (let event = events.pop(); event; event = events.pop()) {
      const started = performance.now();
      const { body = "" } = await platform.handler(event);
      latencies.push(performance.now() - started);
      if (!body.includes("SUCCEEDED")) throw new Error(`not paid: ${body}`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { perSecond: (BILLS / (performance.now() - started)) * 1_000, latencies };
}

function fail(): never {
  throw new Error("no biller");
}
