import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keepUnlocked } from "../../shared/sign-in/lock-when-idle.ts";
import { lockSession } from "../../shared/sign-in/session.ts";

/**
 * A machine stands among visitors with a clerk's sign-in: its one page stays as it is though nobody comes, and every other
 * page of the desk asks for a sign-in anew.
 */
export function useKioskGuard(): void {
  const answers = useQueryClient();
  useEffect(() => {
    const end = keepUnlocked();
    const lock = (): void => {
      if (lockSession()) answers.clear();
    };
    // A page that is loaded in place of it would else take up the sign-in.
    addEventListener("pagehide", lock);
    return () => {
      removeEventListener("pagehide", lock);
      end();
      lock();
    };
  }, [answers]);
}
