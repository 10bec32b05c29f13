/** The pages that need a network, in one file for the browser: each file more is told to it with the first page. */
export { BindPage } from "./bind-page.tsx";
export { CodePage } from "./code-page.tsx";
export { DevicesPage } from "./devices-page.tsx";
export { OfferPage } from "./offer-page.tsx";
