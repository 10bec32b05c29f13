/**
 * The parts that services open once a process for one another, found by the name of the service that owns it: a lower
 * service states its part here by merging, and knows nobody who brings something into it; `services/app` joins them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each service that owns a part merges it into this
export interface Parts {}
