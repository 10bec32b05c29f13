import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { type FrontEnd, stateFrontEnd } from "../front-end.ts";
import { newQueryClient } from "../graphql/use-answer.ts";
import { applySettings } from "../settings/settings.ts";
import { lockWhenIdle } from "../sign-in/lock-when-idle.ts";
import { resumeSession } from "../sign-in/resume-session.ts";

/** Draws a front-end into the element that bears its name. */
export function startFrontEnd(frontEnd: FrontEnd, pages: ReactNode): void {
  stateFrontEnd(frontEnd);
  applySettings();
  const place = document.getElementById(frontEnd.name);
  if (!place) return;
  const answers = newQueryClient();
  const { locksAfterMs, returnPath } = frontEnd;
  if (location.pathname !== returnPath) resumeSession(locksAfterMs);
  if (locksAfterMs !== undefined) lockWhenIdle(locksAfterMs, () => answers.clear());
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={answers}>{pages}</QueryClientProvider>
    </StrictMode>,
  );
}
