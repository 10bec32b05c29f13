import type { Instant } from "../../../kernel/runtime.ts";
import type { AskedMaterial, CaseMaterials, FilledMaterial, SecondLook } from "./material.ts";

/** A material that the item asks for, and whose record stands for nothing any more. */
export type OverMaterial = FilledMaterial & { readonly over: NonNullable<FilledMaterial["over"]> };

/** The materials of a case after a second look at the records that stand for them. */
export type LookedAt = {
  readonly materials: CaseMaterials;
  /** Of those that the item asks for, all that nothing stands for any more. */
  readonly over: readonly OverMaterial[];
  /** Whether one of those is found to be so for the first time, so that the applicant does not know. */
  readonly isNews: boolean;
};

/** The records as they were found, by the codes of their materials; of the others nothing has changed. */
export type SecondLooks = ReadonlyMap<string, SecondLook>;

/**
 * The materials after a second look: a record that gives way is replaced, and the one of the day of the submission is kept beside
 * it; one that is over stays, marked. Of a material that the item does not ask for, none keeps anything from being decided.
 */
export function lookedAt(
  materials: CaseMaterials,
  asked: readonly Pick<AskedMaterial, "code" | "required">[],
  looks: SecondLooks,
  now: Instant,
): LookedAt {
  const filled = materials.filled.map((one) => afterLook(one, looks.get(one.material), now));
  const isRequired = ({ material }: FilledMaterial) =>
    asked.some(({ code, required }) => code === material && required);
  const over = filled.filter(isOver).filter(isRequired);
  const isSame = filled.every((one, i) => one === materials.filled[i]);
  return {
    materials: isSame ? materials : { ...materials, filled, revision: materials.revision + 1 },
    over,
    isNews: over.some((one) => !materials.filled.includes(one)),
  };
}

export const isOver = (filled: FilledMaterial): filled is OverMaterial => filled.over !== undefined;

function afterLook(filled: FilledMaterial, look: SecondLook | undefined, now: Instant): FilledMaterial {
  if (!look) return filled;
  const { over, reference, statedOn, takenAt, ...rest } = filled;
  switch (look.how) {
    case "STANDS":
      return over ? { ...rest, reference, statedOn, takenAt } : filled;
    case "GIVES_WAY":
      return {
        ...rest,
        handedIn: rest.handedIn ?? { reference, statedOn, takenAt },
        ...look.to,
        takenAt: now,
      };
    case "OVER":
      return over?.how === look.end ? filled : { ...filled, over: { how: look.end, noticedAt: now } };
  }
}
