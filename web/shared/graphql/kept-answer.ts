import { keep, readKeptValue } from "../sign-in/kept.ts";
import type { Answer } from "./send.ts";

/** As long as a token: what a sign-in says of its person is asked for anew no later than it is said anew. */
const KEPT_MS = 3_600_000;

type Kept<T> = {
  readonly answer: Extract<Answer<T>, { readonly ok: true }>;
  /** The time of it, by the clock of this device. */
  readonly at: number;
};

/**
 * The place of an answer that is there again behind a reload. It is the person's own, and lies beside what they have typed: in
 * this tab alone, until they sign out.
 *
 * @param question All that the answer hangs on: another build of the pages asks another one.
 */
export function keptAnswer<T>(person: string, question: readonly unknown[]) {
  const name = `answer:${JSON.stringify(question)}`;
  function read(): Kept<T> | undefined {
    const kept = readKeptValue(person, name);
    return isKept<T>(kept) && Date.now() - kept.at < KEPT_MS ? kept : undefined;
  }
  return {
    read,
    write(answer: Answer<T>): void {
      // One that lacks a part is asked for again.
      if (answer.ok && answer.errors.length === 0)
        keep(person, name, JSON.stringify({ answer, at: Date.now() }));
    },
  };
}

const isKept = <T>(kept: unknown): kept is Kept<T> =>
  typeof kept === "object" &&
  kept !== null &&
  "answer" in kept &&
  "at" in kept &&
  typeof kept.at === "number";
