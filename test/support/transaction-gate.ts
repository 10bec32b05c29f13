import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { OnFailure } from "../../services/kernel/aws/json-calls.ts";
import type { DatabaseCall, Operations } from "../../services/kernel/database/calls.ts";

/** The treatment of a transaction on its way to the database; `send` sends it with these items. */
export type Between = (
  items: readonly TransactWriteItem[],
  send: (items: readonly TransactWriteItem[]) => Promise<void>,
) => Promise<void>;

/** Holds transactions back before they are sent, where no time-out counts yet, and the answers of reads. */
export type TransactionGate = {
  /** Calls of the database that wait for the gate. */
  readonly pass: (call: DatabaseCall) => DatabaseCall;
  /** Each transaction goes through this; undefined opens the gate again. */
  readonly hold: (between: Between | undefined) => void;
  /** Something happens between the next read that names `text`, for example a part of a key, and its answer. */
  readonly delayRead: (text: string, meanwhile: () => Promise<unknown>) => void;
};

export function transactionGate(): TransactionGate {
  let between: Between | undefined;
  let delay: { readonly text: string; readonly meanwhile: () => Promise<unknown> } | undefined;
  return {
    pass:
      (call) =>
      async <O extends keyof Operations>(
        operation: O,
        input: Operations[O]["input"],
        onFailure?: OnFailure,
      ): Promise<Operations[O]["output"]> => {
        const items = "TransactItems" in input ? input.TransactItems : undefined;
        if (!items && delay && JSON.stringify(input).includes(delay.text)) {
          const { meanwhile } = delay;
          delay = undefined;
          const found = await call(operation, input, onFailure);
          await meanwhile();
          return found;
        }
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
    delayRead: (text, meanwhile) => {
      delay = { text, meanwhile };
    },
  };
}
