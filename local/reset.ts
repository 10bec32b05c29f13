import { removeFolder } from "./data-folder.ts";
import { fail } from "./fail.ts";

/** `npm run reset`: starts over. */
try {
  await removeFolder();
  console.log("The local platform's data is gone; the next `npm start` founds a fresh demo city.");
  if (process.env["AWS_ENDPOINT_URL_DYNAMODB"]) {
    console.log("The tables at AWS_ENDPOINT_URL_DYNAMODB are as they were; they are not this folder's.");
  }
} catch (error) {
  fail(error);
}
