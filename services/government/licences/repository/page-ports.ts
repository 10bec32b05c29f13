import type { Rendering } from "../rendering/rendering.ts";

/** Stands beside the API's bundle, with the packages and the font that nothing else needs. */
const pages = () => import("../rendering/index.ts");

/** A page as SVG; null for those who are shown none. */
export const svgOf = async (page: Rendering | undefined): Promise<string | null> =>
  page ? (await pages()).renderSvg(page) : null;

/** The same as PDF, in base64. */
export const pdfOf = async (page: Rendering | undefined): Promise<string | null> =>
  page ? Buffer.from(await (await pages()).renderPdf(page)).toString("base64") : null;
