import type { StoredItem } from "../../../services/kernel/database/database.ts";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { brokenLink } from "../../support/audit-trail.ts";
import { readBooks, recordsOf } from "../../support/books.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, textAt } from "../../support/platform.ts";
import type { Told, World } from "./random-savers.ts";
import { fundOf } from "./savers.ts";

const PERSON_CAP = 200_000;
const GRANTED = ["APPROVED", "DELIVERED", "ARCHIVED"];

type Case = {
  readonly id: string;
  readonly citizen: string;
  readonly status: string;
  readonly actions: readonly string[];
};

/** A line of somebody's book of withdrawals, as it is stored. Amounts in fen. */
type Line = {
  readonly holder: string;
  readonly id: string;
  readonly reason: string;
  readonly amount: number;
  readonly interest: number;
  readonly on: string;
  readonly application: string;
  readonly payout: string;
  readonly closes: boolean;
};

type Stored = {
  readonly cases: readonly Case[];
  readonly lines: readonly Line[];
  readonly payouts: readonly StoredItem[];
  readonly books: Awaited<ReturnType<typeof readBooks>>;
};

/** The faults in grants and payouts; empty where all is well. */
export async function judgeWithdrawals(world: World): Promise<Readonly<Record<string, readonly string[]>>> {
  const stored = await readStored(world);
  const found = {
    "approved is paid once, and nothing else is": approvedIsPaid(stored),
    "caps of person and household hold": capsHold(world, stored),
    "nobody draws more than they have": nobodyOverdraws(world, stored),
    "everything is on record": onRecord(stored),
    "who is granted something is told once": toldOnce(stored),
    "the account shows it": await accountsShow(world, stored),
    "what was said stands": saidStands(world.history, stored),
    "the ledger is sound": await ledgerFindings(world),
  };
  return Object.fromEntries(Object.entries(found).filter(([, lines]) => lines.length > 0));
}

async function readStored({ platform }: World): Promise<Stored> {
  const { client, ports } = platform;
  const records: StoredItem[] = [];
  for await (const one of recordsOf(client, ports.config.tablePrefix, recordsTable("live")))
    records.push(one);
  const under = (kind: string) => records.filter(({ sk }) => sk === kind);
  const books = await readBooks(client, ports.config.tablePrefix);
  return {
    books,
    payouts: under("payout"),
    cases: under("case").map(({ id, citizenId, status }) => ({
      ...{ id: String(id), citizen: String(citizenId), status: String(status) },
      actions: (books.trails.get(String(id)) ?? []).map(({ action }) => String(action)),
    })),
    lines: under("housing-fund#withdrawals").flatMap(({ citizenId, withdrawals }) =>
      (Array.isArray(withdrawals) ? withdrawals : []).map((line: StoredItem) =>
        lineOf(String(citizenId), line),
      ),
    ),
  };
}

const lineOf = (holder: string, line: StoredItem): Line => ({
  holder,
  ...{ id: String(line["id"]), reason: String(line["reason"]), on: String(line["on"]) },
  ...{ amount: Number(line["amount"]), interest: Number(line["interest"]) },
  ...{ application: String(line["application"]), payout: String(line["payout"]) },
  closes: line["closes"] === true,
});

const when = (isWrong: boolean, finding: string): readonly string[] => (isWrong ? [finding] : []);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0);

/** Case, book, payout and transfer tell the same of every withdrawal. */
function approvedIsPaid({ cases, lines, payouts, books }: Stored): readonly string[] {
  const granted = books.transfers.filter(({ legs }) =>
    legs.some(({ account }) => account.startsWith("fund:")),
  );
  return [
    ...cases.flatMap(({ id, citizen, status }) => {
      const own = lines.filter(({ application }) => application === id);
      const expected = GRANTED.includes(status) ? 1 : 0;
      return [
        ...when(own.length !== expected, `${id} is ${status} and drawn ${own.length} times`),
        ...when(
          own.some(({ holder }) => holder !== citizen),
          `${id} is drawn from somebody else's account`,
        ),
      ];
    }),
    ...lines.flatMap(({ id, application, payout, holder, amount, interest }) => {
      const owed = payouts.filter((one) => one["id"] === payout);
      const moved = granted.filter(({ cause }) => cause === id || cause === payout);
      const legs = moved.flatMap((one) => one.legs.map((leg) => leg.amount)).toSorted((a, b) => a - b);
      const isOwed = owed.every(
        (one) =>
          one["payee"] === holder && one["cause"] === id && Number(one["amount"]) === amount + interest,
      );
      return [
        ...when(!cases.some((one) => one.id === application), `${id} is drawn by no case`),
        ...when(owed.length !== 1 || !isOwed, `${id} of ${amount} and ${interest} is not owed so, once`),
        ...when(
          moved.length !== 1 || legs[0] !== -(amount + interest) || legs[1] !== amount + interest,
          `${id} of ${amount} and ${interest} moved ${legs.join()}`,
        ),
        ...when(amount <= 0 || interest < 0, `${id} draws ${amount} with ${interest}`),
      ];
    }),
    ...when(payouts.length !== lines.length, `${payouts.length} payouts for ${lines.length} withdrawals`),
    ...when(granted.length !== lines.length, `${granted.length} transfers for ${lines.length} withdrawals`),
  ];
}

