import { lockSession } from "./session.ts";
import { noteSeen } from "./sign-in-mark.ts";

const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
/** A machine that slept has no timers meanwhile: its clock is asked as the page comes up again. */
const WAKING = ["visibilitychange", "focus", "pageshow"] as const;

let unlocked = 0;

/** Until the returned function is called a page stays as it is, though nobody is at it: it shows what anybody may see. */
export function keepUnlocked(): () => void {
  unlocked += 1;
  return () => {
    unlocked -= 1;
  };
}

/** Some texts are handed on, and kept, as their field is left. */
function leaveField(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
}

/** Ends the sign-in of a page at which nobody does anything for so long; then `onLocked` forgets what it has shown. */
export function lockWhenIdle(idleMs: number, onLocked: () => void): void {
  let lastSign = Date.now();
  let timer = setTimeout(look, idleMs);
  function look(): void {
    clearTimeout(timer);
    const left = lastSign + idleMs - Date.now();
    if (left <= 0 && unlocked === 0) {
      leaveField();
      if (lockSession()) onLocked();
    }
    timer = setTimeout(look, left > 0 ? left : idleMs);
  }
  function note(): void {
    // The first to touch a machine that has slept may be somebody else.
    look();
    lastSign = Date.now();
  }
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, note, { capture: true, passive: true });
  for (const sign of WAKING) addEventListener(sign, look, { capture: true });
  // A tab that is opened again after a while is locked as well.
  addEventListener("pagehide", () => noteSeen(lastSign));
}
