/** Does something each time that the page comes back into sight, for it may have slept, until what it answers is called. */
export function whenSeenAgain(act: () => unknown): () => void {
  const wake = (): void => {
    if (document.visibilityState === "visible") act();
  };
  document.addEventListener("visibilitychange", wake);
  return () => document.removeEventListener("visibilitychange", wake);
}
