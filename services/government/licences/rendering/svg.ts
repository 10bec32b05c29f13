import { layOut } from "./layout.ts";
import { isMeasured } from "./measure.ts";
import type { Drawn, Layout, Rendering } from "./rendering.ts";

/** Fonts with Han characters, of this page's own design first; a screen has one of them. */
const FONTS =
  "'Source Han Sans SC','Noto Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei','HarmonyOS Sans SC',sans-serif";

const EVERYTHING = () => true;

/**
 * A page of a licence for a screen, as SVG: text, lines and squares, without scripts, links or anything fetched. It is drawn
 * with the screen's own fonts; each line is held to its width. Throws RangeError as `layOut` does.
 */
export const renderSvg = (rendering: Rendering): string => svgOf(layOut(rendering, EVERYTHING));

function svgOf({ width, height, title, language, drawn }: Layout): string {
  const lang = language === "zh" ? "zh-CN" : "en";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`,
    ` xml:lang="${lang}" lang="${lang}" font-family="${FONTS}">`,
    `<title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawn.map(elementOf),
    "</svg>",
  ].join("");
}

function elementOf(one: Drawn): string {
  switch (one.kind) {
    case "TEXT":
      return textOf(one, "");
    case "WATERMARK":
      return textOf(one, ` transform="rotate(${one.degrees} ${mm(one.x)} ${mm(one.y)})" aria-hidden="true"`);
    case "FRAME":
      return `<rect ${boxOf(one)} fill="none" stroke="${one.ink}" stroke-width="${mm(one.stroke)}"/>`;
    case "BOX":
      return `<rect ${boxOf(one)} fill="${one.ink}"/>`;
    case "QR":
      return qrOf(one);
  }
}

type TextLike = Extract<Drawn, { kind: "TEXT" | "WATERMARK" }>;

function textOf({ text, x, y, size, width, ink }: TextLike, more: string): string {
  // Of other writing the width is a bound, to which no text is drawn out.
  const held = isMeasured(text) ? ` textLength="${mm(width)}" lengthAdjust="spacingAndGlyphs"` : "";
  const at = `x="${mm(x)}" y="${mm(y)}" font-size="${mm(size)}" fill="${ink}"`;
  return `<text ${at}${held} xml:space="preserve"${more}>${escaped(text)}</text>`;
}

function qrOf({ x, y, size, rows, label }: Extract<Drawn, { kind: "QR" }>): string {
  const path = rows
    .flatMap((row, j) =>
      Array.from(
        row.matchAll(/1+/g),
        ({ 0: run, index }) => `M${index} ${j}h${run.length}v1h-${run.length}z`,
      ),
    )
    .join("");
  const scale = size / rows.length;
  return [
    `<g role="img" transform="translate(${mm(x)} ${mm(y)}) scale(${scale.toFixed(5)})" shape-rendering="crispEdges">`,
    `<title>${escaped(label)}</title><rect width="${rows.length}" height="${rows.length}" fill="#ffffff"/>`,
    `<path d="${path}" fill="#000000"/></g>`,
  ].join("");
}

const boxOf = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  `x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"`;

/** To a thousandth of a millimetre. */
const mm = (value: number): string => String(Math.round(value * 1_000) / 1_000);

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  ...{ '"': "&quot;", "'": "&apos;" },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? "");
