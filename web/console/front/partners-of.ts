type Of<P> = {
  readonly partners: readonly P[] | null;
  readonly enterprises: readonly { readonly partners: readonly P[] | null }[] | null;
};

/** All partnerships that somebody has to do with, each once: their own, and those of their enterprises. */
export function partnersOf<P extends { readonly id: string }>(me: Of<P> | null): readonly P[] {
  const all = [...(me?.partners ?? []), ...(me?.enterprises ?? []).flatMap(({ partners }) => partners ?? [])];
  return [...new Map(all.map((partner) => [partner.id, partner])).values()];
}
