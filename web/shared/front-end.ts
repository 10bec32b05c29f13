import type { FrontEndName, PageConfig, SignInPlace } from "./page-config.ts";
import type { Text } from "./texts/text.ts";

/** A front-end with a sign-in, as far as it differs from the others. */
export type FrontEnd = {
  /** Also the client by which issuers know it, in `/config.json`. */
  readonly name: FrontEndName;
  /** Its first page, to which people come back when they have signed out. */
  readonly home: "/" | `/${string}`;
  /** The place to which an issuer sends people back. Issuers know it by name. */
  readonly returnPath: `/${string}`;
  /** Stands in the title of its windows. */
  readonly title: Text;
  /** Why one has to sign in. */
  readonly signInWhy: Text;
  /** So long may nobody be at it until it ends the sign-in and hides what it shows; undefined: for ever. */
  readonly locksAfterMs: number | undefined;
  /** Where help is to be had in a fault. */
  readonly helpInFault: Text;
};

let stated: FrontEnd | undefined;

/** Said once, before anything else of it is drawn. */
export function stateFrontEnd(frontEnd: FrontEnd): void {
  stated = frontEnd;
}

export function frontEnd(): FrontEnd {
  if (!stated) throw new Error("no front-end has said what it is");
  return stated;
}

export const signInPlaceIn = ({ signIn }: PageConfig): SignInPlace => signIn[frontEnd().name];
