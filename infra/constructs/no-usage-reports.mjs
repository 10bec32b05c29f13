/**
 * Stands in the bundles for @apollo/usage-reporting-protobuf, which encodes the usage reports that Apollo Server sends
 * to Apollo's own service where it has a key for it. A function has none and sends none; the package is a sixteenth of
 * its bundle. Whoever sends reports after all is told so by these being nothing.
 */
export const Report = undefined;
export const ReportHeader = undefined;
export const Trace = undefined;
export const google = undefined;
