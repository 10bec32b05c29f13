/** The pages of holders in one file: each file more is told to a browser with the first scripts. */
export { CopiesPage } from "./copies-page.tsx";
export { CopyPage } from "./copy-page.tsx";
export { SharePage } from "./share-page.tsx";
