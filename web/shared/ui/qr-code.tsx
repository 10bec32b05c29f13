import { generate } from "lean-qr";
import type { ReactNode } from "react";

/** The margin that readers need around a code. */
const MARGIN = 4;

type QrCodeProps = { readonly text: string; readonly label: string };

/** A text as a QR code, drawn as one path: it needs no canvas, and prints sharply. */
export function QrCode({ text, label }: QrCodeProps): ReactNode {
  const code = generate(text);
  const cells = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (__, x) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : "")).join(""),
  );
  const size = code.size + 2 * MARGIN;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M${-MARGIN} ${-MARGIN}h${size}v${size}h-${size}z`} />
      <path fill="#000" d={cells.join("")} />
    </svg>
  );
}
