import type { LinkProps } from "@tanstack/react-router";
import type { Role } from "../shared/generated/graphql.ts";
import type { Text } from "../shared/texts/text.ts";
import type { DeskOfficer } from "./use-officer.ts";

/** A place of the desk that has a line in the navigation. */
export type Place = {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly text: Text;
  /** One sentence for the front page: what is done there. */
  readonly about: Text;
  /** Drawn on a field of 24 by 24. */
  readonly picture: string;
  /** Officers of any of these have something to do there; the schema says who may do what. */
  readonly roles: readonly Role[];
};

/** In the order in which they are shown. A place is a line here. */
const PLACES: readonly Place[] = [];

/** The places at which an officer has something to do. */
export const placesOf = (officer: DeskOfficer | undefined): readonly Place[] =>
  PLACES.filter(({ roles }) => roles.some((role) => officer?.roles.includes(role)));
