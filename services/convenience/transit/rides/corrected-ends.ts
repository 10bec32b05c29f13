import { type Pair, pairsOf } from "./pairs.ts";
import { correctionOfTap, isSeen, mergedReads, type Pass, readsOf } from "./pass.ts";

type Ends = Pair & { readonly unused?: Pass | undefined };

/** Whether an end was put in because this one stood alone. */
export const isCorrectedBy = (putIn: Pass, end: Pass): boolean =>
  readsOf(end).some(({ operator, tap }) => operator === putIn.operator && correctionOfTap(tap) === putIn.tap);

/**
 * The ends of rides as pairs, with one more pass. An end that a correction has put in counts as long as the one that it was
 * put in for stands alone without it, and goes with that one; else it is set aside: gates have told what was true.
 */
export function pairedWith(
  rides: readonly Ends[],
  pass: Pass,
  gates: (end: Pass) => boolean,
): { readonly paired: readonly Pair[]; readonly aside: readonly Pass[] } {
  const known = [...rides.flatMap(endsOf).filter(gates), pass];
  // One that was parted from its tap before ends gave way has a ride of its own by now.
  const strays = rides.filter(({ entry, exit }) => !entry || !exit).flatMap(gatesOf);
  const isPutIn = (end: Pass): boolean => !isSeen(end) && !strays.includes(end) && hasPartner(end, known);
  const putIn = known.filter((end) => isPutIn(end) && !isReplaced(end, pass));
  const seen = known.filter((end) => !isPutIn(end));
  const used = putIn.filter((end) => pairsOf(mergedReads([...seen, end])).some((pair) => isPair(pair, end)));
  const isAlone = (end: Pass): boolean =>
    pairsOf(mergedReads(seen)).some((pair) => !(pair.entry && pair.exit) && hasCorrected(pair, end));
  const counted = used.filter(isAlone);
  return {
    paired: pairsOf(mergedReads([...seen, ...counted])),
    aside: putIn.filter((end) => !counted.includes(end)),
  };
}

/** The passes of a ride through gates. */
export const gatesOf = ({ entry, exit }: Pair): readonly Pass[] => [entry, exit].flatMap((end) => end ?? []);

const endsOf = (ends: Ends): readonly Pass[] => [...gatesOf(ends), ...(ends.unused ? [ends.unused] : [])];

const hasPartner = (putIn: Pass, known: readonly Pass[]): boolean =>
  known.some((end) => isCorrectedBy(putIn, end));

/** A correction that is made anew takes the place of one that was set aside. */
const isReplaced = (putIn: Pass, pass: Pass): boolean =>
  putIn !== pass && putIn.operator === pass.operator && putIn.tap === pass.tap;

const hasCorrected = (pair: Pair, putIn: Pass): boolean =>
  gatesOf(pair).some((end) => isCorrectedBy(putIn, end));

const isPair = (pair: Pair, putIn: Pass): boolean =>
  hasCorrected(pair, putIn) && gatesOf(pair).includes(putIn);
