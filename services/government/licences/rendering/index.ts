export { renderPdf } from "./pdf.ts";
export type { Rendering } from "./rendering.ts";
export { renderSvg } from "./svg.ts";
