import type { Mode } from "../../../kernel/actor.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { ACCOUNT_KINDS, type AccountId, type AccountKind } from "../account.ts";
import type { BrokenTransfer, Difference } from "./difference.ts";

/** All accounts of a kind: what was ever booked on either side, and their balances as recorded, on the kind's side. */
export type BookedLine = {
  readonly kind: AccountKind;
  readonly debits: Fen;
  readonly credits: Fen;
  readonly balance: Fen;
  /** The accounts themselves, by id, as far as they are listed. Balances from before they were have none. */
  readonly accounts?: readonly AccountId[] | undefined;
};

/** The findings about one partition, or about all of a run so far. The first findings are listed, all are counted. */
export type Findings = {
  readonly partitions: number;
  readonly transfers: number;
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  readonly broken: readonly BrokenTransfer[];
  readonly brokenCount: number;
};

/** The verification of one mode's ledger, which may take several calls. */
export type Run = Findings & {
  readonly mode: Mode;
  readonly startedAt: Instant;
  /** The books are drawn up as they stood then, whatever is booked meanwhile. */
  readonly asOf: Instant;
  readonly lines: readonly BookedLine[];
};

/** The books as a whole run has found them, which ended at `verifiedAt`. */
export type TrialBalance = Run & { readonly verifiedAt: Instant };

/** In a record, and read by a person: a fault that makes more differences than this makes thousands. */
const FINDINGS_MAX = 50;

const NO_FINDINGS: Findings = {
  partitions: 0,
  transfers: 0,
  differences: [],
  differenceCount: 0,
  broken: [],
  brokenCount: 0,
};

export const beginRun = (mode: Mode, startedAt: Instant, asOf: Instant): Run => ({
  ...NO_FINDINGS,
  ...{ mode, startedAt, asOf, lines: [] },
});

/** One partition's share. */
export type Checked = Pick<Findings, "transfers" | "differences" | "broken"> & {
  readonly line: Omit<BookedLine, "accounts">;
  readonly account: AccountId;
};

/** So many accounts of a kind are listed, in a record that holds all kinds. */
const ACCOUNTS_LISTED_MAX = 500;

/** Cards are people's, and as many as there are people. */
const listed = (kind: AccountKind, known: readonly AccountId[], account: AccountId): readonly AccountId[] =>
  kind === "card" ? [] : [...new Set([...known, account])].sort().slice(0, ACCOUNTS_LISTED_MAX);

export function addChecked(run: Run, { line, account, transfers, differences, broken }: Checked): Run {
  const known = run.lines.find(({ kind }) => kind === line.kind);
  const sum: BookedLine = {
    kind: line.kind,
    debits: addMoney(known?.debits ?? ZERO, line.debits),
    credits: addMoney(known?.credits ?? ZERO, line.credits),
    balance: addMoney(known?.balance ?? ZERO, line.balance),
    accounts: listed(line.kind, known?.accounts ?? [], account),
  };
  return {
    ...run,
    partitions: run.partitions + 1,
    transfers: run.transfers + transfers,
    differences: [...run.differences, ...differences].slice(0, FINDINGS_MAX),
    differenceCount: run.differenceCount + differences.length,
    broken: [...run.broken, ...broken].slice(0, FINDINGS_MAX),
    brokenCount: run.brokenCount + broken.length,
    lines: [...run.lines.filter((each) => each !== known), sum].toSorted((a, b) =>
      a.kind < b.kind ? -1 : 1,
    ),
  };
}

/** Findings that are no partition's. */
export const addDifferences = (run: Run, differences: readonly Difference[]): Run => ({
  ...run,
  differences: [...run.differences, ...differences].slice(0, FINDINGS_MAX),
  differenceCount: run.differenceCount + differences.length,
});

type Totals = {
  readonly debits: Fen;
  readonly credits: Fen;
  /** All debit balances less all credit balances, as recorded: 0. */
  readonly imbalance: Fen;
};

export const totalsOf = ({ lines }: Pick<Run, "lines">): Totals => ({
  debits: addMoney(...lines.map(({ debits }) => debits)),
  credits: addMoney(...lines.map(({ credits }) => credits)),
  imbalance: addMoney(
    ...lines.map(({ kind, balance }) => (ACCOUNT_KINDS[kind].side === "DEBIT" ? balance : fen(-balance))),
  ),
});
