import { use } from "react";
import type { PageConfig } from "./page-config.ts";

let loading: Promise<PageConfig> | undefined;

/** Asked for once; again after a failure. */
export function loadConfig(): Promise<PageConfig> {
  loading ??= fetch("/config.json")
    .then((response) => response.json())
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Suspends a page until it is there. */
export const useConfig = (): PageConfig => use(loadConfig());
