import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";

/** The cost of one request at the database. */
export type Usage = {
  /**
   * The longest chain of calls that had to wait for one another, or more: every call that has ended before another
   * begins counts as waited for.
   */
  readonly roundTripsDeep: number;
  readonly calls: number;
  readonly readUnits: number;
  readonly writeUnits: number;
};

type Answer = { readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[] | undefined };
type Metered = <A extends Answer>(send: () => Promise<A>) => Promise<A>;

export type Meter = { readonly read: Metered; readonly write: Metered; readonly usage: () => Usage };

/** Counts calls, capacity, and how many calls had to wait for one another. */
export function startMeter(): Meter {
  const total = { roundTripsDeep: 0, calls: 0, readUnits: 0, writeUnits: 0 };
  let deepestDone = 0;
  const meter = async <A extends Answer>(
    kind: "readUnits" | "writeUnits",
    send: () => Promise<A>,
  ): Promise<A> => {
    const depth = deepestDone + 1;
    total.calls += 1;
    total.roundTripsDeep = Math.max(total.roundTripsDeep, depth);
    const answer = await send();
    deepestDone = Math.max(deepestDone, depth);
    const consumed: readonly ConsumedCapacity[] = [answer.ConsumedCapacity ?? []].flat();
    for (const { CapacityUnits = 0 } of consumed) total[kind] += CapacityUnits;
    return answer;
  };
  return {
    read: (send) => meter("readUnits", send),
    write: (send) => meter("writeUnits", send),
    usage: () => ({ ...total }),
  };
}
