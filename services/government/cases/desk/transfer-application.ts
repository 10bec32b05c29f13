import type { RegionCode } from "../../../field/region.ts";
import { err } from "../../../kernel/result.ts";
import { findDepartment, isOffered } from "../../catalogue/index.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type TransferredNowhere, transfer } from "./transfer.ts";

export type TransferWish = {
  /** Where it belongs; what is left out stays as it is. */
  readonly department: string | undefined;
  readonly region: RegionCode | undefined;
  readonly reason: string;
};

export type NotTransferable = {
  readonly code: "DEPARTMENT_UNKNOWN" | "ITEM_NOT_IN_REGION";
  readonly path: readonly string[];
};

/**
 * Hands a case on to another department or region; the applicant is told. Errors: DEPARTMENT_UNKNOWN, for one that has published no
 * item in the province; ITEM_NOT_IN_REGION; those of `transfer`.
 */
export async function transferApplication(
  ports: OfficerPorts,
  id: string,
  { department, region, ...said }: TransferWish,
): Promise<DeskResult<TextNotTaken | NotTransferable | TransferredNowhere>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { reason } = texts.value;
  return changeDeskCase<NotTransferable | TransferredNowhere>(
    ports,
    id,
    async ({ application, item }, by) => {
      const to = {
        department: department ?? application.department,
        region: region ?? application.region,
      };
      const transferred = transfer(application, { to, reason }, by);
      if (!transferred.ok) return transferred;
      if (!isOffered(item.regions, to.region)) return err({ code: "ITEM_NOT_IN_REGION", path: ["region"] });
      if (!(await findDepartment(ports.database, to)))
        return err({ code: "DEPARTMENT_UNKNOWN", path: ["department"] });
      return changeOf(transferred, { action: "transferred", reason, event: "application.transferred" });
    },
  );
}
