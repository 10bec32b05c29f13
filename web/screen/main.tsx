import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { hallOfPath } from "./hall-of-path.ts";
import { Message } from "./message.tsx";
import { Screen } from "./screen.tsx";
import { tryVoice } from "./voice.ts";

const RELOAD_AFTER_MS = 30_000;

tryVoice();
const place = document.getElementById("screen");
if (place) {
  const root = createRoot(place, {
    // Nobody stands by to reload it, and an empty screen would say nothing of why.
    onUncaughtError: () => {
      root.render(<Message kind="broken" />);
      setTimeout(reloadOnceThere, RELOAD_AFTER_MS);
    },
  });
  root.render(
    <StrictMode>
      <Screen hall={hallOfPath(location.pathname)} />
    </StrictMode>,
  );
}

/** A reload while nothing answers would put a browser's own page in place of this one. */
async function reloadOnceThere(): Promise<void> {
  const isThere = await fetch(location.href).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) location.reload();
  else setTimeout(reloadOnceThere, RELOAD_AFTER_MS);
}
