/** Example queries about licences, as GraphiQL shows them. */
const MY_LICENCES = `query MyLicences {
  me {
    licences(first: 20) {
      edges {
        node {
          # By GB/T 36904: type, issuer, number, version, check.
          identifier
          status
          type {
            name {
              zh
              en
            }
          }
          issuer {
            department {
              name {
                zh
                en
              }
            }
          }
          issuedOn
          validUntil
          content
          # The permit has two: its holder has moved.
          versions {
            version
            act
            issuedOn
          }
        }
      }
    }
  }
}`;

export const LICENCES = `query VerifyALicence {
  licence(number: "JY21101050000013") {
    status
    holderName
    validUntil
  }
  inspectionResults(region: "110000", first: 10) {
    edges {
      node {
        licenceNumber
        holderName
        outcome
        note
        rectifyBy
        publishedAt
      }
    }
  }
}`;

export const LICENCE_EXAMPLES = [
  {
    title: "A citizen's electronic licences, with the versions that they have had",
    as: "citizen",
    query: MY_LICENCES,
    variables: {},
  },
  {
    title: "Anybody verifies a licence, and reads what random inspections found",
    as: "anonymous",
    query: LICENCES,
    variables: {},
  },
] as const;
