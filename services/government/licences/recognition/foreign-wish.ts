import type { RegionCode } from "../../../field/region.ts";
import type { Message, MessageCode, Values } from "../../../kernel/message.ts";
import type { ForeignLicence } from "../trust/recognise-licence.ts";
import type { ShownFacts, Signed, Way } from "./recognised-licence.ts";

/** A licence of another region that is to fill a material: by a code, or by a presentation of its own. */
export type ForeignWish = {
  readonly application: string;
  /** Its code in the item. */
  readonly material: string;
  readonly region: RegionCode;
} & (
  | { readonly code: string; readonly presentation?: never }
  | { readonly presentation: string; readonly code?: never }
);

/** Why a licence of another region fills nothing: a code with its text, and the licence's names in it. */
export type NotUsed = {
  readonly code: "FOREIGN_LICENCE_NOT_USED";
  readonly why: { readonly code: MessageCode; readonly values: Values };
};

export const notUsed = (code: MessageCode, values: Values = {}): NotUsed => ({
  code: "FOREIGN_LICENCE_NOT_USED",
  why: { code, values },
});

/** Names no licence that anybody could read. */
export type Unreadable = { readonly code: "FOREIGN_LICENCE_UNREADABLE"; readonly path: readonly string[] };

/** A licence that was shown, with the verdict on it. */
export type ShownForeign = {
  readonly licence: ForeignLicence;
  readonly facts: ShownFacts;
  readonly way: Way;
  /** Of a presentation. */
  readonly signed?: Signed;
  /** A presentation is taken once: by this name, kept until then (seconds since 1970); and the reason for one that was taken. */
  readonly once?: { readonly name: string; readonly untilS: number; readonly otherwise: Message };
};
