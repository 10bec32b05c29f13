import type { Instant } from "../../../kernel/runtime.ts";
import type { AskedMaterial, CaseMaterials, FilledMaterial, SecondLook } from "./material.ts";

/** A material that the item asks for, and whose record stands for nothing any more. */
export type OverMaterial = FilledMaterial & { readonly over: NonNullable<FilledMaterial["over"]> };

/** One of which nobody who knows has told whether its record still stands. */
export type UnansweredMaterial = FilledMaterial & { readonly unansweredSince: Instant };

/** The materials of a case after a second look at the records that stand for them. */
export type LookedAt = {
  readonly materials: CaseMaterials;
  /** Of those that the item asks for, all that nothing stands for any more. */
  readonly over: readonly OverMaterial[];
  /** Whether one of those is found to be so for the first time, so that the applicant does not know. */
  readonly isNews: boolean;
  /** Of those that the item asks for, all that stand as they were last verified, because nobody has answered. */
  readonly unanswered: readonly UnansweredMaterial[];
  /** Whether one of those is so for the first time, so that no officer knows. */
  readonly isSilenceNews: boolean;
};

/** The records as they were found, by the codes of their materials; of the others nothing has changed. */
export type SecondLooks = ReadonlyMap<string, SecondLook>;

/**
 * The materials after a second look: a record that gives way is replaced, and the one of the day of the submission is kept beside
 * it; one that is over stays, marked, and so does one of which nobody has told. Of a material that the item does not ask for, none
 * keeps anything from being decided.
 */
export function lookedAt(
  materials: CaseMaterials,
  asked: readonly Pick<AskedMaterial, "code" | "required">[],
  looks: SecondLooks,
  now: Instant,
): LookedAt {
  const filled = materials.filled.map((one) => afterLook(one, looks.get(one.material), now));
  const required = filled.filter(({ material }) =>
    asked.some((one) => one.code === material && one.required),
  );
  const [over, unanswered] = [required.filter(isOver), required.filter(isUnanswered)];
  const before = (one: FilledMaterial) => materials.filled[filled.indexOf(one)];
  const isSame = filled.every((one, i) => one === materials.filled[i]);
  return {
    materials: isSame ? materials : { ...materials, filled, revision: materials.revision + 1 },
    over,
    isNews: over.some((one) => before(one)?.over?.how !== one.over.how),
    unanswered,
    isSilenceNews: unanswered.some((one) => before(one)?.unansweredSince === undefined),
  };
}

export const isOver = (filled: FilledMaterial): filled is OverMaterial => filled.over !== undefined;

/** One that was over stays over until somebody tells otherwise. */
const isUnanswered = (filled: FilledMaterial): filled is UnansweredMaterial =>
  filled.unansweredSince !== undefined && !isOver(filled);

function afterLook(filled: FilledMaterial, look: SecondLook | undefined, now: Instant): FilledMaterial {
  if (!look) return filled;
  const { over, unansweredSince, reference, statedOn, takenAt, ...rest } = filled;
  const known = { ...rest, reference, statedOn, takenAt };
  switch (look.how) {
    case "STANDS":
      return over || unansweredSince ? known : filled;
    case "GIVES_WAY":
      return {
        ...rest,
        handedIn: rest.handedIn ?? { reference, statedOn, takenAt },
        ...look.to,
        takenAt: now,
      };
    case "OVER":
      return over?.how === look.end && !unansweredSince
        ? filled
        : { ...known, over: over?.how === look.end ? over : { how: look.end, noticedAt: now } };
    case "UNANSWERED":
      return unansweredSince ? filled : { ...filled, unansweredSince: now };
  }
}
