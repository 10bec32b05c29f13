import type { BatchGetItemInput, BatchGetItemOutput, TransactWriteItem } from "@aws-sdk/client-dynamodb";
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
  /**
   * The next batch of reads of which some name `text` is torn: something happens between those and the others, `first` of
   * which is answered first. DynamoDB reads each record of a batch by itself; the engine of the tests reads them at once.
   */
  readonly tearRead: (text: string, first: "NAMED" | "OTHERS", meanwhile: () => Promise<unknown>) => void;
};

type Tear = {
  readonly text: string;
  readonly first: "NAMED" | "OTHERS";
  readonly meanwhile: () => Promise<unknown>;
};

export function transactionGate(): TransactionGate {
  let between: Between | undefined;
  let delay: { readonly text: string; readonly meanwhile: () => Promise<unknown> } | undefined;
  let tear: Tear | undefined;
  return {
    pass:
      (call) =>
      async <O extends keyof Operations>(
        operation: O,
        input: Operations[O]["input"],
        onFailure?: OnFailure,
      ): Promise<Operations[O]["output"]> => {
        const items = "TransactItems" in input ? input.TransactItems : undefined;
        const torn = tear && "RequestItems" in input ? partsOf(input.RequestItems ?? {}, tear) : undefined;
        if (tear && torn) {
          const { meanwhile } = tear;
          tear = undefined;
          const before = await call(operation, { ...input, RequestItems: torn.first }, onFailure);
          await meanwhile();
          const after = await call(operation, { ...input, RequestItems: torn.second }, onFailure);
          return { ...after, Responses: joined(before, after) };
        }
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
    tearRead: (text, first, meanwhile) => {
      tear = { text, first, meanwhile };
    },
  };
}

type Requested = NonNullable<BatchGetItemInput["RequestItems"]>;

/** The two parts of a batch that is to be torn; undefined of one that has no two. */
function partsOf(requested: Requested, { text, first }: Tear) {
  const part = (isNamed: boolean): Requested =>
    Object.fromEntries(
      Object.entries(requested).flatMap(([table, asked]) => {
        const Keys = asked.Keys?.filter((key) => JSON.stringify(key).includes(text) === isNamed) ?? [];
        return Keys.length > 0 ? [[table, { ...asked, Keys }]] : [];
      }),
    );
  const [named, others] = [part(true), part(false)];
  if ([named, others].some((one) => Object.keys(one).length === 0)) return undefined;
  return first === "NAMED" ? { first: named, second: others } : { first: others, second: named };
}

/** The records that two parts of a batch have found. */
function joined(...answers: readonly object[]): NonNullable<BatchGetItemOutput["Responses"]> {
  const found: NonNullable<BatchGetItemOutput["Responses"]> = {};
  for (const answer of answers) {
    const { Responses = {} }: BatchGetItemOutput = answer;
    for (const [table, records] of Object.entries(Responses)) {
      found[table] = [...(found[table] ?? []), ...records];
    }
  }
  return found;
}
