/**
 * Unpacks the browser that npm brings, with the libraries that a bare machine lacks, and prints where it is. A process of
 * its own: the package takes its folder and its machine from the environment, once and for all.
 */
import chromium from "@sparticuz/chromium";

console.log(await chromium.executablePath());
