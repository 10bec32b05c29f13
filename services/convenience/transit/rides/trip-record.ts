import type { Boarding } from "./boarding.ts";
import type { Pass } from "./pass.ts";
import type { Ride } from "./ride.ts";
import type { TripFare } from "./trip-fare.ts";

/** A ride with lists that the record may hold. */
export const recordedRide = <R extends Pick<Ride, "entry" | "exit" | "bus" | "unused">>(ride: R) => ({
  ...{ ...ride, entry: ride.entry && recordedPass(ride.entry), exit: ride.exit && recordedPass(ride.exit) },
  ...{ bus: ride.bus && recordedBoarding(ride.bus), unused: ride.unused && recordedPass(ride.unused) },
});

const recordedPass = (pass: Pass) => ({ ...pass, again: pass.again?.map((read) => ({ ...read })) });

const recordedBoarding = (bus: Boarding) => ({ ...bus, again: bus.again?.map((read) => ({ ...read })) });

type Gaps = readonly { readonly gap: string; readonly text: string }[];

/** The values of a text, by its gaps, as they are written: a record has no map of free names. */
export const gapsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([gap, text]) => ({ gap, text }));

/** The same as they were read. */
export const valuesIn = (gaps: Gaps): Readonly<Record<string, string>> =>
  Object.fromEntries(gaps.map(({ gap, text }) => [gap, text]));

type StoredFare = Omit<TripFare, "percent" | "parts"> & {
  readonly percent: number;
  readonly parts?:
    | readonly (Pick<TripFare["parts"][number], "kind" | "amount"> & {
        readonly values: Gaps;
      })[]
    | undefined;
};

/** A fare as it is written. */
export const fareRecord = ({ percent, parts, ...fare }: TripFare) => ({
  ...{ ...fare, percent: Number(percent) },
  parts: parts.map(({ values, ...part }) => ({ ...part, values: gapsOf(values) })),
});

/** A fare as it was read. */
export const fareIn = ({ percent, parts = [], ...fare }: StoredFare): TripFare => ({
  ...{ ...fare, percent: BigInt(percent) },
  parts: parts.map(({ values, ...part }) => ({ ...part, values: valuesIn(values) })),
});
