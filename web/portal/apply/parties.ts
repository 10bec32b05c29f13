import type { ApplicationForInput, PortalApplyQuery } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";

type Item = Pick<NonNullable<PortalApplyQuery["serviceItem"]>, "code" | "audiences">;
type Citizen = NonNullable<PortalApplyQuery["me"]>;

/** Somebody in whose name the reader may apply. */
export type Party = {
  readonly key: string;
  readonly kind: "SELF" | "PERSON" | "ENTERPRISE";
  readonly name: string;
  /** A minor, whose guardian the reader is. */
  readonly isWard?: boolean;
  readonly to: ApplicationForInput | undefined;
};

/**
 * All for whom the reader may apply for an item, themselves first; the platform says of each for which items, and whether
 * the reader is one of them.
 */
export function partiesIn(
  { code, audiences }: Item,
  { name, cannotApplyAlone, principals, enterprises }: Citizen,
): readonly Party[] {
  const isFor = ({ items }: { readonly items: readonly string[] | null }): boolean =>
    items === null || items.includes(code);
  const people: readonly Party[] = [
    ...(cannotApplyAlone ? [] : [{ key: "self", kind: "SELF", name: name ?? "", to: undefined } as const]),
    ...(principals ?? []).filter(isFor).map(
      (one): Party => ({
        ...{ key: one.ref, kind: "PERSON", name: one.name ?? "", isWard: one.capacity === "GUARDIAN" },
        to: { person: one.ref },
      }),
    ),
  ];
  const businesses = (enterprises ?? []).filter(isFor).map(
    (one): Party => ({
      ...{ key: one.creditCode, kind: "ENTERPRISE", name: one.name },
      to: { enterprise: one.creditCode },
    }),
  );
  return [
    ...(audiences.includes("NATURAL_PERSON") ? people : []),
    ...(audiences.includes("LEGAL_PERSON") ? businesses : []),
  ];
}

export function partyText({ kind, name, isWard }: Party): Text {
  if (isWard) return { zh: `${name}（我是监护人）`, en: `${name} (I am their guardian)` };
  if (kind === "SELF") return { zh: `我本人（${name}）`, en: `Myself (${name})` };
  return name === ""
    ? { zh: "授权我代办的人（姓名未登记）", en: "A person who lets me act (their name is not on record)" }
    : { zh: name, en: name };
}
