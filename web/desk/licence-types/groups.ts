import type { LicenceTypeContentFragment, LicenceTypeInput } from "../../shared/generated/graphql.ts";
import type { Spec } from "../drafts/specs.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { groupsFrom } from "./group.ts";
import { BASICS } from "./groups/basics.ts";
import { CONTENT_GROUP } from "./groups/content.ts";
import { CREDENTIAL } from "./groups/credential.ts";
import { DIRECTORY } from "./groups/directory.ts";
import { DISCLOSURE_GROUP } from "./groups/disclosures.ts";
import { ISSUERS } from "./groups/issuers.ts";
import { LAW } from "./groups/law.ts";
import { TEMPLATE } from "./groups/template.ts";
import { VALIDITY } from "./groups/validity.ts";

/** In the order in which they are shown. A group is a file in `groups/`, and a line here. */
const TYPE = groupsFrom(BASICS)
  .and(LAW)
  .and(CONTENT_GROUP)
  .and(DISCLOSURE_GROUP)
  .and(VALIDITY)
  .and(ISSUERS)
  .and(CREDENTIAL)
  .and(TEMPLATE)
  .and(DIRECTORY);

export const GROUPS = TYPE.all;

const together = (parts: readonly Values[]): Values => Object.assign({}, ...parts);

export const blankType = (officer: DeskOfficer): Values =>
  together(GROUPS.map(({ blank }) => blank(officer)));

/** A draft as the platform has it, to be typed on. */
export const valuesOf = (type: LicenceTypeContentFragment): Values =>
  together(GROUPS.map((group) => group.valuesOf(type)));

/** Typed values as the platform takes them; they have been looked at for numbers and days before. */
export const inputOf: (values: Values) => LicenceTypeInput = TYPE.inputOf;

export const specsOf = (values: Values, officer: DeskOfficer): readonly Spec[] =>
  GROUPS.flatMap(({ specs }) => specs(values, officer));

/** The same, with what a group changes after another one. */
export const followed = (next: Values, before: Values): Values =>
  GROUPS.reduce((values, { follow }) => follow?.(values, before) ?? values, next);
