import jsqr from "jsqr";
import type { Browser } from "playwright-core";
import { readStatusList } from "../../services/convenience/transit/ride-codes/card-status-list.ts";
import { ES256 } from "../../services/convenience/transit/ride-codes/es256.ts";
import {
  type Bytes,
  type RideCode,
  verifyCode,
} from "../../services/convenience/transit/ride-codes/ride-code.ts";
import { fromBase64url } from "../../services/kernel/base64url.ts";
import { ask, type Started } from "../local/local-platform.ts";

const ASKED = `{ rideCodeKeys { publicKey } cardStatusList(region: "110000") { list } }`;

type Asked = {
  readonly rideCodeKeys: readonly { readonly publicKey: string }[];
  readonly cardStatusList: { readonly list: string };
};

/** A code that a gate has read and that holds, and whether its card is refused. */
type Passed = RideCode & { readonly isRefused: boolean };

/** A gate with what gates fetch while they are online. It throws what it refuses. */
export async function openGate(endpoint: string, { partner }: Started["demo"]) {
  const { data } = await ask(endpoint, ASKED, { "x-api-key": partner.live });
  const { rideCodeKeys, cardStatusList } = data as Asked;
  const verifier = { keys: rideCodeKeys.map(({ publicKey }) => bytesOf(publicKey)), algorithms: [ES256] };
  const list = await readStatusList(bytesOf(cardStatusList.list), nowS(), verifier);
  if (!list.ok) throw new Error(list.error);
  return {
    read: async (code: Bytes): Promise<Passed> => {
      const seen = await verifyCode(code, nowS(), verifier);
      if (!seen.ok) throw new Error(seen.error);
      return { ...seen.value, isRefused: list.value.refuses(seen.value.cardNumber) };
    },
  };
}

const nowS = (): number => Math.floor(Date.now() / 1_000);
const bytesOf = (text: string): Bytes => fromBase64url(text) ?? new Uint8Array();

/** The bytes of the QR code in a picture, as a gate's camera reads them. */
export async function decodeCode(browser: Browser, png: Buffer): Promise<Bytes> {
  // A page without a policy, by which the browser itself unpacks the picture.
  const page = await browser.newPage();
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(picture, 0, 0);
    return { pixels: [...(context?.getImageData(0, 0, width, height).data ?? [])], width, height };
  }, png.toString("base64"));
  await page.close();
  const read = jsqr.default(Uint8ClampedArray.from(pixels), width, height);
  if (!read) throw new Error("there is no code in this picture");
  return Uint8Array.from(read.binaryData);
}
