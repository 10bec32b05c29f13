import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type ExtensionOutOfRange, type ExtensionWish, extend } from "./desk-case.ts";

/** Gives a case more time; the applicant is told why. */
export const extendTime = (
  ports: OfficerPorts,
  id: string,
  extension: ExtensionWish,
): DeskResult<ExtensionOutOfRange> =>
  changeDeskCase<ExtensionOutOfRange>(ports, id, ({ application }, by) =>
    changeOf(extend(application, extension, by), {
      ...{ action: "extended", reason: extension.reason, event: "application.extended" },
    }),
  );
