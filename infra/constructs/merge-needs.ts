import type { Access, Needs } from "../../services/kernel/needs.ts";

type Flag = "derivesKeys" | "signsForAuthorities" | "publishesDocuments";
type MergedNeeds = Required<Omit<Needs, Flag>> & Readonly<Record<Flag, boolean>>;

/**
 * The needs of all services in one function as one: what several do in the same way becomes one access to all of their
 * tables. The CDK would merge their statements by resources as well as by actions, so that a policy would read otherwise
 * with each service that states a part.
 */
export function mergeNeeds(needs: readonly Needs[]): MergedNeeds {
  const accesses = new Map<string, Access>();
  for (const access of needs.flatMap(({ data }) => data)) {
    const { in: tables, ...way } = access;
    const key = JSON.stringify(Object.entries(way).sort());
    accesses.set(key, { ...access, in: [...new Set([...(accesses.get(key)?.in ?? []), ...tables])] });
  }
  return {
    data: [...accesses.values()],
    secrets: [...new Set(needs.flatMap(({ secrets = [] }) => secrets))],
    derivesKeys: needs.some(({ derivesKeys }) => derivesKeys),
    signsForAuthorities: needs.some(({ signsForAuthorities }) => signsForAuthorities),
    publishesDocuments: needs.some(({ publishesDocuments }) => publishesDocuments),
    choices: [...new Set(needs.flatMap(({ choices = [] }) => choices))],
  };
}
