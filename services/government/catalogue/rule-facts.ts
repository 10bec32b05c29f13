/** The facts that the platform's records can tell an item's rule about one thing, read as `facts.{name}.{fact}`. */
export type FactGroup = { readonly name: string; readonly facts: readonly string[] };

/** Told to the rule of every item. */
export const IDENTITY = { name: "identity", facts: ["isOwn"] } as const satisfies FactGroup;

/** The paths of all facts that a rule can read; `ofEffect` is what its item's effect tells besides. */
export const readableFacts = (ofEffect: FactGroup | undefined): readonly string[] =>
  [IDENTITY, ...(ofEffect ? [ofEffect] : [])].flatMap(({ name, facts }) =>
    facts.map((fact) => `facts.${name}.${fact}`),
  );
