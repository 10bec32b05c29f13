import { useOfficer } from "./use-officer.ts";

/** Names a region of the officer's own, or gives its code for one that lies elsewhere or deeper. */
export function useRegionName(): (code: string) => string {
  const { answer } = useOfficer();
  const regions = answer?.ok ? (answer.data.viewer.regions ?? []) : [];
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
