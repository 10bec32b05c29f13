import type { ReactNode } from "react";
import type { CaseMaterial } from "../../shared/forms/application-to-fill.ts";
import { ForeignLicence } from "../../shared/materials/foreign-licence.tsx";
import type { ForeignWays } from "./foreign-ways.ts";

type ForeignAtWindowProps = {
  readonly application: string;
  readonly of: CaseMaterial;
  readonly ways: ForeignWays;
  readonly attendance: string;
};

/**
 * The licence of another region that the person at the window shows for a material, where a licence may stand for it and may be
 * their own; one of a member of the household is asked for in the portal.
 */
export function ForeignAtWindow({ application, of, ways, attendance }: ForeignAtWindowProps): ReactNode {
  const isThis = ({ code }: { readonly code: string }): boolean => code === of.code;
  const { licenceOf, replacedByLicence } = ways.item.materials.find(isThis) ?? {};
  if (!replacedByLicence || licenceOf === "HOUSEHOLD" || !of.isEditable) return null;
  return (
    <ForeignLicence
      application={application}
      material={of.code}
      ownType={replacedByLicence}
      attendance={attendance}
      licence={ways.materials?.find(isThis)?.filled?.foreignLicence ?? null}
    />
  );
}