function capsHold({ accounts }: World, { lines }: Stored): readonly string[] {
  const months = [...new Set(lines.map(({ on }) => on.slice(0, 7)))];
  return months.flatMap((month) =>
    accounts.flatMap(({ saver, spouse, rent }) => {
      const of = (...people: readonly (string | undefined)[]): number =>
        sum(
          lines
            .filter((one) => people.includes(one.holder) && one.reason === "RENT" && one.on.startsWith(month))
            .map(({ amount }) => amount),
        );
      const [own, both] = [of(saver.id), of(saver.id, spouse?.id)];
      return [
        ...when(own > PERSON_CAP, `${saver.id} draws ${own} in ${month}`),
        ...when(both > rent, `${saver.id}'s household draws ${both} in ${month}`),
      ];
    }),
  );
}

function nobodyOverdraws({ accounts }: World, { lines }: Stored): readonly string[] {
  return accounts.flatMap(({ saver: { id }, stated }) => {
    const own = lines.filter(({ holder }) => holder === id);
    const drawn = sum(own.map(({ amount }) => amount));
    const [latest] = own;
    return [
      ...when(drawn > stated, `${id} draws ${drawn} of ${stated}`),
      ...when(
        own.some(({ closes }) => closes) && (drawn !== stated || !latest?.closes),
        `${id} has closed the account and drawn ${drawn} of ${stated}`,
      ),
      ...when(
        own.filter(({ reason }) => reason === "LOAN_REPAYMENT").length > 1,
        `${id} draws for the loan twice`,
      ),
    ];
  });
}

function onRecord({ books, cases }: Stored): readonly string[] {
  return [
    ...[...books.trails].flatMap(([aggregate, trail]) => {
      const broken = brokenLink(aggregate, trail);
      return broken ? [`${aggregate}: ${broken}`] : [];
    }),
    ...cases.flatMap(({ id, status, actions }) => {
      const grants = actions.filter((action) => /\.approved(-by-rule)?$/.test(action)).length;
      const submissions = actions.filter((action) => action.endsWith(".submitted")).length;
      return [
        ...when(grants !== (GRANTED.includes(status) ? 1 : 0), `${id} is ${status}, granted ${grants} times`),
        ...when(submissions > 1, `${id} was handed in ${submissions} times`),
      ];
    }),
  ];
}

function toldOnce({ cases, books }: Stored): readonly string[] {
  const grants = books.notifications.filter(({ type }) => type === "application.approved");
  return cases.flatMap(({ id, status, citizen }) => {
    const own = grants.filter(({ citizenId, payload }) => citizenId === citizen && aboutOf(payload) === id);
    const expected = GRANTED.includes(status) ? 1 : 0;
    return when(own.length !== expected, `${citizen} is told ${own.length} times that ${id} is ${status}`);
  });
}

const aboutOf = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null && "about" in payload ? payload.about : undefined;

async function accountsShow({ platform, accounts }: World, { lines }: Stored): Promise<readonly string[]> {
  const shown = await Promise.allSettled(accounts.map(({ saver }) => fundOf(platform, saver)));
  return accounts.flatMap(({ saver: { id }, stated, status = "ACTIVE" }, i) => {
    const own = lines.filter(({ holder }) => holder === id);
    const seen = shown[i];
    if (seen?.status !== "fulfilled") return [`${id} does not see the account: ${seen?.reason}`];
    const fund = seen.value;
    const balance = Math.round(Number(textAt(fund, "balance")) * 100);
    const withdrawals = at(fund, "withdrawals");
    const expected = stated - sum(own.map(({ amount }) => amount));
    const isClosed = own.some(({ closes }) => closes);
    return [
      ...when(balance !== expected, `${id} sees ${balance} instead of ${expected}`),
      ...when(textAt(fund, "status") !== (isClosed ? "CLOSED" : status), `${id} sees another status`),
      ...when(
        !Array.isArray(withdrawals) || withdrawals.length !== own.length,
        `${id} does not see each withdrawal`,
      ),
    ];
  });
}

/** A decision that somebody was told stands; anybody who asks again later is told the same. */
function saidStands(history: readonly Told[], { cases }: Stored): readonly string[] {
  const ended = ["DELIVERED", "REJECTED", "WITHDRAWN"];
  const troubles = history.flatMap(({ wish, trouble }) => (trouble ? [`${wish.key}: ${trouble}`] : []));
  const byKey = Map.groupBy(history, ({ wish }) => wish.key);
  const changed = [...byKey.values()].flatMap((calls) =>
    calls
      .filter(({ status }) => status !== undefined && ended.includes(status))
      .flatMap((first) => {
        const later = calls.filter(({ from, status }) => from > first.to && status !== undefined);
        const stands = cases.find(({ id }) => id === first.id)?.status;
        return [
          ...later.flatMap(({ status, id }) =>
            when(
              status !== first.status || id !== first.id,
              `${first.wish.key}: ${first.status}, later ${status}`,
            ),
          ),
          ...when(stands !== first.status, `${first.id} was said to be ${first.status} and is ${stands}`),
        ];
      }),
  );
  return [...troubles, ...changed];
}

async function ledgerFindings({ platform }: World): Promise<readonly string[]> {
  const { differences, broken, imbalance } = await verified(platform);
  const found = { differences, broken, imbalance };
  const isSound = differences.length === 0 && broken.length === 0 && imbalance === SOUND.imbalance;
  return isSound
    ? []
    : [JSON.stringify(found, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value))];
}
