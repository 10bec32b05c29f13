import { toBase64url } from "../jws.ts";

/*
 * The bits of a Token Status List: packed from the lowest bit of each byte on, compressed by zlib (RFC 1950, 1951), in
 * base64url. Phones read lists, so it uses nothing that browsers lack.
 */

type Bytes = Uint8Array<ArrayBuffer>;

export type ListShape = { readonly bits: number; readonly size: number };

/** A list in which all places are 0 but these. Throws for a place or a value that it has no room for. */
export async function packStatuses(
  values: readonly (readonly [index: number, value: number])[],
  { bits, size }: ListShape,
): Promise<string> {
  const perByte = 8 / bits;
  const bytes = new Uint8Array(Math.ceil(size / perByte));
  for (const [index, value] of values) {
    const isRoom = Number.isInteger(index) && index >= 0 && index < size;
    if (!isRoom || !(value >= 0 && value < 2 ** bits))
      throw new RangeError(`a list of ${size} has no place ${index} for ${value}`);
    const byte = Math.floor(index / perByte);
    const shift = (index % perByte) * bits;
    // The last word about a place counts, and no bits of one before it stay.
    bytes[byte] = ((bytes[byte] ?? 0) & ~((2 ** bits - 1) << shift)) | (value << shift);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return toBase64url(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The bytes that were compressed; undefined where these are none, or would be more than `most` when inflated. */
export async function inflateUpTo(most: number, packed: Bytes): Promise<Bytes | undefined> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const inflated = new Uint8Array(most);
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (size + part.value.length > most) {
        await reader.cancel();
        return undefined;
      }
      inflated.set(part.value, size);
      size += part.value.length;
    }
  } catch {
    return undefined;
  }
  return inflated.slice(0, size);
}
