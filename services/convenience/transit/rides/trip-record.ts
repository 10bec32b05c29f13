import type { Pass } from "./pass.ts";
import type { Ride } from "./ride.ts";
import type { TripFare } from "./trip-fare.ts";

/** A ride with lists that the record may hold. */
export const recordedRide = <R extends Pick<Ride, "entry" | "exit">>(ride: R) => ({
  ...{ ...ride, entry: ride.entry && recordedPass(ride.entry), exit: ride.exit && recordedPass(ride.exit) },
});

const recordedPass = (pass: Pass) => ({ ...pass, again: pass.again?.map((read) => ({ ...read })) });

type StoredFare = Omit<TripFare, "percent" | "parts"> & {
  readonly percent: number;
  readonly parts?:
    | readonly (Pick<TripFare["parts"][number], "kind" | "amount"> & {
        readonly values: readonly { readonly gap: string; readonly text: string }[];
      })[]
    | undefined;
};

/** A fare as it is written. */
export const fareRecord = ({ percent, parts, ...fare }: TripFare) => ({
  ...{ ...fare, percent: Number(percent) },
  parts: parts.map(({ values, ...part }) => ({
    ...part,
    values: Object.entries(values).map(([gap, text]) => ({ gap, text })),
  })),
});

/** A fare as it was read. */
export const fareIn = ({ percent, parts = [], ...fare }: StoredFare): TripFare => ({
  ...{ ...fare, percent: BigInt(percent) },
  parts: parts.map(({ values, ...part }) => ({
    ...part,
    values: Object.fromEntries(values.map(({ gap, text }) => [gap, text])),
  })),
});
