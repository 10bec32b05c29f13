/** The kinds of table; `records` and `ledger` are one for each mode. */
export type Table = "registry" | "records" | "ledger";

/**
 * A question that is asked of a table, and the key that answers it, as docs/tables.md shows it. Each service states its own
 * beside its key templates, in its `keys.ts`.
 */
export type AccessPattern = {
  readonly table: Table;
  readonly what: string;
  /**
   * Partition key and sort key: "{citizen}, consent#{partner}". In braces stands what differs, mostly an id; "consent#…" is
   * all that begins so, and without a sort key all of the partition are meant.
   */
  readonly key: string;
  /** Found by this index, whose partition and sort key `key` then has. */
  readonly index?: "index1" | "index2";
};
