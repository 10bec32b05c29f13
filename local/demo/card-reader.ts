import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { type CardRead, cardReadText } from "../../services/government/halls/card-readers/card-read.ts";

/** The code of the one reader that each hall of the demo city has. */
const CODE = "DEMO-1";

/** The bytes that stand before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** Known to everybody, so that nobody needs a reader to try one out; no hall but the demo city's believes it. */
function keyOf(hall: string): KeyObject {
  const seed = createHash("sha256").update(`civigraph demo card reader ${hall}`).digest();
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

/** A hall's reader, as its manager makes it known. */
export function demoReader(hall: string) {
  const { x: publicKey = "" } = createPublicKey(keyOf(hall)).export({ format: "jwk" });
  return { hall, code: CODE, publicKey };
}

/** The statement of a hall's reader about a card. */
export function readWithDemoReader(card: Pick<CardRead, "hall" | "idNumber" | "name" | "readAt">): CardRead {
  const read = { ...card, reader: CODE };
  const signature = sign(null, Buffer.from(cardReadText(read), "utf8"), keyOf(card.hall));
  return { ...read, signature: signature.toString("base64url") };
}
