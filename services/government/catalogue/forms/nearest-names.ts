const SHOWN_MAX = 5;

/** The names that somebody may have meant by another, the nearest first; the first few where none is near. */
export function nearestNames(name: string, known: readonly string[]): readonly string[] {
  const reach = Math.max(2, Math.floor(name.length / 3));
  const near = known
    .map((one) => ({ one, edits: editsBetween(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ edits }) => edits <= reach)
    .sort((a, b) => a.edits - b.edits)
    .map(({ one }) => one);
  return (near.length > 0 ? near : known).slice(0, SHOWN_MAX);
}

/** So many characters have to be added, left out or changed to make one text of another (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [i, character] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const [added, leftOut, changed] = [next[j] ?? 0, row[j + 1] ?? 0, row[j] ?? 0];
      next.push(Math.min(added + 1, leftOut + 1, changed + (character === to[j] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
