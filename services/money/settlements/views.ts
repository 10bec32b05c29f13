import type { Mode } from "../../kernel/actor.ts";
import type { Book, Settlement } from "./settlement.ts";

/** A settlement, and the book that it is written in, as somebody looks at them in one of the two modes. */
export type SettlementView = Settlement & { readonly mode: Mode };
export type BookView = Book & { readonly mode: Mode };
