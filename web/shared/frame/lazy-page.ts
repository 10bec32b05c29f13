import { lazyRouteComponent } from "@tanstack/react-router";
import { frontEnd } from "../front-end.ts";

/**
 * "outdated": another build is served by now, in which the script may be gone; "remembered": there is a network again, and the
 * browser still holds that the script cannot be had, which most do for as long as a window is open.
 */
type WhyMissing = "offline" | "outdated" | "remembered" | "fault";

/** The script of a page, or of a part of one, has not come. */
export class ScriptMissing extends Error {
  readonly why: WhyMissing;
  /** Asks for it once more. Whether it came is seen when it is drawn again. */
  readonly again: () => Promise<void>;

  constructor(why: WhyMissing, again: () => Promise<void>) {
    super(`a script is missing: ${why}`);
    this.why = why;
    this.again = again;
  }
}

/**
 * A page, or a part of one, that a browser loads as it comes to it. The router by itself reloads the window where that fails,
 * which without a network leaves nothing on the screen, and with one ends the sign-in. This throws `ScriptMissing` instead.
 *
 * @param isKept Whether the service worker keeps its script, so that no network is needed.
 */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  isKept = false,
): ReturnType<typeof lazyRouteComponent<Module, Name>> {
  const again = async (): Promise<void> => page.preload?.();
  const page = lazyRouteComponent(async () => {
    // Asked for in vain, it would be remembered.
    if (!isKept && !navigator.onLine && (await served()) === undefined)
      throw new ScriptMissing("offline", again);
    return load().catch(async () => {
      throw new ScriptMissing(await whyMissing(), again);
    });
  }, name);
  return page;
}

let isRemembered = false;

async function whyMissing(): Promise<WhyMissing> {
  const now = await served();
  if (now === undefined) {
    isRemembered = true;
    return "offline";
  }
  if (now === "another") return "outdated";
  return isRemembered ? "remembered" : "fault";
}

/** The build that the site serves now: the one that runs here, or another; undefined where nothing answers. */
async function served(): Promise<"this" | "another" | undefined> {
  const entry = document.querySelector("script[type=module][src]")?.getAttribute("src") ?? "";
  try {
    const response = await fetch(frontEnd().home, { cache: "no-store" });
    return response.ok && !(await response.text()).includes(entry) ? "another" : "this";
  } catch {
    return undefined;
  }
}
