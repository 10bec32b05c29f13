import type { Language } from "../../services/kernel/message.ts";
import { type Problem, pageHeaders, problemPage } from "./page.ts";

export type SignInRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

export type SignInAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: string;
};

/** Tokens are in some of them. */
const JSON_HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

export const jsonAnswer = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SignInAnswer => ({ status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(value) });

export const pageAnswer = (
  origin: string,
  body: string,
  { status = 200, cookies = [] }: { readonly status?: number; readonly cookies?: readonly string[] } = {},
): SignInAnswer => ({ status, headers: withCookies(pageHeaders(origin), cookies), body });

const withCookies = (
  headers: Readonly<Record<string, string>>,
  cookies: readonly string[],
): SignInAnswer["headers"] => (cookies.length > 0 ? { ...headers, "set-cookie": [...cookies] } : headers);

export const problemAnswer = (origin: string, problem: Problem, language: Language): SignInAnswer =>
  pageAnswer(origin, problemPage(problem, language), { status: problem === "ELSEWHERE" ? 403 : 400 });

/**
 * See Other: a browser that has sent a form asks for the address, and does not send the form there.
 *
 * @param cookies For `set-cookie`, each a line of its own.
 */
export function redirectAnswer(
  to: string,
  params: Readonly<Record<string, string | undefined>>,
  cookies: readonly string[] = [],
): SignInAnswer {
  const url = new URL(to);
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) url.searchParams.set(name, value);
  const headers = { location: url.href, "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return { status: 303, headers: withCookies(headers, cookies), body: "" };
}
