import { gzipSync } from "node:zlib";
import type { Response } from "playwright-core";

/** An answer of the API, and its size as it is. */
export type Answered = { readonly bytes: number };
/** A file that a page has loaded: its address, and its size when it is packed. */
export type Loaded = { readonly url: string; readonly packed: number };

/** The answer of a page that has gone cannot be read any more. */
export const bodyOf = (response: Response): Promise<Buffer> => response.body().catch(() => Buffer.alloc(0));

/** By address: a file that is another has another name. */
const packedSizes = new Map<string, number>();

/** Each file is fetched from the browser and packed once, however many windows load it. */
export async function packedSizeOf(response: Response): Promise<number> {
  const known = packedSizes.get(response.url());
  if (known !== undefined && response.ok()) return known;
  const body = await bodyOf(response);
  const packed = gzipSync(body, { level: 9 }).length;
  if (response.ok() && body.length > 0) packedSizes.set(response.url(), packed);
  return packed;
}

export const packedSize = (loaded: readonly Loaded[]): number =>
  loaded.reduce((sum, { packed }) => sum + packed, 0);
