import { at, type Json, type TestPlatform, textAt } from "./platform.ts";

const SENT = "... on SentCode { to until } ... on TooManyCodes { until }";
const REFUSED = "... on Refusal { code message } ... on InvalidInput { path }";
const SET = `mutation ($mobile: String!) { setTelephone(mobile: $mobile) { __typename ${SENT} ${REFUSED} } }`;
const PROVE = `mutation ($code: String!) { proveTelephone(code: $code) { __typename
  ... on Telephone { maskedNumber provenAt } ${REFUSED} } }`;
const REMOVE = `mutation { removeTelephone { __typename ... on Telephone { maskedNumber } ... on Refusal { code message } } }`;

type Caller = Pick<TestPlatform, "call">;

async function answer(platform: Caller, token: string, field: string, query: string, variables = {}) {
  const { data, errors } = await platform.call({ query, variables, token });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return at(data, field);
}

export const setTelephone = (platform: Caller, token: string, mobile: string): Promise<Json> =>
  answer(platform, token, "setTelephone", SET, { mobile });

export const proveTelephone = (platform: Caller, token: string, code: string): Promise<Json> =>
  answer(platform, token, "proveTelephone", PROVE, { code });

export const removeTelephone = (platform: Caller, token: string): Promise<Json> =>
  answer(platform, token, "removeTelephone", REMOVE);

export const telephoneOf = async (platform: Caller, token: string): Promise<Json> =>
  at(await answer(platform, token, "me", "{ me { telephone { maskedNumber provenAt } } }"), "telephone");

/** Has the person who signs in with this token prove a telephone. */
export async function giveTelephone(
  platform: Pick<TestPlatform, "call" | "texts">,
  token: string,
  mobile: string,
): Promise<void> {
  await setTelephone(platform, token, mobile);
  const proven = await proveTelephone(platform, token, platform.texts.codeTo(mobile));
  if (textAt(proven, "__typename") !== "Telephone") throw new Error(JSON.stringify(proven));
}
