import { startWithoutSignIn } from "./session.ts";
import { readMark, writeMark } from "./sign-in-mark.ts";

/** An issuer that sends people elsewhere than it was asked to would else send them round and round. */
const TRIES_MAX = 3;

/**
 * Begins with what the tab remembers, at a page that no issuer has sent to. Where somebody was signed in, the issuer is asked, once
 * and without a word to them; the page waits meanwhile.
 *
 * @param locksAfterMs See `FrontEnd`: a page that nobody was at for so long is locked, also where it was not open meanwhile.
 */
export function resumeSession(locksAfterMs: number | undefined): void {
  const mark = readMark();
  const isIdle =
    mark?.kind === "signed-in" && locksAfterMs !== undefined && Date.now() - mark.seenAt > locksAfterMs;
  if (isIdle) writeMark({ kind: "locked" });
  // Without a network the page is there all the same, and a later load asks.
  const isHopeless = isIdle || !navigator.onLine;
  if (mark?.kind !== "signed-in" || mark.tries >= TRIES_MAX || isHopeless) {
    startWithoutSignIn();
    return;
  }
  writeMark({ ...mark, tries: mark.tries + 1 });
  const here = `${location.pathname}${location.search}${location.hash}`;
  import("./oauth.ts")
    .then(({ beginSilently }) => beginSilently(here, mark))
    .catch(() => {
      // It was not asked at all.
      writeMark(mark);
      startWithoutSignIn();
    });
}
