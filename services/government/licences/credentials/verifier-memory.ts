/** A verifier remembers this from one presentation to the next. Times in seconds since 1970. */
export type VerifierMemory = {
  /** Keeps the key of a presentation until then; false where it is kept already. */
  readonly takeOnce: (replayKey: string, untilS: number, nowS: number) => boolean | Promise<boolean>;
  /** Keeps the sequence of a status list; the highest of all that were ever kept for it. */
  readonly highestSequence: (uri: string, sequence: number) => number | Promise<number>;
};

/** The memory of one counter, which lasts as long as its program runs. */
export function newVerifierMemory(): VerifierMemory {
  const taken = new Map<string, number>();
  const highest = new Map<string, number>();
  return {
    takeOnce: (replayKey, untilS, nowS) => {
      // Presentations come about as they end: the oldest stand in front, and none is looked at twice.
      for (const [key, until] of taken) {
        if (until > nowS) break;
        taken.delete(key);
      }
      if ((taken.get(replayKey) ?? nowS) > nowS) return false;
      taken.delete(replayKey);
      taken.set(replayKey, untilS);
      return true;
    },
    highestSequence: (uri, sequence) => {
      const before = highest.get(uri) ?? sequence;
      const now = Math.max(before, sequence);
      highest.set(uri, now);
      return now;
    },
  };
}
