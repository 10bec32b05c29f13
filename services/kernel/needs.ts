import type { IndexName } from "./database/tables.ts";
import type { ChoiceName, SecretName } from "./settings.ts";

/** A table by what it holds; of records and of ledgers there is one for each mode, and a need is one of both. */
export type TableKind = "registry" | "records" | "ledger";

/**
 * A function's rights, as data: it may do what stands here, and nothing else. `infra` makes statements of it, and
 * test/infra/iam.txt has all of them.
 */
export type Needs = {
  readonly data: readonly Access[];
  /** The secrets that it reads. */
  readonly secrets?: readonly SecretName[];
  /** It derives keys from the root secret. */
  readonly derivesKeys?: true;
  /** It signs with the keys that authorities have in KMS. */
  readonly signsForAuthorities?: true;
  /** It publishes documents for everybody. */
  readonly publishesDocuments?: true;
  /** The settings that it is told where the stage says something of them. */
  readonly choices?: readonly ChoiceName[];
};

/** A right to the records of these tables. */
export type Access = { readonly in: readonly TableKind[] } & (
  | { readonly does: "find"; readonly by: IndexName }
  /** All that there are. */
  | { readonly does: "scan" }
  | ({ readonly does: "read" } & OfSomePartitions)
  /** In every way, or in one alone. */
  | ({ readonly does: "write" | "put" | "update" } & OfSomePartitions & Written)
);

type OfSomePartitions = {
  /** These partitions alone; an asterisk stands for any text. */
  readonly within?: readonly string[];
};

type Written = {
  /** Otherwise as a part of transactions alone, as every commit is. */
  readonly outsideTransactions?: true;
};
