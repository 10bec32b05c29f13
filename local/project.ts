import { join } from "node:path";

/** The folder of the project, by which its own files are found. No other file that a start loads asks where it lies. */
export const PROJECT = join(import.meta.dirname, "..");
