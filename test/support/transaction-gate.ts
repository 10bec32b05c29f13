import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { OnFailure } from "../../services/kernel/aws/json-calls.ts";
import type { DatabaseCall, Operations } from "../../services/kernel/database/calls.ts";

/** The treatment of a transaction on its way to the database; `send` sends it with these items. */
export type Between = (
  items: readonly TransactWriteItem[],
  send: (items: readonly TransactWriteItem[]) => Promise<void>,
) => Promise<void>;

/** Holds transactions back before they are sent, where no time-out counts yet. */
export type TransactionGate = {
  /** Calls of the database that wait for the gate. */
  readonly pass: (call: DatabaseCall) => DatabaseCall;
  /** Each transaction goes through this; undefined opens the gate again. */
  readonly hold: (between: Between | undefined) => void;
};

export function transactionGate(): TransactionGate {
  let between: Between | undefined;
  return {
    pass:
      (call) =>
      async <O extends keyof Operations>(
        operation: O,
        input: Operations[O]["input"],
        onFailure?: OnFailure,
      ): Promise<Operations[O]["output"]> => {
        const items = "TransactItems" in input ? input.TransactItems : undefined;
        if (!between || !items) return call(operation, input, onFailure);
        const answers: Operations[O]["output"][] = [];
        await between(items, async (sent) => {
          answers.push(await call(operation, { ...input, TransactItems: [...sent] }, onFailure));
        });
        const [answer] = answers;
        if (!answer) throw new Error("the gate let a transaction through that was not sent");
        return answer;
      },
    hold: (next) => {
      between = next;
    },
  };
}
