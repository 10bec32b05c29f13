import type { Language } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { Rendering } from "../rendering/rendering.ts";
import { findAsItStands } from "../repository/as-it-stands.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import { findRendering } from "../repository/licence-rendering.ts";
import type { CopyStore } from "./copy-store.ts";
import { copyStatus, type LicenceCopy, licenceFault } from "./licence-copy.ts";

type DrawPorts = CopyStore & { readonly now: Instant; readonly config: Pick<Settings, "siteOrigin"> };

/** The page of a copy: its own fields, and for whom, for what and until when across its ground. */
export const drawCopy = (
  ports: DrawPorts,
  { id: number, fields, verifier: { name: verifier }, purpose, until }: LicenceCopy,
  licence: ElectronicLicence,
  language: Language,
): Promise<Rendering> =>
  findRendering(ports, licence, language, { fields, copy: { number, verifier, purpose, until } });

/** The same for its holder; undefined where it was revoked or is over, or its licence stands no more as it was shared. */
export async function findCopyRendering(
  ports: DrawPorts,
  copy: LicenceCopy,
  language: Language,
): Promise<Rendering | undefined> {
  const status = copyStatus(copy, ports.now);
  if (status === "REVOKED" || status === "OVER") return undefined;
  const licence = await findAsItStands(ports, copy.licence);
  const stands = licence && licenceFault(copy, licence, ports.now) === undefined;
  return stands ? drawCopy(ports, copy, licence, language) : undefined;
}
