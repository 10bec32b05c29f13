const IN_ADDRESSES = { "+": "-", "/": "_", "=": "" } as const satisfies Readonly<Record<string, string>>;
const isSign = (sign: string): sign is keyof typeof IN_ADDRESSES => sign in IN_ADDRESSES;

/** Bytes as letters that an address can carry (RFC 4648, section 5), without padding. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll(/[+/=]/g, (sign) =>
    isSign(sign) ? IN_ADDRESSES[sign] : sign,
  );

/** The bytes of such letters, each as a character. */
export const ofBase64url = (text: string): string => atob(text.replaceAll("-", "+").replaceAll("_", "/"));
