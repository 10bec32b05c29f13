import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { readCase } from "../../cases/index.ts";
import { askerOf } from "../../catalogue/index.ts";
import type { Rendering } from "../rendering/rendering.ts";
import { decidedIn, type ElectronicLicence } from "./electronic-licence.ts";
import { readsAsHolder, typeOf } from "./find-held-licences.ts";
import { findRenewal } from "./find-renewal.ts";
import { LANGUAGES } from "./languages.ts";
import { readFields } from "./licence-fields.ts";
import { findRendering } from "./licence-rendering.ts";
import { pdfOf, svgOf } from "./page-ports.ts";

/** The page of a licence for one who reads it as its holder does; undefined for all others. */
async function pageFor(
  licence: ElectronicLicence,
  { language }: { readonly language: keyof typeof LANGUAGES },
  context: Context,
): Promise<Rendering | undefined> {
  const { database, now, config } = context;
  const { id, mode } = actorAs(context, "CITIZEN");
  const isOpen = await readsAsHolder({ database, mode, now }, licence, id);
  return isOpen ? findRendering({ database, now, config }, licence, LANGUAGES[language]) : undefined;
}

/** A licence as people read it. */
export const licenceReadingResolvers: Resolvers = {
  ElectronicLicence: {
    fields: async (licence, _, { database }) => [
      ...readFields(await typeOf({ database }, licence), licence.current.content),
    ],
    renewal: async (licence, _, { database, now, actor, secrets }) => {
      const found = await findRenewal({ database, now }, licence, askerOf(actor, secrets));
      // At any time is from its issue on.
      return found ? { ...found, opensOn: found.opensOn ?? licence.current.issuedOn } : null;
    },
    decidedIn: async (licence, _, context) => {
      const { database, now } = context;
      const actor = actorAs(context, "CITIZEN");
      const id = decidedIn(licence);
      return (id && (await readCase({ database, mode: actor.mode, actor, now }, id))) ?? null;
    },
    svg: async (licence, args, context) => svgOf(await pageFor(licence, args, context)),
    pdf: async (licence, args, context) => pdfOf(await pageFor(licence, args, context)),
  },
};
