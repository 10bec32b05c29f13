import type { BrokenTransfer } from "./difference.ts";
import type { IdRange } from "./id-range.ts";
import type { Sums } from "./sums.ts";

/** A range of one half of a partition's transfers, read page by page. */
export type Lane = IdRange & {
  /** The transfers that are at home on it, or those whose other leg is on it, by the index. */
  readonly half: "HOME" | "BESIDE";
  /** The record behind which it goes on. */
  readonly after?: Readonly<Record<string, unknown>> | undefined;
  /** It is a part of a longer one, or is to be read as one. */
  readonly isCut?: boolean | undefined;
};

/** How far the transfers of a partition are read; it can be kept, and read on in another process. */
export type Reading = {
  /** The ids at which one sum ends and the next begins, in their order. */
  readonly edges: readonly string[];
  /** One more than edges. */
  readonly sums: readonly Sums[];
  readonly broken: readonly BrokenTransfer[];
  /** Still to be read. */
  readonly lanes: readonly Lane[];
};
