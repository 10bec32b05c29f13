import type { DatabaseCall } from "../../services/kernel/database/calls.ts";

/** Holds transactions back before they are sent, where no time-out counts yet. */
export type TransactionGate = {
  /** Calls of the database that wait for the gate. */
  readonly pass: (call: DatabaseCall) => DatabaseCall;
  /** Each transaction waits for this; undefined opens the gate again. */
  readonly hold: (wait: (() => Promise<void>) | undefined) => void;
};

export function transactionGate(): TransactionGate {
  let wait: (() => Promise<void>) | undefined;
  return {
    pass:
      (call) =>
      async (operation, ...rest) => {
        if (operation === "TransactWriteItems") await wait?.();
        return call(operation, ...rest);
      },
    hold: (next) => {
      wait = next;
    },
  };
}
