import type { CreditCode } from "../../../field/credit-code.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Language, Message } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Department } from "../../catalogue/index.ts";
import type { PublishedType } from "../types/licence-type.ts";

/** A version of a licence, as far as a page for people needs it. */
export type RenderedVersion = {
  /** By GB/T 36904, whole. */
  readonly identifier: string;
  /** As people know the licence, its serial. */
  readonly number: string;
  readonly type: PublishedType;
  readonly content: Readonly<Record<string, unknown>>;
  readonly issuer: { readonly department: Department; readonly creditCode: CreditCode };
  readonly issuedOn: CivilDate;
  readonly validUntil?: CivilDate | undefined;
};

/** How a licence stands, as the page is made. */
export type RenderedStatus = "VALID" | "SUSPENDED" | "SUPERSEDED" | "INVALID" | "EXPIRED";

/** A page of a licence for people: the version, and what the page says of it. */
export type Rendering = {
  readonly version: RenderedVersion;
  /** The fields of the content that are shown; undefined for all but those that are SENSITIVE. */
  readonly fields?: readonly string[] | undefined;
  /** The language of labels and values; notices stand in both. */
  readonly language: Language;
  readonly madeAt: Instant;
  /** The QR code, as text of at most VERIFY_LENGTH_MAX characters. */
  readonly verify: string;
  /** A copy for one purpose (加注件): the page says so across its ground, too. */
  readonly copy?:
    | {
        readonly number: string;
        readonly verifier: string;
        readonly purpose: string;
        readonly until: CivilDate;
      }
    | undefined;
  readonly status?: RenderedStatus | undefined;
  /** The name of a region by its code, where it is known. */
  readonly regionText: (code: string) => Message | undefined;
};

/** A code of more could not be read off paper by a telephone. */
export const VERIFY_LENGTH_MAX = 300;

/** The colours of a page, as CSS and PDF both write them. */
export type Ink = `#${string}`;

/** The parts of a page: millimetres, from its upper left corner. Parts lie above those that come before them. */
export type Drawn =
  | {
      readonly kind: "TEXT";
      /** One line, of characters that can be shown. */
      readonly text: string;
      readonly x: number;
      /** Of the baseline. */
      readonly y: number;
      readonly size: number;
      /** The line takes at most this much. */
      readonly width: number;
      readonly ink: Ink;
    }
  /** A line of the ground, which tells nothing that does not stand elsewhere; degrees are clockwise, around its beginning. */
  | {
      readonly kind: "WATERMARK";
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly width: number;
      readonly ink: Ink;
      readonly degrees: number;
    }
  | {
      readonly kind: "FRAME";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly stroke: number;
      readonly ink: Ink;
    }
  | {
      readonly kind: "BOX";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
    }
  /** Black squares of one size on white; each row is text of "1" for black and "0" for white. */
  | {
      readonly kind: "QR";
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly rows: readonly string[];
      /** For those who cannot see it. */
      readonly label: string;
    };

/** One page. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly language: Language;
  readonly drawn: readonly Drawn[];
};

/** Whether a font has a character. */
export type Covers = (codePoint: number) => boolean;
