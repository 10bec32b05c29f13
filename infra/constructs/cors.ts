import { Duration } from "aws-cdk-lib";
import { CorsHttpMethod, type CorsPreflightOptions } from "aws-cdk-lib/aws-apigatewayv2";

const MAX_AGE_HOURS = 1;

/**
 * The headers that browsers may send from a stage's origins, and read of an answer; locally the same (local/cors.ts).
 */
export const cors = (origins: readonly string[]): CorsPreflightOptions => ({
  allowOrigins: [...origins],
  allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
  allowHeaders: [
    ...["accept-language", "authorization", "content-type", "x-api-key"],
    // Headers that Apollo Client sends of itself.
    ...["apollo-require-preflight", "apollographql-client-name", "apollographql-client-version"],
    "x-apollo-operation-name",
  ],
  exposeHeaders: ["x-request-id", "www-authenticate"],
  maxAge: Duration.hours(MAX_AGE_HOURS),
});
