import { expect, it } from "vitest";
import { graphiqlHeaders, pageFileAt, pageHeaders } from "../../infra/page-serving.ts";

it("sends exactly these headers with a page", () => {
  const issuer = "https://sso.example.gov.cn";
  const files = "https://files.example.gov.cn";
  expect(pageHeaders({ called: [issuer, files], sentTo: [issuer] })).toEqual({
    "content-security-policy": [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; manifest-src 'self'; worker-src 'self'",
      `connect-src 'self' ${issuer} ${files}`,
      `base-uri 'none'; form-action 'self' ${issuer}; frame-ancestors 'none'`,
      "require-trusted-types-for 'script'; trusted-types service-worker",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": [
      "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), display-capture=()",
      "geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=()",
      "serial=(), usb=()",
    ].join(", "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

it("lets GraphiQL's editor write styles, and nothing else that the other pages do not", () => {
  const { "content-security-policy": policy, ...others } = graphiqlHeaders();
  const { "content-security-policy": _, ...ofPages } = pageHeaders({ called: [], sentTo: [] });
  expect(others).toEqual(ofPages);
  expect(policy).toBe(
    [
      "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'",
      "style-src 'self' 'unsafe-inline'; font-src data:; img-src data:",
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ].join("; "),
  );
});

it("takes GraphiQL's address, and none below it, for its page", () => {
  expect(pageFileAt("/graphiql")).toBe("/graphiql/index.html");
  for (const path of ["/graphiql/", "/graphiql/x", "/graphiqls"])
    expect(pageFileAt(path)).toBe("/portal/index.html");
});

it("reaches no origin but its own where none is named, as on this machine", () => {
  const policy = pageHeaders({ called: [], sentTo: [] })["content-security-policy"];
  expect(policy).toContain("connect-src 'self'; base-uri 'none'; form-action 'self';");
  expect(policy.replace("img-src 'self' blob:;", "")).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
});

it.each(["/assets/main-1a2b3c4d.js", "/config.json", "/a.b/c.d"])("takes %s for a file", (path) => {
  expect(pageFileAt(path)).toBeUndefined();
});

it.each(["/", "", "/a.b/c", "/signed-in", "/screens", "/desks", "/consoles/desk"])(
  "takes %s for a page of the portal",
  (path) => {
    expect(pageFileAt(path)).toBe("/portal/index.html");
  },
);

it.each([
  ["/screen", "screen"],
  ["/screen/", "screen"],
  ["/screen/BJ-CY-01", "screen"],
  ["/desk", "desk"],
  ["/desk/cases/app_1", "desk"],
  ["/console/", "console"],
  ["/console/signed-in", "console"],
])("takes %s for a page of the %s", (path, name) => {
  expect(pageFileAt(path)).toBe(`/${name}/index.html`);
});
