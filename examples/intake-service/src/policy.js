import { standardPolicy } from "plimsoll";

/** Where the lines lie. Put your organisation's policy here, and the whole service follows it. */
export const policy = standardPolicy;
