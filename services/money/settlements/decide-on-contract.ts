import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { getBook, putBook } from "./book-store.ts";
import { type Contract, type ContractAction, type ContractRefusal, decideContract } from "./contract.ts";
import { bookIdOf } from "./ids.ts";
import type { ContractPorts } from "./propose-contract.ts";
import type { Book } from "./settlement.ts";
import { getContract, putContract } from "./store.ts";

export type DecideContractRefusal = ContractRefusal | { readonly code: "NOT_FOUND" };

/**
 * Another treasurer agrees to a contract, or dismisses it. From its first day on the partner is settled with by it. Said
 * again it changes nothing. Errors: SAME_OFFICER, DAY_SETTLED, CONTRACT_DECIDED.
 */
export function decideOnContract(
  ports: ContractPorts,
  id: string,
  action: ContractAction,
): Promise<Result<Contract, DecideContractRefusal>> {
  const { actor, now, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `contract ${id}`,
    read: async () => {
      const contract = await getContract(ports, id);
      const book = contract && (await getBook(ports, bookIdOf(contract.partner, contract.kind)));
      return { contract, book };
    },
    decide: ({ contract, book }) => {
      if (!contract) return err({ code: "NOT_FOUND" });
      const wanted = action === "agree" ? "AGREED" : "DISMISSED";
      if (contract.status === wanted && contract.decidedBy === actor.id) return unchanged(ok(contract));
      const settledThrough = book?.drawing?.day ?? book?.through;
      const decided = decideContract(contract, action, { officer: actor, at: now, settledThrough });
      if (!decided.ok) return decided;
      const after = decided.value;
      return ok({ before: contract, after, book, next: action === "agree" ? bookWith(book, after) : book });
    },
    write: ({ before, after, book, next }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: `settlements.contract.${after.status.toLowerCase()}`,
        writes: [
          putContract(ports, after, before.status),
          ...(next && next !== book ? [putBook(ports, next, book?.revision)] : []),
        ],
      }),
  });
}

/** Written with every contract that is agreed to, so that no day is settled by another one meanwhile. */
function bookWith(book: Book | undefined, { partner, kind, effectiveFrom }: Contract): Book {
  if (!book) return { partner, kind, since: effectiveFrom, carried: ZERO, revision: 1 };
  const isEarlier = book.through === undefined && effectiveFrom < book.since;
  return { ...book, ...(isEarlier ? { since: effectiveFrom } : {}), revision: book.revision + 1 };
}
