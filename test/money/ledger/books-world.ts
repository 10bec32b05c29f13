import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import type { TransactItem } from "../../../services/kernel/database/database.ts";
import { ledgerTable, physicalName } from "../../../services/kernel/database/tables.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import {
  type AccountId,
  DAILY,
  openPartitions,
  putAccount,
  type Transfer,
  verifyBooks,
  verifyHistory,
} from "../../../services/money/ledger/index.ts";
import { by, ledgerOf, postTransfer, transferBetween } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import type { TestPlatform } from "../../support/platform.ts";

export const MINUTE_MS = 60_000;

type VerifyPorts = Parameters<typeof verifyBooks>[0];
/** In place of what a verification has; it has a minute if nothing else is said. */
export type Changes = Partial<VerifyPorts> & { readonly forMs?: number };

/** A platform's ledger: what is booked on it, what is written past it, and its verification. */
export function booksOf(platform: TestPlatform) {
  const { ports, clock, database, client } = platform;
  let cause = 0;
  const next = () => ({ at: clock.now(), cause: `pay_${++cause}` });

  const write = async (...writes: readonly TransactItem[]) =>
    must(
      await ledgerOf(platform).commit({
        ...by(platform),
        action: "test",
        aggregate: `test-${++cause}`,
        table: ledgerTable("live"),
        writes,
      }),
    );

  const post = async (transfer: Transfer) =>
    must(await postTransfer(ledgerOf(platform), transfer, by(platform)));

  const portsWith = ({ forMs = MINUTE_MS, ...changes }: Changes) => ({
    all: {
      ...{ open: database, secrets: ports.secrets, now: clock.now, pace: DAILY },
      partitions: openPartitions(ports.client, ports.config.tablePrefix),
      pause: async (ms: number) => clock.advance(ms),
      ...changes,
    },
    until: plusMs(clock.now(), forMs),
  });

  return {
    next,
    write,
    post,
    /** A card that was charged with an amount of fen. */
    charge: async (card: AccountId, amount: bigint): Promise<void> => {
      await write(putAccount(ledgerOf(platform), card));
      await post(transferBetween(amount, { debit: "channel:sandbox", credit: card }, next()));
    },
    verify: (changes: Changes = {}) => {
      const { all, until } = portsWith(changes);
      return verifyBooks(all, "live", until);
    },
    verifyAll: (changes: Changes = {}) => {
      const { all, until } = portsWith(changes);
      return verifyHistory(all, "live", until);
    },
    /** Somebody writes past the ledger: adds to a field of a record, "spendable" or "legs[0].amount". */
    tamper: (key: { pk: string; sk: string }, field: string, more: number) =>
      client.send(
        new UpdateItemCommand({
          TableName: physicalName(ports.config.tablePrefix, ledgerTable("live")),
          Key: { pk: { S: key.pk }, sk: { S: key.sk } },
          UpdateExpression: `SET ${field} = ${field} + :more`,
          ExpressionAttributeValues: { ":more": { N: String(more) } },
        }),
      ),
  };
}

export type Books = ReturnType<typeof booksOf>;
