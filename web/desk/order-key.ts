import { useRef } from "react";

export type OrderKey = {
  /** The key of an order; the same one as long as the same is ordered and nobody knows how it ended. */
  readonly keyFor: (order: unknown) => string;
  /** It has ended: the same order is another one from now on. */
  readonly settle: () => void;
};

/** The idempotency key of what is ordered from a page; of what it is made stays in the page's memory alone. */
export function useOrderKey(): OrderKey {
  const last = useRef<{ readonly order: string; readonly key: string }>(undefined);
  return {
    keyFor: (of) => {
      const order = JSON.stringify(of);
      if (last.current?.order !== order) last.current = { order, key: crypto.randomUUID() };
      return last.current.key;
    },
    settle: () => {
      last.current = undefined;
    },
  };
}
