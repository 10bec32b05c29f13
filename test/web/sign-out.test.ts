import { describe, expect, it } from "vitest";
import { wayOut } from "../../web/shared/sign-in/sign-out.ts";

const HOME = "https://service.example.gov.cn/";
const SIGNED_IN = { clientId: "p-1", idToken: "eyJ.of.somebody", home: HOME };

describe("the way out at the issuer", () => {
  it("is a form where it keeps to the standard, so that the token stands in no address", () => {
    const endpoint = "https://sso.example.gov.cn/end?theme=city";
    expect(wayOut({ kind: "standard" }, { ...SIGNED_IN, endpoint })).toEqual({
      ...{ kind: "post", to: endpoint },
      fields: { client_id: "p-1", post_logout_redirect_uri: HOME, id_token_hint: "eyJ.of.somebody" },
    });
  });

  it("is the same form where the tab has no token any more", () => {
    const endpoint = "https://sso.example.gov.cn/end";
    expect(wayOut({ kind: "standard" }, { ...SIGNED_IN, idToken: undefined, endpoint })).toMatchObject({
      fields: { client_id: "p-1", post_logout_redirect_uri: HOME },
    });
  });

  it("is none where its discovery document names none", () => {
    expect(wayOut({ kind: "standard" }, { ...SIGNED_IN, endpoint: undefined })).toBeUndefined();
  });

  it("is Cognito's address, with the client and where to go on, and without the token", () => {
    const url = "https://city.auth.ap-southeast-1.amazoncognito.com/logout";
    expect(wayOut({ kind: "cognito", url }, { ...SIGNED_IN, endpoint: undefined })).toEqual({
      kind: "go",
      to: `${url}?client_id=p-1&logout_uri=https%3A%2F%2Fservice.example.gov.cn%2F`,
    });
  });
});
