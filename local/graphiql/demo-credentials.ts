import type { OfficerId } from "../../services/kernel/ids.ts";

/**
 * The credentials of the page's callers. They are of the demo city only, for anybody who opens the page can read them.
 */
export type DemoCredentials = {
  /** Where GraphQL is served; the page uses the path. */
  readonly endpoint: string;
  readonly citizen: { readonly ref: string; readonly token: string };
  /** One with every role. */
  readonly officer: { readonly ref: OfficerId; readonly token: string };
  /** One for each role, as an office has them. */
  readonly officers: Readonly<Record<string, { readonly ref: string; readonly token: string }>>;
  readonly partner: {
    readonly id: string;
    /** The keys, with their secrets. */
    readonly test: string;
    readonly live: string;
    /** This partner's own reference for the demo citizen. */
    readonly citizenRef: string;
  };
  /** The plan of random inspections that is drawn while the city fills. */
  readonly inspectionPlan: string;
};
