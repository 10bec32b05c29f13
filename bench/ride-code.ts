import { ES256, newEs256Signer } from "../services/convenience/transit/ride-codes/es256.ts";
import {
  verifyCode,
  writeCode,
  writeCredential,
} from "../services/convenience/transit/ride-codes/ride-code.ts";
import { type Figure, medians, ms } from "./measure.ts";

const NOW = 1_795_000_000;

/** The work of a gate for each passenger: both signatures, times and ids, offline. */
export async function rideCode(): Promise<readonly Figure[]> {
  const [platform, phone] = [await newEs256Signer(), await newEs256Signer()];
  const credential = await writeCredential(
    {
      ...{ cardNumber: "3111000000000000002", kind: "STANDARD", validFrom: NOW, validUntil: NOW + 86_400 },
      devicePublicKey: phone.publicKey,
    },
    ES256,
    platform,
  );
  const code = await writeCode(credential, NOW, new Uint8Array(8), phone);
  const gate = { keys: [platform.publicKey], algorithms: [ES256] };
  const { verify } = await medians({
    verify: async () => {
      if (!(await verifyCode(code, NOW, gate)).ok) throw new Error("a code was refused");
    },
  });
  return [
    { what: "a ride code verified by a gate, p50", measured: ms(verify), bound: "< 1 ms" },
    { what: "a ride code before it is drawn", measured: `${code.length} bytes`, bound: "≤ 300" },
  ];
}
