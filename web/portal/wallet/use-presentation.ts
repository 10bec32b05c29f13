import { useEffect, useState } from "react";
import type { KeptLicence } from "../../shared/wallet/kept-licences.ts";
import { whenSeenAgain } from "../when-seen-again.ts";
import { LIFETIME_MS, type Presented, presentTo, type Wish } from "./presentation.ts";

/** The presentation that a wish asks for, made anew each minute for as long as it is wished. */
export function usePresentation(kept: KeptLicence, wish: Wish | undefined): Presented {
  const [presented, setPresented] = useState<Presented>({ kind: "none" });
  useEffect(() => {
    if (!wish) {
      setPresented({ kind: "none" });
      return undefined;
    }
    let isOver = false;
    const draw = async (): Promise<void> => {
      const next = await presentTo(kept, wish);
      if (!isOver) setPresented(next);
    };
    void draw();
    const timer = setInterval(draw, LIFETIME_MS);
    const stop = whenSeenAgain(draw);
    return () => {
      isOver = true;
      clearInterval(timer);
      stop();
    };
  }, [kept, wish]);
  return presented;
}
