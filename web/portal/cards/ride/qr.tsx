import { correction, generate, mode } from "lean-qr";
import type { ReactNode } from "react";

/** So many modules around it stay white (ISO/IEC 18004). */
const MARGIN = 4;

type QrProps = { readonly bytes: Uint8Array; readonly label: string };

/** A QR code of these bytes as they are, with the least correction, because a screen is clean. */
export function Qr({ bytes, label }: QrProps): ReactNode {
  const { size, get } = generate(mode.bytes(bytes), { minCorrectionLevel: correction.L });
  const whole = size + 2 * MARGIN;
  const range = Array.from({ length: size }, (_, i) => i);
  const dark = range.flatMap((y) =>
    range.filter((x) => get(x, y)).map((x) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`),
  );
  return (
    <svg
      className="ride-code"
      viewBox={`0 0 ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
