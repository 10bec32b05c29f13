/** Where an issuer sends people back to. Issuers know it by name. */
export const RETURN_PATH = "/signed-in";
