import { timingSafeEqual } from "node:crypto";

/** Whether two digests of a secret are the same, in a time that tells nothing of where they part. */
export function isSameSecret(given: string, stored: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(stored)];
  return a.length === b.length && timingSafeEqual(a, b);
}
