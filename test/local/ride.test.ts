import jsqr from "jsqr";
import { afterAll, describe, expect, it } from "vitest";
import { drawCode } from "../../local/draw-code.ts";
import { foundedFolder, newFolder, removeFolders, run, whileRunning } from "./local-platform.ts";

afterAll(removeFolders);

describe("npm run ride", () => {
  it("rides on codes through the demo city, and has the code that was used twice refused", async () => {
    const folder = await foundedFolder();
    await whileRunning(folder, async () => {
      const { code, stdout, stderr } = await run("ride.ts", folder).ended;
      expect(stderr).toBe("");
      expect(code).toBe(0);
      expect(stdout.match(/may pass/g)).toHaveLength(2);
      expect(stdout).toContain('{"__typename":"OperatedTrip","status":"COMPLETED","fare":"4.00"}');
      expect(stdout).toContain('{"__typename":"RideCodeUsed"');
      expect(stdout).toContain('"exit":{"station":{"name":"Guomao"}}');
    });
  });

  it("says in a line that no platform is running", async () => {
    const { code, stderr } = await run("ride.ts", newFolder()).ended;
    expect(code).toBe(1);
    expect(stderr).toBe("no platform is running here: start it with `npm start` first\n");
  });
});

describe("a code that is drawn in the terminal", () => {
  it("is read back byte for byte", () => {
    const code = Uint8Array.from({ length: 229 }, (_, i) => (i * 37) & 255);
    const read = jsqr.default(...pixelsOf(drawCode(code)));
    expect(read?.binaryData).toEqual([...code]);
  });
});

const SCALE = 4;
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** The picture that a terminal shows of half blocks, each of them some pixels wide. */
function pixelsOf(drawn: string): [data: Uint8ClampedArray, width: number, height: number] {
  const lines = drawn.replaceAll(ESCAPES, "").split("\n");
  const [width, height] = [(lines[0]?.length ?? 0) * SCALE, lines.length * 2 * SCALE];
  const isDark = (x: number, y: number): boolean =>
    ["█", y % 2 === 0 ? "▀" : "▄"].includes(lines[y >> 1]?.[x] ?? "");
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [Math.floor((i % width) / SCALE), Math.floor(i / width / SCALE)];
    data.fill(isDark(x, y) ? 0 : 255, i * 4, i * 4 + 3);
    data[i * 4 + 3] = 255;
  }
  return [data, width, height];
}
