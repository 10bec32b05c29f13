import { createHash } from "node:crypto";

/** One of so many partitions, always the same for a text. */
export const shardOf = (text: string, shards: number): number =>
  createHash("sha256").update(text).digest().readUInt8(0) % shards;
