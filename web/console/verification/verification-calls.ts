/** For anybody; a key is needed only where calls are to be counted as the partner's. */
export const VERIFY = `query VerifyLicence($identifier: ID!, $holderEnding: String) {
  verifyLicence(identifier: $identifier, holderEnding: $holderEnding) {
    status
    name { zh en }
    details {
      issuer { creditCode department { name { zh en } } }
      issuedOn
      validUntil
      fields { field label { zh en } value { zh en } }
    }
  }
}`;

/** With the scope LICENCES_VERIFY and the citizen's consent. */
const BY_CONSENT = `query VerifiedLicences($ref: ID!) {
  citizen(ref: $ref) {
    verifiedLicences(first: 20) {
      edges {
        node {
          type
          name { zh en }
          number
          status
          validUntil
          fields { label { zh en } value { zh en } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** With the scope LICENCE_CODES. */
export const BY_CODE = `mutation RedeemLicenceCode($code: String!) {
  redeemLicenceCode(code: $code) {
    __typename
    ... on ShownLicence {
      type { name { zh en } }
      status
      number
      issuedOn
      validUntil
      content
    }
    ... on Refusal { code message }
  }
}`;

type Values = Readonly<Record<string, string>>;

/** A call as a command of a POSIX shell. A key, where it takes one, stands in the variable KEY. */
function commandOf(endpoint: string, query: string, variables: Values, takesKey: boolean): string {
  const body = JSON.stringify({ query: query.replaceAll(/\s+/g, " "), variables });
  return [
    `curl -s ${endpoint} \\`,
    "  -H 'content-type: application/json' \\",
    ...(takesKey ? ['  -H "x-api-key: $KEY" \\'] : []),
    `  -d '${body}'`,
  ].join("\n");
}

/** The values in the examples, which are replaced by one's own. */
const EXAMPLE = {
  identifier: "1.2.156.3005.2.11110000DEM000002F001.11110000DEM000002F.JZ110105000123.002.9",
  holderEnding: "31002X",
  ref: "YOUR_REFERENCE",
  code: "YOUR_CODE",
} as const;

/** The examples of the documentation, each to be pasted into a shell as it stands. */
export const exampleCommands = (endpoint: string) => ({
  key: "KEY='YOUR_KEY'",
  verify: commandOf(
    endpoint,
    VERIFY,
    { identifier: EXAMPLE.identifier, holderEnding: EXAMPLE.holderEnding },
    false,
  ),
  byConsent: commandOf(endpoint, BY_CONSENT, { ref: EXAMPLE.ref }, true),
  byCode: commandOf(endpoint, BY_CODE, { code: EXAMPLE.code }, true),
  fetched: ["list-keys/live", "issuers/live", "status-keys/live"]
    .map((path) => `curl -s ${new URL(`/documents/licences/${path}`, endpoint).href}`)
    .join("\n"),
});
