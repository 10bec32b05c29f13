/** A noun as somebody states it, before it is known to be whole: what could not be read is undefined. */
export type Stated<T> = { readonly [K in keyof T]: T[K] | undefined };

/** For nouns without optional fields. */
export const isWhole = <T extends object>(stated: Stated<T>): stated is Stated<T> & T =>
  Object.values(stated).every((value) => value !== undefined);

/** Whether both are stated and the first is the smaller; dates compare as text. */
export function isBelow<V extends bigint | string>(a: V | undefined, b: V | undefined): boolean {
  return a !== undefined && b !== undefined && a < b;
}
