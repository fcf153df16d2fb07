import { type Policy, standardPolicy } from "plimsoll";

/** The policies that come with the package, by the names that a file extends them by. */
export const shippedPolicies: Readonly<Record<string, Policy>> = { standard: standardPolicy };

/** Whether what a file extends is another file, and not a policy by its name. */
export const isPath = (extended: string): boolean => /[\\/]|\.(json|ya?ml)$/i.test(extended);
