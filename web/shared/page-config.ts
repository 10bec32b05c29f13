/** A deployment's word to its pages, as `/config.json` has it. */
export type PageConfig = {
  /** Signs people in: OpenID Connect, found by its discovery document. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where people look for service items. */
  readonly region: string;
};
