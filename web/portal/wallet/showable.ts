import type { ElectronicLicenceStatus, PortalLicenceToShowQuery } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { ShownField } from "../../shared/wallet/kept-licences.ts";

/** A licence with all that its holder has to know to show it. */
export type Showable = {
  readonly id: string;
  readonly number: string;
  readonly name: Text;
  readonly fields: readonly ShownField[];
};

/** Why a licence cannot be shown: there is none, it is not valid, or what it says could not be read. */
export type Unshowable = {
  readonly why: "unknown" | "unreadable" | Exclude<ElectronicLicenceStatus, "VALID">;
};

/** The licence of an answer, if it can be shown now. */
export function readShowable(node: PortalLicenceToShowQuery["node"]): Showable | Unshowable {
  if (!node || !("number" in node)) return { why: "unknown" };
  const { id, number, status, type, fields } = node;
  if (status !== "VALID") return { why: status };
  return fields ? { id, number, name: type.name, fields } : { why: "unreadable" };
}

export const isShowable = (licence: Showable | Unshowable | undefined): licence is Showable =>
  licence !== undefined && "number" in licence;
