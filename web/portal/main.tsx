import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { newQueryClient } from "../shared/graphql/use-answer.ts";
import { applySettings } from "../shared/settings/settings.ts";
import { RETURN_PATH } from "../shared/sign-in/return-path.ts";
import { startSignedOut } from "../shared/sign-in/session.ts";
import { router } from "./router.tsx";

applySettings();
if (location.pathname !== RETURN_PATH) startSignedOut();
const place = document.getElementById("portal");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
