import type { DatabaseClient } from "../../services/kernel/database/database.ts";
import type { Wire } from "../../services/kernel/database/wire.ts";

/** A record that was written, as far as the wire tells. */
export type Written = {
  readonly table: string;
  readonly pk: string;
  readonly sk: string;
  readonly action?: string;
};

type Attribute = { readonly S?: string } | string | undefined;
type Item = Readonly<Record<string, Attribute>>;
type Write = { readonly TableName?: string | undefined; readonly Item?: unknown; readonly Key?: unknown };

const textOf = (attribute: Attribute): string =>
  typeof attribute === "string" ? attribute : (attribute?.S ?? "");

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
 * The way to the tables, with a list of all that was written through it. What the database refused is not on the list:
 * it was not written.
 */
export function watchWrites(client: DatabaseClient): {
  readonly client: DatabaseClient;
  /** What was written since this was asked last. */
  readonly take: () => readonly Written[];
} {
  let written: Written[] = [];
  const wire: Wire = async (operation, input) => {
    const answer = await client.wire(operation, input);
    if (operation === "PutItem" || operation === "UpdateItem") written.push(writtenBy(input as Write));
    return answer;
  };
  const documents = Object.create(client.documents, {
    send: {
      value: async (command: { readonly input: Transaction }) => {
        const answer = await client.documents.send(command as never);
        for (const { Put, Update, Delete } of command.input.TransactItems ?? []) {
          const write = Put ?? Update ?? Delete;
          if (write) written.push(writtenBy(write));
        }
        return answer;
      },
    },
  }) as DatabaseClient["documents"];
  return {
    client: { wire, documents },
    take: () => {
      const taken = written;
      written = [];
      return taken;
    },
  };
}
