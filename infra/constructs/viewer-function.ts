/**
 * The code of a function that runs at the edge, in CloudFront's own JavaScript: plain text without imports, made of a function by
 * the name that it has. An address of which that knows no other stays as it is.
 */
export const viewerFunction = (
  name: string,
  fileAt: (path: string) => string | undefined,
): string => `const ${name} = ${fileAt};
function handler(event) {
  const request = event.request;
  request.uri = ${name}(request.uri) || request.uri;
  return request;
}
`;
