const SHAPE = /^[A-Za-z0-9_-]*$/;

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** The bytes that a text of outside stands for; undefined for what is no base64url. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  return SHAPE.test(text) ? new Uint8Array(Buffer.from(text, "base64url")) : undefined;
}
