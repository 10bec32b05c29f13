import type { DatabaseCall } from "../../services/kernel/database/calls.ts";

/** A record that was written, as far as the wire tells. */
export type Written = {
  readonly table: string;
  readonly pk: string;
  readonly sk: string;
  readonly action?: string;
};

type Attribute = { readonly S?: string } | undefined;
type Item = Readonly<Record<string, Attribute>>;
type Write = { readonly TableName?: string | undefined; readonly Item?: unknown; readonly Key?: unknown };

const textOf = (attribute: Attribute): string => attribute?.S ?? "";

function writtenBy({ TableName = "", Item, Key }: Write): Written {
  const { pk, sk, action } = (Item ?? Key ?? {}) as Item;
  return {
    ...{ table: TableName.replace(/^civigraph-test-/, ""), pk: textOf(pk), sk: textOf(sk) },
    ...(action === undefined ? {} : { action: textOf(action) }),
  };
}

type Transaction = {
  readonly TransactItems?: readonly {
    readonly Put?: Write;
    readonly Update?: Write;
    readonly Delete?: Write;
  }[];
};

/**
 * The way to the tables, with a list of all that was written through it. A write that the database refused is not on
 * the list: it was not written.
 */
export function watchWrites(client: DatabaseCall): {
  readonly client: DatabaseCall;
  /** The writes since this was asked last. */
  readonly take: () => readonly Written[];
} {
  let written: Written[] = [];
  return {
    client: async (operation, input, onFailure) => {
      const answer = await client(operation, input, onFailure);
      if (operation === "PutItem" || operation === "UpdateItem") written.push(writtenBy(input as Write));
      if (operation === "TransactWriteItems") {
        for (const { Put, Update, Delete } of (input as Transaction).TransactItems ?? []) {
          const write = Put ?? Update ?? Delete;
          if (write) written.push(writtenBy(write));
        }
      }
      return answer;
    },
    take: () => {
      const taken = written;
      written = [];
      return taken;
    },
  };
}
