import type { DeskTariffFragment, TransitMode, TransitTariffInput } from "../../shared/generated/graphql.ts";
import { type KeptForm, useKeptForm } from "../forms/use-kept-form.ts";
import type { Fares } from "./fare-words.ts";
import { PROPOSE_FARES } from "./fares-operations.ts";
import { placeWords } from "./json-shape.ts";
import { readFares } from "./read-fares.ts";

/** The field in which a file of fares stands. */
export const FILE = "fares-file";

type Draft = { readonly text: string };

type ProposedFares = KeptForm<Draft> & {
  /** Those that are typed, as soon as the text can be taken for fares. */
  readonly fares: TransitTariffInput | undefined;
};

type Of = {
  readonly region: string;
  readonly mode: TransitMode;
  readonly done: (fares: TransitTariffInput) => void;
};

/** A file of fares as it is typed, and proposed. It stays until it has arrived. */
export function useProposedFares({ region, mode, done }: Of): ProposedFares {
  const form = useKeptForm({
    ...{ name: `fares:${region}:${mode}`, empty: (): Draft => ({ text: "" }), fields: [FILE] },
    fieldAt: () => FILE,
    placeAt: ([, ...steps]) => placeWords(steps),
    missingIn: ({ text }: Draft) => {
      const read = readFares(text);
      return "problem" in read ? [{ field: FILE, text: read.problem }] : [];
    },
    document: PROPOSE_FARES,
    variablesOf: ({ text }: Draft) => ({ input: faresIn(text) }),
    done: () => done(faresIn(form.draft.text)),
  });
  const read = readFares(form.draft.text);
  return { ...form, fares: "fares" in read ? read.fares : undefined };
}

function faresIn(text: string): TransitTariffInput {
  const read = readFares(text);
  if ("problem" in read) throw new Error("a file that nobody can read is not sent");
  return read.fares;
}

/** Fares that are published, as a file in which another day and other prices can be written. */
export function fileOf(tariff: DeskTariffFragment): string {
  const { region, mode, distance, cards, monthlySpend, overstay, source } = tariff;
  const bird = tariff.earlyBird.at(-1);
  const change = tariff.modeChanges.at(-1);
  const fares: TransitTariffInput = {
    ...{ region, mode, effectiveFrom: "", distance, cards, monthlySpend, overstay },
    cardsOutside: tariff.cardsOutside,
    ownLines: tariff.ownLines.map((own) => ({
      ...{ line: own.line, distance: own.distance, overstay: own.overstay },
    })),
    earlyBird: bird ? { stations: bird.stations, until: bird.until, percent: bird.percent } : null,
    walkedTransfers: tariff.walkedTransfers.map(({ stations, minutes }) => ({ stations, minutes })),
    modeChange: change ? { minutes: change.minutes, off: change.off } : null,
    source,
  };
  return JSON.stringify(fares, null, 2);
}

/** A file as the page tells fares; stations and lines have the names that published fares know them by. */
export function faresOf(input: TransitTariffInput, known: readonly DeskTariffFragment[]): Fares {
  const names = namesIn(known);
  const nameOf = (code: string): string => names.get(code) ?? code;
  const { distance, cards, monthlySpend, overstay, ownLines, earlyBird, walkedTransfers, modeChange } = input;
  return {
    ...{ source: input.source, distance: distanceOf(distance), overstay: overstay ?? null },
    ...{ cards: cards ?? [], cardsOutside: input.cardsOutside ?? null, monthlySpend: monthlySpend ?? [] },
    ownLines: (ownLines ?? []).map((own) => ({
      ...{ line: own.line, lineName: nameOf(own.line), distance: distanceOf(own.distance) },
      overstay: own.overstay ?? null,
    })),
    earlyBird: earlyBird ? [{ ...earlyBird, stationNames: earlyBird.stations.map(nameOf) }] : [],
    walkedTransfers: (walkedTransfers ?? []).map((walk) => ({
      ...{ ...walk, stationNames: walk.stations.map(nameOf) },
    })),
    modeChanges: modeChange ? [{ ...modeChange, from: input.mode === "METRO" ? "BUS" : "METRO" }] : [],
  };
}

const distanceOf = ({ bands, step }: TransitTariffInput["distance"]): Fares["distance"] => ({
  bands: bands.map(({ upToKm, price }) => ({ upToKm: upToKm ?? null, price })),
  step: step ?? null,
});

const namesIn = (tariffs: readonly DeskTariffFragment[]): ReadonlyMap<string, string> =>
  new Map(
    tariffs.flatMap(({ ownLines, earlyBird, walkedTransfers }) => [
      ...ownLines.map(({ line, lineName }) => [line, lineName ?? line] as const),
      ...[...earlyBird, ...walkedTransfers].flatMap(({ stations, stationNames }) =>
        stations.map((station, i) => [station, stationNames[i] ?? station] as const),
      ),
    ]),
  );
