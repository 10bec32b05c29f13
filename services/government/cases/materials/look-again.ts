import type { RegionCode } from "../../../field/region.ts";
import { personAs } from "../../../field/subject.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { ServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { type EffectParts, licenceActedOn } from "../effects.ts";
import {
  type AskPorts,
  type HeldParts,
  type HeldPorts,
  type HeldProvider,
  providersOf,
} from "./find-held.ts";
import type { CaseMaterials, FilledMaterial, SecondLook } from "./material.ts";
import { type LookedAt, lookedAt } from "./second-look.ts";
import { getMaterials, putMaterials } from "./store.ts";

/** The second look at a case's materials, with its writes. */
export type LookedAgain = Omit<LookedAt, "materials"> & { readonly writes: readonly TransactItem[] };

export const NOTHING_OVER: LookedAgain = {
  ...{ over: [], isNews: false, unanswered: [], isSilenceNews: false },
  writes: [],
};

type AskedOf = Pick<ServiceItem, "materials" | "effect" | "licence">;

export type LookParts = HeldParts & EffectParts;

/** The answers of others about records that stand for materials, by `nameOf`. */
export type Answers = ReadonlyMap<string, SecondLook>;

/** Others have to be asked, before the case is decided on anew. `ask` answers within the time limit of the call, and never fails. */
export type ToAsk = { readonly code: "TO_ASK"; readonly ask: () => Promise<Answers> };

const nameOf = ({ material, reference }: FilledMaterial): string => `${material} ${reference}`;

type Refusal = { readonly code: string };

/** An outcome that waits for nobody any more. */
type Answered<R> = R extends { readonly ok: false; readonly error: infer E }
  ? { readonly ok: false; readonly error: Exclude<E, ToAsk> }
  : R;

/** Of a case that was handed in nobody changes what its materials are filled with but by a correction. */
const TURNS_MAX = 4;

/**
 * Decides on a case, and anew with the answers of others where the decision needs them: nobody is asked over the network while the
 * case is decided on, and nobody for a caller who may not decide. Throws where its materials changed each time.
 */
export async function withAnswers<R extends Result<unknown, Refusal>>(
  decide: (answers: Answers) => Promise<R>,
): Promise<Answered<R>>;
export async function withAnswers(
  decide: (answers: Answers) => Promise<Result<unknown, Refusal | ToAsk>>,
): Promise<Result<unknown, Refusal>> {
  let answers: Answers = new Map();
  for (let turn = 1; turn <= TURNS_MAX; turn += 1) {
    const decided = await decide(answers);
    if (decided.ok || !("ask" in decided.error)) return decided;
    answers = new Map([...answers, ...(await decided.error.ask())]);
  }
  throw new Error("the materials of a case changed whenever others were asked about them");
}

/**
 * Looks again at the licences that stand for a case's materials. Registers' statements are of their day, and stay as they were
 * handed in; a licence that has ended since is no ground of a decision. One that the decision itself acts on, such as one that
 * it renews, is left to the effect: a renewal that was asked for in time is decided after the end, too. A household member's of the
 * same type is not the one that it acts on. Errors: TO_ASK, where `answers` have too little.
 */
export async function lookAgain(
  ports: AskPorts & { readonly parts: LookParts["parts"] },
  application: Pick<Application, "id" | "subject" | "region">,
  item: AskedOf,
  answers: Answers,
): Promise<Result<LookedAgain, ToAsk>> {
  if (!item.materials.some(({ replacedByLicence }) => replacedByLicence !== undefined))
    return ok(NOTHING_OVER);
  const materials = await getMaterials(ports, application.id);
  const { looked, toAsk } = await lookAtRecords(ports, application, item, { materials, answers });
  if (toAsk.length > 0) return err({ code: "TO_ASK", ask: () => askAbout(ports, toAsk, application.region) });
  const { materials: next, ...found } = looked;
  return ok({ ...found, writes: next === materials ? [] : [putMaterials(ports, next)] });
}

/** A record about which others have to be asked, and by whom. */
type Asking = { readonly filled: FilledMaterial; readonly ask: NonNullable<HeldProvider["ask"]> };

const askAbout = async (ports: AskPorts, toAsk: readonly Asking[], at: RegionCode): Promise<Answers> =>
  new Map(
    await Promise.all(
      toAsk.map(async ({ filled, ask }) => [nameOf(filled), await ask(ports, filled, at)] as const),
    ),
  );

type Found = { readonly looked: LookedAt; readonly toAsk: readonly Asking[] };

/** The same of materials that were read already: those about which nobody has answered are left as they stand. */
export async function lookAtRecords(
  ports: HeldPorts & LookParts,
  { subject }: Pick<Application, "subject">,
  item: AskedOf,
  { materials, answers }: { readonly materials: CaseMaterials; readonly answers: Answers },
): Promise<Found> {
  const actedOn = licenceActedOn(ports, item);
  const asked = item.materials.filter(
    ({ replacedByLicence, licenceOf }) =>
      replacedByLicence === undefined || replacedByLicence !== actedOn || licenceOf === "HOUSEHOLD",
  );
  const looks = await Promise.all(
    materials.filled.map(async (filled) => {
      const provider = providerOf(ports, filled);
      const material = asked.find(({ code }) => code === filled.material);
      const holder = filled.member ? personAs(filled.member) : subject;
      const own = material && (await provider?.lookAgain?.(ports, material, { ...filled, holder }));
      const look = own ?? (material && answers.get(nameOf(filled)));
      const ask = material && !look ? provider?.ask : undefined;
      return { filled, look, ask };
    }),
  );
  const found = looks.flatMap(({ filled, look }) => (look ? [[filled.material, look] as const] : []));
  return {
    looked: lookedAt(materials, asked, new Map(found), ports.now),
    toAsk: looks.flatMap(({ filled, ask }) => (ask ? [{ filled, ask }] : [])),
  };
}

const providerOf = (parts: HeldParts, filled: Pick<FilledMaterial, "source">): HeldProvider | undefined =>
  providersOf(parts).find(({ source }) => source === filled.source);

/** Whether a case has a record about which others are asked before anything is decided on it. */
export const isToBeAsked = (parts: HeldParts, filled: readonly Pick<FilledMaterial, "source">[]): boolean =>
  filled.some((one) => providerOf(parts, one)?.ask !== undefined);
