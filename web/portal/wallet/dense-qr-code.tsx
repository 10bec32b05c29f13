import { correction, generate } from "lean-qr";
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";

/** So many modules around it stay white (ISO/IEC 18004). */
const MARGIN = 4;
/** A code that is wider is no easier to read. */
const WIDTH_PX_MAX = 640;

type DenseQrCodeProps = { readonly text: string; readonly label: string };

/**
 * A QR code of thousands of characters. Each module is as many whole pixels of the screen as there is room for: with modules that
 * differ by a pixel cameras read no code of this size.
 */
export function DenseQrCode({ text, label }: DenseQrCodeProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const { size, path } = useMemo(() => drawingOf(text), [text]);
  const whole = size + 2 * MARGIN;
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const measure = (): void => {
      const room = Math.min(frame.current?.clientWidth ?? 0, WIDTH_PX_MAX);
      setWidth((Math.max(1, Math.floor((room * devicePixelRatio) / whole)) * whole) / devicePixelRatio);
    };
    measure();
    globalThis.addEventListener("resize", measure);
    return () => globalThis.removeEventListener("resize", measure);
  }, [whole]);
  return (
    <div className="dense-code" ref={frame}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={width}
        viewBox={`0 0 ${whole} ${whole}`}
        shapeRendering="crispEdges"
      >
        <rect width={whole} height={whole} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}

function drawingOf(text: string): { readonly size: number; readonly path: string } {
  const { size, get } = generate(text, { minCorrectionLevel: correction.L });
  const range = Array.from({ length: size }, (_, i) => i);
  const dark = range.flatMap((y) =>
    range.filter((x) => get(x, y)).map((x) => `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`),
  );
  return { size, path: dark.join("") };
}
