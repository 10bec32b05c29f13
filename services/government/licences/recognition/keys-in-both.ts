import type { ListedKey } from "../trust/trust-document.ts";
import type { TrustedIssuer } from "../trust/trust-part.ts";

/** A key as an issuer's platform publishes it. */
type PublishedKey = Pick<ListedKey, "keyId" | "issuer" | "until" | "compromisedSince"> & {
  readonly algorithm: string;
  readonly publicKey: { readonly x: string; readonly y: string };
};

/**
 * An issuer's keys that the trust list has and its platform publishes, both the same: each ends, and counts as compromised, from
 * the earlier of the two times on. One that its platform does not know any more is nobody's.
 */
export const keysInBoth = (
  { keys, creditCode: issuer }: Pick<TrustedIssuer, "keys" | "creditCode">,
  published: readonly PublishedKey[],
): readonly ListedKey[] =>
  keys.flatMap(({ until: ends, compromisedSince: lost, ...key }) => {
    const theirs = published.find((one) => one.issuer === issuer && isSame(one, key));
    if (!theirs) return [];
    const until = earlierOf(ends, theirs.until);
    const compromisedSince = earlierOf(lost, theirs.compromisedSince);
    return [
      {
        ...{ ...key, issuer },
        ...(until === undefined ? {} : { until }),
        ...(compromisedSince === undefined ? {} : { compromisedSince }),
      },
    ];
  });

type Time = PublishedKey["until"];

const earlierOf = (one: Time, other: Time): Time =>
  one === undefined || (other !== undefined && other < one) ? other : one;

type Named = Pick<PublishedKey, "keyId" | "algorithm" | "publicKey">;

const isSame = (one: Named, other: Named): boolean =>
  one.keyId === other.keyId &&
  one.algorithm === other.algorithm &&
  one.publicKey.x === other.publicKey.x &&
  one.publicKey.y === other.publicKey.y;
