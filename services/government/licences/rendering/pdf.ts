import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Font } from "fontkit";
import { FONT_FILE } from "./font-file.ts";
import { layOut } from "./layout.ts";
import type { Drawn, Layout, Rendering } from "./rendering.ts";

const POINTS_PER_MM = 72 / 25.4;

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** A font that is open already, which the package takes and its types do not tell. */
      font(opened: Font, size?: number): this;
    }
  }
}

let opened: Promise<Font> | undefined;

/** The font is read once a process. */
const openFont = (): Promise<Font> => {
  opened ??= readFont();
  return opened;
};

async function readFont(): Promise<Font> {
  const [{ create }, bytes] = await Promise.all([import("fontkit"), readFile(FONT_FILE)]);
  const font = create(bytes);
  if (!("layout" in font)) throw new Error(`${FONT_FILE} is a collection of fonts`);
  return font;
}

/**
 * A page of a licence as PDF, with what it needs of its font inside: text can be selected, read aloud and searched for. The
 * same rendering gives the same bytes. Characters that the font does not have are named on the page. Throws RangeError as
 * `layOut` does, and the file system's errors where the font is not there.
 */
export async function renderPdf(rendering: Rendering): Promise<Uint8Array<ArrayBuffer>> {
  const [font, { default: PdfDocument }] = await Promise.all([openFont(), import("pdfkit")]);
  const layout = layOut(rendering, (codePoint) => font.hasGlyphForCodePoint(codePoint));
  const document = newDocument(PdfDocument, layout, new Date(rendering.madeAt));
  document.font(font).scale(POINTS_PER_MM);
  for (const one of layout.drawn) draw(document, one);
  document.end();
  return Uint8Array.from(await buffer(document));
}

type PdfDocument = InstanceType<typeof import("pdfkit")>;

function newDocument(
  PdfDocument: typeof import("pdfkit"),
  { width, height, title, language }: Layout,
  madeAt: Date,
): PdfDocument {
  return new PdfDocument({
    size: [width * POINTS_PER_MM, height * POINTS_PER_MM],
    // No font is taken by itself: those of PDF have no Han characters.
    ...{ margin: 0, font: "", pdfVersion: "1.7", tagged: true, displayTitle: true },
    lang: language === "zh" ? "zh-CN" : "en",
    info: {
      Title: title,
      CreationDate: madeAt,
      ModDate: madeAt,
      Producer: "civigraph",
      Creator: "civigraph",
    },
  });
}

function draw(document: PdfDocument, one: Drawn): void {
  switch (one.kind) {
    case "TEXT":
      document.addStructure(document.struct("P", {}, [() => write(document, one)]));
      break;
    case "WATERMARK":
      decorate(document, () => {
        document.save().rotate(one.degrees, { origin: [one.x, one.y] });
        write(document, one);
        document.restore();
      });
      break;
    case "FRAME":
      decorate(document, () =>
        document.lineWidth(one.stroke).rect(one.x, one.y, one.width, one.height).stroke(one.ink),
      );
      break;
    case "BOX":
      decorate(document, () => document.rect(one.x, one.y, one.width, one.height).fill(one.ink));
      break;
    case "QR":
      document.addStructure(document.struct("Figure", { alt: one.label }, [() => drawCode(document, one)]));
      break;
  }
}

/** Marks what tells nothing, so that nobody has it read to them. */
function decorate(document: PdfDocument, drawIt: () => void): void {
  document.markContent("Artifact", { type: "Layout" });
  drawIt();
  document.endMarkedContent();
}

type TextLike = Extract<Drawn, { kind: "TEXT" | "WATERMARK" }>;

/** A line, at its baseline. */
function write(document: PdfDocument, { text, x, y, size, ink }: TextLike): void {
  document.fontSize(size).fillColor(ink).text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
}

function drawCode(document: PdfDocument, { x, y, size, rows }: Extract<Drawn, { kind: "QR" }>): void {
  const module = size / rows.length;
  document.rect(x, y, size, size).fill("#ffffff");
  for (const [j, row] of rows.entries())
    for (const { 0: run, index } of row.matchAll(/1+/g))
      document.rect(x + index * module, y + j * module, run.length * module, module);
  document.fill("#000000");
}
